import { type Labelled, overlapLength } from './items.ts'
import type { Scheme } from './schemes.ts'

/** The thresholds of the sweep, in tenths: an overlap of at least 0.1 to 1.0. */
export const sweepTenths: readonly number[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

/**
 * Credit 1 for an accepted type and an overlap of at least `tenths`/10, as Jaccard: shared code units over those of
 * either span. At 10 tenths the boundaries must be the same. In whole numbers, so that 0.3 is met by 3 of 10.
 */
export function overlapScheme(tenths: number): Scheme {
  return {
    id: `jaccard-${(tenths / 10).toFixed(1)}`,
    credit: (gold, predicted) => (gold.type === predicted.type && reaches(gold, predicted, tenths) ? 1 : 0),
  }
}

function reaches({ span: a }: Labelled, { span: b }: Labelled, tenths: number): boolean {
  const shared = overlapLength(a, b)
  const either = a.end - a.start + (b.end - b.start) - shared
  return shared > 0 && 10 * shared >= tenths * either
}
