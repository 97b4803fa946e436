import { readJudged } from '@assay/runner'
import type { ScoredSystem } from '@assay/schema'
import type { ModelInput } from '../benchmark/model.ts'
import { judgedMetrics } from './metrics.ts'

/** What to tell of judged runs that lack scores of a judged metric: since they were judged, what it asks has changed. */
export function unansweredMetrics(
  { dataset, runs, tasks, config }: ModelInput,
  systems: readonly ScoredSystem[],
): string[] {
  return runs.flatMap(({ folder, record }, i) => {
    const judged = readJudged(folder)
    if (judged === null) return []
    const lacking = judgedMetrics(config).filter(
      ({ id, task }) =>
        [tasks, record.system.tasks, dataset.manifest.tasks].every((list) => list.includes(task)) &&
        !systems[i]!.sheet.scores.some(({ metric }) => metric === id),
    )
    return lacking.map(
      ({ id }) =>
        `${record.system.name} has no score of ${id}: ${judged.judge.name} has not answered all its questions; ` +
        '`assay judge` asks the others',
    )
  })
}
