import { readJudged } from '@assay/runner'
import type { Dataset, DatasetIdentity, GoldArticle, Prediction, RunRecord, Task } from '@assay/schema'
import type { Entry, GoldEntry, GoldSource, PredictedEntry, PredictedSource, Source } from './source.ts'

/** Gold as a loaded, checked dataset. */
export function datasetGold(name: string, dataset: Dataset): GoldSource {
  // Not spread: its progress is computed when it is read.
  return Object.assign(listSource(name, dataset.articles.map(goldEntry)), {
    tasks: dataset.manifest.tasks satisfies readonly Task[],
    identity: (): DatasetIdentity => dataset.identity,
  })
}

/** Predictions of a sealed run. */
export function runPredictions(
  folder: string,
  record: RunRecord,
  predictions: readonly Prediction[],
): PredictedSource {
  const byArticle = new Map<string, Prediction[]>()
  for (const prediction of predictions) {
    const repeats = byArticle.get(prediction.article)
    if (repeats === undefined) byArticle.set(prediction.article, [prediction])
    else repeats.push(prediction)
  }
  const entries = Array.from(
    byArticle,
    ([id, repeats]): PredictedEntry => ({ id, line: 0, predictions: repeats }),
  )
  const { id, system, dataset, repeats } = record
  return Object.assign(listSource(`${folder}/predictions.jsonl`, entries), {
    run: { id, system, texts: dataset.texts, repeats, judged: readJudged(folder) },
  })
}

function goldEntry({ article, story, annotation }: GoldArticle): GoldEntry {
  return { id: article.id, line: 0, article, hasText: true, annotation, unit: story ?? article.id }
}

function listSource<Item extends Entry>(name: string, entries: readonly Item[]): Source<Item> {
  let at = 0
  return {
    name,
    fileOf: () => name,
    next: () => entries[at++] ?? null,
    firstLineOf: (id) => entries.find((entry) => entry.id === id)?.line ?? null,
    ids: () => entries.map(({ id, line }) => [id, line] as const),
    get progress() {
      return at / Math.max(1, entries.length)
    },
    close: () => {},
  }
}
