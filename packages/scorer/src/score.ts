import {
  AssayError,
  type CountRow,
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
import { metrics as builtIn } from './metrics/index.ts'
import { createStreamScorer } from './stream.ts'

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
  const rows = new Map<Metric, CountRow[]>(annotated.map((metric) => [metric, []]))
  const scorer = createStreamScorer(annotated, {
    declaredTypes,
    onCounts: (metric, article, unit, counts) =>
      rows.get(metric)!.push({ metric: metric.id, article, unit, counts }),
  })
  for (const gold of dataset.articles) scorer.add(itemsOf(gold), gold.story ?? gold.article.id)
  return { scores: scorer.finish(dataset.identity), counts: [...rows.values()].flat() }
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
