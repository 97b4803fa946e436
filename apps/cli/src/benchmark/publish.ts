import { join } from 'node:path'
import type { StoredRun } from '@assay/runner'
import { buildReport, renderTerminal } from '@assay/report'
import {
  type AssayConfig,
  AssayError,
  type Dataset,
  type Metric,
  type ScoredSystem,
  type Selection,
  type Task,
} from '@assay/schema'
import { scoreBounds, scoreSystem } from '@assay/scorer'
import { print, printError, printJson, printStyled, terminalWidth, wantsColor } from '../terminal.ts'
import { metricsOf, reportersOf } from './catalogues.ts'
import { writeFile } from './write-file.ts'

/** A run and the folder it stands in. */
type FolderRun = StoredRun & { readonly folder: string }

export interface PublishInput {
  readonly dataset: Dataset
  readonly selection: Selection
  readonly runs: readonly FolderRun[]
  readonly tasks: readonly Task[]
  readonly config: AssayConfig
  readonly flags: { readonly reportDir?: string; readonly json?: boolean }
}

/** From predictions to files: scores beside each run, every reporter's file, the tables on stdout. */
export function publish({ dataset, selection, runs, tasks, config, flags }: PublishInput): void {
  const chosen = metricsOf(config).filter((metric) => tasks.includes(metric.task))
  const systems = runs.map((run) => scoreRun(dataset, run, chosen))
  const notResult = reasonNotResult(selection, runs)
  const model = buildReport({
    dataset,
    systems,
    bounds: scoreBounds(dataset, { metrics: chosen }),
    metrics: chosen,
    runs,
    ...(notResult !== null && { notResult }),
  })
  if (model.leaderboard.boards.length === 0 && dataset.manifest.tasks.length > 0) {
    throw new AssayError(
      'usage',
      `no system that ran does ${tasks.join(' or ')}: there is nothing to report`,
      {
        hint: 'See `assay list systems`.',
      },
    )
  }
  const folder = flags.reportDir ?? config.reportDir ?? 'assay-report'
  for (const reporter of reportersOf(config)) {
    writeFile(join(folder, reporter.file), reporter.render(model))
  }
  if (flags.json) printJson(model.leaderboard)
  else {
    printStyled(renderTerminal(model, { color: wantsColor(), width: terminalWidth() }))
    print(`report  ${join(folder, 'index.html')}`)
  }
  if (notResult !== null) printError(`assay: not a result: ${notResult}`)
}

/** Scores one run and keeps counts and scores in its folder. */
function scoreRun(dataset: Dataset, run: FolderRun, chosen: readonly Metric[]): ScoredSystem {
  const scored = scoreSystem(dataset, run.record, run.predictions, { metrics: chosen })
  writeFile(join(run.folder, 'counts.jsonl'), scored.counts.map((row) => `${JSON.stringify(row)}\n`).join(''))
  writeFile(join(run.folder, 'scores.json'), `${JSON.stringify(scored.sheet, null, 2)}\n`)
  return scored
}

function reasonNotResult(selection: Selection, runs: readonly FolderRun[]): string | null {
  const reasons = [
    selection.limit === undefined ? null : `--limit ${selection.limit}`,
    selection.grep === undefined ? null : `--grep ${selection.grep}`,
    runs.some(({ record }) => record.status === 'partial') ? 'a run is partial' : null,
  ].filter((reason) => reason !== null)
  return reasons.length === 0 ? null : reasons.join(', ')
}
