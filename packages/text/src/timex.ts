import { dayAt, isDay, weekStart, weeksInYear } from './calendar.ts'

export type Season = 'SP' | 'SU' | 'FA' | 'WI'
export type PartOfDay = 'MO' | 'AF' | 'EV' | 'NI'
type DurationUnit = 'ML' | 'CE' | 'DE' | 'Y' | 'Q' | 'M' | 'W' | 'WE' | 'D' | 'hour' | 'minute' | 'second'

/** A TIMEX3 value by what it says (TimeML 1.2.1, attribute `value`). */
export type TimexValue =
  /** `20` is 2000 to 2099. */
  | { readonly kind: 'century'; readonly century: number }
  /** `199` is 1990 to 1999. */
  | { readonly kind: 'decade'; readonly decade: number }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'half'; readonly year: number; readonly half: number }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: number }
  | { readonly kind: 'season'; readonly year: number; readonly season: Season }
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  /** ISO 8601 week. */
  | { readonly kind: 'week'; readonly year: number; readonly week: number }
  /** Saturday and Sunday of an ISO 8601 week. */
  | { readonly kind: 'weekend'; readonly year: number; readonly week: number }
  | { readonly kind: 'day'; readonly year: number; readonly month: number; readonly day: number }
  | {
      readonly kind: 'part-of-day'
      readonly year: number
      readonly month: number
      readonly day: number
      readonly part: PartOfDay
    }
  /** `minute` null: the whole hour. Seconds and time zones are read and dropped. */
  | {
      readonly kind: 'time'
      readonly year: number
      readonly month: number
      readonly day: number
      readonly hour: number
      readonly minute: number | null
    }
  /** An amount of null is an unknown number (`PXD`). */
  | {
      readonly kind: 'duration'
      readonly amounts: readonly { readonly amount: number | null; readonly unit: DurationUnit }[]
    }
  | { readonly kind: 'reference'; readonly reference: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF' }
  /** A date or time with unknown digits (`XXXX-03-10`, `2025-QX`) or without a date (`T10:30`). */
  | { readonly kind: 'unspecified'; readonly value: string }

/**
 * What a TIMEX3 value says; null if it is none: another shape, or a date that does not exist (30 February, week
 * 53 of a year with 52). Dates from century to minute in the years 0000 to 9999, durations, references. Not
 * read: years before Christ, fiscal years.
 */
export function parseTimexValue(value: string): TimexValue | null {
  for (const parse of [parseReference, parseDate, parseDuration, parseUnspecified]) {
    const parsed = parse(value)
    if (parsed !== null) return parsed
  }
  return null
}

function parseReference(value: string): TimexValue | null {
  return value === 'PAST_REF' || value === 'PRESENT_REF' || value === 'FUTURE_REF'
    ? { kind: 'reference', reference: value }
    : null
}

const wholeDate = /^(\d{2}|\d{3}|\d{4})$/
const partOfYear = /^(\d{4})-(?:H(?<half>[12])|Q(?<quarter>[1-4])|(?<season>SP|SU|FA|WI)|(?<month>\d{2}))$/
const partOfWeeks = /^(\d{4})-W(\d{2})(?:-(WE|[1-7]))?$/
const dayAndTime = /^(\d{4})-(\d{2})-(\d{2})(?:T(.+))?$/

function parseDate(value: string): TimexValue | null {
  const whole = wholeDate.exec(value)
  if (whole) return parseWhole(value)
  const inYear = partOfYear.exec(value)
  if (inYear) return parsePartOfYear(Number(inYear[1]), inYear.groups ?? {})
  const inWeeks = partOfWeeks.exec(value)
  if (inWeeks) return parsePartOfWeeks(Number(inWeeks[1]), Number(inWeeks[2]), inWeeks[3])
  const inDay = dayAndTime.exec(value)
  if (!inDay) return null
  const [year, month, day] = [Number(inDay[1]), Number(inDay[2]), Number(inDay[3])]
  if (!isDay(year, month, day)) return null
  return inDay[4] === undefined
    ? { kind: 'day', year, month, day }
    : parseTime({ year, month, day }, inDay[4])
}

function parseWhole(digits: string): TimexValue {
  const number = Number(digits)
  if (digits.length === 4) return { kind: 'year', year: number }
  return digits.length === 3 ? { kind: 'decade', decade: number } : { kind: 'century', century: number }
}

function parsePartOfYear(year: number, part: Record<string, string | undefined>): TimexValue | null {
  if (part.half !== undefined) return { kind: 'half', year, half: Number(part.half) }
  if (part.quarter !== undefined) return { kind: 'quarter', year, quarter: Number(part.quarter) }
  if (part.season !== undefined) return { kind: 'season', year, season: part.season as Season }
  const month = Number(part.month)
  return month >= 1 && month <= 12 ? { kind: 'month', year, month } : null
}

function parsePartOfWeeks(year: number, week: number, part: string | undefined): TimexValue | null {
  if (week < 1 || week > weeksInYear(year)) return null
  if (part === undefined) return { kind: 'week', year, week }
  if (part === 'WE') return { kind: 'weekend', year, week }
  return { kind: 'day', ...dayAt(weekStart(year, week) + Number(part) - 1) }
}

const clock = /^(\d{2})(?::(\d{2})(?::\d{2}(?:\.\d+)?)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?$/

function parseTime(day: { year: number; month: number; day: number }, text: string): TimexValue | null {
  if (text === 'MO' || text === 'AF' || text === 'EV' || text === 'NI') {
    return { kind: 'part-of-day', ...day, part: text }
  }
  const match = clock.exec(text)
  if (!match) return null
  const hour = Number(match[1])
  const minute = match[2] === undefined ? null : Number(match[2])
  const exists = (hour < 24 && (minute ?? 0) < 60) || (hour === 24 && minute === 0)
  return exists ? { kind: 'time', ...day, hour, minute } : null
}

const duration =
  /^P(?=.)((?:(?:\d+(?:\.\d+)?|X+)(?:ML|CE|DE|WE|Y|Q|M|W|D))*)(?:T((?:(?:\d+(?:\.\d+)?|X+)[HMS])+))?$/
const amount = /(\d+(?:\.\d+)?|X+)([A-Z]+?)(?=\d|X|$)/g
const clockUnit: Readonly<Record<string, DurationUnit>> = { H: 'hour', M: 'minute', S: 'second' }

function parseDuration(value: string): TimexValue | null {
  const match = duration.exec(value)
  if (!match) return null
  const amounts = (text: string, unitOf: (letters: string) => DurationUnit) =>
    Array.from(text.matchAll(amount), ([, number = '', letters = '']) => ({
      amount: number.startsWith('X') ? null : Number(number),
      unit: unitOf(letters),
    }))
  return {
    kind: 'duration',
    amounts: [
      ...amounts(match[1] ?? '', (letters) => letters as DurationUnit),
      ...amounts(match[2] ?? '', (letters) => clockUnit[letters]!),
    ],
  }
}

const unknownDate =
  /^(?:[\dX]{2,4}|[\dX]{4}-(?:H[12X]|Q[1-4X]|SP|SU|FA|WI|[01X][\dX]|W[0-5X][\dX](?:-(?:WE|[1-7X]))?|[01X][\dX]-[0-3X][\dX]))$/
const unknownTime = /^(?:MO|AF|EV|NI|[0-2X][\dX](?::[0-5X][\dX])?)$/

function parseUnspecified(value: string): TimexValue | null {
  const [date = '', time, ...more] = value.split('T')
  const isDate = date === '' ? time !== undefined : unknownDate.test(date)
  const isTime = time === undefined || unknownTime.test(time)
  const isUnknown = date === '' || value.includes('X')
  return isDate && isTime && isUnknown && more.length === 0 ? { kind: 'unspecified', value } : null
}
