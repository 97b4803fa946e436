import { AssayError, type BoardPair, type Metric, type PairVerdict, type ScoredSystem } from '@assay/schema'
import { holm } from './holm.ts'
import { fewestUnits } from './interval.ts'
import { comparePaired, type PairedComparison } from './paired.ts'
import { smallestDifference } from './power.ts'
import { studentTQuantile } from './student-t.ts'

/** Below this share of answered articles a row has no rank: failing can raise a score. */
export const leastCoverage = 0.95

export interface RankOptions {
  /** Rows that are shown but not ranked, with the reason, by name. */
  readonly unranked?: Readonly<Record<string, string>>
  /** Differences whose 90 % interval stays inside this margin are called tied. Default 0.03, 3 points. */
  readonly margin?: number
  /** Seed of the coin swaps. Default 1. */
  readonly seed?: number
}

export interface Rank {
  /** Best and worst rank the data allow, both included; null: `because` says why. */
  readonly rank: readonly [number, number] | null
  readonly because?: string
}

export interface Ranking {
  /** By the name of the row; a system without scores of the metric is missing. */
  readonly ranks: ReadonlyMap<string, Rank>
  /** Every pair of ranked rows, `a` before `b` in the order of value, best first, then name. */
  readonly pairs: readonly BoardPair[]
  /** What a true difference must be to be found with 80 % power; null: see `smallestDifferenceBecause`. */
  readonly smallestDifference: number | null
  readonly smallestDifferenceBecause?: string
}

/**
 * Ranks systems by the headline of `metric`. A system is ahead of another if their paired difference is
 * significant at 5 %, corrected (Holm) for all pairs; its rank interval is
 * `[1 + systems ahead of it, ranked systems - systems it is ahead of]`.
 *
 * @throws AssayError `not-comparable` if two rows have different signatures; `usage` if the metric has no headline.
 */
export function rankRows(
  systems: readonly ScoredSystem[],
  metric: Metric,
  { unranked = {}, margin = 0.03, seed = 1 }: RankOptions = {},
): Ranking {
  const headline = metric.headline
  if (headline === undefined) {
    throw new AssayError('usage', `metric ${metric.id} has no headline column to rank by`)
  }
  const isLowerBetter = metric.columns.find(({ key }) => key === headline)?.better === 'lower'
  const rows = systems.flatMap((system) => rowOf(system, metric.id, headline, unranked))
  checkSignatures(rows)
  const ranked = rows
    .filter((row) => row.because === undefined)
    .sort((a, b) => (isLowerBetter ? a.value - b.value : b.value - a.value) || (a.name < b.name ? -1 : 1))

  const compared = ranked.flatMap((a, i) =>
    ranked.slice(i + 1).map((b) => ({ a, b, ...comparePaired(a.counts, b.counts, metric, { seed }) })),
  )
  const corrected = holm(compared.map(({ p }) => p ?? 1))
  const pairs = compared.map((pair, i): BoardPair => {
    const { a, b, difference, low, high } = pair
    const p = pair.p === null ? null : corrected[i]!
    const verdict = verdictOf(pair, p, margin)
    return { a: a.name, b: b.name, difference, low, high, p, verdict }
  })
  return {
    ranks: new Map(rows.map((row) => [row.name, rankOf(row, pairs, ranked.length)])),
    pairs,
    ...boardPower(compared),
  }
}

interface Row {
  readonly name: string
  readonly signature: string
  readonly value: number
  /** Why the row has no rank. */
  readonly because: string | undefined
  readonly counts: ScoredSystem['counts']
}

function rowOf(
  { sheet, counts }: ScoredSystem,
  metric: string,
  headline: string,
  unranked: Readonly<Record<string, string>>,
): Row[] {
  const scores = sheet.scores.find((scores) => scores.metric === metric)
  if (scores === undefined) return []
  const score = scores.values[headline]
  const answered = sheet.articles - sheet.failed - sheet.skipped
  const reason = () => {
    if (sheet.kind === 'bound') return 'a bound is not ranked'
    if (Object.hasOwn(unranked, sheet.name)) return unranked[sheet.name]
    if (answered < leastCoverage * sheet.articles) {
      return `answered ${answered} of ${sheet.articles} articles; a rank needs ${leastCoverage * 100} %`
    }
    if (score === undefined || score.value === null) return score?.because ?? 'no score'
    return undefined
  }
  return [
    {
      name: sheet.name,
      signature: scores.signature,
      value: score?.value ?? 0,
      because: reason(),
      counts: counts.filter((row) => row.metric === metric),
    },
  ]
}

function checkSignatures(rows: readonly Row[]): void {
  const [first, ...others] = rows
  const other = others.find(({ signature }) => signature !== first?.signature)
  if (first === undefined || other === undefined) return
  throw new AssayError(
    'not-comparable',
    `${first.name} and ${other.name} are scored differently: ${first.signature} against ${other.signature}`,
    { hint: 'Score both runs again with the same dataset and metrics.' },
  )
}

/** Of a pair in row order: the first cannot be behind. */
function verdictOf(
  { difference, standardError, units }: PairedComparison,
  p: number | null,
  margin: number,
): PairVerdict {
  if (difference === null || standardError === null || p === null) return 'too-few'
  if (p <= 0.05) return 'ahead'
  const reach = studentTQuantile(0.95, units - 1) * standardError
  return Math.abs(difference) + reach < margin ? 'tied' : 'too-few'
}

function rankOf({ name, because }: Row, pairs: readonly BoardPair[], ranked: number): Rank {
  if (because !== undefined) return { rank: null, because }
  const decided = pairs.filter(({ verdict }) => verdict === 'ahead')
  const ahead = decided.filter(({ b }) => b === name).length
  const behind = decided.filter(({ a }) => a === name).length
  return { rank: [1 + ahead, ranked - behind] }
}

function boardPower(
  compared: readonly PairedComparison[],
): Pick<Ranking, 'smallestDifference' | 'smallestDifferenceBecause'> {
  const none = (smallestDifferenceBecause: string) => ({
    smallestDifference: null,
    smallestDifferenceBecause,
  })
  if (compared.length === 0) return none('fewer than two ranked systems')
  const units = Math.min(...compared.map((pair) => pair.units))
  if (units < fewestUnits) return none(`fewer than ${fewestUnits} units`)
  const errors = compared.flatMap(({ standardError }) => (standardError === null ? [] : [standardError]))
  if (errors.length === 0) return none('without one of the units a score is undefined')
  return { smallestDifference: smallestDifference(median(errors), units, compared.length) }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
