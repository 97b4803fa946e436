import { AssayError } from '@assay/schema'

/** What a rater says of a unit: a category, or a number where distances count. */
export type Label = string | number

/** One row per rater, one label per unit, the units in the same order for all. */
export type Ratings = readonly (readonly Label[])[]

/** The same with gaps: `null` where a rater did not rate the unit. */
export type RatingsWithGaps = readonly (readonly (Label | null)[])[]

/** Why a chance-corrected agreement has no value: there was nothing to disagree about. */
export const oneLabel = 'all ratings are the same label, so chance agrees as well'
export const noUnits = 'no unit was rated'

/** @throws AssayError `usage` with fewer than two raters, or rows of different lengths. */
export function checkRatings(ratings: RatingsWithGaps): void {
  const lengths = ratings.map(({ length }) => length)
  if (lengths.length >= 2 && lengths.every((length) => length === lengths[0])) return
  throw new AssayError('usage', `ratings of ${lengths.length} raters on ${lengths.join(', ')} units`, {
    hint: 'Give two raters or more, each with one label per unit.',
  })
}

/** How often each label was given. */
export function countLabels(labels: Iterable<Label>): Map<Label, number> {
  const counts = new Map<Label, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return counts
}

/** Labels of one unit, in the order of raters. */
export function unitsOfRatings<L extends Label | null>(ratings: readonly (readonly L[])[]): L[][] {
  return (ratings[0] ?? []).map((_, unit) => ratings.map((rater) => rater[unit]!))
}

/** Each label once; numbers by size, then text by code units. */
export function labelsInOrder(labels: Iterable<Label>): Label[] {
  return [...new Set(labels)].sort((a, b) =>
    typeof a === typeof b ? (a < b ? -1 : 1) : typeof a === 'number' ? -1 : 1,
  )
}
