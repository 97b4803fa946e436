import { countWords } from '@assay/text'
import { dayOf, monthPattern } from './days.ts'

/** What a line of the interface says about the time of an article. */
export interface TimeLabel {
  /** As it stands: `a day ago`, `July 4, 2025`. */
  readonly text: string
  /** What is glued to its front or stands there: a publisher, or the name of an icon. */
  readonly before: string
  /** `YYYY-MM-DD`, if the label gives a day. */
  readonly day: string | null
  /** Days before the page was saved; null if the label gives a day, or is too coarse to count days from. */
  readonly daysAgo: number | null
}

const longest = 80
const unit = String.raw`(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|years?|yrs?)`
const reading = String.raw`(?:\s*[·•|,–-]\s*\d+\s*min(?:ute)?s?(?: read)?)?`
const relative = new RegExp(
  String.raw`^(?<before>.{0,50}?)(?:[\s·•|,:–—-]*(?<label>(?<amount>an?|one|\d{1,3})\s?(?<unit>${unit})\s+ago)|(?:\s*[·•|,:–—-]\s*)?(?<near>just now|today|yesterday))${reading}$`,
  'iu',
)
const weekday = String.raw`(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?`
const absolute = new RegExp(
  String.raw`^(?<before>.{0,50}?)[\s·•|,:–—-]*(?<label>${weekday}(?:${monthPattern}\s+\d{1,2},?\s+\d{4}|\d{1,2}\s+${monthPattern},?\s+\d{4}|\d{4}-\d{2}-\d{2}))(?:[\s,·|•T]*(?:at\s)?\d{1,2}[:.]\d\d.{0,20})?$`,
  'u',
)

/** Reads a line that dates an article, or null. A line longer than 80 code units is none. */
export function readTimeLabel(line: string): TimeLabel | null {
  if (line.length > longest || /[.!?]$/.test(line)) return null
  if (!/\d{4}|ago|now|today|yesterday/i.test(line)) return null
  const { before = '', label, amount, unit: name = '', near } = relative.exec(line)?.groups ?? {}
  const text = label ?? near
  // "The bread of yesterday" is a headline.
  if (text !== undefined && (/\s$/.test(before) || countWords(before) > 4)) return null
  if (text !== undefined) return { text, before, day: null, daysAgo: daysOf(text, amount, name) }
  const { before: start = '', label: date = '' } = absolute.exec(line)?.groups ?? {}
  const day = dayOf(date)
  return day === null || countWords(start) > 4 ? null : { text: date, before: start, day, daysAgo: null }
}

/** Weeks, months and years are rounded too much to count days from them. */
function daysOf(label: string, amount: string | undefined, name: string): number | null {
  if (amount === undefined) return label.toLowerCase() === 'yesterday' ? 1 : 0
  if (/^[shm]/i.test(name) && !/^mo/i.test(name)) return 0
  if (!/^d/i.test(name)) return null
  const days = /^\d/.test(amount) ? Number(amount) : 1
  return days <= 6 ? days : null
}
