import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { loadDataset, selectArticles } from '@assay/dataset'
import { type RunResult, runSystem } from '@assay/runner'
import { AssayError, type Dataset, lengthBands, type Selection, tasks } from '@assay/schema'
import type { RunFlags } from '../commands/run.ts'
import { type LoadedConfig, loadConfig } from '../config/load.ts'
import { datasetFolder, defaultDataset } from '../datasets.ts'
import { fail } from '../failure.ts'
import type { HostArgument } from '../host.ts'
import { chooseSystems, type NamedSystem, type SystemFilter, uninstalledSystems } from '../systems.ts'
import { printError } from '../terminal.ts'
import { watchInterrupt } from './interrupt.ts'
import { metricsOf, reportersOf } from './catalogues.ts'
import { expectCosts, overBudget, spentLine, splitBudget } from './costs.ts'
import { writeLatest } from './latest.ts'
import { bar, runJobs } from './progress.ts'
import { publish } from './publish.ts'

/** What every summarizer is asked for. */
const request = lengthBands.short

/** `assay run`: systems over articles, then scores, then the report. Sets the exit status. */
export async function runBenchmark(flags: RunFlags): Promise<void> {
  const loaded = await loadConfig(flags.config)
  const { config } = loaded
  const name = flags.dataset ?? config.dataset ?? defaultDataset
  const selection = selectionOf(flags)
  const dataset = selectArticles(await loadDataset(datasetFolder(name)), selection)
  const wanted = tasks.filter((task) => flags.task?.includes(task) ?? true)
  // A config that cannot be scored or reported is refused before anything runs.
  metricsOf(config)
  reportersOf(config)
  const filter: SystemFilter = {
    tasks: wanted,
    ...(flags.system && { names: flags.system }),
    ...(flags.predictions && { predictions: flags.predictions }),
  }
  const systems = chooseSystems(config, filter)
  for (const { name, install } of uninstalledSystems(config, filter)) {
    printError(`assay: ${name} is left out: its library is not installed. Install it: ${install}`)
  }

  const articles = dataset.articles.map(({ article }) => article)
  const costs = expectCosts(config, systems, { articles, request })
  for (const line of costs.lines) printError(`assay: ${line}`)
  const budget = splitBudget(costs, flags.maxCost)

  const interrupt = watchInterrupt()
  const { results, errors } = await runAll(systems, {
    loaded,
    dataset,
    selection,
    flags,
    budget,
    signal: interrupt.signal,
  })
  interrupt.stop()
  writeLatest({ dataset: name, tasks: wanted, runs: results.map((result) => result.record.id) })

  for (const line of results.map(spentLine)) if (line !== null) printError(`assay: ${line}`)

  const code = interrupt.code()
  if (code !== null) {
    const done = results.reduce((sum, { record }) => sum + record.counts.ok + record.counts.failed, 0)
    printError(
      `assay: interrupted after ${done} answers; they are saved in .assay/runs; running again starts over`,
    )
    process.exitCode = code
    return
  }
  for (const result of results) explainFailures(result)
  if (results.length > 0) {
    publish({ dataset, selection, runs: results, tasks: wanted, config, flags })
  }
  for (const error of errors) fail(error)
  for (const { record } of results.filter(answeredNothing)) {
    fail(
      new AssayError(
        'system-failed',
        `${record.system.name} answered none of ${record.counts.expected} articles`,
      ),
    )
  }
  for (const result of results.filter(({ stopped }) => stopped === 'over-budget')) fail(overBudget(result))
}

function selectionOf(flags: RunFlags): Selection {
  return {
    ...(flags.limit !== undefined && { limit: flags.limit }),
    ...(flags.grep !== undefined && { grep: flags.grep }),
  }
}

interface RunAllOptions {
  readonly loaded: LoadedConfig
  readonly dataset: Dataset
  readonly selection: Selection
  readonly flags: RunFlags
  /** US dollars by name of the system; one that is not there is not limited. */
  readonly budget: ReadonlyMap<string, number>
  readonly signal: AbortSignal
}

/** Every system in its own process. A system that cannot start is an error of its own, not of the others. */
async function runAll(systems: readonly NamedSystem[], options: RunAllOptions) {
  const { loaded, flags } = options
  const workers = flags.workers ?? loaded.config.workers ?? Math.max(1, Math.floor(cpus().length / 2))
  const results: RunResult[] = []
  const errors: unknown[] = []
  const jobs = systems.map((system) => ({
    title: system.name,
    run: async (say: (text: string) => void) => {
      if (options.signal.aborted) return
      let failed = false
      try {
        const result = await runOne(system, workers, options, say)
        results.push(result)
        failed = answeredNothing(result)
      } catch (error) {
        errors.push(error)
        throw error
      }
      if (failed) throw new Error('answered nothing')
    },
  }))
  await runJobs(jobs, workers)
  results.sort((a, b) => (a.record.system.name < b.record.system.name ? -1 : 1))
  return { results, errors }
}

function runOne(
  system: NamedSystem,
  workers: number,
  { loaded, dataset, selection, flags, budget, signal }: RunAllOptions,
  say: (text: string) => void,
): Promise<RunResult> {
  // A predictions file is the same system whatever the config says.
  const { file, hash } = system.predictions === null ? loaded : { file: null, hash: null }
  const argument: HostArgument = {
    config: file,
    spec: { name: system.name, predictions: system.predictions },
    allowNetwork: flags.allowNetwork ?? false,
  }
  const maxUsd = budget.get(system.name)
  const { gold: _, ...identity } = dataset.identity
  return runSystem({
    name: system.name,
    host: { module: fileURLToPath(new URL('../host.js', import.meta.url)), args: [JSON.stringify(argument)] },
    articles: dataset.articles.map(({ article }) => article),
    dataset: identity,
    selection,
    configHash: hash,
    runsDir: '.assay/runs',
    timeoutMs: 1000 * (flags.timeout ?? loaded.config.timeout ?? 60),
    seed: flags.seed ?? loaded.config.seed ?? 1,
    request,
    ...(maxUsd !== undefined && { maxUsd }),
    workers,
    signal,
    onProgress: (event) => {
      if (event.type === 'article' || event.type === 'done') {
        say(bar(event.done, event.total) + (event.failed > 0 ? `  ${event.failed} failed` : ''))
      }
    },
  })
}

/** The first failure stands for the others: what it was, on which article, and where all of them are. */
function explainFailures({ record, predictions, folder }: RunResult): void {
  const failures = predictions.filter((prediction) => prediction.status === 'failed')
  const [first] = failures
  if (first === undefined) return
  printError(
    `assay: ${record.system.name} failed on ${failures.length} of ${record.counts.expected} articles, ` +
      `first on ${first.article} (${first.code}): ${first.message}`,
  )
  printError(`  All of them: ${folder}/predictions.jsonl`)
}

function answeredNothing({ record }: RunResult): boolean {
  return record.counts.expected > 0 && record.counts.ok === 0
}
