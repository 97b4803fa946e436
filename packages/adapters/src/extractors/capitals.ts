import type { Extractor, PredictedMention, Span } from '@assay/schema'
import { sentenceSpans, stopWords } from '@assay/text'
import { withoutOverlap } from '../flat.ts'
import { listedNames } from '../gazetteer.ts'
import { nameMention } from '../name-span.ts'
import { guessType } from '../name-type.ts'
import { calendarWords } from '../words/cues.ts'

/**
 * The floor for entities: runs of capitalised words ("of" may stand inside), without stop words, months and
 * weekdays; a single word at the start of a sentence counts only if the article never writes it small. Types
 * by `guessType`, ORG where no rule fits; countries and demonyms from a shipped list.
 */
export function capitals(): Extractor {
  return {
    kind: 'extractor',
    adapter: 'capitals',
    version: '2',
    tasks: ['entities'],
    entityTypes: ['PERSON', 'ORG', 'GPE', 'LOC', 'FAC', 'NORP'],
    extract: ({ text }) => ({ mentions: withoutOverlap(text, [...listedNames(text), ...runs(text)]) }),
  }
}

const word = String.raw`\p{Lu}[\p{L}\p{M}\p{N}'’.&-]*`
const run = new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}])${word}(?:[^\S\n](?:of[^\S\n])?${word})*`, 'gu')
const calendar = new Set(calendarWords)

function runs(text: string): PredictedMention[] {
  const small = new Set(text.match(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]*/gu))
  return sentenceSpans(text).flatMap((sentence) =>
    Array.from(text.slice(sentence.start, sentence.end).matchAll(run)).flatMap((match) => {
      const start = sentence.start + match.index
      const span = withoutStopWords(text, { start, end: start + match[0].length })
      if (span === null) return []
      const surface = text.slice(span.start, span.end)
      if (!/\s/.test(surface) && span.start === sentence.start && small.has(surface.toLowerCase())) return []
      return nameMention(text, span, guessType(text, span) ?? 'ORG')
    }),
  )
}

/** Stop words and names of days and months are cut off at the start; null if nothing is left but one letter. */
function withoutStopWords(text: string, { start, end }: Span): Span | null {
  for (const match of text.slice(start, end).matchAll(/\S+\s*/g)) {
    const word = match[0].trim()
    const isName = !stopWords.has(word.toLowerCase()) && !calendar.has(word.replace(/\W+$/, ''))
    if (isName) return /\p{L}{2}|\p{Lu}\./u.test(text.slice(start, end)) ? { start, end } : null
    start += match[0].length
  }
  return null
}
