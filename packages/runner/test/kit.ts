import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Article, Prediction } from '@assay/schema'
import { expect, onTestFinished } from 'vitest'
import type { ProgressEvent, RunOptions, RunResult } from '../src/index.ts'
import { runSystem } from '../src/index.ts'

for (const built of ['../dist/index.js', '../../schema/dist/index.js', '../../testkit/dist/fakes.js']) {
  if (!existsSync(new URL(built, import.meta.url))) {
    throw new Error('These tests start processes from built files: run `npm run build` first.')
  }
}

export const fixture = (name: string): string => fileURLToPath(new URL(`fixtures/${name}`, import.meta.url))

/** A new folder that is removed when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-runner-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Three articles. An emoji stands before the first name, so offsets in another unit do not fit. */
const articles: readonly Article[] = ['a', 'b', 'c'].map((id) => ({
  id,
  text: `😀 said Ada of ${id}.`,
}))

/** What the systems of the fixtures answer for an article when they behave. */
export const behaved = (article: string, repeat = 0): Prediction => ({
  article,
  repeat,
  status: 'ok',
  output: { mentions: [{ span: { start: 8, end: 11 }, surface: 'Ada', type: 'ORG' }] },
})

export const failed = (code: string, message: unknown, article = 'b'): object => ({
  article,
  repeat: 0,
  status: 'failed',
  code,
  message,
})

export type Overrides = Partial<Omit<RunOptions, 'host'>> & {
  readonly args?: readonly unknown[]
  readonly execArgv?: readonly string[]
  /** Where every process of the system writes its id when it starts. */
  readonly pidFile?: string
}

/** Options of a run of one of the fixture's systems. */
export function optionsFor(behaviour: string, runsDir: string, overrides: Overrides = {}): RunOptions {
  const { args = [], execArgv = [], pidFile, ...rest } = overrides
  const name = rest.name ?? behaviour
  const served = JSON.stringify({ behaviour, name, configHash: rest.configHash ?? null, args, pidFile })
  return {
    name,
    host: { module: fixture('host.mjs'), args: [served], execArgv },
    articles,
    dataset: { name: 'three', version: '1', texts: 'digest', articles: (rest.articles ?? articles).length },
    selection: {},
    configHash: null,
    runsDir,
    timeoutMs: 20_000,
    startTimeoutMs: 30_000,
    seed: 1,
    workers: 1,
    request: { minWords: 45, maxWords: 60 },
    ...rest,
  }
}

/** Options of a run of the host that speaks by hand. */
export function rawOptionsFor(behaviour: string, runsDir: string): RunOptions {
  const host = { module: fixture('raw-host.mjs'), args: [behaviour], execArgv: [] }
  return { ...optionsFor('echo', runsDir, { name: 'raw' }), host }
}

export async function runWithEvents(
  options: RunOptions,
): Promise<{ result: RunResult; events: ProgressEvent[]; log: string }> {
  const events: ProgressEvent[] = []
  const result = await runSystem({ ...options, onProgress: (event) => events.push(event) })
  return { result, events, log: readFileSync(join(result.folder, 'system.log'), 'utf8') }
}

/** Waits until `holds` gives something, at most 20 seconds. */
export async function eventually<T>(what: string, holds: () => T | null | undefined | false): Promise<T> {
  const deadline = performance.now() + 20_000
  for (;;) {
    const value = holds()
    if (value !== null && value !== undefined && value !== false) return value
    if (performance.now() > deadline) throw new Error(`waited 20 s in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Runs a system that misbehaves on `b`: what is recorded of `b`, once `a` and `c` are seen to be unaffected. */
export async function onlyB(behaviour: string, overrides: Overrides = {}) {
  const { result, ...rest } = await runWithEvents(optionsFor(behaviour, temporaryFolder(), overrides))
  const [a, b, c] = result.predictions
  expect([a, c]).toEqual([behaved('a'), behaved('c')])
  expect(result.record).toMatchObject({
    status: 'complete',
    counts: { expected: 3, ok: 2, failed: 1, skipped: 0 },
  })
  return { b, restarts: result.environment.restarts, result, ...rest }
}

/** The ids of the processes that a run has started. */
export function pidsIn(pidFile: string): number[] {
  if (!existsSync(pidFile)) return []
  return readFileSync(pidFile, 'utf8').trimEnd().split('\n').map(Number)
}

/**
 * Runs systems that misbehave without losing their process, all in one: what is recorded for each, once it is seen
 * that nobody else was affected.
 */
export async function recordedOf(...behaviours: string[]): Promise<(object | undefined)[]> {
  const ids = behaviours.flatMap((behaviour) => [behaviour, `after ${behaviour}`])
  const [{ text }] = articles as [Article]
  const options = optionsFor('byArticle', temporaryFolder(), { articles: ids.map((id) => ({ id, text })) })
  const { predictions, environment } = await runSystem(options)
  expect(environment.restarts).toBe(0)
  const neighbours = predictions.filter(({ article }) => article.startsWith('after '))
  expect(neighbours).toEqual(neighbours.map(({ article }) => behaved(article)))
  expect(neighbours.length).toBe(behaviours.length)
  return behaviours.map((behaviour) => predictions.find(({ article }) => article === behaviour))
}

/** True while there is such a process. One that has ended, but that nobody has waited for, still has its number. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
