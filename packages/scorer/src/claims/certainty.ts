import type { Certainty } from '@assay/schema'
import { wordTokens } from '@assay/text'
import type { Attributed } from './attribution.ts'

/** Words that lower the certainty of a claim, weakest reading first: the first list with a word in the claim decides. */
const hedges: readonly (readonly [Certainty, readonly string[]])[] = [
  ['U', ['whether', 'unclear', 'unknown', 'uncertain']],
  ['PS', ['may', 'might', 'could', 'possibly', 'perhaps', 'maybe', 'conceivably']],
  ['PR', ['probably', 'likely', 'presumably', 'expected', 'apparently', 'seems', 'appears']],
]

/**
 * The certainties that a claim's own words allow, judged by its holder's words, not by who reports it ("reportedly"
 * and "allegedly" lower nothing): certain without a hedge; what somebody believes is probable or certain.
 */
export function certaintiesOf({ text, isBelief }: Attributed): readonly Certainty[] {
  // "May" with a capital is a month.
  const words = new Set(wordTokens(text).map((token) => token.text))
  const hedged = hedges.find(([, list]) => list.some((word) => words.has(word)))
  if (hedged !== undefined) return [hedged[0]]
  return isBelief ? ['PR', 'CT'] : ['CT']
}
