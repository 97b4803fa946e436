import type { Span } from '@assay/schema'
import { areJoined, type NumberReading, readNumber } from './number-reading.ts'
import { classOf, currencyOf } from './quantities.ts'
import { type Token, wordTokens } from './tokens.ts'

/** A number in a text, multiplied out ("$5m" is 5,000,000). */
export interface NumberMention {
  /** From the currency sign to the unit, words of estimation left out. */
  readonly span: Span
  readonly value: number
  /** `plain`, `%`, `points` (percentage points), `ordinal`, a currency as ISO code, or a unit such as `km`. */
  readonly class: string
  /** Marked as not exact: "about", "nearly", "more than", "at least", "up to", "or so" ... */
  readonly approximate: boolean
  /** Significant digits shown, at least 1: 8,970 shows 3, 9,000 and "nine thousand" show 1. */
  readonly digits: number
}

/**
 * The numbers of an English text in figures and words, in order. Numbers that overlap a span of `exclude` (dates)
 * are left out, and so are: the words one and two alone ("two" counts before a unit, "one" only before a
 * multiplier, % or currency), first and second, "half" alone, clock times, figures glued to a name ("G7", "COVID-19")
 * or to unknown letters ("5G", "the 20s"), figures beside a slash. An "m" glued to figures is a million. The first end
 * of a range shares multiplier and unit of the second ("1.9 to 2.1 billion euros"). Empty text: none. Linear time in text and exclusions.
 */
export function findNumbers(text: string, exclude: readonly Span[] = []): NumberMention[] {
  const tokens = outside(wordTokens(text), exclude)
  const found: NumberMention[] = []
  for (let at = 0; at < tokens.length; ) {
    const reading = isPartOfName(text, tokens, at) ? null : readNumber(text, tokens, at)
    const mention = reading === null ? null : describe(text, tokens, at, reading, found.at(-1)?.span.end ?? 0)
    if (mention !== null) found.push(mention)
    at = Math.max(at + 1, reading?.next ?? 0)
  }
  return found
}

function outside(tokens: readonly Token[], exclude: readonly Span[]): Token[] {
  const spans = exclude.toSorted((a, b) => a.start - b.start)
  let next = 0
  let end = 0
  return tokens.filter((token) => {
    while (next < spans.length && spans[next]!.start < token.end) end = Math.max(end, spans[next++]!.end)
    return token.start >= end
  })
}

/** "COVID-19", "F-16", "9/11": figures that a capital word or a slash is tied to. */
function isPartOfName(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!
  if (!/^\d/.test(token.text)) return false
  if (text[token.start - 1] === '/' || text[token.end] === '/') return true
  const before = tokens[at - 1]
  return (
    before !== undefined &&
    before.end === token.start - 1 &&
    /[-‐‑–]/.test(text[before.end]!) &&
    /^\p{Lu}/u.test(before.text)
  )
}

/** `from`: where the number before ends. */
function describe(
  text: string,
  tokens: readonly Token[],
  at: number,
  reading: NumberReading,
  from: number,
): NumberMention | null {
  const first = tokens[at]!
  const last = tokens[reading.next - 1]!
  if (!Number.isFinite(reading.value) || isClockTime(text.slice(last.end, last.end + 8))) return null
  const prefix = readPrefix(text, first.start, from)
  const unit = reading.suffix === '' ? readUnit(text, tokens, reading.next) : readSuffix(last, reading.suffix)
  if (unit === null) return null
  const own = reading.kind === 'ordinal' ? 'ordinal' : (prefix.currency ?? unit.class)
  const { kind, value } =
    unit.class === 'plain' ? asRange(text, tokens, reading, own, prefix) : { kind: own, value: reading.value }
  if (isTooCommon(reading, kind)) return null
  const span = {
    start: prefix.start,
    end: reading.kind === 'ordinal' ? last.end : Math.max(last.end, unit.end),
  }
  return {
    span,
    value: prefix.isNegative ? -value : value,
    class: kind,
    approximate: isApproximate(text, span),
    digits: reading.digits,
  }
}

