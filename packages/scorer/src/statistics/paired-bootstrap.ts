import type { CountRow, Counts, Metric } from '@assay/schema'
import { percentileInterval } from './bootstrap.ts'
import { fewestUnits } from './interval.ts'
import { pairUnits } from './paired.ts'
import { resampleSums, type ResampleOptions } from './resample.ts'

/** Two systems compared on the same random samples of units. */
export interface PairedBootstrap {
  /** Units on which at least one of the two has something to score. */
  readonly units: number
  /** a minus b; null if one of the two is undefined. */
  readonly difference: number | null
  /** 95 % percentile interval of the difference; null with fewer than 8 units or an undefined sample. */
  readonly low: number | null
  readonly high: number | null
  /**
   * Twice the smaller share of samples in which the difference is at most, or at least, 0; the sample at hand
   * counts as one: never below `2 / (resamples + 1)`, never above 1.
   */
  readonly p: number | null
}

export interface PairedBootstrapOptions extends ResampleOptions {
  /** Key of the column. Default: the metric's headline. */
  readonly column?: string
}

/**
 * Compares two systems by a paired bootstrap over the summed counts of units (Efron and Tibshirani 1993,
 * section 16.4). With few units it finds differences between equal systems too often: 9 to 11 % at 12 units;
 * `comparePaired` does not.
 */
export function bootstrapPaired(
  a: readonly CountRow[],
  b: readonly CountRow[],
  metric: Metric,
  { column = metric.headline ?? '', ...options }: PairedBootstrapOptions = {},
): PairedBootstrap {
  const units = pairUnits(a, b)
  const score = (counts: Counts) => metric.finish(counts)[column]?.value ?? null
  const differ = ([countsA, countsB]: readonly [Counts, Counts]) => {
    const [valueA, valueB] = [score(countsA), score(countsB)]
    return valueA === null || valueB === null ? null : valueA - valueB
  }
  const columnsA = columnsOf(units.map((unit) => unit.a))
  const columnsB = columnsOf(units.map((unit) => unit.b))
  const difference = differ([totalOf(columnsA), totalOf(columnsB)])
  const none = { units: units.length, difference, low: null, high: null, p: null }
  if (difference === null || units.length < fewestUnits) return none

  const sums = resampleSums([...columnsA.values(), ...columnsB.values()], options)
  const sample = (names: Iterable<string>, from: number, r: number): Counts => {
    const counts: Record<string, number> = {}
    let at = from
    for (const name of names) counts[name] = sums[at++]![r]!
    return counts
  }
  const differences = new Float64Array(sums[0]!.length)
  for (let r = 0; r < differences.length; r++) {
    const drawn = differ([sample(columnsA.keys(), 0, r), sample(columnsB.keys(), columnsA.size, r)])
    if (drawn === null) return none
    differences[r] = drawn
  }
  const [low, high] = percentileInterval(differences)
  return { units: units.length, difference, low, high, p: pOf(differences) }
}

function columnsOf(units: readonly Counts[]): Map<string, Float64Array> {
  const names = new Set(units.flatMap((counts) => Object.keys(counts)))
  return new Map([...names].map((name) => [name, Float64Array.from(units, (counts) => counts[name] ?? 0)]))
}

function totalOf(columns: ReadonlyMap<string, Float64Array>): Counts {
  return Object.fromEntries(
    [...columns].map(([name, column]) => [name, column.reduce((sum, value) => sum + value, 0)]),
  )
}

function pOf(differences: Float64Array): number {
  let [atMost, atLeast] = [1, 1]
  for (const difference of differences) {
    if (difference <= 0) atMost++
    if (difference >= 0) atLeast++
  }
  return Math.min(1, (2 * Math.min(atMost, atLeast)) / (differences.length + 1))
}
