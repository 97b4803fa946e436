import type { Counts, IntervalScore, Metric, Score } from '@assay/schema'
import { studentTQuantile } from './student-t.ts'
import { leaveOneOut } from './units.ts'

/** Fewer units than this have no interval and no test. */
export const fewestUnits = 8

/** An interval or test that rests on fewer units than this is to be called "few". */
export const fewUnits = 20

type Range = readonly [number, number | null]

/**
 * Every column of `metric` with its 95 % interval, from the summed counts of each unit: of
 * `total` the values, of `units` the intervals. A per-type column (`strict.f1/ORG`) rests on the units that
 * counted something of its type.
 */
export function scoresWithIntervals(
  metric: Metric,
  total: Counts,
  units: readonly Counts[],
): Record<string, IntervalScore> {
  const scores = metric.finish(total)
  const without = leaveOneOut(units, (others) => metric.finish(others))
  const types = units.map(typesOf)
  const ranges = new Map(metric.columns.map(({ key, range }) => [key, range]))
  return Object.fromEntries(
    Object.entries(scores).map(([key, score]) => {
      const [column, type] = splitKey(key)
      const concerned = type === '' ? without : without.filter((_, i) => types[i]!.has(type))
      const thetas = concerned.map((others) => others[key] ?? { value: null, because: 'not counted' })
      return [key, withInterval(score, thetas, ranges.get(column) ?? [0, null])]
    }),
  )
}

/**
 * The 95 % interval of a score from the scores without each unit (delete-one jackknife, t quantile). On [0, 1]
 * it is symmetric on the logit scale, so it stays inside; on other ranges it is plain, and cut at the ends.
 */
export function withInterval(score: Score, without: readonly Score[], range: Range): IntervalScore {
  if (score.value === null) return noInterval(score, 'the score is undefined')
  const { value } = score
  const n = without.length
  if (n < fewestUnits) return noInterval(score, `fewer than ${fewestUnits} units`)
  const isShare = range[0] === 0 && range[1] === 1
  if (isShare && (value <= 0 || value >= 1)) return noInterval(score, `a score of ${value} has no interval`)
  const thetas = definedValues(without)
  if (thetas === null) return noInterval(score, 'without one of the units the score is undefined')
  const reach = studentTQuantile(0.975, n - 1) * jackknifeError(thetas)
  if (isShare) {
    const logit = Math.log(value / (1 - value))
    const width = reach / (value * (1 - value))
    return { value, low: fromLogit(logit - width), high: fromLogit(logit + width) }
  }
  return {
    value,
    low: Math.max(range[0], value - reach),
    high: Math.min(range[1] ?? Number.POSITIVE_INFINITY, value + reach),
  }
}

/** Standard error from the estimates without each unit (Efron and Tibshirani 1993, equation 11.5). */
export function jackknifeError(without: readonly number[]): number {
  const n = without.length
  const mean = without.reduce((sum, theta) => sum + theta, 0) / n
  return Math.sqrt(((n - 1) / n) * without.reduce((sum, theta) => sum + (theta - mean) ** 2, 0))
}

/** The values, or null if one of them is undefined. */
export function definedValues(scores: readonly Score[]): number[] | null {
  const values = scores.flatMap(({ value }) => (value === null ? [] : [value]))
  return values.length === scores.length ? values : null
}

function noInterval(score: Score, intervalBecause: string): IntervalScore {
  return { ...score, low: null, high: null, intervalBecause }
}

function fromLogit(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}

/** `strict.f1/ORG` is the column `strict.f1` of the type `ORG`. */
function splitKey(key: string): [column: string, type: string] {
  const slash = key.indexOf('/')
  return slash === -1 ? [key, ''] : [key.slice(0, slash), key.slice(slash + 1)]
}

/** The types that a unit counted something of. */
function typesOf(unit: Counts): Set<string> {
  const counted = Object.entries(unit).filter(([, value]) => value !== 0)
  return new Set(counted.map(([key]) => splitKey(key)[1]))
}
