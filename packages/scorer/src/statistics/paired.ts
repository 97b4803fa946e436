import type { CountRow, Counts, Metric } from '@assay/schema'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { definedValues, fewestUnits, jackknifeError } from './interval.ts'
import { studentTQuantile, twoSidedP } from './student-t.ts'
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

/** Rounding must not turn a swap that changes nothing into a smaller difference. */
const rounding = 1e-12

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

type Differ = (a: Counts, b: Counts) => number | null

/** How often exchanging the outputs of units at random gives a difference at least as large. */
function swapP(units: readonly PairedUnit[], difference: number, differ: Differ, seed: number): number {
  const isAsLarge = swapper(units, difference, differ)
  const n = units.length
  if (n <= exhaustiveUnits) {
    // Exchanging all units only turns the sign round: the last unit can stay.
    const half = 2 ** (n - 1)
    let count = 0
    for (let mask = 0; mask < half; mask++) {
      if (isAsLarge((unit) => ((mask >> unit) & 1) === 1)) count++
    }
    return count / half
  }
  const random = xoroshiro128plus(seed)
  const bits = new Int32Array(Math.ceil(n / 32))
  let count = 0
  for (let draw = 0; draw < swapDraws; draw++) {
    for (let i = 0; i < bits.length; i++) bits[i] = random.next()
    if (isAsLarge((unit) => ((bits[unit >> 5]! >> (unit & 31)) & 1) === 1)) count++
  }
  return (count + 1) / (swapDraws + 1)
}

/** Tells whether the difference after exchanging the chosen units is at least as large, on either side. */
function swapper(units: readonly PairedUnit[], difference: number, differ: Differ) {
  const keys = Object.keys(addCounts(units.flatMap(({ a, b }) => [a, b])))
  const matrix = (side: 'a' | 'b') =>
    units.map((unit) => Float64Array.from(keys, (key) => unit[side][key] ?? 0))
  const [rowsA, rowsB] = [matrix('a'), matrix('b')]
  return (isSwapped: (unit: number) => boolean): boolean => {
    const sumA = new Float64Array(keys.length)
    const sumB = new Float64Array(keys.length)
    for (let unit = 0; unit < units.length; unit++) {
      const swapped = isSwapped(unit)
      const first = swapped ? rowsB[unit]! : rowsA[unit]!
      const second = swapped ? rowsA[unit]! : rowsB[unit]!
      for (let k = 0; k < keys.length; k++) {
        sumA[k]! += first[k]!
        sumB[k]! += second[k]!
      }
    }
    const swappedDifference = differ(toCounts(keys, sumA), toCounts(keys, sumB))
    // An undefined difference speaks for nothing: counting it keeps p on the safe side.
    return swappedDifference === null || Math.abs(swappedDifference) >= Math.abs(difference) - rounding
  }
}

function toCounts(keys: readonly string[], sums: Float64Array): Counts {
  const counts: Record<string, number> = {}
  for (let k = 0; k < keys.length; k++) counts[keys[k]!] = sums[k]!
  return counts
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
