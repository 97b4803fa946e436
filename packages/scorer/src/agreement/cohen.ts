import { AssayError, type Score } from '@assay/schema'
import { checkRatings, countLabels, type Label, labelsInOrder, noUnits, oneLabel } from './ratings.ts'

export interface CohenOptions {
  /** How much a disagreement weighs by the distance of the two labels in their order. Default `none`: all the same. */
  readonly weights?: 'none' | 'linear' | 'quadratic'
  /** The order of labels for weights. Default: the labels given, numbers by size and before text. */
  readonly labels?: readonly Label[]
}

/**
 * Cohen's kappa of two raters, weighted where asked (Cohen 1960, 1968): 1 minus the observed over the expected
 * disagreement. 1: they always agree; 0: as by chance; below: less. Undefined if both always give one same label.
 *
 * @throws AssayError `usage` for ratings of different lengths, or a label that `labels` lacks.
 */
export function cohenKappa(
  a: readonly Label[],
  b: readonly Label[],
  { weights = 'none', labels = labelsInOrder([...a, ...b]) }: CohenOptions = {},
): Score {
  checkRatings([a, b])
  if (a.length === 0) return { value: null, because: noUnits }
  const places = new Map(labels.map((label, place) => [label, place]))
  const placeOf = (label: Label) => {
    const place = places.get(label)
    if (place !== undefined) return place
    throw new AssayError('usage', `the label ${JSON.stringify(label)} is not among the labels in order`, {
      hint: 'List every label that a rater gives.',
    })
  }
  const weigh = weightings[weights]
  const observed = a.reduce<number>((sum, label, i) => sum + weigh(placeOf(label), placeOf(b[i]!)), 0)
  let expected = 0
  const countsB = [...countLabels(b)]
  for (const [label, count] of countLabels(a)) {
    for (const [other, times] of countsB) expected += weigh(placeOf(label), placeOf(other)) * count * times
  }
  if (expected === 0) return { value: null, because: oneLabel }
  return { value: 1 - (a.length * observed) / expected }
}

const weightings = {
  none: (a: number, b: number) => (a === b ? 0 : 1),
  linear: (a: number, b: number) => Math.abs(a - b),
  quadratic: (a: number, b: number) => (a - b) ** 2,
}
