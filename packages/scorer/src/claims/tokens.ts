import type { Annotation, Article, Span } from '@assay/schema'
import {
  findDates,
  findNumbers,
  type NumberMention,
  numbersAgree,
  stem,
  stopWords,
  timexInterval,
  wordTokens,
} from '@assay/text'
import { foldWord } from '../names/fold-word.ts'
import { createNameFinder } from '../names/gold-names.ts'
import { createStrangerFinder } from './strangers.ts'

/** What a text says, unit by unit. Two tokens of one kind agree or do not; of two kinds never. */
export type ClaimToken =
  | { readonly kind: 'entity'; readonly key: string; readonly entity: string }
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

export interface ClaimReading {
  readonly text: string
  readonly parts: readonly ClaimPart[]
  /** The distinct tokens; never empty. */
  readonly tokens: readonly ClaimToken[]
  /** Names that belong to no gold entity. */
  readonly strangers: readonly string[]
}

/** The part of an article and its gold that claims are read with, the same for both sides. */
export interface ReadingContext {
  readonly article: Pick<Article, 'publishedAt'>
  readonly gold: Pick<Annotation, 'entities' | 'mentions'>
}

/**
 * Makes the reader of claims and summaries of one article. Names of gold entities become entity tokens, dates
 * interval tokens (relative ones by the publication date), numbers class-and-value tokens; where they overlap the
 * longest wins, then the name. Every other word is its Porter stem, stop words left out ("must" stays). A text without any token
 * is one word, itself, so that it still equals itself.
 */
export function createClaimReader({ article, gold }: ReadingContext): (text: string) => ClaimReading {
  const findNames = createNameFinder(gold)
  const findStrangers = createStrangerFinder(gold)
  return (text) => {
    const dates = findDates(text, article.publishedAt)
    const names = findNames(text)
    const taken = [...names, ...dates].map((found) => found.span)
    const candidates = [
      ...names.map(({ span, entity }) =>
        part(text, span, { kind: 'entity', key: `entity ${entity}`, entity }),
      ),
      ...dates.flatMap(({ span, value }) => dateParts(text, span, value)),
      ...findNumbers(text, taken).map((number) => numberPart(text, number)),
    ]
    const understood = longestApart(candidates)
    const parts = withoutEstimates(withWords(text, understood))
    const tokens = distinct(parts.flatMap(({ token }) => token ?? []))
    return {
      text,
      parts,
      tokens: tokens.length > 0 ? tokens : [{ kind: 'word', key: foldWord(text) }],
      strangers: findStrangers(
        text,
        understood.map(({ span }) => span),
      ),
    }
  }
}

/** Words agree if equal, dates if one contains the other, numbers by their own rule. */
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

function part(text: string, span: Span, token: ClaimToken | null): ClaimPart {
  return { span, text: foldWord(text.slice(span.start, span.end)), token }
}

function dateParts(text: string, span: Span, value: string): ClaimPart[] {
  const interval = timexInterval(value)
  if (interval === null) return []
  return [part(text, span, { kind: 'date', key: `date ${interval.begin} ${interval.end}`, ...interval })]
}

function numberPart(text: string, number: NumberMention): ClaimPart {
  const key = `number ${number.class} ${number.value} ${number.digits} ${number.approximate}`
  return part(text, number.span, { kind: 'number', key, number })
}

/** Of overlapping parts the longest; of equally long ones the first in the list. In text order. */
function longestApart(parts: readonly ClaimPart[]): ClaimPart[] {
  const length = ({ span }: ClaimPart) => span.end - span.start
  const kept: ClaimPart[] = []
  for (const part of parts.toSorted((a, b) => length(b) - length(a))) {
    if (!kept.some(({ span }) => span.start < part.span.end && part.span.start < span.end)) kept.push(part)
  }
  return kept.sort((a, b) => a.span.start - b.span.start)
}

/** Adds the words that stand outside the given parts. */
function withWords(text: string, parts: readonly ClaimPart[]): ClaimPart[] {
  const words = wordTokens(text)
    .filter(({ start, end }) => !parts.some(({ span }) => span.start < end && start < span.end))
    .map(({ start, end }) => wordPart(text, { start, end }))
  return [...parts, ...words].sort((a, b) => a.span.start - b.span.start)
}

function wordPart(text: string, span: Span): ClaimPart {
  const word = foldWord(text.slice(span.start, span.end))
  const hasContent = !stopWords.has(word) || word === obligation
  return { span, text: word, token: hasContent ? { kind: 'word', key: stem(word) } : null }
}

/** What somebody has to do is not yet done: among the stop words this one is part of what is claimed. */
const obligation = 'must'

const estimateWords = new Set(
  'approx approximately circa close estimated fewer greater higher lower nearly roughly upward upwards'.split(
    ' ',
  ),
)

/** "Roughly" before a number is part of the number, which carries it as `approximate`. */
function withoutEstimates(parts: readonly ClaimPart[]): ClaimPart[] {
  return parts.map((part, at) => {
    const isBeforeEstimate = parts
      .slice(at + 1, at + 3)
      .some(({ token }) => token?.kind === 'number' && token.number.approximate)
    return isBeforeEstimate && estimateWords.has(part.text) ? { ...part, token: null } : part
  })
}

function distinct(tokens: readonly ClaimToken[]): ClaimToken[] {
  return [...new Map(tokens.map((token) => [token.key, token])).values()]
}
