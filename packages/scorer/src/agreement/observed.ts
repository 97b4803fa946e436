import type { Score } from '@assay/schema'
import { checkRatings, countLabels, noUnits, type Ratings, unitsOfRatings } from './ratings.ts'

/** The share of pairs of ratings of one unit that agree: the mean over pairs of raters. 0 to 1, not corrected for chance. */
export function observedAgreement(ratings: Ratings): Score {
  checkRatings(ratings)
  const raters = ratings.length
  const units = unitsOfRatings(ratings)
  if (units.length === 0) return { value: null, because: noUnits }
  let agreeing = 0
  for (const unit of units) {
    for (const count of countLabels(unit).values()) agreeing += count * (count - 1)
  }
  return { value: agreeing / (units.length * raters * (raters - 1)) }
}
