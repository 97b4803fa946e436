import { type Day, dayAt, dayNumber } from './calendar.ts'

/** The publication date, which relative expressions count from. */
export interface Publication extends Day {
  /** Days since 1970-01-01. */
  readonly number: number
}

/** An expression that a rule has found, to be given a value. */
export interface FoundDate {
  readonly groups: Readonly<Record<string, string | undefined>>
  readonly text: string
  readonly start: number
  readonly end: number
  readonly publication: Publication | null
}

/** One way to write a date. */
export interface DateRule {
  readonly pattern: RegExp
  /** The TIMEX3 value, or null if this is no date after all, or one that needs a publication date. */
  readonly value: (found: FoundDate) => string | null
}

/** Makes a rule from the source of a pattern, which must not begin or end inside a word or a number. */
export function defineDateRule(source: string, value: DateRule['value']): DateRule {
  return {
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{M}\p{N}]|\p{N}[.,:/])(?:${source})(?![\p{L}\p{M}\p{N}])`,
      'gu',
    ),
    value,
  }
}

/** A rule for what means nothing without a publication date. */
export function defineRelativeDateRule(
  source: string,
  value: (found: FoundDate & { readonly publication: Publication }) => string | null,
): DateRule {
  return defineDateRule(source, (found) => {
    const { publication } = found
    return publication === null ? null : value({ ...found, publication })
  })
}

/** Lower-case words, also with a capital at the beginning of a sentence, as alternatives. */
export function anyOf(words: string): string {
  const forms = words.split(' ').flatMap((word) => [word, word[0]!.toUpperCase() + word.slice(1)])
  return `(?:${forms.join('|')})`
}

/** White space between words: never an empty line. */
export const gap = String.raw`(?:[^\S\r\n]{1,3}|\r?\n)`

const monthNames = 'January February March April May June July August September October November December'
const inAnyCase = (names: string) =>
  names
    .split(' ')
    .flatMap((name) => [name, name.toUpperCase()])
    .join('|')

/** A month's full name. Always with a capital: "may" and "march" are words. */
export const monthName = `(?:${inAnyCase(monthNames)})`
/** Also "Sept." and "Sep", which only stand beside a day or a year. */
export const monthOrShort = String.raw`(?:${inAnyCase(monthNames)}|(?:${inAnyCase('Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec')})\.?)`
export const weekdayName = `(?:${inAnyCase('Monday Tuesday Wednesday Thursday Friday Saturday Sunday')})`
export const yearDigits = String.raw`(?:1\d|20)\d\d`
export const partOfDay = anyOf('morning afternoon evening night')
const partCodes: Readonly<Record<string, string>> = {
  morning: 'MO',
  afternoon: 'AF',
  evening: 'EV',
  night: 'NI',
}

/** `T` and the code of a part of day, empty if there is none. */
export function partSuffix(part: string | undefined): string {
  return part === undefined ? '' : `T${partCodes[part.toLowerCase()]}`
}

export function dayValue(number: number): string {
  const { year, month, day } = dayAt(number)
  return `${monthValue(year, month)}-${pad(day, 2)}`
}

/** A month beyond 1 to 12 is carried on into the years beside. */
export function monthValue(year: number, month: number): string {
  const first = dayAt(dayNumber(year, month, 1))
  return `${yearValue(first.year)}-${pad(first.month, 2)}`
}

export function yearValue(year: number): string {
  return pad(year, 4)
}

export function pad(number: number, width: number): string {
  return String(number).padStart(width, '0')
}

const reporting = /\b(?:said|says|told|announced|reported|warned|wrote|added)\b/
const ahead = /\b(?:will|shall|won['’]t|due|scheduled|upcoming|(?:is|are) (?:to|set|expected|planned))\b/

/**
 * Whether the words before `at`, in the same sentence, put a bare weekday or month into the future. News looks
 * back, so only a clear sign counts, and none from before the verb that reports it ("it will close, she said on
 * Friday").
 */
export function pointsAhead(text: string, at: number): boolean {
  const clause =
    text
      .slice(Math.max(0, at - 80), at)
      .split(/[.!?;\n]/)
      .at(-1) ?? ''
  return ahead.test(clause.split(reporting).at(-1) ?? '')
}
