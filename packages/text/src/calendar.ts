/** A day of the proleptic Gregorian calendar. `month` is 1 to 12, `day` 1 to 31. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Days since 1970-01-01. A month or day beyond its range is carried on: month 0 is December of the year before. */
export function dayNumber(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime() / 86_400_000
}

/** The day that is `number` days after 1970-01-01. */
export function dayAt(number: number): Day {
  const date = new Date(number * 86_400_000)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** True for a day of the calendar, false for 30 February. */
export function isDay(year: number, month: number, day: number): boolean {
  const found = dayAt(dayNumber(year, month, day))
  return found.month === month && found.day === day
}

/** 1 (Monday) to 7 (Sunday); 1970-01-01 was a Thursday. */
export function weekdayOfDay(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1
}

/** The Monday of an ISO 8601 week, in days since 1970-01-01. 4 January is always in week 1. */
export function weekStart(year: number, week: number): number {
  const fourth = dayNumber(year, 1, 4)
  return fourth - (weekdayOfDay(fourth) - 1) + (week - 1) * 7
}

/** The ISO 8601 week of a day. Its year is that of the week's Thursday. */
export function weekOfDay(number: number): { year: number; week: number } {
  const monday = number - (weekdayOfDay(number) - 1)
  const { year } = dayAt(monday + 3)
  return { year, week: (monday - weekStart(year, 1)) / 7 + 1 }
}

/** 52 or 53. */
export function weeksInYear(year: number): number {
  return (weekStart(year + 1, 1) - weekStart(year, 1)) / 7
}
