import type { GoldArticle, Output, Prediction, RunRecord, ScoringItem } from '@assay/schema'

/** What a metric sees of a run on an article: one item a repeat; one that was not answered is empty. */
export function itemsOfRun(
  run: Pick<RunRecord, 'repeats'>,
  predictions: readonly Prediction[],
): (gold: GoldArticle) => ScoringItem[] {
  const predictionsOf = predictionsByArticle(run, predictions)
  return (gold) => predictionsOf(gold.article.id).map((prediction) => itemOf(gold, prediction))
}

/** The prediction of each repeat of an article; undefined: there is none. */
export function predictionsByArticle(
  { repeats }: Pick<RunRecord, 'repeats'>,
  predictions: readonly Prediction[],
): (article: string) => (Prediction | undefined)[] {
  const byKey = new Map(predictions.map((item) => [predictionKey(item.article, item.repeat), item]))
  return (article) =>
    Array.from({ length: repeats }, (_, repeat) => byKey.get(predictionKey(article, repeat)))
}

function itemOf({ article, annotation }: GoldArticle, prediction: Prediction | undefined): ScoringItem {
  const produced = prediction?.status === 'ok'
  const predicted: Output = produced ? prediction.output : {}
  return { article, gold: annotation, predicted, produced }
}

function predictionKey(article: string, repeat: number): string {
  return JSON.stringify([article, repeat])
}
