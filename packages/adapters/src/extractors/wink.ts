import type { Extractor, Span } from '@assay/schema'
import { clearOf, withoutOverlap } from '../flat.ts'
import { listedNames } from '../gazetteer.ts'
import { typedNames } from './wink-names.ts'
import { type Found, type Items, loadWink, type Wink } from './wink-library.ts'
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
    version: '2+wink-nlp-2.4.0+wink-eng-lite-web-model-1.8.1',
    tasks: ['entities', 'dates'],
    entityTypes: ['PERSON', 'ORG', 'GPE', 'LOC', 'FAC', 'NORP'],
    prepare: async () => void (await loadWink()),
    extract: async ({ text, publishedAt }) => {
      const found = findAll(await loadWink(), text)
      const names = clearOf(text, found.times, found.names)
      return {
        mentions: withoutOverlap(text, [...listedNames(text), ...typedNames(text, names)]),
        timexes: valuedTimexes(text, found.times, publishedAt),
      }
    },
  }
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

/**
 * Where each token stands. Between tokens there is only white space; its length is not to be had from wink in
 * all cases (more than 65,534 spaces, several kinds mixed), so each token is looked for behind the one before.
 */
function tokenSpans(values: readonly string[], text: string): Span[] {
  let end = 0
  return values.map((value) => {
    const start = text.indexOf(value, end)
    if (start === -1) throw new Error(`wink-nlp changed the text: no ${JSON.stringify(value)} behind ${end}`)
    end = start + value.length
    return { start, end }
  })
}

/**
 * The text as wink can read it, every character at its place. Its tokenizer takes words apart at letters beyond
 * Latin-1 ("Kovač" is two tokens), so these lose their accents, and is quadratic in the length of a run without
 * white space, so such runs are blanked from 256 characters on.
 */
function safeText(text: string): string {
  return text
    .replaceAll(/\S{256,}/g, (run) => ' '.repeat(run.length))
    .replaceAll(/[\u0100-\u024f\u1e00-\u1eff]/g, plainLetter)
}

function plainLetter(letter: string): string {
  const base = letter.normalize('NFD').charAt(0)
  if (/[A-Za-z]/.test(base)) return base
  return letter === letter.toLowerCase() ? 'x' : 'X'
}
