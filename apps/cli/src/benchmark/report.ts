import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { loadDataset, selectArticles } from '@assay/dataset'
import { readRun } from '@assay/runner'
import { AssayError, type Task, tasks } from '@assay/schema'
import type { ReportFlags } from '../commands/report.ts'
import { loadConfig } from '../config/load.ts'
import { datasetFolder, defaultDataset } from '../datasets.ts'
import { exitCodeOf } from '../exit-codes.ts'
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

  const name = flags.dataset ?? latest?.dataset ?? config.dataset ?? defaultDataset
  const { selection } = first.record
  const dataset = selectArticles(await loadDataset(datasetFolder(name)), selection)
  for (const { record } of runs) {
    if (record.dataset.texts !== dataset.identity.texts) {
      throw new AssayError(
        'not-comparable',
        `run ${record.id} is over other articles than ${name} holds now`,
        {
          hint: isDeepStrictEqual(record.selection, selection)
            ? 'Name the dataset it was run on with --dataset, or run again.'
            : 'Runs with another --limit or --grep are reported apart.',
        },
      )
    }
  }
  publish({ dataset, selection, runs, tasks: latestTasks(latest?.tasks), config, flags })
  if (runs.some(({ record }) => record.status === 'partial')) process.exitCode = exitCodeOf['run-incomplete']
}

function latestTasks(names: readonly string[] | undefined): readonly Task[] {
  return tasks.filter((task) => names?.includes(task) ?? true)
}
