import {
  cohenKappa,
  daviesFleissKappa,
  fleissKappa,
  krippendorffAlpha,
  meanCohenKappa,
  observedAgreement,
  randolphKappa,
  type RatingsWithGaps,
} from '@assay/scorer'
import type { Vectors } from '../vectors.ts'

interface Given {
  readonly categories: number
  readonly ratings: readonly (readonly number[])[]
  readonly withMissing: readonly (readonly (number | null)[])[]
}

type Answer = { readonly value: number | null }

/** scikit-learn, statsmodels, NLTK and fast-krippendorff, each with its own way to say undefined. */
export const agreement: Vectors = {
  file: 'agreement',
  sections: {
    cases: {
      inputs: ['id', 'categories', 'ratings', 'withMissing'],
      answer({ categories, ratings, withMissing }: Given) {
        const labels = Array.from({ length: categories }, (_, label) => label)
        const cohen = (weights: 'none' | 'linear' | 'quadratic') =>
          cohenKappa(ratings[0]!, ratings[1]!, { weights, labels }).value
        const positive = ratings.map((rater) => rater.map((label) => label + 1))
        return {
          cohen: cohen('none'),
          'cohen.linear': cohen('linear'),
          'cohen.quadratic': cohen('quadratic'),
          fleiss: fleissKappa(ratings).value,
          randolph: randolphKappa(ratings, categories).value,
          'nltk.avg_Ao': observedAgreement(ratings).value,
          'nltk.S': orDivision(randolphKappa(ratings)),
          'nltk.pi': orDivision(fleissKappa(ratings)),
          'nltk.kappa': orDivision(meanCohenKappa(ratings)),
          'nltk.multi_kappa': orDivision(daviesFleissKappa(ratings)),
          'nltk.alpha': krippendorffAlpha(ratings).value ?? 1,
          ...alphas('alpha', positive),
          ...alphas('alphaMissing', withMissing),
        }
      },
    },
  },
  deviations: [
    {
      name: 'one label',
      reason: 'alpha of ratings that are all the same is undefined here and 1 in NLTK',
      differing: ({ ratings }: Given) => (krippendorffAlpha(ratings).value === null ? 1 : 0),
    },
  ],
}

/** NLTK divides by zero where we say undefined. */
function orDivision({ value }: Answer): unknown {
  return value ?? { error: 'ZeroDivisionError' }
}

function alphas(name: string, ratings: RatingsWithGaps): Record<string, unknown> {
  return Object.fromEntries(
    (['nominal', 'ordinal', 'interval', 'ratio'] as const).map((level) => [
      `${name}.${level}`,
      krippendorffAlpha(ratings, { level }).value ?? refusal(ratings),
    ]),
  )
}

/** fast-krippendorff refuses data of a single value, or without a unit to compare; else it divides by zero. */
function refusal(ratings: RatingsWithGaps): unknown {
  const values = new Set(ratings.flat().filter((label) => label !== null))
  const isPaired = (_: unknown, unit: number) => ratings.filter((rater) => rater[unit] !== null).length >= 2
  return values.size < 2 || !ratings[0]!.some(isPaired) ? { error: 'ValueError' } : null
}
