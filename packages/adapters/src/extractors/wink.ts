import type { Extractor, PredictedTimex, Span } from '@assay/schema'
import { findDates } from '@assay/text'
import { durationValue, setValue } from '../durations.ts'
import { withoutOverlap } from '../flat.ts'
import { listedNames } from '../gazetteer.ts'
import { typedNames } from './wink-names.ts'
import { winkPatterns } from './wink-patterns.ts'

/**
 * wink-nlp with its small English model. Dates, times and durations are its own entities; the model knows no
 * people, organisations and places, so these are custom entities: shapes over its part-of-speech tags, and a
 * shipped list of countries. Values: `findDates` of @assay/text where it finds a date at the same place, simple
 * durations and sets by rule, else null.
 */
export function wink(): Extractor {
  let library: Promise<Wink> | undefined
  const load = () => (library ??= loadWink())
  return {
    kind: 'extractor',
    adapter: 'wink',
    version: '1+wink-nlp-2.4.0+wink-eng-lite-web-model-1.8.1',
    tasks: ['entities', 'dates'],
    entityTypes: ['PERSON', 'ORG', 'GPE', 'LOC', 'FAC', 'NORP'],
    prepare: async () => void (await load()),
    extract: async ({ text, publishedAt }) => {
      const found = read(await load(), text)
      const names = found.names.filter((name) => !found.times.some((time) => overlap(name, time)))
      return {
        mentions: withoutOverlap(text, [...listedNames(text), ...typedNames(text, names)]),
        timexes: timexes(text, publishedAt, found.times),
      }
    },
  }
}

async function loadWink(): Promise<Wink> {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ])
  const nlp = winkNLP(model, ['sbd', 'pos', 'ner', 'cer'])
  nlp.learnCustomEntities(winkPatterns, { matchValue: true })
  return nlp as unknown as Wink
}

/** The little of wink that is used; its own types say neither what a span is nor that `its` are functions. */
interface Wink {
  readonly readDoc: (text: string) => {
    tokens(): { out(its: Its<string>): string[] }
    entities(): Items
    customEntities(): Items
  }
  readonly its: {
    readonly value: Its<string>
    readonly type: Its<string>
    readonly span: Its<[number, number]>
  }
}
type Its<Value> = { readonly gives: Value }
interface Items {
  each(visit: (item: { out<Value>(its: Its<Value>): Value }) => void): void
}

/** What wink found at a place of the article, under wink's own type or the name of the pattern. */
export interface Found extends Span {
  readonly type: string
}

function read({ readDoc, its }: Wink, text: string): { names: Found[]; times: Found[] } {
  const safe = safeText(text)
  const document = readDoc(safe)
  const tokens = tokenSpans(document.tokens().out(its.value), safe)
  const found = (items: Items): Found[] => {
    const list: Found[] = []
    items.each((item) => {
      const [first, last] = item.out(its.span)
      list.push({ type: item.out(its.type), start: tokens[first]!.start, end: tokens[last]!.end })
    })
    return list
  }
  return {
    names: found(document.customEntities()),
    times: found(document.entities()).filter(({ type }) => timeTypes.has(type)),
  }
}

const timeTypes = new Set(['DATE', 'TIME', 'DURATION'])

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

function timexes(text: string, publishedAt: string | undefined, times: readonly Found[]): PredictedTimex[] {
  const dates = findDates(text, publishedAt)
  return times.map((time): PredictedTimex => {
    const set = asSet(text, time)
    if (set !== null) return set
    const surface = text.slice(time.start, time.end)
    const span = { start: time.start, end: time.end }
    if (time.type === 'DURATION') return { span, surface, type: 'DURATION', value: durationValue(surface) }
    const value = dates.find((date) => overlap(date.span, time))?.value ?? null
    return { span, surface, type: time.type === 'TIME' || value?.includes('T') ? 'TIME' : 'DATE', value }
  })
}

/** "every" and "each" are not part of wink's entities. */
function asSet(text: string, { start, end }: Span): PredictedTimex | null {
  const [before] = /(?<!\p{L})(?:every|each)\s$/iu.exec(text.slice(Math.max(0, start - 7), start)) ?? []
  if (before === undefined) return null
  const span = { start: start - before.length, end }
  const surface = text.slice(span.start, end)
  return { span, surface, type: 'SET', value: setValue(surface) }
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
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
