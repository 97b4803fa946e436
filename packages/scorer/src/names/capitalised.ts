import type { Span } from '@assay/schema'
import { sentenceSpans, stopWords, type Token, wordTokens } from '@assay/text'
import { isCommonWord } from './common-words.ts'
import { isOpeningParticiple } from './participles.ts'

/**
 * Runs of capitalised words: what a text seems to name. Words join over white space, hyphens, full stops of
 * abbreviations, "&" and the small words inside names ("Bank of Norland", "Vincent van Gogh"). A run starts with no
 * stop word; at the start of a sentence, of a line, of a quotation, or behind a colon with no common word and no
 * participle either, since there the capital says nothing. Weekdays, months and "I" are no names.
 */
export function capitalisedRuns(text: string): Span[] {
  return sentenceSpans(text).flatMap(({ start, end }) => {
    const words = wordTokens(text.slice(start, end)).map((token, i, tokens) => ({
      ...token,
      gap: text.slice(start + (tokens[i - 1]?.end ?? 0), start + token.start),
      isFirst: i === 0,
      next: tokens[i + 1]?.text,
    }))
    return runs(words).flatMap((run) => {
      const name = withoutFront(run)
      if (name.every((word) => calendar.has(word.text.toLowerCase()))) return []
      return [{ start: start + name[0]!.start, end: start + name.at(-1)!.end }]
    })
  })
}

/** A word of a sentence with what stands between it and the one before. */
interface Word extends Token {
  readonly gap: string
  readonly isFirst: boolean
  readonly next: string | undefined
}

const small = new Set('of the de del della di da du la le van von der den bin ibn al el'.split(' '))
const calendar = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december'.split(
    ' ',
  ),
)

function runs(words: readonly Word[]): Word[][] {
  const found: Word[][] = []
  let run: Word[] = []
  // Small words count only once a capital follows them.
  let pending: Word[] = []
  for (const word of words) {
    const goesOn = run.length > 0 && joins(word)
    if (/^\p{Lu}/u.test(word.text)) {
      if (goesOn) run.push(...pending, word)
      else found.push((run = [word]))
      pending = []
    } else if (goesOn && small.has(word.text)) pending.push(word)
    else {
      run = []
      pending = []
    }
  }
  return found
}

/** A full stop inside a sentence belongs to an initial or an abbreviation. */
function joins({ gap }: Word): boolean {
  return /^(?:[^\S\n]+|[-‐‑]|[^\S\n]*&[^\S\n]*|\.[^\S\n]*)$/u.test(gap)
}

function withoutFront(run: readonly Word[]): readonly Word[] {
  const from = run.findIndex((word) => !saysNothing(word))
  return from === -1 ? [] : run.slice(from)
}

function saysNothing({ text, gap, isFirst, next }: Word): boolean {
  const isOpening = isFirst || /[:\n"“‘([]/.test(gap)
  return isStopWord(text) || (isOpening && (isCommonWord(text) || isOpeningParticiple(text, next)))
}

/** "US", "IT" and "WHO" are names. */
function isStopWord(word: string): boolean {
  return stopWords.has(word.toLowerCase()) && !/^\p{Lu}{2,}$/u.test(word)
}
