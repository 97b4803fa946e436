import type { Span } from '@assay/schema'
import { sentenceSpans, stopWords, type Token, wordTokens } from '@assay/text'
import { isCommonWord } from './common-words.ts'

/**
 * Runs of capitalised words: what a text seems to name. Words join over white space, hyphens, full stops of
 * initials, "&" and the small words inside names ("Bank of Norland", "Vincent van Gogh"). A run starts with no
 * stop word; at the start of a sentence, of a quotation or behind a colon with no common word either, since there
 * the capital says nothing. Weekdays, months and "I" are no names.
 */
export function capitalisedRuns(text: string): Span[] {
  return sentenceSpans(text).flatMap((sentence) => {
    const slice = text.slice(sentence.start, sentence.end)
    const tokens = wordTokens(slice).map(({ text, start, end }) => ({
      text,
      start: start + sentence.start,
      end: end + sentence.start,
    }))
    return runs(text, tokens).flatMap((run) => trimmed(text, sentence, run))
  })
}

const small = new Set('of the de del della di da du la le van von der den bin ibn al el'.split(' '))
const calendar = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
)

function runs(text: string, tokens: readonly Token[]): Token[][] {
  const found: Token[][] = []
  let run: Token[] = []
  // Small words count only once a capital follows them.
  let pending: Token[] = []
  const close = () => {
    if (run.length > 0) found.push(run)
    run = []
    pending = []
  }
  for (const token of tokens) {
    const previous = pending.at(-1) ?? run.at(-1)
    if (previous !== undefined && !joins(text, previous, token)) close()
    if (isCapitalised(token)) {
      run.push(...pending, token)
      pending = []
    } else if (run.length > 0 && small.has(token.text)) pending.push(token)
    else close()
  }
  close()
  return found
}

function isCapitalised(token: Token): boolean {
  return /^\p{Lu}/u.test(token.text)
}

function joins(text: string, previous: Token, token: Token): boolean {
  const gap = text.slice(previous.end, token.start)
  const isInitial = /^(?:\p{Lu}|\p{Lu}\p{Ll}{1,2})$|\./u.test(previous.text)
  return /^(?:[^\S\n]+|[-‐‑]|[^\S\n]*&[^\S\n]*)$/u.test(gap) || (isInitial && /^\.[^\S\n]*$/u.test(gap))
}

function trimmed(text: string, sentence: Span, run: readonly Token[]): Span[] {
  let from = 0
  while (from < run.length && saysNothing(text, sentence, run[from]!)) from++
  const rest = run.slice(from)
  const last = rest.at(-1)
  if (last === undefined || rest.every((token) => calendar.has(token.text.toLowerCase()))) return []
  return [{ start: rest[0]!.start, end: last.end }]
}

function saysNothing(text: string, sentence: Span, token: Token): boolean {
  const before = text.slice(sentence.start, token.start)
  const isFirst = /(?:^|[:\n])[^\p{L}\p{N}]*$|["“‘([][^\p{L}\p{N}]*$/u.test(before)
  return isStopWord(token.text) || (isFirst && isCommonWord(token.text))
}

/** "US", "IT" and "WHO" are names. */
function isStopWord(word: string): boolean {
  return stopWords.has(word.toLowerCase()) && !/^\p{Lu}{2,}$/u.test(word)
}
