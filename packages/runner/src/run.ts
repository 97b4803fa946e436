import { join } from 'node:path'
import { type Article, AssayError, type SystemRecord } from '@assay/schema'
import { startClock } from './environment.ts'
import { makeFolder } from './files.ts'
import type { Host } from './host.ts'
import { describeRun, predictionIdentity, runId } from './identity.ts'
import { createJournal, type Journal, type JournalEntry } from './journal.ts'
import { takeLock } from './lock.ts'
import { createLog } from './log.ts'
import type { ProgressEvent, RunOptions, RunResult, StopReason } from './options.ts'
import { predictionOf } from './prediction.ts'
import { sealRun } from './seal.ts'
import { articleSeed } from './seed.ts'
import { type StartOptions, startHost } from './start.ts'
import { type Supervisor, supervise } from './supervisor.ts'
import { oneLine } from './message.ts'

/**
 * Runs one system over articles, in a process of its own, and seals the folder `<runsDir>/<id>`. A sealed run of the
 * same id stays until then and is replaced. What goes wrong on an article is recorded on it, and the run goes on.
 *
 * @throws AssayError `system-failed`: it never became ready; `not-comparable`: its process loaded another config;
 *   `in-use`: the folder is being written by another run; `environment`: the disk refuses;
 *   `interrupted`: aborted before the system was ready, nothing was saved
 */
export async function runSystem(options: RunOptions): Promise<RunResult> {
  checkArticles(options)
  const { runsDir, workers, signal } = options
  const stopClock = startClock()
  const cleanUp: (() => Promise<void> | void)[] = []
  makeFolder(runsDir)
  const log = createLog()
  cleanUp.push(() => log.close())
  try {
    const start: StartOptions = {
      host: options.host,
      startTimeoutMs: options.startTimeoutMs ?? 300_000,
      log,
      signal,
    }
    const host = await firstHost(options, start)
    const tell = createTeller(options)
    const supervisor = supervise(host, start, (because) => tell({ type: 'restart', because }))
    cleanUp.push(() => supervisor.kill())
    checkHost(options, host)

    const description = describeRun(options, host.system)
    const folder = join(runsDir, runId(description))
    makeFolder(folder)
    cleanUp.push(takeLock(join(folder, 'lock')))
    log.open(join(folder, 'system.log'))
    const journal = createJournal(join(folder, 'journal.jsonl'), predictionIdentity(description))
    cleanUp.push(() => journal.close())

    tell({ type: 'ready', coldStartMs: host.coldStartMs })
    const { entries, stopped } = await answerAll(options, host.system, supervisor, journal, tell)
    if (stopped === null) await supervisor.close()
    const environment = stopClock({
      workers,
      coldStartMilliseconds: host.coldStartMs,
      peakMemoryBytes: supervisor.peakMemoryBytes(),
      restarts: supervisor.restarts(),
    })
    const stored = sealRun(folder, description, entries, environment)
    tell({ type: 'done', status: stored.record.status })
    return { folder, ...(stopped !== null && { stopped }), ...stored }
  } finally {
    for (const step of cleanUp.reverse()) await step()
  }
}

/** Pass after pass, each in id order, until all is done, the run is aborted, or the money is spent. */
async function answerAll(
  { articles, repeats = 1, seed, timeoutMs, request, signal, maxUsd = Infinity }: RunOptions,
  { tasks }: SystemRecord,
  supervisor: Supervisor,
  journal: Journal,
  tell: Tell,
): Promise<{ entries: JournalEntry[]; stopped: StopReason | null }> {
  const sorted = [...articles].sort((a, b) => (a.id < b.id ? -1 : 1))
  const entries: JournalEntry[] = []
  let usd = 0
  for (let repeat = 0; repeat < repeats; repeat++) {
    for (const article of sorted) {
      if (signal?.aborted) return { entries, stopped: 'aborted' }
      if (usd >= maxUsd) return { entries, stopped: 'over-budget' }
      const answer = await supervisor.ask({
        type: 'article',
        article,
        repeat,
        seed: articleSeed(seed, article.id, repeat),
        timeoutMs: wholeMs(timeoutMs),
        request,
      })
      if (answer === 'aborted') return { entries, stopped: 'aborted' }
      const prediction = predictionOf(article, repeat, answer.outcome, tasks)
      const { milliseconds, usage } = answer
      const entry = { prediction, milliseconds, ...(usage && { usage }) }
      usd += usage?.usd ?? 0
      journal.append(entry)
      entries.push(entry)
      tell({ type: 'article', article: article.id, repeat, status: prediction.status })
    }
  }
  return { entries, stopped: null }
}

/** Timers know no more than 2^31 - 1 milliseconds. */
const wholeMs = (ms: number): number => Math.max(1, Math.min(Math.ceil(ms), 2 ** 31 - 1))

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never
type Tell = (event: DistributiveOmit<ProgressEvent, 'system' | 'total' | 'done' | 'failed'>) => void

/** Adds to every event how far the run has come. */
function createTeller({ name, articles, repeats = 1, onProgress }: RunOptions): Tell {
  let done = 0
  let failed = 0
  return (event) => {
    if (event.type === 'article') {
      done += 1
      if (event.status === 'failed') failed += 1
    }
    onProgress?.({ ...event, system: name, total: articles.length * repeats, done, failed })
  }
}

async function firstHost({ name }: RunOptions, options: StartOptions): Promise<Host> {
  const start = await startHost(options)
  if (start === 'aborted') {
    throw new AssayError(
      'interrupted',
      `interrupted before system ${JSON.stringify(name)} was ready; nothing was saved`,
    )
  }
  if (start.started) return start.host
  const printed = options.log.tail()
  const tail = printed === '' ? '' : `\nIt printed last:\n${printed}`
  throw new AssayError('system-failed', `system ${JSON.stringify(name)} ${start.because}${tail}`, {
    ...(start.hint !== undefined && { hint: start.hint }),
  })
}

function checkHost({ name, configHash }: RunOptions, host: Host): void {
  if (host.system.name !== name) {
    const other = oneLine(JSON.stringify(host.system.name))
    throw new AssayError('system-failed', `the host of system ${JSON.stringify(name)} serves ${other}`)
  }
  if (host.configHash !== configHash) {
    throw new AssayError(
      'not-comparable',
      `system ${JSON.stringify(name)} was loaded from another config than the command read`,
      {
        hint: 'If the config or a file it imports was being edited, run again.',
      },
    )
  }
}

function checkArticles({ articles, dataset }: RunOptions): void {
  const ids = new Set(articles.map((article: Article) => article.id))
  if (ids.size !== articles.length || ids.size !== dataset.articles) {
    throw new AssayError(
      'internal',
      `${articles.length} articles with ${ids.size} ids, where the dataset counts ${dataset.articles}`,
    )
  }
}
