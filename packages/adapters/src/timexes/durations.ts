import type { TimexMod } from '@assay/schema'
import { amountPattern, periodValue, readAmount, unitPattern } from './amounts.ts'
import { defineRule, type TimexRule } from './rule.ts'

const determiner = '(?:(?:the|this|that|these|those|its|their|his|her|our) )?'
const order =
  '(?:(?:past|last|next|first|final|coming|previous|following|preceding|latest|recent|entire|full) )?'
const estimate =
  '(?:(?:about|around|nearly|almost|approximately|roughly|some|over|under|up to|at least|at most|just over|just under|well over|(?:no )?(?:more|less|fewer|longer) than|as (?:many|much|long) as) )?'
const added = '(?:(?:more|additional|other|consecutive|straight|whole|full|long|trading|business|working) )?'
const tail = '(?:[- ]old|[- ]long| or so| or more| or less)?'
const unit = `(?<unit>${unitPattern})`

/** Stretches of time of a given, or an unknown, length. */
export const durations: readonly TimexRule[] = [
  // two weeks, the past two years, the next 12 to 18 months, at least 20 more years.
  defineRule(
    `${determiner}(?<estimate>${estimate})${determiner}${order}(?:(?<low>${amountPattern})(?: to | or |[-–]))?(?<amount>${amountPattern}) ${added}${unit}s?(?<tail>${tail})`,
    ({ groups, text, start, end }) => {
      const amount = readAmount(groups.amount!)
      if (isBareArticle(groups.amount!) && !isStretch(groups.unit!, text, start, end)) return null
      if (isAge(text, start, end, groups.tail)) return null
      const value = periodValue(groups.low === undefined ? amount : null, groups.unit!)
      return { type: 'DURATION', value, ...modOf(groups.estimate, groups.tail, text, start) }
    },
  ),
  // two-year, 47-year-old, decade-long.
  defineRule(`(?:(?<amount>${amountPattern})-)${unit}(?:-old|-long)?s?`, ({ groups }) => ({
    type: 'DURATION',
    value: periodValue(readAmount(groups.amount!), groups.unit!),
  })),
  defineRule(`${unit}(?<plural>s?)-long`, ({ groups }) => ({
    type: 'DURATION',
    value: periodValue(groups.plural === '' ? 1 : null, groups.unit!),
  })),
  // half a year, half an hour.
  defineRule(`half an? ${unit}`, ({ groups }) => ({
    type: 'DURATION',
    value: periodValue(0.5, groups.unit!),
  })),
  // an hour and a half.
  defineRule(`an? ${unit} and a half`, ({ groups }) => ({
    type: 'DURATION',
    value: periodValue(1.5, groups.unit!),
  })),
  // the past year, the last decade, another month, the whole week.
  defineRule(`the (?:past|last|next|coming|entire|whole|full) ${unit}`, ({ groups }) => ({
    type: 'DURATION',
    value: periodValue(1, groups.unit!),
  })),
  defineRule(`(?:another|one more) ${unit}`, ({ groups }) => ({
    type: 'DURATION',
    value: periodValue(1, groups.unit!),
  })),
  // years, recent weeks, the coming years.
  defineRule(
    `${determiner}${order}(?:(?:early|future|previous|many) )?(?:(?:days|weeks|months|quarters|years|decades|centuries|hours)(?: and )?)+`,
    ({ text, start, end }) => {
      const surface = text.slice(start, end).toLowerCase()
      const name = /(\p{L}+)s$/u.exec(surface)![1]!
      if (/^(?:quarters|these days)$/.test(surface) || isAge(text, start, end, undefined)) return null
      return { type: 'DURATION', value: periodValue(null, name) }
    },
  ),
]

function isBareArticle(amount: string): boolean {
  return /^an?$/i.test(amount)
}

const rateBefore =
  /(?:\d[\d,.]*(?<=\d)|hundred|thousand|million|billion|trillion|percent|%|once|twice|times|dollars|euros|pounds)(?:\s(?!in\b|for\b|after\b|within\b|over\b|about\b|took\b|nearly\b|almost\b)\p{L}+){0,2}\s$/u

/** "for a week" is one, "a second man" and the rate "four times a week" are none. */
function isStretch(unit: string, text: string, start: number, end: number): boolean {
  if (/^(?:second|quarter|weekend)$/i.test(unit)) return false
  if (/^minute['’]s silence\b/i.test(text.slice(end - 6, end + 12))) return false
  return !rateBefore.test(text.slice(Math.max(0, start - 40), start)) && !/^ of\b/.test(text.slice(end))
}

/** "35 years old" is the age of somebody; "a 35-year-old" has another rule. */
function isAge(text: string, start: number, end: number, tail: string | undefined): boolean {
  return (
    tail?.trim() === 'old' ||
    /^ (?:old|of age)\b/.test(text.slice(end)) ||
    /\baged? $/i.test(text.slice(Math.max(0, start - 6), start))
  )
}

const mods: readonly (readonly [RegExp, TimexMod])[] = [
  [/\b(?:no more than|up to|at most|within|as (?:many|much|long) as) ?$/i, 'EQUAL_OR_LESS'],
  [/\b(?:no (?:less|fewer) than|at least) ?$/i, 'EQUAL_OR_MORE'],
  [/\b(?:(?:more|longer) than|over) ?$/i, 'MORE_THAN'],
  [/\b(?:(?:less|fewer) than|under|nearly|almost) ?$/i, 'LESS_THAN'],
  [/\b(?:about|around|approximately|roughly|some) ?$/i, 'APPROX'],
]

function modOf(estimate = '', tail = '', text: string, start: number): { mod?: TimexMod } {
  if (tail === ' or so') return { mod: 'APPROX' }
  if (tail === ' or more') return { mod: 'EQUAL_OR_MORE' }
  if (tail === ' or less') return { mod: 'EQUAL_OR_LESS' }
  const words = estimate || text.slice(Math.max(0, start - 7), start)
  const mod = mods.find(([pattern]) => pattern.test(words))?.[1]
  return mod === undefined ? {} : { mod }
}
