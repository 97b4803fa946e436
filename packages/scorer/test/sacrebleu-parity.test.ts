import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkFile } from '../tools/parity/check-file.ts'
import { sacrebleu } from '../tools/parity/files/sacrebleu.ts'

const file = new URL('../../../../shared/parity/sacrebleu.json', import.meta.url)

describe.skipIf(!existsSync(file))(
  'sacreBLEU parity (skipped where shared/parity/sacrebleu.json is absent)',
  () => {
    it('every score, count, token and p value equals', () => {
      const { failures, compared } = checkFile(sacrebleu, JSON.parse(readFileSync(file, 'utf8')))
      expect(failures).toEqual([])
      expect(compared).toBeGreaterThan(15_000)
    })
  },
)
