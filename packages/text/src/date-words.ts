import { ordinalWords } from './number-words.ts'

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** Month names and their usual short forms, lower case and without a full stop, to 1 (January) to 12. */
export const monthOf: ReadonlyMap<string, number> = new Map([
  ...months.map((name, index) => [name, index + 1] as const),
  ...months.map((name, index) => [name.slice(0, 3), index + 1] as const),
  ['sept', 9],
])

/** Names of weekdays and their usual short forms, lower case and without a full stop, to 1 (Monday) to 7. */
export const weekdayOf: ReadonlyMap<string, number> = new Map([
  ...weekdays.map((name, index) => [name, index + 1] as const),
  ...weekdays.map((name, index) => [name.slice(0, 3), index + 1] as const),
  ['tues', 2],
  ['thur', 4],
  ['thurs', 4],
])

/** -1, 0 or 1 for last, this and next. */
export function shiftOf(which: string): number {
  return ['last', 'this', 'next'].indexOf(which.toLowerCase()) - 1
}

/** 1 to 12 from a month's name or short form in any case, 0 from anything else. */
export function monthNumber(name: string | undefined): number {
  return monthOf.get(name?.toLowerCase().replace('.', '') ?? '') ?? 0
}

/** From "third" or "3rd". */
export function ordinalNumber(text: string | undefined): number {
  return ordinalWords.get(text?.toLowerCase() ?? '') ?? Number.parseInt(text ?? '', 10)
}

/** The TIMEX3 code of a season's name. */
export function seasonCode(name: string | undefined): string {
  const codes: Readonly<Record<string, string>> = { spring: 'SP', summer: 'SU', winter: 'WI' }
  return codes[name?.toLowerCase() ?? ''] ?? 'FA'
}
