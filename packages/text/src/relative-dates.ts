import { dayNumber, weekdayOfDay, weekOfDay } from './calendar.ts'
import { monthNumber, ordinalNumber, seasonCode, shiftOf, weekdayOf } from './date-words.ts'
import {
  anyOf,
  type DateRule,
  dayValue,
  defineRelativeDateRule,
  gap,
  monthName,
  monthValue,
  type Publication,
  pad,
  partOfDay,
  partSuffix,
  pointsAhead,
  weekdayName,
  yearValue,
} from './date-pattern.ts'
import { smallNumbers, tens } from './number-words.ts'

const which = `(?<which>${anyOf('last this next')})`
const count = String.raw`(?<count>\d{1,4}|${anyOf('a an')}|(?:${anyOf([...tens.keys()].join(' '))}-)?${anyOf([...smallNumbers.keys(), ...tens.keys()].join(' '))})`
const estimate = `(?:(?:${anyOf('about around nearly almost approximately roughly some over')}|${anyOf('more less')}${gap}than)${gap})?`
const unit = '(?<unit>day|week|month|year|decade)s?'
const season = `(?<season>${anyOf('spring summer autumn fall winter')})`
// Names that hold a weekday, and weekdays that come again and again.
const noWeekday = String.raw`(?<!(?:Black|Good|Bloody|Super|Palm|Easter|Ash|Holy|Cyber|${anyOf('every each')})${gap})`
const noNewspaper = String.raw`(?!${gap}(?:Times|Telegraph|Herald|Mirror|Express|Mail|Post))`

/** Expressions that only the publication date gives a value (the conventions of TimeML, past unless shown). */
export const relativeDates: readonly DateRule[] = [
  defineRelativeDateRule(
    `(?<!USA${gap})(?<word>${anyOf('yesterday today tomorrow')})(?:${gap}(?<part>${partOfDay}))?`,
    ({ groups, publication }) => {
      const shift = ['yesterday', 'today', 'tomorrow'].indexOf(groups.word!.toLowerCase()) - 1
      return dayValue(publication.number + shift) + partSuffix(groups.part)
    },
  ),
  defineRelativeDateRule(anyOf('tonight'), ({ publication }) => `${dayValue(publication.number)}TNI`),
  defineRelativeDateRule(`${anyOf('this')}${gap}(?<part>${partOfDay})`, ({ groups, publication }) => {
    return dayValue(publication.number) + partSuffix(groups.part)
  }),
  defineRelativeDateRule(
    `${anyOf('last')}${gap}night`,
    ({ publication }) => `${dayValue(publication.number - 1)}TNI`,
  ),
  // Tuesday, last Tuesday, Tuesday evening, Tuesday of last week.
  defineRelativeDateRule(
    `${noWeekday}(?:${which}${gap})?(?<weekday>${weekdayName})${noNewspaper}(?:${gap}(?<part>${partOfDay}))?(?:${gap}(?:of${gap})?(?<week>last|this|next)${gap}week)?`,
    ({ groups, publication, text, start }) => {
      const weekday = weekdayOf.get(groups.weekday!.toLowerCase())!
      return (
        dayValue(weekdayNear(publication, weekday, groups, pointsAhead(text, start))) +
        partSuffix(groups.part)
      )
    },
  ),
  // "the last week" is a stretch of time, "last week" a date.
  defineRelativeDateRule(
    `(?<!${anyOf('the')}${gap})${which}${gap}(?<unit>week|weekend|month|quarter|year|decade|century)`,
    ({ groups, publication }) => shifted(publication, groups.unit!, shiftOf(groups.which!)),
  ),
  defineRelativeDateRule(`(?<=(?:${anyOf('over at during')})${gap})the${gap}weekend`, ({ publication }) => {
    const { year, week } = weekOfDay(publication.number - 5)
    return `${weekValue(year, week)}-WE`
  }),
  defineRelativeDateRule(`${estimate}${count}${gap}${unit}${gap}ago`, ({ groups, publication }) => {
    return shifted(publication, groups.unit!, -countOf(groups.count!))
  }),
  // last October, October last year.
  defineRelativeDateRule(`${which}${gap}(?<month>${monthName})(?!${gap}\\d)`, ({ groups, publication }) => {
    const month = monthNumber(groups.month)
    const shift = shiftOf(groups.which!)
    const isBeyond = shift === -1 ? month >= publication.month : month <= publication.month
    return monthValue(publication.year + (isBeyond ? shift : 0), month)
  }),
  defineRelativeDateRule(
    `(?<month>${monthName})${gap}(?:of${gap})?${which}${gap}year`,
    ({ groups, publication }) => {
      return monthValue(publication.year + shiftOf(groups.which!), monthNumber(groups.month))
    },
  ),
  // last summer, this winter.
  defineRelativeDateRule(`${which}${gap}${season}`, ({ groups, publication }) => {
    return seasonNear(publication, seasonCode(groups.season), shiftOf(groups.which!))
  }),
  // the third quarter: the latest one that has begun, or the next one where the words before it point ahead.
  defineRelativeDateRule(
    `(?:${anyOf('the')}${gap})?(?<ordinal>${anyOf('first second third fourth')})[ -]quarter`,
    ({ groups, publication, text, start }) => {
      const quarter = ordinalNumber(groups.ordinal)
      const current = Math.ceil(publication.month / 3)
      const isAhead = pointsAhead(text, start)
      const shift = isAhead && quarter < current ? 1 : !isAhead && quarter > current ? -1 : 0
      return `${yearValue(publication.year + shift)}-Q${quarter}`
    },
  ),
  // A bare month. Some are words and names too, and need a sign that a month is meant.
  defineRelativeDateRule(`(?<month>${monthName})`, ({ groups, publication, text, start, end }) => {
    if (!isSurelyMonth(groups.month!, text.slice(Math.max(0, start - 16), start), text.slice(end, end + 16)))
      return null
    const month = monthNumber(groups.month)
    // How many months it is until the next such month; a month that is soon to come is not one of last year.
    const until = (month - publication.month + 12) % 12
    const isAhead = until <= 2 || pointsAhead(text, start)
    return monthValue(publication.year, publication.month + until - (isAhead ? 0 : 12))
  }),
]

