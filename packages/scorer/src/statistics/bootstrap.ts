import type { Counts, Metric } from '@assay/schema'
import { normalCdf, normalQuantile } from './normal.ts'
import { resampleSums, type ResampleOptions } from './resample.ts'

/**
 * Every column of `metric` on random samples of as many units as there are, drawn with replacement: recomputed from
 * the summed counts of a sample. NaN: undefined on that sample.
 */
export function resampleScores(
  metric: Metric,
  units: readonly Counts[],
  options: ResampleOptions = {},
): Map<string, Float64Array> {
  const keys = [...new Set(units.flatMap((unit) => Object.keys(unit)))]
  if (keys.length === 0) return new Map()
  const columns = keys.map((key) => Float64Array.from(units, (unit) => unit[key] ?? 0))
  const sums = resampleSums(columns, options)
  const resamples = sums[0]!.length
  const scores = new Map<string, Float64Array>()
  for (let r = 0; r < resamples; r++) {
    const counts: Record<string, number> = {}
    for (let k = 0; k < keys.length; k++) counts[keys[k]!] = sums[k]![r]!
    for (const [column, { value }] of Object.entries(metric.finish(counts))) {
      if (!scores.has(column)) scores.set(column, new Float64Array(resamples).fill(Number.NaN))
      scores.get(column)![r] = value ?? Number.NaN
    }
  }
  return scores
}

/**
 * The percentile interval of an estimate from its resampled values, at least one: the values that `(1 - level) / 2`
 * of them lie below and above, interpolated (Efron and Tibshirani 1993, section 13.3). Too narrow below 60 units.
 */
export function percentileInterval(resampled: Float64Array, level = 0.95): [low: number, high: number] {
  const sorted = resampled.toSorted()
  return [quantileOf(sorted, (1 - level) / 2), quantileOf(sorted, (1 + level) / 2)]
}

/**
 * The bias-corrected and accelerated interval (Efron 1987): percentiles moved by the share of resampled values below
 * the estimate (equal ones count half) and by the skewness of the estimates without each unit. Null where all
 * resampled values lie on one side of the estimate.
 */
export function bcaInterval(
  estimate: number,
  resampled: Float64Array,
  without: readonly number[],
  level = 0.95,
): [low: number, high: number] | null {
  const sorted = resampled.toSorted()
  let below = 0
  for (const value of sorted) below += value < estimate ? 1 : value === estimate ? 1 / 2 : 0
  if (below === 0 || below === sorted.length) return null
  const bias = normalQuantile(below / sorted.length)
  const acceleration = accelerationOf(without)
  const end = (share: number) => {
    const z = bias + normalQuantile(share)
    return quantileOf(sorted, normalCdf(bias + z / (1 - acceleration * z)))
  }
  return [end((1 - level) / 2), end((1 + level) / 2)]
}

/** A sixth of the skewness of the leave-outs, 0 if they are all the same. */
function accelerationOf(without: readonly number[]): number {
  const mean = without.reduce((sum, theta) => sum + theta, 0) / without.length
  const [squares, cubes] = [2, 3].map((power) =>
    without.reduce((sum, theta) => sum + (mean - theta) ** power, 0),
  )
  return squares === 0 ? 0 : cubes! / (6 * squares! ** 1.5)
}

function quantileOf(sorted: Float64Array, share: number): number {
  const at = share * (sorted.length - 1)
  const below = Math.floor(at)
  const above = Math.min(below + 1, sorted.length - 1)
  return sorted[below]! + (at - below) * (sorted[above]! - sorted[below]!)
}
