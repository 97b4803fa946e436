import { buildReport } from '@assay/report'
import type { StoredRun } from '@assay/runner'
import type { AssayConfig, Dataset, ReportModel, ScoredSystem, Selection, Task } from '@assay/schema'
import { scoreBounds, scoreSystem } from '@assay/scorer'
import { metricsOf } from './catalogues.ts'

export interface ModelInput {
  readonly dataset: Dataset
  readonly selection: Selection
  readonly runs: readonly StoredRun[]
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

/** Scores every run and makes of them what a report shows. What `assay run` publishes, and `assay verify` repeats. */
export function scoreRuns({ dataset, selection, runs, tasks, config }: ModelInput): ScoredRuns {
  const metrics = metricsOf(config).filter((metric) => tasks.includes(metric.task))
  const systems = runs.map((run) => scoreSystem(dataset, run.record, run.predictions, { metrics }))
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

function reasonNotResult(selection: Selection, runs: readonly StoredRun[]): string | null {
  const reasons = [
    selection.limit === undefined ? null : `--limit ${selection.limit}`,
    selection.grep === undefined ? null : `--grep ${selection.grep}`,
    runs.some(({ record }) => record.status === 'partial') ? 'a run is partial' : null,
  ].filter((reason) => reason !== null)
  return reasons.length === 0 ? null : reasons.join(', ')
}
