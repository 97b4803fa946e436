import { createHash } from 'node:crypto'
import { closeSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  AssayError,
  type Judge,
  type Judgement,
  type JudgeRecord,
  type Question,
  type Usage,
} from '@assay/schema'
import { canonicalJson } from './canonical.ts'
import { describeFiles } from './describe.ts'
import { onDisk, replaceFile, writeAll } from './files.ts'
import { takeLock } from './lock.ts'
import { messageOf } from './message.ts'
import { readAnswers } from './read-judged.ts'

export interface JudgeOptions {
  /** The name of the judge in the config. */
  readonly name: string
  /** Prepared by `prepareJudge`. */
  readonly judge: Judge
  /** What `prepareJudge` said of it. */
  readonly identity: JudgeIdentity
  /** The run folder. */
  readonly folder: string
  /** Each once, by id in code-unit order. */
  readonly questions: readonly Question[]
  /** Answers of the same judge that are known from elsewhere. */
  readonly known?: ReadonlyMap<string, Judgement>
  readonly timeoutMs: number
  readonly seed: number
  /** How many questions the judge is given at once. Default 16. */
  readonly batch?: number
  readonly signal?: AbortSignal
  /** US dollars after which no more questions are asked. */
  readonly maxUsd?: number
  readonly onProgress?: (done: number, total: number) => void
}

/** The part of its record that says what a judge is. */
export type JudgeIdentity = Pick<JudgeRecord, 'id' | 'adapter' | 'version' | 'options' | 'files'>

export interface JudgedRun {
  readonly record: JudgeRecord
  readonly judgements: ReadonlyMap<string, Judgement>
  /** Questions the judge was asked now; the others were answered before. */
  readonly asked: number
  readonly usd: number
}

/**
 * Loads what a judge needs and says what it is.
 *
 * @throws AssayError `usage`: it asks a service and the network is closed; `system-failed`: it cannot start, or a file of
 *   it cannot be read
 */
export async function prepareJudge(
  name: string,
  judge: Judge,
  allowNetwork: boolean,
): Promise<JudgeIdentity> {
  if (judge.network === true && !allowNetwork) {
    throw new AssayError(
      'usage',
      `judge ${JSON.stringify(name)} asks a service outside this machine, and the network is closed`,
      { hint: 'Open it with --allow-network; texts of articles and predictions are sent to the service.' },
    )
  }
  try {
    await judge.prepare?.({ allowNetwork })
  } catch (error) {
    throw failed(`judge ${JSON.stringify(name)} cannot start`, error)
  }
  const { adapter, version, options = {}, files = [] } = judge
  const described = { adapter, version, options, files: await describeFiles(files) }
  const id = createHash('sha256').update(canonicalJson({ schema: 'assay.judge-identity/1', ...described }))
  return { id: id.digest('hex'), ...described }
}

/**
 * Asks a judge the questions about a run, each once in its life: what this judge answered before stands in the folder.
 * Writes `questions.jsonl`, `judge.json` and `judgements.jsonl`, which are whole after any interruption, and the same
 * bytes in the end. Answers of another judge are replaced.
 *
 * @throws AssayError `system-failed`: the judge throws, hangs, or answers with anything but scores, what it answered
 *   before is saved; `in-use`; `environment`
 */
export async function judgeRun(options: JudgeOptions): Promise<JudgedRun> {
  const { folder, identity, questions, known } = options
  const file = join(folder, 'judgements.jsonl')
  const release = takeLock(join(folder, 'lock'))
  try {
    const before = readAnswers(folder, identity.id)
    const judgements = new Map<string, Judgement>()
    for (const { id } of questions) {
      const answer = before.get(id) ?? known?.get(id)
      if (answer !== undefined) judgements.set(id, answer)
    }
    const open = questions.filter(({ id }) => !judgements.has(id))
    const answers = () => questions.flatMap(({ id }) => judgements.get(id) ?? [])
    const write = (hash: string | null): JudgeRecord => {
      const record = recordOf(options, answers(), hash)
      replaceFile(join(folder, 'judge.json'), [`${JSON.stringify(record, null, 2)}\n`])
      return record
    }

    // In this order, a kill at any point leaves no answer of one judge under the name of another.
    if (before.size === 0) rmSync(file, { force: true })
    write(null)
    replaceFile(join(folder, 'questions.jsonl'), lines(questions))
    replaceFile(file, lines(answers()))
    const usd = await askAll(options, open, (some) => {
      append(file, some)
      for (const answer of some) judgements.set(answer.question, answer)
      options.onProgress?.(judgements.size, questions.length)
    })
    const hash = replaceFile(file, lines(answers()))
    const record = write(judgements.size === questions.length ? hash : null)
    return { record, judgements, asked: open.filter(({ id }) => judgements.has(id)).length, usd }
  } finally {
    release()
  }
}

