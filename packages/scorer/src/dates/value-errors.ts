import type { TimexBasis } from '@assay/schema'
import { type Interval, parseTimexValue, timexInterval, type TimexValue } from '@assay/text'

/**
 * How a wrong TIMEX3 value relates to the right one; the first that holds. `unresolved`: no value was given.
 * `notation`: the same stretch of time, written otherwise. `day-month-swap`: 3 April for 4 March. `year-flip`: only
 * the year differs. `off-by-one`: the unit before or after, or the same time a day away. `granularity`: the two
 * overlap, so one is coarser, finer or cut otherwise. `anchor`: as fine as the right one but elsewhere, where gold
 * rests on another date. `other`: everything else, among it durations, references and what is no TIMEX3 value.
 */
export const valueErrors = [
  'unresolved',
  'notation',
  'day-month-swap',
  'year-flip',
  'off-by-one',
  'granularity',
  'anchor',
  'other',
] as const
export type ValueError = (typeof valueErrors)[number]

/** The class of a value that is none of the `accepted` ones: over these, the first class in the order above. */
export function valueErrorOf(
  accepted: readonly string[],
  basis: TimexBasis,
  predicted: string | null,
): ValueError {
  const classes = accepted.map((gold) => classOf(gold, basis, predicted))
  return valueErrors.find((error) => classes.includes(error)) ?? 'other'
}

function classOf(goldValue: string, basis: TimexBasis, predictedValue: string | null): ValueError {
  if (predictedValue === null) return 'unresolved'
  const gold = placed(goldValue)
  const predicted = placed(predictedValue)
  if (gold === null || predicted === null) return 'other'
  if (isSame(gold.interval, predicted.interval)) return 'notation'
  if (gold.value.kind === predicted.value.kind) {
    if (isSwap(gold.value, predicted.value)) return 'day-month-swap'
    if (isYearFlip(gold.value, predicted.value)) return 'year-flip'
    if (isOffByOne(gold, predicted)) return 'off-by-one'
  }
  if (overlap(gold.interval, predicted.interval)) return 'granularity'
  const isAnchored = basis === 'dct' || basis === 'anaphoric'
  return isAnchored && gold.value.kind === predicted.value.kind ? 'anchor' : 'other'
}

interface Placed {
  readonly value: TimexValue
  readonly interval: Interval
}

/** Null for what has no place on the calendar. */
function placed(text: string): Placed | null {
  const value = parseTimexValue(text)
  const interval = timexInterval(text)
  return value === null || interval === null ? null : { value, interval }
}

function isSwap(gold: TimexValue, predicted: TimexValue): boolean {
  if (!('day' in gold) || !('day' in predicted)) return false
  return isEqual({ ...gold, month: gold.day, day: gold.month }, predicted)
}

function isYearFlip(gold: TimexValue, predicted: TimexValue): boolean {
  if (gold.kind === 'year' || !('year' in gold) || !('year' in predicted)) return false
  return isEqual({ ...gold, year: predicted.year }, predicted)
}

const day = 1440

/** The neighbour on the calendar; of a weekend the next one, of a time also the same time a day away. */
function isOffByOne(gold: Placed, predicted: Placed): boolean {
  const [a, b] = [gold.interval, predicted.interval]
  if (a.end === b.begin || b.end === a.begin) return true
  const step = { weekend: 7 * day, 'part-of-day': day, time: day }[gold.value.kind as string]
  return step !== undefined && a.end - a.begin === b.end - b.begin && Math.abs(a.begin - b.begin) === step
}

function isSame(a: Interval, b: Interval): boolean {
  return a.begin === b.begin && a.end === b.end
}

function overlap(a: Interval, b: Interval): boolean {
  return a.begin < b.end && b.begin < a.end
}

function isEqual(a: object, b: object): boolean {
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))]
  return left.length === right.size && left.every(([key, value]) => right.get(key) === value)
}
