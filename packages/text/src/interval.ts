import { dayNumber, weekStart } from './calendar.ts'
import { type PartOfDay, parseTimexValue, type Season, type TimexValue } from './timex.ts'

/** Minutes since 1970-01-01T00:00 of the proleptic Gregorian calendar, half-open: `end` is not in it. */
export interface Interval {
  readonly begin: number
  readonly end: number
}

/**
 * The stretch of time that a TIMEX3 value covers, in minutes, times as written. Quarters and halves are
 * calendar ones, spring is March to May and so on, winter December to February of the next year, weeks are ISO
 * weeks, morning 6 to 12, afternoon 12 to 18, evening 18 to 24, night 20 to 6 of the next day. Null for
 * durations, references, values with unknown digits and what is no TIMEX3 value.
 */
export function timexInterval(value: string): Interval | null {
  const parsed = parseTimexValue(value)
  return parsed === null ? null : intervalOf(parsed)
}

const firstMonth: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 }
const hours: Readonly<Record<PartOfDay, readonly [number, number]>> = {
  MO: [6, 12],
  AF: [12, 18],
  EV: [18, 24],
  NI: [20, 30],
}

function intervalOf(value: TimexValue): Interval | null {
  switch (value.kind) {
    case 'century':
      return months(value.century * 100, 1, 1200)
    case 'decade':
      return months(value.decade * 10, 1, 120)
    case 'year':
      return months(value.year, 1, 12)
    case 'half':
      return months(value.year, value.half * 6 - 5, 6)
    case 'quarter':
      return months(value.year, value.quarter * 3 - 2, 3)
    case 'season':
      return months(value.year, firstMonth[value.season], 3)
    case 'month':
      return months(value.year, value.month, 1)
    case 'week':
      return days(weekStart(value.year, value.week), 7)
    case 'weekend':
      return days(weekStart(value.year, value.week) + 5, 2)
    case 'day':
      return days(dayNumber(value.year, value.month, value.day), 1)
    case 'part-of-day': {
      const [from, to] = hours[value.part]
      return minutes(dayNumber(value.year, value.month, value.day), from * 60, to * 60)
    }
    case 'time': {
      const from = value.hour * 60 + (value.minute ?? 0)
      return minutes(
        dayNumber(value.year, value.month, value.day),
        from,
        from + (value.minute === null ? 60 : 1),
      )
    }
    default:
      return null
  }
}

function months(year: number, month: number, count: number): Interval {
  return { begin: dayNumber(year, month, 1) * 1440, end: dayNumber(year, month + count, 1) * 1440 }
}

function days(first: number, count: number): Interval {
  return { begin: first * 1440, end: (first + count) * 1440 }
}

function minutes(day: number, from: number, to: number): Interval {
  return { begin: day * 1440 + from, end: day * 1440 + to }
}
