import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkFile } from '../tools/parity/check-file.ts'
import { seqeval } from '../tools/parity/files/seqeval.ts'

const file = new URL('../../../../shared/parity/seqeval.json', import.meta.url)

describe.skipIf(!existsSync(file))(
  'seqeval and conlleval.pl parity (skipped where shared/parity/seqeval.json is absent)',
  () => {
    it('every number and every printed line of 300 corpora is theirs', () => {
      const { failures, compared } = checkFile(seqeval, JSON.parse(readFileSync(file, 'utf8')))
      expect(failures).toEqual([])
      expect(compared).toBeGreaterThan(30_000)
    })
  },
)
