import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkFile } from '../tools/parity/check-file.ts'
import { coref } from '../tools/parity/files/coref.ts'

const file = new URL('../../../../shared/parity/coref.json', import.meta.url)

describe.skipIf(!existsSync(file))(
  'coreference parity (skipped where shared/parity/coref.json is absent)',
  () => {
    it('every number is that of CoVal and of the CoNLL scorer', () => {
      const { compared, failures } = checkFile(coref, JSON.parse(readFileSync(file, 'utf8')))
      expect(failures).toEqual([])
      expect(compared).toBeGreaterThan(2_000)
    })
  },
)

describe('rows of the CoNLL scorer', () => {
  const answer = (key: readonly (readonly number[])[], sys: readonly (readonly number[])[]) =>
    coref.sections['cases']!.answer({ key, sys } as never, undefined as never) as Record<string, number[]>

  it('cut their percentages behind the second decimal', () => {
    // MUC: 1 of 3 links, 1 of 1; F1 1/2. B-cubed: 1 of 4 mentions' worth, 2 of 2; 2/5. CEAF by mentions: 2 of 4.
    const row = answer([[1, 2, 3, 4]], [[1, 2]])
    expect(row['perl.muc']).toEqual([1, 3, 33.33, 1, 1, 100, 50])
    expect(row['perl.bcub']).toEqual([1, 4, 25, 2, 2, 100, 40])
    expect(row['perl.ceafm']).toEqual([2, 4, 50, 2, 2, 100, 66.66])
    expect(row['perl.blanc']).toEqual([1 / 6, 1, 16.66, 1, 1, 100, 28.57])
  })

  it('add up distances, so that 1/3 + 2/3 is a last bit short of 1', () => {
    const row = answer(
      [
        [1, 2],
        [3, 4],
      ],
      [
        [1, 5, 6, 7],
        [3, 4, 8, 9],
      ],
    )
    expect(row['perl.ceafe']!.slice(1, 3)).toEqual([2, 49.99])
  })

  it('show 0 where we say undefined, and the deviation counts those', () => {
    expect(answer([[1, 2]], [])['muc']).toEqual([0, 0, 0])
    // The precision of six metrics.
    expect(
      coref.deviations?.map((deviation) => deviation.differing({ key: [[1, 2]], sys: [] } as never)),
    ).toEqual([6])
  })
})