function isClockTime(after: string): boolean {
  return /^\s?(?:[ap]\.?m\b|o['’]clock|GMT|UTC)/i.test(after)
}

function isTooCommon(reading: NumberReading, kind: string): boolean {
  if (!reading.isBareWord || reading.value < 1 || reading.value > 2) return false
  if (reading.value === 1) return !/^(?:%|points|[A-Z]{3})$/.test(kind)
  return reading.value === 2 && kind === 'plain'
}

interface Prefix {
  readonly start: number
  readonly currency: string | null
  readonly isNegative: boolean
}

function readPrefix(text: string, start: number, from: number): Prefix {
  const before = text.slice(Math.max(from, start - 8), start)
  const sign = /(?<![\p{L}\p{N}])((?:[A-Z]{1,2})?[$€£¥₹₽₴₺₪₩]|[A-Z]{3}|Rs\.?)\s?$/u.exec(before)
  const currency = sign === null ? null : (currencyOf.get(sign[1]!.replace('.', '')) ?? null)
  const bare = start - (currency === null ? 0 : sign![0].length)
  const isNegative = bare > from && /(?:^|[\s(])[-−]$/.test(text.slice(Math.max(0, bare - 2), bare))
  return { start: isNegative ? bare - 1 : bare, currency, isNegative }
}

interface Unit {
  readonly class: string
  readonly end: number
}

/** The longest unit of up to four tokens, or a symbol, behind a number. No unit: class `plain`. */
function readUnit(text: string, tokens: readonly Token[], next: number): Unit {
  const from = tokens[next - 1]!.end
  const symbol = /^\s?(?:%|°[CF]?|[€$£](?!\s?\d))/.exec(text.slice(from, from + 3))?.[0]
  if (symbol !== undefined) return { class: classOf.get(symbol.trim())!, end: from + symbol.length }
  const plain = { class: 'plain', end: from }
  if (!areJoined(text, tokens, next)) return plain
  const { start } = tokens[next]!
  for (const last of tokens.slice(next, next + 4).reverse()) {
    const name = lookUp(text.slice(start, last.end).replaceAll(/[-‐‑\s]+/g, ' '))
    // A single letter behind a space is a unit only where it cannot be an initial or a word.
    if (name !== undefined && (last.end - start > 1 || /[tg]/.test(last.text)))
      return { class: name, end: last.end }
  }
  return plain
}

/**
 * What a number is once it is seen that a range begins with it: "1.9 to 2.1 billion euros", "3-5%", "between $2 and
 * $3 million". A number that has no multiplier takes that of the second, if it is the smaller one as written; one
 * that has no unit takes its class.
 */
function asRange(
  text: string,
  tokens: readonly Token[],
  first: NumberReading,
  own: string,
  prefix: Prefix,
): { readonly kind: string; readonly value: number } {
  const alone = { kind: own, value: first.value }
  const last = tokens[first.next - 1]!
  const isBetween = /(?<!\p{L})[Bb]etween\s$/u.test(text.slice(Math.max(0, prefix.start - 8), prefix.start))
  const link = rangeLink.exec(text.slice(last.end, last.end + 12))
  if (first.kind === 'ordinal' || link === null || (link[1] === 'and' && !isBetween)) return alone
  const at = first.next + (link[1] === undefined ? 0 : 1)
  const second = tokens[at] === undefined ? null : readNumber(text, tokens, at)
  if (second === null || second.kind === 'ordinal') return alone
  const { currency } = readPrefix(text, tokens[at]!.start, last.end)
  const unit =
    second.suffix === '' ? readUnit(text, tokens, second.next) : readSuffix(tokens[at]!, second.suffix)
  const kind = currency ?? unit?.class ?? 'plain'
  if (own !== 'plain' && kind !== 'plain' && own !== kind) return alone
  const isSmaller = first.value < second.value / 10 ** second.power && first.value < 1e6
  const value = first.power === 0 && isSmaller ? Number(`${first.value}e${second.power}`) : first.value
  return { kind: own === 'plain' ? kind : own, value }
}

/** Between two numbers of a range, the currency sign of the second left out. */
const rangeLink = /^(?:\s(to|and)\s|[-‐‑–]|\s[–]\s)(?=[^\s\d]{0,3}\s?[\p{L}\p{N}])/u

/** The unit glued to figures, or null if the letters are none. */
function readSuffix(token: Token, suffix: string): Unit | null {
  const name = classOf.get(suffix)
  return name === undefined ? null : { class: name, end: token.end }
}

/** Symbols as they are written ("MW"), words in any case. */
function lookUp(phrase: string): string | undefined {
  return (
    classOf.get(phrase) ?? (/^\p{Lu}\p{Ll}/u.test(phrase) ? classOf.get(phrase.toLowerCase()) : undefined)
  )
}

const estimateBefore =
  /(?<![\p{L}\p{N}])(?:about|around|nearly|almost|approximately|approx\.|roughly|some|over|under|above|below|circa|c\.|near|(?:more|less|fewer|greater|higher|lower) than|at (?:least|most)|up to|close to|upwards? of|as (?:many|much|few|little) as|estimated)\s$|[~≈]\s?$/iu
const estimateAfter = /^(?:\+|-odd\b|\s(?:or so|or more|or less|or fewer|odd)\b|-plus\b)/

function isApproximate(text: string, span: Span): boolean {
  return (
    estimateBefore.test(text.slice(Math.max(0, span.start - 24), span.start)) ||
    estimateAfter.test(text.slice(span.end, span.end + 10))
  )
}
