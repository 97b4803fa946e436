import { ngramMatches } from '../ngram-matches.ts'
import { type BleuTokenizer, bleuTokens } from './tokenize.ts'

/** What BLEU is made of. Counts of a corpus are the sums of those of its segments. */
export interface BleuCounts {
  /** Clipped n-gram matches, by order from 1. */
  readonly matches: readonly number[]
  /** N-grams of the predicted text, by order from 1. */
  readonly totals: readonly number[]
  /** Tokens of the predicted text. */
  readonly predictedLength: number
  /** Tokens of that reference whose length is closest to the predicted one, of two the shorter. */
  readonly goldLength: number
}

export interface BleuOptions {
  /** Default `13a`. */
  readonly tokenizer?: BleuTokenizer
  /** Default false: "The" and "the" do not match. */
  readonly lowerCase?: boolean
  /** The longest n-grams. Default 4. */
  readonly maxOrder?: number
}

/**
 * Matches of one text with its references, as sacreBLEU counts them: an n-gram may match as often as that
 * reference has it which has most of it (Papineni et al. 2002). No reference: no match, and a gold length of 0.
 */
export function bleuCounts(
  gold: readonly string[],
  predicted: string,
  { tokenizer = '13a', lowerCase = false, maxOrder = 4 }: BleuOptions = {},
): BleuCounts {
  const numbers = new Map<string, number>()
  const read = (text: string): Int32Array => {
    const tokens = bleuTokens(lowerCase ? text.toLowerCase() : text, tokenizer)
    const ids = new Int32Array(tokens.length)
    for (let i = 0; i < ids.length; i++) {
      const token = tokens[i]!
      let id = numbers.get(token)
      if (id === undefined) numbers.set(token, (id = numbers.size))
      ids[i] = id
    }
    return ids
  }
  const tokens = read(predicted)
  const references = gold.map(read)
  return {
    matches: ngramMatches(references, tokens, maxOrder),
    totals: Array.from({ length: maxOrder }, (_, shorter) => Math.max(0, tokens.length - shorter)),
    predictedLength: tokens.length,
    goldLength: closestLength(references, tokens.length),
  }
}

/** The counts of a corpus. At least one segment. */
export function sumBleuCounts(segments: readonly BleuCounts[]): BleuCounts {
  return segments.reduce((sum, one) => ({
    matches: sum.matches.map((count, order) => count + one.matches[order]!),
    totals: sum.totals.map((count, order) => count + one.totals[order]!),
    predictedLength: sum.predictedLength + one.predictedLength,
    goldLength: sum.goldLength + one.goldLength,
  }))
}

function closestLength(references: readonly Int32Array[], length: number): number {
  const distance = (one: number) => Math.abs(one - length)
  return references
    .map((reference) => reference.length)
    .reduce((best, one) => {
      const isCloser = distance(one) < distance(best) || (distance(one) === distance(best) && one < best)
      return isCloser ? one : best
    }, references[0]?.length ?? 0)
}
