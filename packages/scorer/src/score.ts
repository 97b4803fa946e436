import {
  AssayError,
  type CountRow,
  type Counts,
  type Dataset,
  type GoldArticle,
  type Metric,
  type MetricScores,
  type Output,
  type Prediction,
  type RunRecord,
  type ScoredSystem,
  type ScoringItem,
} from '@assay/schema'
import { collectFrom, finishFrom } from './metric-guard.ts'
import { metrics as builtIn } from './metrics/index.ts'
import { restrictToTypes } from './metrics/declared-types.ts'
import { signatureOf } from './signature.ts'
import { scoresWithIntervals } from './statistics/interval.ts'
import { addCounts, unitsOf } from './statistics/units.ts'

export interface ScoreOptions {
  /** Default: the built-in catalogue. */
  readonly metrics?: readonly Metric[]
}

/**
 * Scores one run. The denominator is every article of `dataset`: an article that failed, was skipped or has no
 * prediction counts as an empty output. Repeats are averaged inside the article. There are no scores for a
 * task that the system does not declare or whose gold is not annotated.
 *
 * @throws AssayError `not-comparable` if the run was made on other texts; `internal` if a metric counts or
 * scores something that is not a finite number.
 */
export function scoreSystem(
  dataset: Dataset,
  run: RunRecord,
  predictions: readonly Prediction[],
  { metrics = builtIn }: ScoreOptions = {},
): ScoredSystem {
  if (run.dataset.texts !== dataset.identity.texts) {
    throw new AssayError(
      'not-comparable',
      `run ${run.id} was made on other texts than ${dataset.manifest.name} ${dataset.manifest.version}`,
      { hint: 'Run the system again on this dataset, or score with the one it ran on.' },
    )
  }
  const byKey = new Map(predictions.map((item) => [predictionKey(item.article, item.repeat), item]))
  const repeats = Array.from({ length: run.repeats }, (_, repeat) => repeat)
  const predictionsOf = (id: string) => repeats.map((repeat) => byKey.get(predictionKey(id, repeat)))
  const statuses = dataset.articles.map(({ article }) => statusOf(predictionsOf(article.id)))
  const scored = scoreItems(
    dataset,
    metrics.filter(({ task }) => run.system.tasks.includes(task)),
    (gold) => predictionsOf(gold.article.id).map((prediction) => itemOf(gold, prediction)),
    run.system.entityTypes,
  )
  return {
    sheet: {
      schema: 'assay.scores/1',
      kind: 'system',
      name: run.system.name,
      run: run.id,
      system: run.system,
      dataset: dataset.identity,
      articles: dataset.articles.length,
      failed: statuses.filter((status) => status === 'failed').length,
      skipped: statuses.filter((status) => status === 'skipped').length,
      scores: scored.scores,
    },
    counts: scored.counts,
  }
}

/**
 * Counts and scores of `metrics` over the items that `itemsOf` gives for an article; several items of one
 * article are averaged, none leave it out.
 */
export function scoreItems(
  dataset: Dataset,
  metrics: readonly Metric[],
  itemsOf: (gold: GoldArticle) => readonly ScoringItem[],
  declaredTypes?: readonly string[],
): { scores: MetricScores[]; counts: CountRow[] } {
  const annotated = metrics.filter(({ task }) => dataset.manifest.tasks.includes(task))
  const items = dataset.articles.map((gold) => ({ gold, items: itemsOf(gold) }))
  const boards = annotated.map((metric) => {
    const counts = items.flatMap(({ gold, items }) => rowOf(metric, gold, items))
    return {
      counts,
      scores: counts.length === 0 ? [] : [metricScores(metric, dataset, counts, declaredTypes)],
    }
  })
  return { scores: boards.flatMap(({ scores }) => scores), counts: boards.flatMap(({ counts }) => counts) }
}

/** The average over the items in which the metric counted something, or no row if there is none. */
function rowOf(metric: Metric, gold: GoldArticle, items: readonly ScoringItem[]): CountRow[] {
  const { id } = gold.article
  const collected = items
    .map((item) => collectFrom(metric, item))
    .filter((counts) => Object.keys(counts).length > 0)
  if (collected.length === 0) return []
  const entries = Object.entries(addCounts(collected)).map(
    ([key, sum]) => [key, sum / collected.length] as const,
  )
  return [{ metric: metric.id, article: id, unit: gold.story ?? id, counts: Object.fromEntries(entries) }]
}

function metricScores(
  metric: Metric,
  dataset: Dataset,
  rows: readonly CountRow[],
  declaredTypes: readonly string[] | undefined,
): MetricScores {
  const units = unitsOf(rows).map(({ counts }) => counts)
  const total = addCounts(rows.map(({ counts }) => counts))
  finishFrom(metric, total)
  const values = scoresWithIntervals(metric, total, units)
  if (declaredTypes !== undefined) {
    const restrict = (counts: Counts) => restrictToTypes(counts, declaredTypes)
    const restricted = scoresWithIntervals(metric, restrict(total), units.map(restrict))
    for (const key of Object.keys(values)) {
      if (key.startsWith('declared.')) values[key] = restricted[key]!
    }
  }
  return {
    metric: metric.id,
    version: metric.version,
    task: metric.task,
    signature: signatureOf(metric, dataset.identity),
    articles: rows.filter(({ counts }) => Object.values(counts).some((value) => value !== 0)).length,
    units: units.length,
    values,
  }
}

function itemOf({ article, annotation }: GoldArticle, prediction: Prediction | undefined): ScoringItem {
  const produced = prediction?.status === 'ok'
  const predicted: Output = produced ? prediction.output : {}
  return { article, gold: annotation, predicted, produced }
}

/** An article that was not answered in one of its repeats is not answered. */
function statusOf(predictions: readonly (Prediction | undefined)[]): Prediction['status'] {
  const statuses = predictions.map((prediction) => prediction?.status ?? 'failed')
  return (
    statuses.find((status) => status === 'failed') ?? statuses.find((status) => status === 'skipped') ?? 'ok'
  )
}

function predictionKey(article: string, repeat: number): string {
  return JSON.stringify([article, repeat])
}
