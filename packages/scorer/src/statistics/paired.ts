import type { CountRow, Counts, Metric } from '@assay/schema'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { definedValues, fewestUnits, jackknifeError } from './interval.ts'
import { studentTQuantile, twoSidedP } from './student-t.ts'
import { createSwapJudge, type Differ, rounding } from './swaps.ts'
import { addCounts, leaveOneOut, unitsOf } from './units.ts'

/** Two systems on the same units by one column of a metric. */
export interface PairedComparison {
  /** Units on which at least one of the two has something to score. */
  readonly units: number
  /** a minus b; null if one of the two is undefined. */
  readonly difference: number | null
  /** Of the difference; null, like everything below, with fewer than 8 units or an undefined leave-out. */
  readonly standardError: number | null
  /** 95 % interval of the difference. */
  readonly low: number | null
  readonly high: number | null
  /** The larger of the t test's and the coin swap's, not corrected for the number of pairs. */
  readonly p: number | null
}

export interface PairedOptions {
  /** Key of the column. Default: the metric's headline. */
  readonly column?: string
  /** Seed of the coin swaps. Default 1. */
  readonly seed?: number
}

/** Up to this many units all swaps are tried; above, `swapDraws` are drawn. */
const exhaustiveUnits = 16
const swapDraws = 10_000

/**
 * Compares two systems by recomputing the column from summed counts with one unit left out at a time (t test),
 * and with the outputs of units exchanged between the two (coin swap). Swapping a and b turns the signs round.
 */
export function comparePaired(
  a: readonly CountRow[],
  b: readonly CountRow[],
  metric: Metric,
  { column = metric.headline ?? '', seed = 1 }: PairedOptions = {},
): PairedComparison {
  const score = (counts: Counts) => metric.finish(counts)[column]?.value ?? null
  const units = withNeededCounts(pairUnits(a, b), score)
  const differ = (countsA: Counts, countsB: Counts) => {
    const [valueA, valueB] = [score(countsA), score(countsB)]
    return valueA === null || valueB === null ? null : valueA - valueB
  }
  const totalA = addCounts(units.map((unit) => unit.a))
  const totalB = addCounts(units.map((unit) => unit.b))
  const difference = differ(totalA, totalB)
  const n = units.length
  const none = { units: n, difference, standardError: null, low: null, high: null, p: null }
  if (difference === null || n < fewestUnits) return none

  const withoutA = leaveOneOut(
    units.map((unit) => unit.a),
    (others) => others,
  )
  const withoutB = leaveOneOut(
    units.map((unit) => unit.b),
    (others) => others,
  )
  const without = definedValues(
    withoutA.map((others, i) => ({ value: differ(others, withoutB[i]!), because: '' })),
  )
  if (without === null) return none
  const standardError = jackknifeError(without)
  const reach = studentTQuantile(0.975, n - 1) * standardError
  return {
    units: n,
    difference,
    standardError,
    low: difference - reach,
    high: difference + reach,
    p: Math.max(tTestP(difference, standardError, n), swapP(units, difference, differ, seed)),
  }
}

export interface PairedUnit {
  readonly a: Counts
  readonly b: Counts
}

/** The units of both systems, in the order of ids; nothing counted where one has none. */
export function pairUnits(a: readonly CountRow[], b: readonly CountRow[]): PairedUnit[] {
  const unitsA = new Map(unitsOf(a).map(({ id, counts }) => [id, counts]))
  const unitsB = new Map(unitsOf(b).map(({ id, counts }) => [id, counts]))
  const ids = [...new Set([...unitsA.keys(), ...unitsB.keys()])].sort()
  return ids.map((id) => ({ a: unitsA.get(id) ?? {}, b: unitsB.get(id) ?? {} }))
}

function tTestP(difference: number, standardError: number, n: number): number {
  if (Math.abs(difference) <= rounding) return 1
  return twoSidedP(difference / standardError, n - 1)
}

/** How often exchanging the outputs of units at random gives a difference at least as large. */
function swapP(units: readonly PairedUnit[], difference: number, differ: Differ, seed: number): number {
  const isAsLarge = createSwapJudge(units, difference, differ)
  const n = units.length
  const words = Math.ceil(n / 32)
  const swapped = new Uint8Array(4 * words)
  const write = (word: number, bits: number) => {
    for (let byte = 0; byte < 4; byte++) swapped[4 * word + byte] = bits >>> (8 * byte)
  }
  let count = 0
  if (n <= exhaustiveUnits) {
    // Exchanging all units only turns the sign round: the last unit can stay.
    const half = 2 ** (n - 1)
    for (let mask = 0; mask < half; mask++) {
      write(0, mask)
      if (isAsLarge(swapped)) count++
    }
    return count / half
  }
  const random = xoroshiro128plus(seed)
  for (let draw = 0; draw < swapDraws; draw++) {
    for (let word = 0; word < words; word++) write(word, random.next())
    if (isAsLarge(swapped)) count++
  }
  return (count + 1) / (swapDraws + 1)
}

/**
 * Leaves out the counts that the column does not depend on: thousands of swaps would pay for them. Tried at the
 * total, and checked without each unit.
 */
function withNeededCounts(
  units: readonly PairedUnit[],
  score: (counts: Counts) => number | null,
): readonly PairedUnit[] {
  const total = addCounts(units.flatMap(({ a, b }) => [a, b]))
  const needed = new Set(
    Object.keys(total).filter((key) => score({ ...total, [key]: total[key]! + 1 }) !== score(total)),
  )
  const pick = (counts: Counts): Counts =>
    Object.fromEntries(Object.entries(counts).filter(([key]) => needed.has(key)))
  const isEnough = (side: readonly Counts[]) =>
    score(addCounts(side)) === score(pick(addCounts(side))) &&
    leaveOneOut(side, (others) => score(others) === score(pick(others))).every((isSame) => isSame)
  return isEnough(units.map(({ a }) => a)) && isEnough(units.map(({ b }) => b))
    ? units.map(({ a, b }) => ({ a: pick(a), b: pick(b) }))
    : units
}
