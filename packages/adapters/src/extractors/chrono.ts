import type { Extractor, PredictedTimex, Span } from '@assay/schema'
import { parseTimexValue } from '@assay/text'
import { isoWeek } from '../iso-week.ts'
import { trimTimex } from '../timex-span.ts'
import type { Component, ParsedComponents, ParsedResult, ParsingReference } from 'chrono-node'

export type Parse = (text: string, reference: ParsingReference) => readonly ParsedResult[]

export const chronoVersion = 'chrono-node-2.10.3'

/** The parser of chrono-node. Node keeps the module: loading it again costs nothing. */
export async function loadChrono(): Promise<Parse> {
  const { casual } = await import('chrono-node/en')
  return casual.parse.bind(casual)
}

/**
 * Dates and times of chrono-node as TIMEX3 values. The granularity is that of the components chrono is certain
 * of, weeks and parts of the day by their word. The reference is noon of the publication date, UTC; without one,
 * only values that do not depend on it are given. Of a range, both ends. Nothing is added to what chrono finds:
 * no durations, seasons, quarters, bare years.
 */
export function chrono(): Extractor {
  return {
    kind: 'extractor',
    adapter: 'chrono',
    version: `1+${chronoVersion}`,
    tasks: ['dates'],
    prepare: async () => void (await loadChrono()),
    extract: async ({ text, publishedAt }) => ({
      timexes: chronoTimexes(await loadChrono(), text, publishedAt),
    }),
  }
}

/** The dates and times of chrono in a text, by the day it was published. */
export function chronoTimexes(parse: Parse, text: string, publishedAt: string | undefined): PredictedTimex[] {
  const at = (day: string) =>
    parse(text, { instant: new Date(`${day}T12:00:00Z`), timezone: 0 }).flatMap((result) =>
      timexesOf(text, result),
    )
  if (publishedAt !== undefined) return at(publishedAt)
  // A value that is the same on two very different days does not depend on the day.
  const other = new Map(at('2011-06-18').map((timex) => [timex.span.start, timex.value]))
  return at('2000-01-03').map((timex) =>
    other.get(timex.span.start) === timex.value ? timex : { ...timex, value: null },
  )
}

function timexesOf(text: string, { index, text: surface, start, end }: ParsedResult): PredictedTimex[] {
  const whole = { start: index, end: index + surface.length }
  // A single date has null here, against its declared type.
  if (!end) return timex(text, whole, start)
  const parts = splitRange(surface)
  // One expression for both ends ("this weekend"): an interval is no TIMEX3 value.
  if (parts === null) return timex(text, whole, null)
  const [first, second] = parts
  return [
    ...timex(text, { start: index, end: index + first }, start),
    ...timex(text, { start: index + second, end: whole.end }, end),
  ]
}

/** Where the first part of a range ends and the second begins. */
function splitRange(surface: string): readonly [number, number] | null {
  for (const separator of [/\s(?:to|until|through|till|and)\s/i, /\s*[–—~]\s*/, /\s+-\s+/, /-/]) {
    const match = separator.exec(surface)
    if (match !== null && match.index > 0) return [match.index, match.index + match[0].length]
  }
  return null
}

function timex(text: string, span: Span, components: ParsedComponents | null): PredictedTimex[] {
  const trimmed = trimTimex(text, span)
  if (trimmed === null) return []
  const surface = text.slice(trimmed.start, trimmed.end)
  const value = components === null ? null : valueOf(surface, components)
  const isTime = value === null ? components?.isCertain('hour') === true : /\dT/.test(value)
  return [{ span: trimmed, surface, type: isTime ? 'TIME' : 'DATE', value }]
}

const partsOfDay: readonly (readonly [RegExp, string])[] = [
  [/\bmorning\b/i, 'MO'],
  [/\bafternoon\b/i, 'AF'],
  [/\bevening\b/i, 'EV'],
  [/\b(?:to)?night\b/i, 'NI'],
]

function valueOf(surface: string, components: ParsedComponents): string | null {
  const tags = components.tags()
  if (tags.has('casualReference/now')) return 'PRESENT_REF'
  // "Two hours ago" counts from a time of day that is not known.
  if (tags.has('result/relativeDateAndTime')) return null
  const value = calendarValue(surface, components)
  return value !== null && parseTimexValue(value) !== null ? value : null
}

function calendarValue(surface: string, components: ParsedComponents): string | null {
  const [year, month, day] = [part(components, 'year', 4), part(components, 'month'), part(components, 'day')]
  const date = `${year}-${month}-${day}`
  if (components.isCertain('hour')) return `${date}T${part(components, 'hour')}:${part(components, 'minute')}`
  const partOfDay = partsOfDay.find(([word]) => word.test(surface))
  if (partOfDay !== undefined) return `${date}T${partOfDay[1]}`
  if (/\bweekend\b/i.test(surface)) return `${isoWeek(date)}-WE`
  if (/\bweeks?\b/i.test(surface)) return isoWeek(date)
  if (components.isCertain('day') || components.isCertain('weekday')) return date
  if (components.isCertain('month') || /\bmonth\b/i.test(surface)) return `${year}-${month}`
  return components.isCertain('year') || /\byear\b/i.test(surface) ? year : null
}

function part(components: ParsedComponents, name: Component, digits = 2): string {
  return `${components.get(name) ?? 0}`.padStart(digits, '0')
}
