import type { Usage } from '@assay/schema'

/** US dollars per million tokens, from the price list of the service on the day of the run. */
export interface Prices {
  readonly input: number
  readonly output: number
}

/** What a reply says it took; null where it does not say, or says nonsense. */
export interface TokenCounts {
  readonly input: number | null
  readonly output: number | null
}

/**
 * Tokens and money of one reply. What the service does not count is estimated, so that a service that keeps silent
 * cannot pass under a budget. Without prices there is no money.
 */
export function usageOf(counts: TokenCounts, sent: string, received: string, prices: Prices | null): Usage {
  const inputTokens = counts.input ?? estimateTokens(sent)
  const outputTokens = counts.output ?? estimateTokens(received)
  return { inputTokens, outputTokens, ...(prices && { usd: cost(inputTokens, outputTokens, prices) }) }
}

/** What one request takes at most: its text, and all the output that it may have. A repair is not in it. */
export function expectedUsage(sent: string, maxOutputTokens: number, prices: Prices | null): Usage {
  return usageOf({ input: null, output: maxOutputTokens }, sent, '', prices)
}

/**
 * A rule of thumb: four characters a token. English news has 4 to 5, so it is a little high there; languages and
 * names that a tokenizer does not know can have two characters a token, or fewer.
 */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 4)
}

function cost(inputTokens: number, outputTokens: number, prices: Prices): number {
  return (inputTokens * prices.input + outputTokens * prices.output) / 1e6
}
