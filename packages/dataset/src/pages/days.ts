const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Source of a pattern of the name of a month, short or long. */
export const monthPattern = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?`

const dayPattern = new RegExp(
  String.raw`(?<month>${monthPattern})\s(?<day>\d{1,2}),?\s(?<year>\d{4})|(?<day2>\d{1,2})\s(?<month2>${monthPattern}),?\s(?<year2>\d{4})|(?<iso>\d{4}-\d\d-\d\d)`,
  'u',
)

/** The day that `July 4, 2025`, `4 July 2025` or `2025-07-04` names, as `YYYY-MM-DD`; null if there is none. */
export function dayOf(text: string): string | null {
  const groups = dayPattern.exec(text)?.groups
  if (groups === undefined) return null
  const month = months.indexOf((groups['month'] ?? groups['month2'] ?? '').slice(0, 3).toLowerCase()) + 1
  const two = (number: string | number): string => String(number).padStart(2, '0')
  const day =
    groups['iso'] ??
    `${groups['year'] ?? groups['year2']}-${two(month)}-${two(groups['day'] ?? groups['day2'] ?? '')}`
  return plusDays(day, 0) === day ? day : null
}

/** A day some days later, or earlier. Null if `day` does not exist. */
export function plusDays(day: string, days: number): string | null {
  const date = new Date(`${day}T00:00Z`)
  if (Number.isNaN(date.getTime())) return null
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** 0 for Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00Z`).getUTCDay()
}
