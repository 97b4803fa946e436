const dayMilliseconds = 86_400_000

/** The ISO 8601 week of a day (`YYYY-MM-DD`), as a TIMEX3 value. A week belongs to the year of its Thursday. */
export function isoWeek(date: string): string {
  const time = Date.parse(`${date}T00:00:00Z`)
  const thursday = new Date(time + (3 - ((new Date(time).getUTCDay() + 6) % 7)) * dayMilliseconds)
  const year = thursday.getUTCFullYear()
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * dayMilliseconds))
  return `${year}-W${`${week}`.padStart(2, '0')}`
}
