import type { Certainty, Polarity } from '@assay/schema'
import { negators, wordTokens } from '@assay/text'

const possible = /\b(?:may|might|could|possibly|perhaps|maybe|potentially|possible|possibility)\b/i
const probable =
  /\b(?:likely|probably|presumably|apparently|appears?|appeared|seems?|seemed|suspected|believed|thought to|expected|estimated|allegedly|alleged|reportedly|should|predicts?|predicted|forecasts?|projected)\b/i
const open = /\b(?:whether|if|unclear|unknown|not (?:yet )?known)\b/i

/** How sure a clause is of itself, by its hedges (FactBank). The weakest one counts. */
export function certaintyOf(clause: string): Certainty {
  if (open.test(clause)) return 'U'
  // "May" with a capital inside a clause is the month.
  const hedged = clause.replaceAll(/(?<=\S\s)May\b/g, '')
  if (possible.test(hedged)) return 'PS'
  return probable.test(hedged) ? 'PR' : 'CT'
}

/** Whether a clause denies something. "Without" and "not only" do not turn it round. */
export function polarityOf(clause: string): Polarity {
  const words = wordTokens(clause.replaceAll(/\bnot (?:only|just)\b/gi, '')).map(({ text }) =>
    text.toLowerCase(),
  )
  return words.some((word) => word !== 'without' && negators.has(word)) ? '-' : '+'
}
