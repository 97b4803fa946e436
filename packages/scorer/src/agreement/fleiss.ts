import type { Score } from '@assay/schema'
import { observedAgreement } from './observed.ts'
import { countLabels, oneLabel, type Ratings } from './ratings.ts'

/**
 * Fleiss' kappa of two or more raters (Fleiss 1971): observed agreement corrected for what raters would agree on
 * who draw from the labels of all of them together. Of two raters it is Scott's pi. Undefined if only one label was
 * given.
 */
export function fleissKappa(ratings: Ratings): Score {
  return correctForChance(observedAgreement(ratings), pooledChance(ratings), oneLabel)
}

/** Chance that two ratings agree which are drawn from all ratings. */
export function pooledChance(ratings: Ratings): number {
  const total = ratings.reduce((sum, { length }) => sum + length, 0)
  let squares = 0
  for (const count of countLabels(ratings.flat()).values()) squares += count * count
  return squares / (total * total)
}

/** `(observed - chance) / (1 - chance)`, undefined where chance is 1. */
export function correctForChance(observed: Score, chance: number, because: string): Score {
  if (observed.value === null) return observed
  return chance === 1 ? { value: null, because } : { value: (observed.value - chance) / (1 - chance) }
}
