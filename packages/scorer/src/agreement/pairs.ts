import type { Score } from '@assay/schema'

/** `score` of every two raters, in their order. */
export function scorePairs<R>(raters: readonly R[], score: (a: R, b: R) => Score): Score[] {
  return raters.flatMap((a, i) => raters.slice(i + 1).map((b) => score(a, b)))
}

/** The mean of defined scores, the same to the bit in any order; at least one. */
export function meanOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted.reduce((sum, value) => sum + value, 0) / sorted.length
}

/** The mean of the scores, or the first that is undefined. */
export function meanScore(scores: readonly Score[]): Score {
  const undefinedScore = scores.find(({ value }) => value === null)
  return undefinedScore ?? { value: meanOf(scores.map(({ value }) => value!)) }
}
