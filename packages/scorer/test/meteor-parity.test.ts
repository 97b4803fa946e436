import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkFile } from '../tools/parity/check-file.ts'
import { meteor } from '../tools/parity/files/meteor.ts'

const file = new URL('../../../../shared/parity/meteor.json', import.meta.url)

describe.skipIf(!existsSync(file))(
  'METEOR parity (skipped where shared/parity/meteor.json is absent)',
  () => {
    it('every score equals', () => {
      const { failures, compared } = checkFile(meteor, JSON.parse(readFileSync(file, 'utf8')))
      expect(failures).toEqual([])
      expect(compared).toBeGreaterThan(200)
    })
  },
)
