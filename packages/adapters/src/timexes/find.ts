import type { PredictedTimex, Span } from '@assay/schema'
import { findDates, timexInterval } from '@assay/text'
import { clearOf } from '../flat.ts'
import { unitAround } from './calendar.ts'
import { dates, modOf } from './dates.ts'
import { durations } from './durations.ts'
import { references } from './references.ts'
import { applyRules, type FoundTimex } from './rule.ts'
import { sets } from './sets.ts'

const rules = [...dates, ...sets, ...durations, ...references]

/**
 * The temporal expressions of a text, in order: what `findDates` and the rules find, and of `others` (a parser's)
 * clock times and what the rules overlook. Of overlapping ones the longest stays, but a clock time takes its day
 * from the date in it ("9 a.m. on Tuesday"), and one without a day from the date before it.
 */
export function findTimexes(
  text: string,
  publishedAt: string | undefined,
  others: readonly PredictedTimex[],
): PredictedTimex[] {
  const published = publishedAt?.slice(0, 10)
  const found = longest(text, [...plainDates(text, published), ...applyRules(rules, text, published)])
  const clocks = others
    .filter(({ value }) => value !== null && clockTime.test(value))
    .map((other) => ({ ...other, span: inSentence(text, other.span) }))
    .filter(({ span }) => /\D/.test(text.slice(span.start, span.end)))
  const free = clearOf(text, found, others.filter((other) => isSure(text, other)).map(flat))
  const timed = clocks.flatMap((clock) => withDay(text, clock, found))
  return resolved(text, longest(text, [...timed, ...found, ...free]), published)
}

const clockTime = /T\d/

/** The dates of @assay/text, with the words before them that pick a part: "the end of 1990", "early March". */
function plainDates(text: string, published: string | undefined): FoundTimex[] {
  return findDates(text, published).map(({ span, value }) => {
    const before = partBefore.exec(text.slice(Math.max(0, span.start - 24), span.start))
    const inside = edgeInside.exec(text.slice(span.start, span.end))
    const whole = partOf(value, before?.groups?.part) ?? value
    return {
      start: span.start - (before?.[0].length ?? 0),
      end: span.end,
      type: whole.includes('T') ? 'TIME' : 'DATE',
      value: whole,
      ...modOf(before?.groups?.edge ?? inside?.groups?.edge),
    }
  })
}

/** "The week of March 6", "the night of Oct. 23". */
function partOf(value: string, part: string | undefined): string | null {
  if (part === undefined || !isDay(value)) return null
  const code = { morning: 'MO', afternoon: 'AF', evening: 'EV', night: 'NI' }[part.toLowerCase()]
  return code === undefined ? unitAround(value, part) : `${value}T${code}`
}

const partBefore =
  /(?<!\p{L})(?:the\s)?(?:(?<edge>beginning|start|middle|end|close)|(?<part>week|morning|afternoon|evening|night))\sof\s$/iu
const edgeInside = /^(?:the\s)?(?<edge>early|earlier|mid|late|later)[\s-]/iu

/** A parser may read over the end of a sentence ("at 18:30. Three days later"). */
function inSentence(text: string, { start, end }: Span): Span {
  const stop = /(?<![ap]\.?m)[.!?]\s/i.exec(text.slice(start, end))
  return { start, end: stop === null ? end : start + stop.index }
}

/** A clock time, and the day of a date that it holds. None if it holds something else. */
function withDay(text: string, clock: PredictedTimex, found: readonly FoundTimex[]): FoundTimex[] {
  const inside = found.filter((own) => overlap(own, clock.span))
  if (inside.some(({ type }) => type !== 'DATE' && type !== 'TIME')) return []
  const time = clock.value!.slice(clock.value!.indexOf('T'))
  const on = (day: unknown) => (isDay(day) ? `${day.slice(0, 10)}${time}` : clock.value)
  const isBare = bareClock.test(text.slice(clock.span.start, clock.span.end))
  const value = isBare ? (before: readonly string[]) => on(before.find(isDay)) : on(inside[0]?.value)
  const start = Math.min(clock.span.start, ...inside.map((own) => own.start))
  const end = Math.max(clock.span.end, ...inside.map((own) => own.end))
  return [{ start, end, type: 'TIME', value }]
}

const bareClock = /^(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?|noon|midday|midnight)$/i

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)
}

/** Words alone ("sun", "second") are too often no date. */
function isSure(text: string, { span, value }: PredictedTimex): boolean {
  return value !== null && !clockTime.test(value) && /\d|weekend/i.test(text.slice(span.start, span.end))
}

function flat({ span, type, value }: PredictedTimex): FoundTimex {
  return { ...span, type, value }
}

/** Those that do not overlap, in the order of the text: the longest wins, of equals the first given. */
function longest(text: string, candidates: readonly FoundTimex[]): FoundTimex[] {
  const taken = new Uint8Array(text.length)
  return candidates
    .toSorted((a, b) => b.end - b.start - (a.end - a.start))
    .filter(({ start, end }) => {
      const isFree = !taken.subarray(start, end).includes(1)
      if (isFree) taken.fill(1, start, end)
      return isFree
    })
    .sort((a, b) => a.start - b.start)
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** So many dates before an expression are looked at. */
const memory = 20

/** Every value, in the order of the text: some follow from the dates before. */
function resolved(
  text: string,
  found: readonly FoundTimex[],
  published: string | undefined,
): PredictedTimex[] {
  let before: readonly string[] = []
  const last = published === undefined ? [] : [published]
  return found.map(({ start, end, type, value: known, mod }) => {
    const value = typeof known === 'function' ? known([...before, ...last]) : known
    if (value !== null && timexInterval(value) !== null) before = [value, ...before.slice(0, memory - 1)]
    return {
      span: { start, end },
      surface: text.slice(start, end),
      type,
      value,
      ...(mod !== undefined && { mod }),
    }
  })
}
