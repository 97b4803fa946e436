import { join } from 'node:path'
import { judgeRun, prepareJudge, readJudged, readRun } from '@assay/runner'
import { AssayError, type Judgement } from '@assay/schema'
import { questionsOf } from '@assay/scorer'
import { watchInterrupt } from '../benchmark/interrupt.ts'
import { readLatest } from '../benchmark/latest.ts'
import { bar, runJobs } from '../benchmark/progress.ts'
import type { JudgeFlags } from '../commands/judge.ts'
import { loadConfig } from '../config/load.ts'
import { fail } from '../failure.ts'
import { exitCodeOf } from '../exit-codes.ts'
import { datasetOfRuns } from '../stored-runs.ts'
import { print, printError, printJson } from '../terminal.ts'
import { chooseJudge } from './choose.ts'
import { chooseJudged } from './metrics.ts'

interface Row {
  readonly run: string
  readonly questions: number
  readonly asked: number
  readonly unanswered: number
  readonly status: 'complete' | 'partial'
}

/** `assay judge`: asks the open questions about stored runs, one run after another. Sets the exit status. */
export async function judgeRuns(folders: readonly string[], flags: JudgeFlags): Promise<void> {
  const { config } = await loadConfig(flags.config)
  const metrics = chooseJudged(config, flags.metrics)
  const paths = folders.length > 0 ? folders : readLatest().runs.map((run) => join('.assay/runs', run))
  const runs = await Promise.all(paths.map(async (folder) => ({ folder, ...(await readRun(folder)) })))
  const records = runs.map(({ record }) => record)
  const dataset = await datasetOfRuns(records, flags.dataset, config.dataset)
  const { name, judge } = await chooseJudge(config, flags.judge)
  const some = runs.flatMap(({ folder, record, predictions }) => {
    if (!metrics.some(({ task }) => record.system.tasks.includes(task))) return []
    const all = questionsOf(dataset, record, predictions, metrics)
    const questions = all.filter(({ kind }) => judge.answers?.includes(kind) ?? true)
    // No question at all is judged too: of what is copied, nobody has to be asked.
    return questions.length > 0 || all.length === 0 ? [{ folder, run: record.id, questions }] : []
  })
  if (some.length === 0) {
    throw new AssayError('usage', `there is nothing to ask ${name} about these runs`, {
      hint: `${metrics.map(({ id, task }) => `${id} is about ${task}`).join(', ')}.`,
    })
  }

  const interrupt = watchInterrupt()
  const rows: Row[] = []
  const errors: unknown[] = []
  let usd = 0
  try {
    const identity = await prepareJudge(name, judge, flags.allowNetwork ?? false)
    const known = new Map<string, Judgement>()
    for (const { folder } of some) {
      const stored = readJudged(folder)
      if (stored?.judge.id === identity.id)
        for (const [id, answer] of stored.judgements) known.set(id, answer)
    }
    const jobs = some.map(({ folder, run, questions }) => ({
      title: run,
      run: async (say: (text: string) => void) => {
        const left = flags.maxCost === undefined ? {} : { maxUsd: flags.maxCost - usd }
        try {
          const done = await judgeRun({
            name,
            judge,
            identity,
            folder,
            questions,
            known,
            ...left,
            timeoutMs: 1000 * (flags.timeout ?? config.timeout ?? 60),
            seed: config.seed ?? 1,
            signal: interrupt.signal,
            onProgress: (count, total) => say(bar(count, total)),
          })
          usd += done.usd
          for (const [id, answer] of done.judgements) known.set(id, answer)
          const { status, counts } = done.record
          rows.push({
            run,
            questions: counts.questions,
            asked: done.asked,
            unanswered: counts.unanswered,
            status,
          })
        } catch (error) {
          errors.push(error)
          throw error
        }
      },
    }))
    await runJobs(jobs, 1)
  } finally {
    interrupt.stop()
    await judge.close?.()
  }

  if (flags.json) printJson({ judge: name, usd, runs: rows })
  else print(describe(name, rows, usd))
  for (const error of errors) fail(error)
  const isPartial = rows.some(({ status }) => status === 'partial')
  if (isPartial) printError('assay: not all questions are answered; `assay judge` goes on from here')
  const code = interrupt.code()
  if (code !== null) process.exitCode = code
  else if (isPartial && errors.length === 0) process.exitCode = exitCodeOf['run-incomplete']
}

function describe(name: string, rows: readonly Row[], usd: number): string {
  const lines = rows.map(
    ({ run, questions, asked, unanswered, status }) =>
      `${run}  ${questions} questions, ${asked} asked now` +
      `${unanswered > 0 ? `, ${unanswered} without a usable answer` : ''}${status === 'partial' ? ', partial' : ''}`,
  )
  const cost = usd > 0 ? [`spent ${usd.toFixed(4)} USD`] : []
  return [`judged by ${name}`, ...lines, ...cost, 'scores: assay report'].join('\n')
}
