import type { Counts, DatasetIdentity, JudgeRecord, Metric, MetricScores, ScoringItem } from '@assay/schema'
import { collectFrom, finishFrom } from './metric-guard.ts'
import { restrictToTypes } from './metrics/declared-types.ts'
import { signatureOf } from './signature.ts'
import { type IntervalOptions, scoresWithIntervals } from './statistics/interval.ts'
import { createUnitSums, type UnitSums } from './statistics/unit-sums.ts'
import { addCounts } from './statistics/units.ts'
import { createTally } from './tally.ts'

/** Scores articles one after another, without keeping them. */
export interface StreamScorer {
  /**
   * Counts one article, given as its repeats: several are averaged, none leave it out. `unit` is its story, or its
   * id. The order of articles changes nothing, to the bit. That no article comes twice is the caller's to see to.
   */
  add(items: readonly ScoringItem[], unit: string): void
  /** The scores of every metric that counted something, over all articles so far. */
  finish(identity: DatasetIdentity): MetricScores[]
  /** Whether there were so many units (above 10,000) that intervals rest on 1,000 blocks of them. */
  readonly areBlocks: boolean
}

export interface StreamOptions {
  /** The entity types the system can give, for the columns over declared types. Absent: all. */
  readonly declaredTypes?: readonly string[] | undefined
  /** Who gave the judgements of the items, for the signatures of the metrics that ask for them. */
  readonly judge?: Pick<JudgeRecord, 'adapter' | 'id'> | undefined
  /** How intervals are made. Default: by leaving out one unit at a time. */
  readonly interval?: Omit<IntervalOptions, 'areBlocks'> | undefined
  /** Told what `metric` counted on an article: for rows that somebody wants to keep. Not to be changed. */
  readonly onCounts?: (metric: Metric, article: string, unit: string, counts: Counts) => void
}

/**
 * A scorer with no article yet.
 *
 * @throws AssayError `internal`, in `add` and `finish`, if a metric counts or scores something that is not a
 * finite number.
 */
export function createStreamScorer(
  metrics: readonly Metric[],
  { declaredTypes, judge, interval, onCounts }: StreamOptions = {},
): StreamScorer {
  const boards = metrics.map((metric) => {
    const sums = createUnitSums()
    const collect = (item: ScoringItem) => collectFrom(metric, item)
    // Rows that somebody wants to keep have to be made.
    const tally = onCounts === undefined ? createTally(metric, sums, collect) : null
    return { metric, sums, collect, tally, articles: 0, corpusUnits: new Set<string>() }
  })
  return {
    add(items, unit) {
      for (const board of boards) {
        if (items.length === 1 && board.tally?.add(items[0]!, unit)) continue
        const counts = averageOf(items, board.collect)
        if (counts === null) continue
        const isCorpusWide = board.metric.additive === false
        // Sums by unit serve intervals, which it has none of; its keys may be as many as the names of the corpus.
        board.sums.add(isCorpusWide ? '' : unit, counts)
        if (hasScorable(counts)) {
          board.articles++
          if (isCorpusWide) board.corpusUnits.add(unit)
        }
        onCounts?.(board.metric, items[0]!.article.id, unit, counts)
      }
    },
    finish: (identity) =>
      boards.flatMap(({ metric, sums, tally, corpusUnits, ...board }) => {
        tally?.flush()
        const articles = board.articles + (tally?.articles ?? 0)
        const total = sums.total()
        if (Object.keys(total).length === 0) return []
        const scores = scoresOf(metric, identity, { sums, total, articles, declaredTypes, judge, interval })
        return [metric.additive === false ? { ...scores, units: corpusUnits.size } : scores]
      }),
    get areBlocks() {
      return boards.some(({ sums }) => sums.areBlocks)
    },
  }
}

/** The average over the items in which something was counted, or null if there is none. */
function averageOf(items: readonly ScoringItem[], collect: (item: ScoringItem) => Counts): Counts | null {
  if (items.length === 1) {
    const counts = collect(items[0]!)
    return isEmpty(counts) ? null : counts
  }
  const collected = items.map(collect).filter((counts) => !isEmpty(counts))
  if (collected.length === 0) return null
  const entries = Object.entries(addCounts(collected)).map(
    ([key, sum]) => [key, sum / collected.length] as const,
  )
  return Object.fromEntries(entries)
}

function isEmpty(counts: Counts): boolean {
  for (const _ in counts) return false
  return true
}

function hasScorable(counts: Counts): boolean {
  for (const key in counts) if (counts[key] !== 0) return true
  return false
}

interface Board {
  readonly sums: UnitSums
  readonly total: Counts
  readonly articles: number
  readonly declaredTypes: readonly string[] | undefined
  readonly judge: StreamOptions['judge']
  readonly interval: StreamOptions['interval']
}

function scoresOf(
  metric: Metric,
  identity: DatasetIdentity,
  { sums, total, articles, declaredTypes, judge, interval }: Board,
): MetricScores {
  const units = sums.units().map(({ counts }) => counts)
  finishFrom(metric, total)
  const options = { ...interval, areBlocks: sums.areBlocks }
  const values = scoresWithIntervals(metric, total, units, options)
  if (declaredTypes !== undefined) {
    const restrict = (counts: Counts) => restrictToTypes(counts, declaredTypes)
    const restricted = scoresWithIntervals(metric, restrict(total), units.map(restrict), options)
    for (const key of Object.keys(values)) {
      if (key.startsWith('declared.')) values[key] = restricted[key]!
    }
  }
  return {
    metric: metric.id,
    version: metric.version,
    task: metric.task,
    signature: signatureOf(metric, identity, judge),
    articles,
    units: units.length,
    values,
  }
}
