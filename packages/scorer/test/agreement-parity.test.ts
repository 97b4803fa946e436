import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkFile } from '../tools/parity/check-file.ts'
import { agreement } from '../tools/parity/files/agreement.ts'

const file = new URL('../../../../shared/parity/agreement.json', import.meta.url)

describe.skipIf(!existsSync(file))(
  'agreement parity (skipped where shared/parity/agreement.json is absent)',
  () => {
    it('every number is that of scikit-learn, statsmodels, NLTK and fast-krippendorff', () => {
      const { compared, failures } = checkFile(agreement, JSON.parse(readFileSync(file, 'utf8')))
      expect(failures).toEqual([])
      expect(compared).toBeGreaterThan(1_800)
    })
  },
)

describe('what the references do at the edges', () => {
  const answer = (ratings: number[][], withMissing: (number | null)[][] = ratings) =>
    agreement.sections['cases']!.answer(
      { categories: 2, ratings, withMissing } as never,
      undefined as never,
    ) as Record<string, unknown>

  it('one label is NaN, a division by zero, 1 or a refusal, and the deviation counts the 1', () => {
    const same = [
      [0, 0, 0],
      [0, 0, 0],
    ]
    expect(answer(same)).toMatchObject({
      cohen: null,
      fleiss: null,
      randolph: 1,
      'nltk.S': { error: 'ZeroDivisionError' },
      'nltk.alpha': 1,
      'alpha.ratio': { error: 'ValueError' },
    })
    expect(agreement.deviations![0]!.differing({ ratings: same } as never)).toBe(1)
  })

  it('alpha is NaN where a second value stands alone in its unit', () => {
    const lonely = [
      [1, 1, 2],
      [1, 1, null],
    ]
    expect(
      answer(
        [
          [0, 1],
          [0, 1],
        ],
        lonely,
      ),
    ).toMatchObject({ 'alpha.nominal': 1, 'alphaMissing.nominal': null })
  })
})
