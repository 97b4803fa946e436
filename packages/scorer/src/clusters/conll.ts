import type { Score } from '@assay/schema'
import { sumOf } from './score.ts'

/** The CoNLL-2012 average: the mean of the F1 of MUC, B-cubed and CEAF by entities; undefined if one of them is. */
export function conllAverage(muc: Score, bCubed: Score, ceafE: Score): Score {
  const scores = [muc, bCubed, ceafE]
  const missing = scores.find(({ value }) => value === null)
  if (missing !== undefined) return missing
  return { value: sumOf(scores.map(({ value }) => value ?? 0)) / scores.length }
}
