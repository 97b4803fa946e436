import type { Score } from '@assay/schema'
import { correctForChance, pooledChance } from './fleiss.ts'
import { meanOf } from './pairs.ts'
import { checkRatings, type Label, noUnits, oneLabel } from './ratings.ts'

/**
 * Scott's pi of two raters (Scott 1955): the share of units on which they agree, corrected for the agreement of two
 * raters who both draw from the labels of the two together. Undefined if only one label was given. For more raters
 * it becomes `fleissKappa`.
 */
export function scottPi(a: readonly Label[], b: readonly Label[]): Score {
  checkRatings([a, b])
  if (a.length === 0) return { value: null, because: noUnits }
  const observed = { value: meanOf(a.map((label, i) => (label === b[i] ? 1 : 0))) }
  return correctForChance(observed, pooledChance([a, b]), oneLabel)
}
