import { timexInterval } from '@assay/text'
import { isoWeek } from '../iso-week.ts'

/** The unit of time that a day (`YYYY-MM-DD`) or date value lies in, shifted by so many of it. Null: not to be had. */
export function unitAround(value: string, unit: string, shift = 0): string | null {
  const interval = timexInterval(value)
  if (interval === null) return null
  const begin = new Date(interval.begin * 60_000)
  const [year, month] = [begin.getUTCFullYear(), begin.getUTCMonth()]
  const isWithin = (minutes: number) => interval.end - interval.begin <= minutes
  switch (unit.toLowerCase()) {
    case 'day':
      return isWithin(day) ? isoDay(Date.UTC(year, month, begin.getUTCDate() + shift)) : null
    case 'week':
      return isWithin(7 * day) ? isoWeek(isoDay(Date.UTC(year, month, begin.getUTCDate() + 7 * shift))) : null
    case 'month':
      return isWithin(31 * day) ? isoDay(Date.UTC(year, month + shift, 1)).slice(0, 7) : null
    case 'quarter':
      return isWithin(92 * day) ? quarterOf(year, Math.floor(month / 3) + shift) : null
    case 'year':
      return fourDigits(year + shift)
    case 'decade':
      return fourDigits(year + 10 * shift).slice(0, 3)
    case 'century':
      return fourDigits(year + 100 * shift).slice(0, 2)
    default:
      return null
  }
}

/** "A year earlier" than a quarter or a half is one of the year before; than all else, the year. */
export function yearsFrom(value: string, shift: number): string | null {
  const year = unitAround(value, 'year', shift)
  return year !== null && /^\d{4}-[QH]\d$/.test(value) ? year + value.slice(4) : year
}

const day = 1440

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

function quarterOf(year: number, index: number): string {
  return `${fourDigits(year + Math.floor(index / 4))}-Q${(((index % 4) + 4) % 4) + 1}`
}

function fourDigits(year: number): string {
  return `${year}`.padStart(4, '0')
}
