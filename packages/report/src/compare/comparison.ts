import type { Dataset, Metric, MetricColumn, Prediction, RunRecord, ScoredSystem, Task } from '@assay/schema'
import { comparePaired, rankRows } from '@assay/scorer'
import { itemReader } from './items.ts'
import { type Outcomes, outcomesOf } from './outcomes.ts'
import { type ArticlePart, articleParts, type Slice, slicesOf } from './parts.ts'

export interface ComparedRun {
  readonly record: RunRecord
  readonly predictions: readonly Prediction[]
  readonly scored: ScoredSystem
}

export interface CompareInput {
  readonly dataset: Dataset
  readonly a: ComparedRun
  readonly b: ComparedRun
  /** What is compared: metrics that both runs are scored by, each with one of its columns. */
  readonly columns: readonly { readonly metric: Metric; readonly column: string }[]
}

/** What tells two runs over the same articles apart, column by column. Every difference is b minus a. */
export interface Comparison {
  readonly schema: 'assay.comparison/1'
  readonly dataset: { readonly name: string; readonly version: string; readonly articles: number }
  readonly a: { readonly system: string; readonly run: string }
  readonly b: { readonly system: string; readonly run: string }
  readonly columns: readonly ColumnComparison[]
}

export interface ColumnComparison {
  readonly task: Task
  readonly metric: string
  readonly column: MetricColumn
  readonly a: number | null
  readonly b: number | null
  readonly difference: number | null
  /** 95 % interval of the difference. */
  readonly low: number | null
  readonly high: number | null
  /** Of this pair alone: a leaderboard corrects for all of its pairs. */
  readonly p: number | null
  /** Statistical units on which one of the two has something to score. */
  readonly units: number
  readonly verdict: 'a-ahead' | 'b-ahead' | 'tied' | 'too-few' | 'no-verdict'
  /** Why there is no verdict. */
  readonly because?: string
  /** Null where the metric has no single items. */
  readonly items: Outcomes | null
  readonly slices: readonly Slice[]
  /** Those that carry most of the difference first. */
  readonly articles: readonly ArticlePart[]
}

export function buildComparison({ dataset, a, b, columns }: CompareInput): Comparison {
  const { name, version } = dataset.identity
  return {
    schema: 'assay.comparison/1',
    dataset: { name, version, articles: dataset.articles.length },
    a: { system: a.record.system.name, run: a.record.id },
    b: { system: b.record.system.name, run: b.record.id },
    columns: columns.map(({ metric, column }) => compareColumn({ dataset, a, b }, metric, column)),
  }
}

function compareColumn(
  { dataset, a, b }: Pick<CompareInput, 'dataset' | 'a' | 'b'>,
  metric: Metric,
  key: string,
): ColumnComparison {
  const both = { metric, column: key, a: a.scored, b: b.scored }
  const read = itemReader(metric, key)
  const isAdditive = metric.additive ?? true
  return {
    task: metric.task,
    metric: metric.id,
    column: metric.columns.find((column) => column.key === key) ?? {
      key,
      label: key,
      meaning: metric.meaning,
      range: [0, null],
      better: 'neither',
    },
    a: valueOf(a.scored, metric, key),
    b: valueOf(b.scored, metric, key),
    ...(isAdditive ? tested(a.scored, b.scored, metric, key) : untested(a.scored, b.scored, metric, key)),
    items: read === null ? null : outcomesOf(dataset.articles, read, a.predictions, b.predictions),
    slices: isAdditive ? slicesOf(both, dataset.articles) : [],
    articles: isAdditive ? articleParts(both) : [],
  }
}

type Tested = Pick<ColumnComparison, 'difference' | 'low' | 'high' | 'p' | 'units' | 'verdict' | 'because'>

/** The rules of a leaderboard with two rows: coverage, undefined scores, few units and the margin of a tie are its. */
function tested(a: ScoredSystem, b: ScoredSystem, metric: Metric, column: string): Tested {
  const { units, difference, low, high, p } = comparePaired(
    b.counts.filter((row) => row.metric === metric.id),
    a.counts.filter((row) => row.metric === metric.id),
    metric,
    { column },
  )
  const { pairs, ranks } = rankRows([named(a, 'a'), named(b, 'b')], { ...metric, headline: column })
  const [pair] = pairs
  const numbers = { units, difference, low, high, p }
  if (pair !== undefined) {
    const verdict =
      pair.verdict === 'tied' || pair.verdict === 'too-few' ? pair.verdict : `${ahead(pair)}-ahead`
    return { ...numbers, verdict: verdict as ColumnComparison['verdict'] }
  }
  const reasons = [
    [a.sheet.name, ranks.get('a')?.because],
    [b.sheet.name, ranks.get('b')?.because],
  ].flatMap(([name, because]) => (because === undefined ? [] : [`${name}: ${because}`]))
  return { ...numbers, verdict: 'no-verdict', because: reasons.join('; ') || 'not scored' }
}

function ahead(pair: { readonly a: string; readonly b: string; readonly verdict: string }): string {
  return pair.verdict === 'ahead' ? pair.a : pair.b
}

function untested(a: ScoredSystem, b: ScoredSystem, metric: Metric, column: string): Tested {
  const [ofA, ofB] = [valueOf(a, metric, column), valueOf(b, metric, column)]
  return {
    units: 0,
    difference: ofA === null || ofB === null ? null : ofB - ofA,
    low: null,
    high: null,
    p: null,
    verdict: 'no-verdict',
    because: 'the metric is one of the corpus as a whole, without an interval',
  }
}

/** Two runs of one system are two rows. */
function named(scored: ScoredSystem, name: string): ScoredSystem {
  return { ...scored, sheet: { ...scored.sheet, name } }
}

function valueOf({ sheet }: ScoredSystem, { id }: Metric, column: string): number | null {
  return sheet.scores.find(({ metric }) => metric === id)?.values[column]?.value ?? null
}
