import type {
  Dataset,
  Judgement,
  JudgeRecord,
  Metric,
  Prediction,
  Question,
  RunRecord,
  ScoringItem,
} from '@assay/schema'
import { itemsOfRun } from '../items.ts'

/** What a judge said about a run. */
export interface Judged {
  readonly judge: Pick<JudgeRecord, 'adapter' | 'id'>
  /** By question id. */
  readonly judgements: ReadonlyMap<string, Judgement>
}

/** Every question that metrics have about a run, each once, by id in code-unit order. None for metrics of other tasks. */
export function questionsOf(
  dataset: Dataset,
  run: RunRecord,
  predictions: readonly Prediction[],
  metrics: readonly Metric[],
): Question[] {
  const items = itemsOfRun(run, predictions)
  const asked = new Map<string, Question>()
  for (const metric of metrics) {
    if (!run.system.tasks.includes(metric.task)) continue
    for (const gold of dataset.articles) {
      for (const question of items(gold).flatMap((item) => metric.questions?.(item) ?? [])) {
        asked.set(question.id, question)
      }
    }
  }
  return [...asked.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Whether a metric can count on all of `items`, that is, it asks nothing, or a judge has seen everything that it asks. */
export function isJudged(
  metric: Metric,
  items: () => readonly ScoringItem[],
  judgements: Judged['judgements'] | undefined,
): boolean {
  if (metric.questions === undefined) return true
  if (judgements === undefined) return false
  return items().every((item) => metric.questions!(item).every(({ id }) => judgements.has(id)))
}
