import { dayNumber, isDay, weekdayOfDay } from './calendar.ts'
import {
  anyOf,
  type DateRule,
  dayValue,
  defineDateRule,
  defineRelativeDateRule,
  type FoundDate,
  gap,
  monthOrShort,
  monthValue,
  type Publication,
  pad,
  pointsAhead,
  weekdayName,
  yearDigits,
} from './date-pattern.ts'
import { monthNumber, ordinalNumber, seasonCode, shiftOf, weekdayOf } from './date-words.ts'
import { ordinalWords } from './number-words.ts'
import { parseTimexValue } from './timex.ts'

const weekdayBefore = String.raw`(?:(?<weekday>${weekdayName}),?${gap}(?:the${gap})?)?`
const day = String.raw`(?<day>[0-3]?\d)(?:st|nd|rd|th)?`
const month = `(?<month>${monthOrShort})`
const year = `(?<year>${yearDigits})`
const otherYear = String.raw`(?:,?${gap}(?:of${gap})?(?<which>${anyOf('last this next')})${gap}year)?`
const countsPeople = String.raw`(?!${gap}(?:people|men|women|children|percent|per|hundred|thousand|million|billion)\b)`
const dayEnds = String.raw`(?![.,:]\d|%)${countsPeople}`
const ordinal = `(?<ordinal>[1-4](?:st|nd|rd|th)|${anyOf('first second third fourth')})`
const ofYear = `(?:,?${gap}|,?${gap}(?:of|in)${gap})${year}`

/** Dates that name their year, and days of a month whose year the publication date decides. */
export const explicitDates: readonly DateRule[] = [
  // 2026-03-10, with or without a time.
  defineDateRule(String.raw`(?<!\d-)(?<value>\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?)(?!-\d)`, ({ groups }) =>
    parseTimexValue(groups.value!) === null ? null : groups.value!,
  ),
  // 25/12/2026 and 12/25/2026, if only one reading is a day.
  defineDateRule(String.raw`(?<first>\d{1,2})[/.](?<second>\d{1,2})[/.]${year}`, ({ groups }) => {
    const [first, second] = [Number(groups.first), Number(groups.second)]
    const values = [dayOf(groups.year, first, second), dayOf(groups.year, second, first)].filter(
      (value) => value !== null,
    )
    return new Set(values).size === 1 ? values[0]! : null
  }),
  // Tuesday, 10 March 2026; the 10th of March 2026.
  defineDateRule(`${weekdayBefore}${day}${gap}(?:of${gap})?${month},?${gap}${year}`, dayWithYear),
  // Tuesday, March 10, 2026.
  defineDateRule(`${weekdayBefore}${month}${gap}(?:the${gap})?${day},?${gap}${year}`, dayWithYear),
  // 10 March; March 10; March 10 last year.
  defineRelativeDateRule(`${weekdayBefore}${day}${gap}(?:of${gap})?${month}${otherYear}`, dayWithoutYear),
  defineRelativeDateRule(
    String.raw`${weekdayBefore}${month}${gap}(?:the${gap})?${day}${dayEnds}${otherYear}(?![-–]\d{1,2},?${gap}${yearDigits})`,
    dayWithoutYear,
  ),
  // The two ends of 10-12 March 2026 and of March 10-12, 2026.
  defineDateRule(String.raw`${day}(?=${gap}?[-–]${gap}?\d{1,2}${gap}${month},?${gap}${year})`, dayWithYear),
  defineRelativeDateRule(
    String.raw`${day}(?=${gap}?[-–]${gap}?\d{1,2}${gap}${month}(?!,?${gap}${yearDigits}))`,
    dayWithoutYear,
  ),
  defineDateRule(String.raw`${month}${gap}${day}(?=[-–]\d{1,2},?${gap}${year})`, dayWithYear),
  defineDateRule(String.raw`(?<=${month}${gap}\d{1,2}[-–])${day},?${gap}${year}`, dayWithYear),
  defineRelativeDateRule(
    String.raw`(?<=${month}${gap}\d{1,2}[-–])${day}(?!,?${gap}${yearDigits})`,
    dayWithoutYear,
  ),
  // March 2026.
  defineDateRule(`${month},?${gap}(?:of${gap})?${year}`, ({ groups }) => {
    return monthValue(Number(groups.year), monthNumber(groups.month))
  }),
  // Q3 2025, 2025 Q3, the third quarter of 2025, the first half of 2025.
  defineDateRule(`Q(?<quarter>[1-4])${ofYear}`, ({ groups }) => `${groups.year}-Q${groups.quarter}`),
  defineDateRule(`${year}[ -]Q(?<quarter>[1-4])`, ({ groups }) => `${groups.year}-Q${groups.quarter}`),
  defineDateRule(`(?:${anyOf('the')}${gap})?${ordinal}[ -]${anyOf('quarter')}${ofYear}`, ({ groups }) => {
    return `${groups.year}-Q${ordinalNumber(groups.ordinal)}`
  }),
  defineDateRule(`(?:${anyOf('the')}${gap})?${ordinal}[ -]half${ofYear}`, ({ groups }) => {
    const half = ordinalNumber(groups.ordinal)
    return half <= 2 ? `${groups.year}-H${half}` : null
  }),
  defineDateRule(`(?:${anyOf('the')}${gap})?${year}${gap}${ordinal}[ -]${anyOf('quarter')}`, ({ groups }) => {
    return `${groups.year}-Q${ordinalNumber(groups.ordinal)}`
  }),
  // summer 2024, the winter of 2023-24.
  defineDateRule(
    String.raw`(?:${anyOf('the')}${gap})?(?<season>${anyOf('spring summer autumn fall winter')})${ofYear}(?:[-–/]\d\d)?`,
    ({ groups }) => `${groups.year}-${seasonCode(groups.season)}`,
  ),
  // the 1990s, the '90s.
  defineDateRule(
    String.raw`(?:${anyOf('the')}${gap})?(?<decade>(?:1\d|20)\d)0['’]?s`,
    ({ groups }) => groups.decade!,
  ),
  defineDateRule(
    String.raw`${anyOf('the')}${gap}['’‘]?(?<decade>[3-9])0s`,
    ({ groups }) => `19${groups.decade}`,
  ),
  // the 20th century.
  defineDateRule(
    String.raw`(?:${anyOf('the')}${gap})?(?:(?<digits>\d{1,2})(?:st|nd|rd|th)|(?<tens>${anyOf('twenty')}[ -])?(?<word>${anyOf([...ordinalWords.keys()].join(' '))}))[ -]century(?!,?${gap}B\.?C)`,
    ({ groups }) => {
      const number = Number(groups.digits ?? (groups.tens ? 20 : 0) + ordinalNumber(groups.word))
      return number >= 1 && number <= 22 ? pad(number - 1, 2) : null
    },
  ),
]

