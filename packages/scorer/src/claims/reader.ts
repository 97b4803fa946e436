import type { Annotation, Article, EntityType, Span } from '@assay/schema'
import { findDates, findNumbers, type NumberMention, stopWords, timexInterval, wordTokens } from '@assay/text'
import { foldWord } from '../names/fold-word.ts'
import { createNameFinder } from '../names/gold-names.ts'
import { negatedTokens } from './negation.ts'
import { agentAndPatient } from './roles.ts'
import { createStrangerFinder } from './strangers.ts'
import type { ClaimPart, ClaimReading, ClaimToken } from './tokens.ts'
import { conceptOf } from './wording.ts'

/** The part of an article and its gold that claims are read with, the same for both sides. */
export interface ReadingContext {
  readonly article: Pick<Article, 'publishedAt'>
  readonly gold: Pick<Annotation, 'entities' | 'mentions'>
}

/**
 * Makes the reader of claims and summaries of one article. Names of gold entities become entity tokens, dates
 * interval tokens (relative ones by the publication date), numbers class-and-value tokens; where they overlap the
 * longest wins, then the name. Every other word is its Porter stem, stop words left out ("must" stays). A text
 * without any token is one word, itself, so that it still equals itself.
 */
export function createClaimReader({ article, gold }: ReadingContext): (text: string) => ClaimReading {
  const findNames = createNameFinder(gold)
  const findStrangers = createStrangerFinder(gold)
  const places = new Set((gold.entities ?? []).flatMap(({ id, type }) => (placeTypes.has(type) ? [id] : [])))
  const nationalities = new Set((gold.entities ?? []).flatMap(({ demonyms = [] }) => demonyms.map(foldWord)))
  const describes =
    (text: string) =>
    ({ span, text: name }: ClaimPart) =>
      nationalities.has(name) || /^['’](?:s\b|\s)/.test(text.slice(span.end, span.end + 2))
  return (text) => {
    const names = findNames(text)
    const dates = findDates(text, article.publishedAt)
    const numbers = findNumbers(
      text,
      [...names, ...dates].map(({ span }) => span),
    )
    const isTaken = new Uint8Array(text.length)
    const understood = longestApart(isTaken, [
      ...names.map(({ span, entity }) =>
        part(text, span, { kind: 'entity', key: `entity ${entity}`, entity, isPlace: places.has(entity) }),
      ),
      ...dates.flatMap(({ span, value }) => dateParts(text, span, value)),
      ...numbers.map((number) => numberPart(text, number)),
    ])
    const words = wordTokens(text)
      .filter((word) => isFree(isTaken, word))
      .map(({ start, end }) => wordPart(text, { start, end }))
    const parts = withoutEstimates([...understood, ...words].sort((a, b) => a.span.start - b.span.start))
    const tokens = distinct(parts.flatMap(({ token }) => token ?? []))
    return {
      parts,
      tokens: tokens.length > 0 ? tokens : [{ kind: 'word', key: foldWord(text) }],
      negated: negatedTokens(parts),
      roles: agentAndPatient(parts, describes(text)),
      strangers: findStrangers(text, (run) => isFree(isTaken, run)),
    }
  }
}

const placeTypes: ReadonlySet<EntityType> = new Set(['GPE', 'LOC', 'FAC', 'NORP'])

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

function wordPart(text: string, span: Span): ClaimPart {
  const word = foldWord(text.slice(span.start, span.end))
  const hasContent = !stopWords.has(word) || word === obligation
  return { span, text: word, token: hasContent ? { kind: 'word', key: conceptOf(word) } : null }
}

/** What somebody has to do is not yet done: among the stop words this one is part of what is claimed. */
const obligation = 'must'

/** Of overlapping parts the longest; of equally long ones the first in the list. Marks the code units they take. */
function longestApart(isTaken: Uint8Array, parts: readonly ClaimPart[]): ClaimPart[] {
  const length = ({ span }: ClaimPart) => span.end - span.start
  return parts
    .toSorted((a, b) => length(b) - length(a))
    .filter(({ span }) => {
      const isKept = isFree(isTaken, span)
      if (isKept) isTaken.fill(1, span.start, span.end)
      return isKept
    })
}

function isFree(isTaken: Uint8Array, { start, end }: Span): boolean {
  return !isTaken.subarray(start, end).includes(1)
}

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
