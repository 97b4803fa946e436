import type { Extractor, PredictedMention } from '@assay/schema'
import { clearOf, withoutOverlap } from '../flat.ts'
import { listedNames } from '../gazetteer.ts'
import { typedNames } from './wink-names.ts'
import { type Found, type Items, loadWink, type Wink } from './wink-library.ts'
import { safeText, tokenSpans } from './wink-tokens.ts'
import { valuedTimexes } from './wink-timexes.ts'

/**
 * wink-nlp with its small English model. Dates, times and durations are its own entities; the model knows no
 * people, organisations and places, so these are custom entities: shapes over its part-of-speech tags, and a
 * shipped list of countries. Values: `findDates` of @assay/text where it finds a date at the same place, simple
 * durations and sets by rule, else null.
 */
export function wink(): Extractor {
  return {
    kind: 'extractor',
    adapter: 'wink',
    version: '3+wink-nlp-2.4.0+wink-eng-lite-web-model-1.8.1',
    tasks: ['entities', 'dates'],
    entityTypes: ['PERSON', 'ORG', 'GPE', 'LOC', 'FAC', 'NORP'],
    prepare: async () => void (await loadWink()),
    extract: async ({ text, publishedAt }) => {
      const found = findAll(await loadWink(), text)
      return {
        mentions: mentionsOf(text, found),
        timexes: valuedTimexes(text, found.times, publishedAt),
      }
    },
  }
}

/** The names that wink() gives. */
export function winkNames(wink: Wink, text: string): PredictedMention[] {
  return mentionsOf(text, findAll(wink, text))
}

function mentionsOf(text: string, { names, times }: ReturnType<typeof findAll>): PredictedMention[] {
  const typed = typedNames(text, clearOf(text, times, names))
  return withoutOverlap(text, [...listedNames(text), ...typed])
}

const timeTypes = new Set(['DATE', 'TIME', 'DURATION'])

function findAll({ readDoc, its }: Wink, text: string): { names: Found[]; times: Found[] } {
  const safe = safeText(text)
  const document = readDoc(safe)
  const tokens = tokenSpans(document.tokens().out(its.value), safe)
  const spansOf = (items: Items): Found[] => {
    const spans: Found[] = []
    items.each((item) => {
      const [first, last] = item.out(its.span)
      spans.push({ type: item.out(its.type), start: tokens[first]!.start, end: tokens[last]!.end })
    })
    return spans
  }
  return {
    names: spansOf(document.customEntities()),
    times: spansOf(document.entities()).filter(({ type }) => timeTypes.has(type)),
  }
}
