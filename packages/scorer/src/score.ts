import {
  AssayError,
  type CountRow,
  type Dataset,
  type GoldArticle,
  type Metric,
  type MetricScores,
  type Prediction,
  type RunRecord,
  type ScoredSystem,
  type ScoringItem,
} from '@assay/schema'
import { itemsOfRun, predictionsByArticle } from './items.ts'
import { isJudged, type Judged } from './judged/judged.ts'
import { metrics as builtIn } from './metrics/index.ts'
import { createStreamScorer, type StreamOptions } from './stream.ts'

export interface ScoreOptions {
  /** Default: the built-in catalogue. */
  readonly metrics?: readonly Metric[]
  /** What a judge said. A metric that asks questions has no score unless all of them are answered. */
  readonly judged?: Judged | undefined
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
  { metrics = builtIn, judged }: ScoreOptions = {},
): ScoredSystem {
  if (run.dataset.texts !== dataset.identity.texts) {
    throw new AssayError(
      'not-comparable',
      `run ${run.id} was made on other texts than ${dataset.manifest.name} ${dataset.manifest.version}`,
      { hint: 'Run the system again on this dataset, or score with the one it ran on.' },
    )
  }
  const predictionsOf = predictionsByArticle(run, predictions)
  const statuses = dataset.articles.map(({ article }) => statusOf(predictionsOf(article.id)))
  const itemsOf = itemsOfRun(run, predictions)
  const own = metrics.filter(({ task }) => run.system.tasks.includes(task))
  const scored = scoreItems(
    dataset,
    own.filter((metric) => isJudged(metric, () => dataset.articles.flatMap(itemsOf), judged?.judgements)),
    judged === undefined
      ? itemsOf
      : (gold) => itemsOf(gold).map((item) => ({ ...item, judgements: judged.judgements })),
    { declaredTypes: run.system.entityTypes, judge: judged?.judge },
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
  options: Pick<StreamOptions, 'declaredTypes' | 'judge'> = {},
): { scores: MetricScores[]; counts: CountRow[] } {
  const annotated = metrics.filter(({ task }) => dataset.manifest.tasks.includes(task))
  const rows = new Map<Metric, CountRow[]>(annotated.map((metric) => [metric, []]))
  const scorer = createStreamScorer(annotated, {
    ...options,
    onCounts: (metric, article, unit, counts) =>
      rows.get(metric)!.push({ metric: metric.id, article, unit, counts }),
  })
  for (const gold of dataset.articles) scorer.add(itemsOf(gold), gold.story ?? gold.article.id)
  return { scores: scorer.finish(dataset.identity), counts: [...rows.values()].flat() }
}

/** An article that was not answered in one of its repeats is not answered. */
function statusOf(predictions: readonly (Prediction | undefined)[]): Prediction['status'] {
  const statuses = predictions.map((prediction) => prediction?.status ?? 'failed')
  return (
    statuses.find((status) => status === 'failed') ?? statuses.find((status) => status === 'skipped') ?? 'ok'
  )
}
