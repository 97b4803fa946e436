import type { Span } from '@assay/schema'
import { type NumberMention, numbersAgree } from '@assay/text'

/** What a text says, unit by unit. Two tokens of one kind agree or do not; of two kinds never. */
export type ClaimToken =
  | { readonly kind: 'entity'; readonly key: string; readonly entity: string; readonly isPlace: boolean }
  | { readonly kind: 'date'; readonly key: string; readonly begin: number; readonly end: number }
  | { readonly kind: 'number'; readonly key: string; readonly number: NumberMention }
  | { readonly kind: 'word'; readonly key: string }

/** One word, name, date or number of the text, in its order. */
export interface ClaimPart {
  readonly span: Span
  /** Folded. */
  readonly text: string
  /** Null: a word without content of its own. */
  readonly token: ClaimToken | null
}

/** A text as claims are compared. Readings compare if one reader made them. */
export interface ClaimReading {
  readonly parts: readonly ClaimPart[]
  /** The distinct tokens; never empty. */
  readonly tokens: readonly ClaimToken[]
  /** Keys of the tokens that the text negates. */
  readonly negated: ReadonlySet<string>
  /** The first two entities, the acting one first; null: there are not two, or neither acts. */
  readonly roles: readonly [agent: string, patient: string] | null
  /** Names that belong to no gold entity, folded. */
  readonly strangers: readonly string[]
}

/** Words and entities agree if equal, dates if one contains the other, numbers by their own rule. */
export function tokensAgree(a: ClaimToken, b: ClaimToken): boolean {
  if (a.kind === 'date' && b.kind === 'date') {
    return (a.begin <= b.begin && b.end <= a.end) || (b.begin <= a.begin && a.end <= b.end)
  }
  if (a.kind === 'number' && b.kind === 'number') return numbersAgree(a.number, b.number)
  return a.key === b.key
}

/** Whether a token agrees with one of `other`. */
export function isShared(token: ClaimToken, other: ClaimReading): boolean {
  return other.tokens.some((candidate) => tokensAgree(token, candidate))
}