function recordOf(
  { identity, name, questions }: JudgeOptions,
  answers: readonly Judgement[],
  judgements: string | null,
): JudgeRecord {
  const { id, adapter, version, options, files } = identity
  const answered = answers.filter(({ score }) => score !== null).length
  const counts = { questions: questions.length, answered, unanswered: answers.length - answered }
  const status = judgements === null ? 'partial' : 'complete'
  return { schema: 'assay.judge/1', id, name, adapter, version, options, files, status, counts, judgements }
}

/** Batch after batch, until all is answered, the run is aborted, or the money is spent. Gives what was spent. */
async function askAll(
  { name, judge, seed, timeoutMs, batch = 16, signal, maxUsd = Infinity }: JudgeOptions,
  questions: readonly Question[],
  save: (answers: readonly Judgement[]) => void,
): Promise<number> {
  let usd = 0
  const isAborted = () => signal?.aborted === true
  const isOver = () => isAborted() || usd >= maxUsd
  const spend = (usage: Usage) => {
    usd += usage.usd ?? 0
  }
  for (let at = 0; at < questions.length && !isOver(); at += batch) {
    const some = questions.slice(at, at + batch)
    const limit = AbortSignal.timeout(Math.min(Math.ceil(timeoutMs * some.length), 2 ** 31 - 1))
    const stop = AbortSignal.any([limit, ...(signal === undefined ? [] : [signal])])
    const context = { signal: stop, seed, repeat: 0, spend }
    try {
      const scores = await untilAborted(judge.judge(structuredClone(some), context), stop)
      save(checked(scores, some))
    } catch (error) {
      if (isAborted()) break
      const what = limit.aborted ? 'took too long' : 'failed'
      throw failed(
        `judge ${JSON.stringify(name)} ${what} on question ${some[0]!.id.slice(0, 12)} and those after it`,
        error,
      )
    }
  }
  return usd
}

/** A judge that ignores the signal is not waited for. */
async function untilAborted<T>(answer: T | Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = () => {}
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new Error('no answer in time'))
    signal.addEventListener('abort', stop)
  })
  try {
    return await Promise.race([answer, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

function checked(scores: readonly (number | null)[], questions: readonly Question[]): Judgement[] {
  if (!Array.isArray(scores) || scores.length !== questions.length) {
    throw new Error(`it gave no list of ${questions.length} scores`)
  }
  return questions.map(({ id }, i) => {
    const score: unknown = scores[i]
    if (score === null) return { question: id, score: null, because: 'the judge gave no usable answer' }
    if (typeof score === 'number' && score >= 0 && score <= 1) return { question: id, score }
    throw new Error(`it gave ${JSON.stringify(score)} as a score, which is 0 to 1 or null`)
  })
}

function append(path: string, answers: readonly Judgement[]): void {
  onDisk(path, () => {
    const file = openSync(path, 'a')
    try {
      writeAll(file, Buffer.from(lines(answers).join('')))
    } finally {
      closeSync(file)
    }
  })
}

function lines(items: readonly object[]): string[] {
  return items.map((item) => `${JSON.stringify(item)}\n`)
}

function failed(what: string, cause: unknown): AssayError {
  if (AssayError.is(cause) && cause.code !== 'system-failed') return cause
  const hint = AssayError.is(cause) ? cause.hint : undefined
  return new AssayError('system-failed', `${what}: ${messageOf(cause)}`, {
    ...(hint !== undefined && { hint }),
    cause,
  })
}