function dayWithYear({ groups }: FoundDate): string | null {
  return dayOf(groups.year, monthNumber(groups.month), Number(groups.day))
}

function dayWithoutYear({
  groups,
  publication,
  text,
  start,
}: FoundDate & { publication: Publication }): string | null {
  const [month, day] = [monthNumber(groups.month), Number(groups.day)]
  if (groups.which !== undefined) return dayOf(publication.year + shiftOf(groups.which), month, day)
  const days = [-8, -4, -3, -2, -1, 0, 1, 2, 3, 4, 8]
    .map((shift) => publication.year + shift)
    .filter((year) => isDay(year, month, day))
    .map((year) => dayNumber(year, month, day))
  const past = days.findLast((number) => number <= publication.number)
  const future = days.find((number) => number > publication.number)
  // News names the year of what is far off: a day that is soon to come is not one of last year.
  const isToday = past === publication.number
  const isSoon = future !== undefined && future - publication.number <= 90
  const isAhead = !isToday && (isSoon || pointsAhead(text, start))
  const [likely, other] = isAhead ? [future, past] : [past, future]
  // A weekday beside the date tells a year from its neighbour.
  const weekday = weekdayOf.get(groups.weekday?.toLowerCase() ?? '')
  const chosen =
    [likely, other].find((number) => number !== undefined && weekdayOfDay(number) === weekday) ?? likely
  return chosen === undefined ? null : dayValue(chosen)
}

function dayOf(year: string | undefined | number, month: number, day: number): string | null {
  return isDay(Number(year), month, day) ? dayValue(dayNumber(Number(year), month, day)) : null
}