function weekdayNear(
  publication: Publication,
  weekday: number,
  groups: Readonly<Record<string, string | undefined>>,
  isAhead: boolean,
): number {
  const monday = publication.number - weekdayOfDay(publication.number) + 1
  if (groups.week !== undefined) return monday + 7 * shiftOf(groups.week) + weekday - 1
  const which = groups.which?.toLowerCase()
  if (which === 'this') return monday + weekday - 1
  const past = publication.number - ((weekdayOfDay(publication.number) - weekday + 7) % 7)
  if (which === 'last') return past === publication.number ? past - 7 : past
  return which === 'next' || (isAhead && past !== publication.number) ? past + 7 : past
}

/** The week, month, year ... that is `shift` of them away from the one of the publication date. */
function shifted(publication: Publication, unit: string, shift: number): string | null {
  const { number, year, month } = publication
  switch (unit) {
    case 'day':
      return dayValue(number + shift)
    case 'week':
    case 'weekend': {
      const found = weekOfDay(number + shift * 7)
      return weekValue(found.year, found.week) + (unit === 'weekend' ? '-WE' : '')
    }
    case 'month':
      return monthValue(year, month + shift)
    case 'quarter': {
      const quarters = year * 4 + Math.floor((month - 1) / 3) + shift
      return `${yearValue(Math.floor(quarters / 4))}-Q${(quarters % 4) + 1}`
    }
    case 'year':
      return shift > -year ? yearValue(year + shift) : null
    case 'decade': {
      const decade = Math.floor(year / 10) + shift
      return decade > 0 ? pad(decade, 3) : null
    }
    case 'century':
      return pad(Math.floor(year / 100) + shift, 2)
    default:
      return null
  }
}

function weekValue(year: number, week: number): string {
  return `${yearValue(year)}-W${pad(week, 2)}`
}

/** Last: has ended. Next: has not begun. This: is on, or is the nearer one in time. */
function seasonNear(publication: Publication, code: string, shift: number): string | null {
  const first = { SP: 3, SU: 6, FA: 9, WI: 12 }[code] ?? 1
  const seasons = [-2, -1, 0, 1].map((step) => {
    const year = publication.year + step
    const begin = dayNumber(year, first, 1)
    const end = dayNumber(year, first + 3, 1)
    return {
      year,
      begin,
      end,
      distance: Math.max(begin - publication.number, publication.number - end + 1, 0),
    }
  })
  const nearest = Math.min(...seasons.map(({ distance }) => distance))
  const chosen =
    shift === -1
      ? seasons.findLast(({ end }) => end <= publication.number)
      : seasons.find(({ begin, distance }) =>
          shift === 0 ? distance === nearest : begin > publication.number,
        )
  return chosen === undefined ? null : `${yearValue(chosen.year)}-${code}`
}

function countOf(text: string): number {
  const words = text.toLowerCase().split('-')
  if (words[0] === 'a' || words[0] === 'an') return 1
  return words.reduce((sum, word) => sum + (smallNumbers.get(word) ?? tens.get(word) ?? Number(word)), 0)
}

const nameLike = new Set(['march', 'april', 'june', 'august'])
const timeCue = new RegExp(
  String.raw`(?<!\p{L})(?:${anyOf('in since until till during early late mid')})[\s-]$`,
  'u',
)
const looseCue = new RegExp(
  String.raw`(?<!\p{L})(?:${anyOf('in since until till during early late mid by from of to and between before after through')}|${anyOf('a the its their his')}|\p{L}['’]s)[\s-]$`,
  'u',
)

/** "May" is mostly a verb or a name, March, April, June and August sometimes are. */
function isSurelyMonth(name: string, before: string, after: string): boolean {
  const month = name.toLowerCase()
  if (month === 'may') return timeCue.test(before) && !/^\s\p{Lu}/u.test(after)
  if (!nameLike.has(month)) return true
  if (timeCue.test(before)) return true
  return looseCue.test(before) && !/^\s(?:\p{Lu}|on\b|for\b|against\b|to\b|of\b)/u.test(after)
}
