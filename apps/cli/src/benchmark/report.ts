import { join } from 'node:path'
import { readRun } from '@assay/runner'
import { AssayError, type Task, tasks } from '@assay/schema'
import type { ReportFlags } from '../commands/report.ts'
import { loadConfig } from '../config/load.ts'
import { exitCodeOf } from '../exit-codes.ts'
import { datasetOfRuns } from '../stored-runs.ts'
import { readLatest } from './latest.ts'
import { publish } from './publish.ts'

/** `assay report`: scores stored predictions again and writes the report. No system is called. */
export async function reportRuns(folders: readonly string[], flags: ReportFlags): Promise<void> {
  const { config } = await loadConfig(flags.config)
  const latest = folders.length === 0 ? readLatest() : null
  const paths = latest === null ? folders : latest.runs.map((run) => join('.assay/runs', run))
  const runs = await Promise.all(paths.map(async (folder) => ({ folder, ...(await readRun(folder)) })))
  const first = runs[0]
  if (first === undefined) throw new AssayError('usage', 'the last `assay run` left no run to report')

  const records = runs.map(({ record }) => record)
  const dataset = await datasetOfRuns(records, flags.dataset, config.dataset)
  const { selection } = first.record
  publish({ dataset, selection, runs, tasks: latestTasks(latest?.tasks), config, flags })
  if (records.some(({ status }) => status === 'partial')) process.exitCode = exitCodeOf['run-incomplete']
}

function latestTasks(names: readonly string[] | undefined): readonly Task[] {
  return tasks.filter((task) => names?.includes(task) ?? true)
}
