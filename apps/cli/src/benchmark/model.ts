import { buildReport } from '@assay/report'
import { readJudged, type StoredRun } from '@assay/runner'
import type { AssayConfig, Dataset, Metric, ReportModel, ScoredSystem, Selection, Task } from '@assay/schema'
import { scoreBounds, scoreSystem } from '@assay/scorer'
import { judgedMetrics } from '../judge/metrics.ts'
import { metricsOf } from './catalogues.ts'

/** A run and the folder it stands in. */
export type FolderRun = StoredRun & { readonly folder: string }

export interface ModelInput {
  readonly dataset: Dataset
  readonly selection: Selection
  readonly runs: readonly FolderRun[]
  readonly tasks: readonly Task[]
  readonly config: AssayConfig
}

export interface ScoredRuns {
  readonly model: ReportModel
  /** In the order of the runs. */
  readonly systems: readonly ScoredSystem[]
  /** Why this is no result; null: it is one. */
  readonly notResult: string | null
}

/**
 * Scores every run, with judged metrics where a judge has answered all that they ask, and makes of them what a report shows. What
 * `assay run` publishes, and `assay verify` repeats.
 */
export function scoreRuns({ dataset, selection, runs, tasks, config }: ModelInput): ScoredRuns {
  const wanted = new Set([...metricsOf(config), ...judgedMetrics(config)])
  const asked = [...wanted].filter((metric) => tasks.includes(metric.task))
  const systems = runs.map(({ record, predictions, folder }) =>
    scoreSystem(dataset, record, predictions, { metrics: asked, judged: readJudged(folder) ?? undefined }),
  )
  const metrics = asked.filter((metric) => metric.questions === undefined || isScored(metric, systems))
  const notResult = reasonNotResult(selection, runs)
  const model = buildReport({
    dataset,
    systems,
    bounds: scoreBounds(dataset, { metrics }),
    metrics,
    runs,
    ...(notResult !== null && { notResult }),
  })
  return { model, systems, notResult }
}

function isScored({ id }: Metric, systems: readonly ScoredSystem[]): boolean {
  return systems.some(({ sheet }) => sheet.scores.some(({ metric }) => metric === id))
}

function reasonNotResult(selection: Selection, runs: readonly StoredRun[]): string | null {
  const reasons = [
    selection.limit === undefined ? null : `--limit ${selection.limit}`,
    selection.grep === undefined ? null : `--grep ${selection.grep}`,
    runs.some(({ record }) => record.status === 'partial') ? 'a run is partial' : null,
  ].filter((reason) => reason !== null)
  return reasons.length === 0 ? null : reasons.join(', ')
}
