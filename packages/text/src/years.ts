import { anyOf, type DateRule, defineDateRule, yearDigits } from './date-pattern.ts'

/**
 * A bare number from 1000 to 2099 as a year. The digits alone do not tell a year from a count, so:
 * - never behind a currency sign or a word of estimation, or before a unit;
 * - before a plural or "people" ("2021 soldiers") only from 1900 on and behind "in", "since", "until", "during",
 *   "the" or a possessive: "in 2021 soldiers fled", "the 2024 elections". Without such a cue it is a count;
 * - from 1900 on anywhere else ("the 2021 withdrawal"); before 1900 only behind a word that goes before years.
 * The short second year of "2019-20" belongs to the expression, whose value is the first year.
 */
export const bareYear: DateRule = defineDateRule(
  String.raw`(?<![$€£¥#]|(?<!\d{3})\d[-–])(?<year>${yearDigits})(?!-\d\d-\d)(?:[-–/]\d\d(?![-\d]))?(?![.,:]\d|\s?%)`,
  ({ groups, text, start, end }) => {
    const before = text.slice(Math.max(0, start - 24), start)
    const after = text.slice(end, end + 24)
    if (isUnit.test(after) || isEstimated.test(before)) return null
    const isModern = Number(groups.year) >= 1900
    const isYear = isCounted(after)
      ? isModern && certainCue.test(before)
      : isModern || possibleCue.test(before)
    return isYear ? groups.year! : null
  },
)

const isUnit =
  /^(?:\s|-)?(?:k|m|bn|hundred|thousand|million|billion|trillion|per\s?cent|percent|percentage|dollars?|euros?|pounds?|yen|yuan|rupees?|rubles?|degrees?|km|kg|mph|kilo\w+|met(?:er|re)s?|miles?|feet|foot|hours?|minutes?|seconds?|days?|weeks?|months?|years?|tons?|tonnes?|hectares?|acres?|square|cubic|barrels?|mega\w+|giga\w+|GMT|hrs?)(?![\p{L}\p{N}])/u

const isEstimated = new RegExp(
  String.raw`(?<!\p{L})(?:${anyOf('about around nearly almost approximately roughly some over')}|than|least|most|up to|as many as|estimated|No\.|number)\s$`,
  'u',
)

const certainCue = new RegExp(
  String.raw`(?<!\p{L})(?:${anyOf('in since until during')}|${anyOf('the its their his her our')}|\p{L}['’]s)\s$`,
  'u',
)

const possibleCue = new RegExp(
  String.raw`(?:(?<!\p{L})(?:${anyOf('in since until till by from during before after between through of to and circa early late mid year')}|c\.)[\s-]|\(|\d{4}[-–])$`,
  'u',
)

const singular = new Set([
  'was',
  'has',
  'is',
  'does',
  'as',
  'this',
  'its',
  'his',
  'versus',
  'towards',
  'always',
  'perhaps',
  'across',
])

function isCounted(after: string): boolean {
  const noun = /^\s(?:more\s)?(\p{Ll}{3,})/u.exec(after)?.[1] ?? ''
  if (/^(?:people|men|women|children|police|troops)$/.test(noun)) return true
  return noun.length > 3 && noun.endsWith('s') && !/(?:ss|us|is)$/.test(noun) && !singular.has(noun)
}
