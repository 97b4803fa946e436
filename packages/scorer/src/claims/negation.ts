import { negators } from '@assay/text'
import type { ClaimPart } from './tokens.ts'

/** Begin like a negation and are none: "not only", "no more than 30", "no doubt". The rest of the phrase is skipped. */
const notNegations = phrases([
  'not only',
  'not just',
  'not merely',
  'not simply',
  'not least',
  'no doubt',
  'no less than',
  'no fewer than',
  'no more than',
  'not less than',
  'not fewer than',
  'not more than',
])

/** Negations of several words. What they negate stands behind the whole phrase. */
const negatingPhrases = phrases([
  'no longer',
  'lack of',
  'fail to',
  'fails to',
  'failed to',
  'refuse to',
  'refuses to',
  'refused to',
  'decline to',
  'declines to',
  'declined to',
])

/** Deny the clause behind them: its first word with content, names apart, is negated, however far it is. */
const denials = phrases([
  'not true that',
  'untrue that',
  'false that',
  'not the case that',
  'deny that',
  'denies that',
  'denied that',
  'dispute that',
  'disputes that',
  'disputed that',
])

/**
 * Keys of the tokens that a text negates: the first with content among the three words behind a negator. Negated
 * twice is not negated ("not without", "did not fail to"). "No" directly before a number is none ("No 5").
 */
export function negatedTokens(parts: readonly ClaimPart[]): Set<string> {
  const negated = new Set<ClaimPart>()
  for (let at = 0; at < parts.length; ) {
    const skipped = phraseAt(parts, at, notNegations)
    const denial = phraseAt(parts, at, denials)
    const phrase = phraseAt(parts, at, negatingPhrases)
    if (skipped > 0) at += skipped
    else if (denial > 0) {
      at += denial
      toggle(negated, firstWord(parts, at))
    } else if (phrase > 0) {
      at += phrase
      toggle(negated, firstContent(parts, at))
    } else {
      if (isNegator(parts, at)) toggle(negated, firstContent(parts, at + 1))
      at++
    }
  }
  return new Set([...negated].flatMap(({ token }) => token?.key ?? []))
}

const reach = 3

/** Words of a negating phrase are passed over, not negated: "did not fail to pay" is about paying. */
function firstContent(parts: readonly ClaimPart[], from: number): ClaimPart | undefined {
  for (let at = from; at < from + reach; ) {
    const phrase = phraseAt(parts, at, negatingPhrases)
    if (phrase === 0 && parts[at]?.token) return parts[at]
    at += Math.max(phrase, 1)
  }
  return undefined
}

function firstWord(parts: readonly ClaimPart[], from: number): ClaimPart | undefined {
  let at = from
  while (at < parts.length && parts[at]!.token?.kind !== 'word') at++
  return parts[at]
}

function isNegator(parts: readonly ClaimPart[], at: number): boolean {
  const isOrdinal = parts[at]!.text === 'no' && parts[at + 1]?.token?.kind === 'number'
  return negators.has(parts[at]!.text) && !isOrdinal
}

type Phrases = readonly (readonly string[])[]

function phrases(list: readonly string[]): Phrases {
  return list.map((phrase) => phrase.split(' '))
}

/** Number of words of the phrase that stands at `at`, or 0. */
function phraseAt(parts: readonly ClaimPart[], at: number, list: Phrases): number {
  return list.find((words) => words.every((word, i) => parts[at + i]?.text === word))?.length ?? 0
}

function toggle(set: Set<ClaimPart>, part: ClaimPart | undefined): void {
  if (part !== undefined && !set.delete(part)) set.add(part)
}
