import type { Span } from '@assay/schema'
import { beforeNumber, neverLast, sometimesLast } from './abbreviations.ts'
import { monthOf, weekdayOf } from './date-words.ts'
import { stopWords } from './words.ts'

const stops = '.!?…؟۔।॥。！？｡'
const closers = String.raw`"'”’»›)\]}」』）`
const openers = String.raw`"'“‘„‚«‹(\[{¿¡「『（`
const breaks = new RegExp(String.raw`[${stops}][${stops}${closers}]*|\n[^\S\n]*\n|\u2029`, 'gu')

/**
 * Sentences in order, without white space at their ends; together they cover every other character. A sentence
 * ends at a stop mark (with the quotes and brackets that close behind it) before white space, or at an empty
 * line; a single line break does not end one. Not ends: abbreviations, initials, decimals, list numbers, a stop
 * before a lower-case word. A dateline stays in its sentence. Rules for English news; marks of other scripts
 * end sentences too. Empty text: none. Linear time.
 */
export function sentenceSpans(text: string): Span[] {
  const sentences: Span[] = []
  let start = 0
  for (const match of text.matchAll(breaks)) {
    const end = match.index + match[0].length
    const isParagraphBreak = match[0].endsWith('\n') || match[0] === '\u2029'
    if (!isParagraphBreak && !endsSentence(text, start, match.index, end)) continue
    addTrimmed(sentences, text, start, end)
    start = end
  }
  addTrimmed(sentences, text, start, text.length)
  return sentences
}

function addTrimmed(sentences: Span[], text: string, start: number, end: number): void {
  const slice = text.slice(start, end)
  const from = start + slice.length - slice.trimStart().length
  const to = start + slice.trimEnd().length
  if (from < to) sentences.push({ start: from, end: to })
}

/** Whether the stop mark at `at`, whose marks and closers reach to `end`, ends the sentence begun at `start`. */
function endsSentence(text: string, start: number, at: number, end: number): boolean {
  if (end === text.length || /[。！？｡]/.test(text[at]!)) return true
  if (!/\s/.test(text[end]!)) return false
  const next = readAhead(text, end)
  const before = text[at] === '.' && text[at + 1] !== '.' ? wordBefore(text, at) : ''
  if (isListNumber(text, start, at)) return false
  if (neverLast.has(before)) return false
  if (beforeNumber.has(before) && /^\p{N}/u.test(next.word)) return false
  if (isAmbiguous(before)) return !next.isAfterDash && beginsSentence(next, before)
  return !/^\p{Ll}/u.test(next.word) || /^\p{Ll}{1,2}-?\p{Lu}/u.test(next.word)
}

interface Ahead {
  /** The first word of what follows, or empty if that begins with something else. */
  readonly word: string
  readonly isAfterDash: boolean
  /** A full stop stands directly behind the word. */
  readonly hasStop: boolean
}

const ahead = new RegExp(
  String.raw`\s*[${openers}]*([-–—―]*)\s*[${openers}]*([\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]{0,30})?(\.?)`,
  'uy',
)

function readAhead(text: string, from: number): Ahead {
  ahead.lastIndex = from
  const [, dash = '', word = '', stop = ''] = ahead.exec(text) ?? []
  return { word, isAfterDash: dash !== '', hasStop: stop !== '' }
}

/** The word, with its inner full stops, that ends at `at`. Only short ones matter, so only a little is read. */
function wordBefore(text: string, at: number): string {
  return /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.&]*$/u.exec(text.slice(Math.max(0, at - 16), at))?.[0] ?? ''
}

/** "1. First of all": the sentence so far is a number or a single letter. */
function isListNumber(text: string, start: number, at: number): boolean {
  return at - start < 12 && /^\s*\(?(?:\p{N}{1,3}|\p{L})$/u.test(text.slice(start, at))
}

/** Initials ("J."), initialisms ("U.S.", "p.m.", "Ph.D.") and abbreviations that may or may not end a sentence. */
function isAmbiguous(before: string): boolean {
  return sometimesLast.has(before) || /^\p{Lu}$/u.test(before) || /^(?:\p{L}{1,2}\.)+\p{L}$/u.test(before)
}

const moreStarters = new Set([
  'according',
  'afterwards',
  'despite',
  'earlier',
  'however',
  'later',
  'meanwhile',
])

/** Whether what follows an ambiguous abbreviation is a new sentence rather than the rest of a name or a date. */
function beginsSentence(next: Ahead, before: string): boolean {
  const word = next.word.toLowerCase()
  if (next.word === '') return true
  if (next.hasStop || !/^\p{Lu}|^\p{Lo}/u.test(next.word)) return false
  if (/^[ap]\.m$/i.test(before))
    return !monthOf.has(word) && !weekdayOf.has(word) && !/^\p{Lu}{2,5}$/u.test(next.word)
  return stopWords.has(word) || moreStarters.has(word) || !/\p{Lu}/u.test(next.word)
}
