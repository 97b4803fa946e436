import { AssayError, type Score } from '@assay/schema'
import {
  checkRatings,
  countLabels,
  type Label,
  labelsInOrder,
  type RatingsWithGaps,
  unitsOfRatings,
} from './ratings.ts'

export interface KrippendorffOptions {
  /**
   * What the distance of two labels is. `nominal` (default): 1 unless they are equal. The others take numbers:
   * `ordinal` counts the ratings between the two, `interval` is their difference, `ratio` that over their sum; all
   * squared.
   */
  readonly level?: 'nominal' | 'ordinal' | 'interval' | 'ratio'
}

/**
 * Krippendorff's alpha (Krippendorff 2004, chapter 11): 1 minus the observed over the expected disagreement, for any
 * number of raters and with gaps. Units with fewer than two ratings say nothing. Undefined if nothing can be
 * paired, or all that can is one label.
 *
 * @throws AssayError `usage` for a label that is no number where the level needs one.
 */
export function krippendorffAlpha(
  ratings: RatingsWithGaps,
  { level = 'nominal' }: KrippendorffOptions = {},
): Score {
  checkRatings(ratings)
  const units = unitsOfRatings(ratings)
    .map((labels) => labels.filter((label) => label !== null))
    .filter(({ length }) => length >= 2)
  if (units.length === 0) return { value: null, because: 'no unit has two ratings' }
  const totals = countLabels(units.flat())
  const labels = labelsInOrder(totals.keys())
  if (level !== 'nominal') checkNumbers(labels)
  const distance = distances[level](labels, totals)
  const place = new Map(labels.map((label, i) => [label, i]))

  // Units of one size are added up in whole numbers first, so that their order changes nothing.
  const observedBySize = new Map<number, Float64Array>()
  for (const unit of units) {
    const counts = [...countLabels(unit)].map(([label, count]) => [place.get(label)!, count] as const)
    const sums = observedBySize.get(unit.length) ?? new Float64Array(labels.length ** 2)
    for (const [i, n] of counts) {
      for (const [j, m] of counts) if (i < j) sums[i * labels.length + j]! += n * m
    }
    observedBySize.set(unit.length, sums)
  }
  let observed = 0
  for (const [size, sums] of [...observedBySize].sort(([a], [b]) => a - b)) {
    sums.forEach((count, at) => {
      if (count > 0)
        observed += (count / (size - 1)) * distance(Math.floor(at / labels.length), at % labels.length)
    })
  }
  let [expected, total] = [0, 0]
  labels.forEach((label, i) => {
    total += totals.get(label)!
    for (let j = i + 1; j < labels.length; j++) {
      expected += totals.get(label)! * totals.get(labels[j]!)! * distance(i, j)
    }
  })
  if (expected === 0) return { value: null, because: 'all ratings that can be paired are the same label' }
  return { value: 1 - ((total - 1) * observed) / expected }
}

type Distance = (i: number, j: number) => number
type Level = (labels: readonly Label[], totals: ReadonlyMap<Label, number>) => Distance

/** By the places of two different labels in their order, the lower first. */
const distances: Readonly<Record<NonNullable<KrippendorffOptions['level']>, Level>> = {
  nominal: () => () => 1,
  ordinal: (labels, totals) => {
    const counts = labels.map((label) => totals.get(label)!)
    return (i, j) => {
      const between = counts.slice(i, j + 1).reduce((sum, count) => sum + count, 0)
      return (between - (counts[i]! + counts[j]!) / 2) ** 2
    }
  },
  interval: (labels) => (i, j) => (Number(labels[i]) - Number(labels[j])) ** 2,
  ratio: (labels) => (i, j) => {
    const [a, b] = [Number(labels[i]), Number(labels[j])]
    return a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2
  },
}

function checkNumbers(labels: readonly Label[]): void {
  const odd = labels.find((label) => typeof label !== 'number' || !Number.isFinite(label))
  if (odd === undefined) return
  throw new AssayError('usage', `the label ${JSON.stringify(odd)} is no number`, {
    hint: 'Ask for the nominal level, or give numbers.',
  })
}
