import type { Score } from '@assay/schema'
import { correctForChance } from './fleiss.ts'
import { observedAgreement } from './observed.ts'
import { oneLabel, type Ratings } from './ratings.ts'

/**
 * Randolph's kappa (Randolph 2005): observed agreement corrected for raters who choose among `categories` labels at
 * random, each as likely. Of two raters it is Bennett's S. Undefined with a single category. `categories` is the
 * number of labels that could have been given; default: that were.
 */
export function randolphKappa(ratings: Ratings, categories = new Set(ratings.flat()).size): Score {
  return correctForChance(observedAgreement(ratings), 1 / categories, oneLabel)
}
