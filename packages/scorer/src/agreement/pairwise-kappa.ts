import type { Score } from '@assay/schema'
import { cohenKappa, type CohenOptions } from './cohen.ts'
import { correctForChance } from './fleiss.ts'
import { observedAgreement } from './observed.ts'
import { meanOf, meanScore, scorePairs } from './pairs.ts'
import { checkRatings, countLabels, type Label, oneLabel, type Ratings } from './ratings.ts'

/**
 * Cohen's kappa averaged over all pairs of raters (Light 1971). Undefined if it is for one of the pairs.
 */
export function meanCohenKappa(ratings: Ratings, options: CohenOptions = {}): Score {
  checkRatings(ratings)
  return meanScore(scorePairs(ratings, (a, b) => cohenKappa(a, b, options)))
}

/**
 * Cohen's kappa for several raters (Davies and Fleiss 1982): agreement and chance agreement are averaged over the
 * pairs of raters first, then chance is corrected for once. Undefined if only one label was given.
 */
export function daviesFleissKappa(ratings: Ratings): Score {
  const observed = observedAgreement(ratings)
  if (observed.value === null) return observed
  const chances = scorePairs(ratings, (a, b) => ({ value: chanceOf(a, b) }))
  return correctForChance(observed, meanOf(chances.map(({ value }) => value!)), oneLabel)
}

/** Chance that a rating of one agrees with a rating of the other. */
function chanceOf(a: readonly Label[], b: readonly Label[]): number {
  const countsB = countLabels(b)
  let agreeing = 0
  for (const [label, count] of countLabels(a)) agreeing += count * (countsB.get(label) ?? 0)
  return agreeing / (a.length * b.length)
}
