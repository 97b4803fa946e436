import type { Counts, IntervalScore, Metric, Score } from '@assay/schema'
import { bcaInterval, percentileInterval, resampleScores } from './bootstrap.ts'
import type { ResampleOptions } from './resample.ts'
import { studentTQuantile } from './student-t.ts'
import { leaveOneOut } from './units.ts'

/** Fewer units than this have no interval and no test. */
export const fewestUnits = 8

/** An interval or test that rests on fewer units than this is to be called "few". */
export const fewUnits = 20

export interface IntervalOptions extends ResampleOptions {
  /**
   * `leave-one-out` (default): t interval, no seed. `percentile` and `bca`: bootstraps, which hold the true score
   * less often than they say below 60 units.
   */
  readonly method?: 'leave-one-out' | 'percentile' | 'bca'
  /** Whether the units given are blocks of units, which every interval then says (`intervalBy`). Default false. */
  readonly areBlocks?: boolean
}

type Range = readonly [number, number | null]

/**
 * Every column of `metric` with its 95 % interval, from the summed counts of each unit: of
 * `total` the values, of `units` the intervals. A per-type column (`strict.f1/ORG`) rests on the units that
 * counted something of its type. How an interval was made stands in `intervalBy`, the default way excepted.
 */
export function scoresWithIntervals(
  metric: Metric,
  total: Counts,
  units: readonly Counts[],
  options: IntervalOptions = {},
): Record<string, IntervalScore> {
  const { method = 'leave-one-out', areBlocks = false } = options
  const scores = metric.finish(total)
  if (metric.additive === false) {
    const entries = Object.entries(scores)
    return Object.fromEntries(entries.map(([key, score]) => [key, noInterval(score, corpusWide)]))
  }
  const without = leaveOneOut(units, (others) => metric.finish(others))
  const resampled = method === 'leave-one-out' ? null : resampleScores(metric, units, options)
  const types = units.map(typesOf)
  const ranges = new Map(metric.columns.map(({ key, range }) => [key, range]))
  const by = method !== 'leave-one-out' || areBlocks ? { intervalBy: wayOf(options) } : {}
  return Object.fromEntries(
    Object.entries(scores).map(([key, score]) => {
      const [column, type] = splitKey(key)
      const concerned = type === '' ? without : without.filter((_, i) => types[i]!.has(type))
      const thetas = concerned.map((others) => others[key] ?? { value: null, because: 'not counted' })
      const range = ranges.get(column) ?? [0, null]
      const interval =
        resampled === null
          ? withInterval(score, thetas, range)
          : withBootstrap(score, thetas, range, resampled.get(key) ?? new Float64Array(), method === 'bca')
      return [key, interval.low === null ? interval : { ...interval, ...by }]
    }),
  )
}

/**
 * The 95 % interval of a score from the scores without each unit (delete-one jackknife, t quantile). On [0, 1]
 * it is symmetric on the logit scale, so it stays inside; on other ranges it is plain, and cut at the ends.
 */
export function withInterval(score: Score, without: readonly Score[], range: Range): IntervalScore {
  const found = leaveOuts(score, without, range)
  if ('intervalBecause' in found) return found
  const { value, thetas } = found
  const reach = studentTQuantile(0.975, thetas.length - 1) * jackknifeError(thetas)
  if (isShare(range)) {
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

/** The 95 % bootstrap interval, under the same conditions as the other. */
function withBootstrap(
  score: Score,
  without: readonly Score[],
  range: Range,
  resampled: Float64Array,
  isCorrected: boolean,
): IntervalScore {
  const found = leaveOuts(score, without, range)
  if ('intervalBecause' in found) return found
  const { value, thetas } = found
  if (resampled.length === 0 || resampled.some(Number.isNaN)) {
    return noInterval(score, 'in one of the samples the score is undefined')
  }
  const ends = isCorrected ? bcaInterval(value, resampled, thetas) : percentileInterval(resampled)
  if (ends === null) return noInterval(score, 'all samples score higher, or all lower')
  return { value, low: ends[0], high: ends[1] }
}

/** The value and the values without each unit, or the score with the reason why they give no interval. */
function leaveOuts(
  score: Score,
  without: readonly Score[],
  range: Range,
): { readonly value: number; readonly thetas: number[] } | (IntervalScore & { intervalBecause: string }) {
  if (score.value === null) return noInterval(score, 'the score is undefined')
  const { value } = score
  if (without.length < fewestUnits) return noInterval(score, `fewer than ${fewestUnits} units`)
  if (isShare(range) && (value <= 0 || value >= 1)) {
    return noInterval(score, `a score of ${value} has no interval`)
  }
  const thetas = definedValues(without)
  if (thetas === null) return noInterval(score, 'without one of the units the score is undefined')
  return { value, thetas }
}

function isShare(range: Range): boolean {
  return range[0] === 0 && range[1] === 1
}

/** `leave-one-out of blocks of units`. */
function wayOf({
  method = 'leave-one-out',
  resamples = 10_000,
  seed = 1,
  areBlocks,
}: IntervalOptions): string {
  const units = areBlocks ? ' of blocks of units' : ''
  if (method === 'leave-one-out') return `leave-one-out${units}`
  return `${method} bootstrap${units}, ${resamples} samples, seed ${seed}`
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

/** Why a metric that is not additive has no interval. */
const corpusWide = 'a score of the whole corpus, not of a sum over articles, has no interval'

function noInterval(score: Score, intervalBecause: string): IntervalScore & { intervalBecause: string } {
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
