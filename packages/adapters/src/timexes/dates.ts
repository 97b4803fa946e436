import type { TimexMod } from '@assay/schema'
import { amountPattern, readAmount } from './amounts.ts'
import { unitAround, yearsFrom } from './calendar.ts'
import { defineRule, type TimexRule } from './rule.ts'

const ordinals = ['first', 'second', 'third', 'fourth', 'final', 'last']
const seasons: Readonly<Record<string, string>> = {
  spring: 'SP',
  summer: 'SU',
  autumn: 'FA',
  fall: 'FA',
  winter: 'WI',
}
const unit = '(?<unit>day|week|month|quarter|year|decade|century)'
const relation = '(?<way>earlier|before that|before|previously|prior|later|after that|afterwards|from now|on)'
const small = 'one two three four five six seven eight nine'.split(' ')
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** Dates that count from the publication date or from another date of the text, beside those of `findDates`. */
export const dates: readonly TimexRule[] = [
  // earlier in the year, late in the month, the end of the week, the rest of the year, year-end.
  defineRule(`(?<edge>early|earlier|mid|late|later) in the ${unit}`, ({ groups, published }) => ({
    type: 'DATE',
    value: aroundPublication(published, groups.unit!),
    ...modOf(groups.edge),
  })),
  defineRule(
    `(?:the )?(?<edge>beginning|start|middle|end|close|rest|remainder) of the ${unit}`,
    ({ groups, published }) => ({
      type: 'DATE',
      value: aroundPublication(published, groups.unit!),
      ...modOf(groups.edge),
    }),
  ),
  defineRule(`(?:the )?(?:year|year's|year’s)[- ]end`, ({ published }) => ({
    type: 'DATE',
    value: aroundPublication(published, 'year'),
    mod: 'END',
  })),
  // this year's third quarter, the first half of last year, the second quarter of the year.
  defineRule(
    `(?:(?<which>last|this|next|the) year['’]s (?<first>${ordinals.join('|')})|(?:the )?(?<first2>${ordinals.join('|')})) (?<part>quarter|half)(?: of (?<which2>last|this|next|the) year)?`,
    ({ groups, published }) => {
      const which = groups.which ?? groups.which2
      if (which === undefined || (groups.which === undefined) === (groups.which2 === undefined)) return null
      const year = published === undefined ? null : unitAround(published, 'year', shiftOf(which))
      const number = ordinals.indexOf((groups.first ?? groups.first2)!.toLowerCase()) + 1
      const most = groups.part!.toLowerCase() === 'half' ? 2 : 4
      if (number > most && number < 5) return null
      const code = `${most === 2 ? 'H' : 'Q'}${Math.min(number, most)}`
      return { type: 'DATE', value: year === null ? null : `${year}-${code}` }
    },
  ),
  // the last half of 1989; fiscal 1989, the last fiscal year.
  defineRule(`(?:the )?(?:last|final) half of (?<year>(?:19|20)\\d\\d)`, ({ groups }) => ({
    type: 'DATE',
    value: `${groups.year}-H2`,
  })),
  defineRule(`fiscal (?:year )?(?<year>(?:19|20)\\d\\d)`, ({ groups }) => ({
    type: 'DATE',
    value: groups.year!,
  })),
  defineRule(`(?:the )?(?<which>last|this|next) fiscal year`, ({ groups, published }) => ({
    type: 'DATE',
    value: aroundPublication(published, 'year', shiftOf(groups.which!)),
  })),
  // summer, the summer, early spring: the one nearest in the past that has begun.
  defineRule(
    `(?:(?<=(?:in|during|since|until|by|before|after|over|through|of|for) )|(?=the |early |late |mid))(?:the )?(?:(?<edge>early|mid|late)[- ])?(?<season>${Object.keys(seasons).join('|')})(?! (?:of|in) |,? \\d| \\p{Lu})`,
    ({ groups, published }) => {
      const code = seasons[groups.season!.toLowerCase()]!
      return { type: 'DATE', value: seasonBefore(published, code), ...modOf(groups.edge) }
    },
  ),
  // a year earlier, two days later, three months from now.
  defineRule(`(?<amount>${amountPattern}) ${unit}s? ${relation}`, ({ groups, published, text, end }) => {
    const amount = readAmount(groups.amount!)
    const way = groups.way!.toLowerCase()
    // "Two years before the war", "two years on the board": counts from something that is no date.
    if (/^(?:before|prior|on)$/.test(way) && !/^\s*(?:[.,;:!?)”"]|$)/.test(text.slice(end))) return null
    const direction = /^(?:earlier|before|previously|prior)/.test(way) ? -1 : 1
    if (amount === null) return { type: 'DATE', value: direction < 0 ? 'PAST_REF' : 'FUTURE_REF' }
    return {
      type: 'DATE',
      value: (before) => {
        const from = way !== 'from now' ? before : published === undefined ? [] : [published]
        const count = groups.unit!.toLowerCase() === 'year' ? yearsFrom : inUnit(groups.unit!)
        return Number.isInteger(amount) ? firstOf(from, (value) => count(value, direction * amount)) : null
      },
    }
  }),
  // the year-earlier quarter, year-ago; the quarter: the one spoken of, else the latest that has ended.
  defineRule(
    `(?:the )?year-(?:earlier|ago)(?: (?<name>(?:(?<ordinal>first|second|third|fourth) )?quarter|period|month))?`,
    ({ groups, published }) => ({
      type: 'DATE',
      value: (before) => {
        const isQuarter = groups.name?.toLowerCase().endsWith('quarter') === true
        const from = isQuarter ? quarterOf(before[0], published) : before[0]
        const value = from === undefined ? null : yearsFrom(from, -1)
        const number = ordinals.indexOf(groups.ordinal?.toLowerCase() ?? '') + 1
        return value !== null && number > 0 ? `${value.slice(0, 6)}${number}` : value
      },
    }),
  ),
  defineRule(`the quarter(?! of| million| billion|-)`, ({ published }) => ({
    type: 'DATE',
    value: (before) => quarterOf(before[0], published) ?? null,
  })),
  // the following month, the previous day, the next day, that year, the same day.
  defineRule(
    `(?:(?:the|a) (?<which>following|previous|preceding)|the (?<which2>next|same)|(?:(?<edge>early|earlier|late|later) )?(?<which3>that)) (?<unit>day|week|month|quarter|year|decade)`,
    ({ groups }) => {
      const which = (groups.which ?? groups.which2 ?? groups.which3)!.toLowerCase()
      if (which === 'next' && groups.unit!.toLowerCase() !== 'day') return null
      const shift = { following: 1, next: 1, previous: -1, preceding: -1 }[which] ?? 0
      return {
        type: 'DATE',
        value: (before) => firstOf(before, (value) => unitAround(value, groups.unit!, shift)),
        ...modOf(groups.edge),
      }
    },
  ),
  defineRule('overnight', ({ published }) => {
    const night = published === undefined ? null : unitAround(published, 'day', -1)
    return { type: 'TIME', value: night === null ? null : `${night}TNI` }
  }),
  // nineteen ninety-four, the year two thousand.
  defineRule(
    `(?:the year )?(?<hundred>nineteen|eighteen) (?:hundred(?: and)? )?(?<ten>${tens.join('|')})(?:[- ](?<one>${small.join('|')}))?`,
    ({ groups }) => {
      const hundred = groups.hundred!.toLowerCase() === 'nineteen' ? 19 : 18
      const ten = tens.indexOf(groups.ten!.toLowerCase()) + 2
      const one = small.indexOf(groups.one?.toLowerCase() ?? '') + 1
      return { type: 'DATE', value: `${hundred}${ten}${one}` }
    },
  ),
  defineRule('the year two thousand', () => ({ type: 'DATE', value: '2000' })),
]

function aroundPublication(published: string | undefined, unit: string, shift = 0): string | null {
  return published === undefined ? null : unitAround(published, unit, shift)
}

/** -1, 0 or 1 for last, this (or "the") and next. */
function shiftOf(which: string): number {
  return { last: -1, next: 1 }[which.toLowerCase()] ?? 0
}

function quarterOf(last: string | undefined, published: string | undefined): string | undefined {
  if (last !== undefined && /-Q\d$/.test(last)) return last
  return aroundPublication(published, 'quarter', -1) ?? undefined
}

function inUnit(unit: string): (value: string, shift: number) => string | null {
  return (value, shift) => unitAround(value, unit, shift)
}

/** The value that follows from the date named last that is fine enough to give one. */
function firstOf(before: readonly string[], follow: (value: string) => string | null): string | null {
  for (const value of before) {
    const found = follow(value)
    if (found !== null) return found
  }
  return null
}

const firstMonths: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 }

function seasonBefore(published: string | undefined, code: string): string | null {
  if (published === undefined) return null
  const [year, month] = [Number(published.slice(0, 4)), Number(published.slice(5, 7))]
  return `${year - (month < firstMonths[code]! ? 1 : 0)}-${code}`
}

const mods: readonly (readonly [RegExp, TimexMod])[] = [
  [/^(?:early|earlier|beginning|start)$/i, 'START'],
  [/^(?:mid|middle)$/i, 'MID'],
  [/^(?:late|later|end|close)$/i, 'END'],
]

/** What a word says about which part of a date is meant. */
export function modOf(edge: string | undefined): { mod?: TimexMod } {
  const mod = mods.find(([pattern]) => pattern.test(edge ?? ''))?.[1]
  return mod === undefined ? {} : { mod }
}
