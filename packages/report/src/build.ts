import {
  type ArticleScores,
  type ArticleView,
  AssayError,
  type Counts,
  type Dataset,
  type Metric,
  type Prediction,
  type ReportModel,
  type RunEnvironment,
  type RunRecord,
  type Score,
  type ScoredSystem,
  type Timing,
} from '@assay/schema'
import { buildBoards, checkComparable } from './boards.ts'
import { buildDetails } from './details.ts'
import { byText } from './order.ts'
import { buildSpeed } from './speed.ts'

/** One run as it was read from its folder. */
export interface ReportedRun {
  readonly record: RunRecord
  readonly predictions: readonly Prediction[]
  readonly environment: RunEnvironment
  readonly timings: readonly Timing[]
}

export interface ReportInput {
  readonly dataset: Dataset
  readonly systems: readonly ScoredSystem[]
  /** Computed from gold: shown, never ranked. */
  readonly bounds: readonly ScoredSystem[]
  readonly metrics: readonly Metric[]
  readonly runs: readonly ReportedRun[]
  /** Why this is not a result. A selection or a partial run among `runs` is found without it. */
  readonly notResult?: string
}

/**
 * Everything reporters show, from score sheets and runs over one dataset. The order of the arguments' lists
 * changes nothing.
 *
 * @throws AssayError `not-comparable` when sheets differ in gold, or in the signature of a metric, or share a name.
 */
export function buildReport(input: ReportInput): ReportModel {
  const { dataset, metrics } = input
  const systems = input.systems.toSorted((a, b) => byText(a.sheet.name, b.sheet.name))
  const bounds = input.bounds.toSorted((a, b) => byText(a.sheet.name, b.sheet.name))
  const runs = input.runs.toSorted((a, b) => byText(a.record.system.name, b.record.system.name))
  checkGold([...systems, ...bounds], dataset)
  checkComparable([...systems, ...bounds])

  const boards = buildBoards(systems, bounds, metrics, dataset.manifest)
  const notResult = whyNotResult(input.notResult, runs)
  return {
    leaderboard: {
      schema: 'assay.leaderboard/1',
      dataset: {
        name: dataset.identity.name,
        version: dataset.identity.version,
        digest: dataset.identity.gold,
        articles: dataset.articles.length,
        units: new Set(dataset.articles.map(({ article, story }) => story ?? article.id)).size,
      },
      ...(notResult !== undefined && { notResult }),
      boards,
      runs: runs.map(({ record: { system, id, predictions } }) => ({
        system: system.name,
        run: id,
        predictions,
      })),
    },
    dataset: dataset.manifest,
    details: buildDetails([...systems, ...bounds], metrics, boards),
    articles: buildArticles(input, runs),
    runs: runs.map(({ record }) => record),
    speed: buildSpeed(runs),
  }
}

function buildArticles(input: ReportInput, runs: readonly ReportedRun[]): ArticleView[] {
  const views = new Map(
    input.dataset.articles
      .toSorted((a, b) => byText(a.article.id, b.article.id))
      .map((gold) => [
        gold.article.id,
        {
          gold,
          predictions: [] as { system: string; prediction: Prediction }[],
          scores: [] as ArticleScores[],
        },
      ]),
  )
  for (const { record, predictions } of runs) {
    for (const prediction of predictions.toSorted((a, b) => a.repeat - b.repeat)) {
      views.get(prediction.article)?.predictions.push({ system: record.system.name, prediction })
    }
  }
  for (const { sheet, counts } of input.systems.toSorted((a, b) => byText(a.sheet.name, b.sheet.name))) {
    for (const { article, metric: id, counts: row } of counts) {
      const metric = input.metrics.find((metric) => metric.id === id)
      if (metric === undefined) continue
      views.get(article)?.scores.push({ system: sheet.name, metric: id, values: fixedColumns(metric, row) })
    }
  }
  return [...views.values()]
}

function fixedColumns(metric: Metric, row: Counts): Readonly<Record<string, Score>> {
  const scores = metric.finish(row)
  return Object.fromEntries(
    metric.columns.flatMap(({ key }) => (scores[key] === undefined ? [] : [[key, scores[key]]])),
  )
}

function whyNotResult(given: string | undefined, runs: readonly ReportedRun[]): string | undefined {
  const records = runs.map(({ record }) => record)
  const selections = records.flatMap(({ selection: { limit, grep } }) => [
    ...(limit === undefined ? [] : [`limited to ${limit} articles`]),
    ...(grep === undefined ? [] : [`only articles that match ${grep}`]),
  ])
  const partial = records
    .filter(({ status }) => status === 'partial')
    .map(
      ({ system, counts: { expected, ok, failed, skipped } }) =>
        `${system.name} saw ${ok + failed + skipped} of ${expected} articles`,
    )
  const reasons = [...(given === undefined ? selections : [given]), ...partial]
  return reasons.length === 0 ? undefined : [...new Set(reasons)].join('; ')
}

function checkGold(sheets: readonly ScoredSystem[], dataset: Dataset): void {
  for (const { sheet } of sheets) {
    if (sheet.dataset.gold === dataset.identity.gold) continue
    throw new AssayError(
      'not-comparable',
      `${JSON.stringify(sheet.name)} was scored against another gold (${sheet.dataset.gold.slice(0, 12)}) ` +
        `than ${dataset.identity.name} ${dataset.identity.version} (${dataset.identity.gold.slice(0, 12)})`,
      { hint: 'Score the run again against this dataset: assay report' },
    )
  }
}
