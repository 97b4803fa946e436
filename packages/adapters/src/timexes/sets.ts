import { amountPattern, periodValue, readAmount, unitPattern } from './amounts.ts'
import { defineRule, type TimexRule } from './rule.ts'

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const months = 'january february march april may june july august september october november december'.split(
  ' ',
)
const parts: Readonly<Record<string, string>> = { morning: 'MO', afternoon: 'AF', evening: 'EV', night: 'NI' }
const seasons: Readonly<Record<string, string>> = {
  spring: 'SP',
  summer: 'SU',
  autumn: 'FA',
  fall: 'FA',
  winter: 'WI',
}
const adverbs: Readonly<Record<string, string>> = {
  hourly: 'PT1H',
  daily: 'P1D',
  nightly: 'XXXX-XX-XXTNI',
  weekly: 'P1W',
  fortnightly: 'P2W',
  monthly: 'P1M',
  quarterly: 'P1Q',
  yearly: 'P1Y',
  annually: 'P1Y',
}
const weekday = `(?<weekday>${weekdays.join('|')})`
const part = `(?<part>${Object.keys(parts).join('|')})`

/** What comes again and again. */
export const sets: readonly TimexRule[] = [
  // every Monday, each Friday evening, Mondays, Friday nights.
  defineRule(
    `(?:every|each) (?:single |other |second )?${weekday}(?: ${part})?|${weekday.replace('weekday', 'days')}(?:s| ${part.replace('part', 'parts')}s)`,
    ({ groups, text, start }) => {
      const name = (groups.weekday ?? groups.days)!.toLowerCase()
      if (groups.days !== undefined && !/\p{Lu}/u.test(text[start]!)) return null
      return {
        type: 'SET',
        value: `XXXX-WXX-${weekdays.indexOf(name) + 1}${suffix(groups.part ?? groups.parts)}`,
      }
    },
  ),
  // every morning, each summer, every May, weekends.
  defineRule(`(?:every|each) ${part}`, ({ groups }) => ({
    type: 'SET',
    value: `XXXX-XX-XX${suffix(groups.part)}`,
  })),
  defineRule(`(?:every|each) (?<season>${Object.keys(seasons).join('|')})`, ({ groups }) => ({
    type: 'SET',
    value: `XXXX-${seasons[groups.season!.toLowerCase()]}`,
  })),
  defineRule(`(?:every|each) (?<month>${months.join('|')})`, ({ groups }) => ({
    type: 'SET',
    value: `XXXX-${`${months.indexOf(groups.month!.toLowerCase()) + 1}`.padStart(2, '0')}`,
  })),
  defineRule('(?:every|each) weekend|weekends', () => ({ type: 'SET', value: 'XXXX-WXX-WE' })),
  // every year, every two years, every other week, each of the last three years.
  defineRule(
    `(?:every|each) (?:(?<other>other|second) |(?<amount>${amountPattern}) )?(?<unit>${unitPattern})s?`,
    ({ groups }) => {
      const amount =
        groups.amount === undefined ? (groups.other === undefined ? 1 : 2) : readAmount(groups.amount)
      return { type: 'SET', value: periodValue(amount, groups.unit!) }
    },
  ),
  defineRule(
    `each of the (?:past|last|next|first) ${amountPattern} (?<unit>${unitPattern})s`,
    ({ groups }) => ({
      type: 'SET',
      value: periodValue(1, groups.unit!),
    }),
  ),
  // once a week, four times a year, twice a day.
  defineRule(
    `(?:once|twice|thrice|(?:${amountPattern}) times) (?:an?|per|each|every) (?<unit>${unitPattern})`,
    ({ groups }) => ({ type: 'SET', value: periodValue(1, groups.unit!) }),
  ),
  // 400 barrels a day; "80 kilometres an hour" is a speed.
  defineRule(
    `(?<=(?:\\d|hundred|thousand|million|billion|dollars|euros|pounds)(?: (?!kilomet|mile|km|in\\b|for\\b|after\\b|within\\b|over\\b|about\\b)\\p{L}+){0,2} )(?:a|per) (?<unit>day|week|month|quarter|year)`,
    ({ groups }) => ({ type: 'SET', value: periodValue(1, groups.unit!) }),
  ),
  defineRule(`(?<word>${Object.keys(adverbs).join('|')})`, ({ groups, text, start }) => {
    // "Daily" with a capital inside a sentence is part of a name.
    const isName =
      /\p{Lu}/u.test(text[start]!) && /[\p{L},] $/u.test(text.slice(Math.max(0, start - 3), start))
    return isName ? null : { type: 'SET', value: adverbs[groups.word!.toLowerCase()]! }
  }),
]

function suffix(name: string | undefined): string {
  return name === undefined ? '' : `T${parts[name.toLowerCase()]}`
}
