import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type ProgressEvent, readRun, runSystem } from '../src/index.ts'
import { behaved, eventually, fixture, isRunning, optionsFor, pidsIn, temporaryFolder } from './kit.ts'

/** A run in a process of its own, as the command is one, and what it has told so far. */
function startParent(options: object): { parent: ChildProcess; told: { type: string }[] } {
  const parent = spawn(process.execPath, [fixture('parent.mjs'), JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void parent.kill('SIGKILL'))
  const told: { type: string }[] = []
  createInterface({ input: parent.stdout }).on('line', (line) =>
    told.push(JSON.parse(line) as { type: string }),
  )
  return { parent, told }
}

describe('an interrupted run', () => {
  it('A6: is sealed as partial with what was done, and leaves no process behind', async () => {
    const pidFile = join(temporaryFolder(), 'pids')
    const controller = new AbortController()
    const events: ProgressEvent[] = []
    const result = await runSystem({
      ...optionsFor('echo', temporaryFolder(), { pidFile, repeats: 2 }),
      signal: controller.signal,
      onProgress: (event) => {
        events.push(event)
        if (event.type === 'article' && event.done === 2) controller.abort()
      },
    })
    expect(result.stopped).toBe('aborted')
    expect(result.record).toMatchObject({
      status: 'partial',
      counts: { expected: 6, ok: 2, failed: 0, skipped: 0 },
    })
    expect(result.predictions).toEqual([behaved('a'), behaved('b')])
    expect(events.at(-1)).toMatchObject({ type: 'done', status: 'partial', done: 2, total: 6 })
    expect((await readRun(result.folder)).record).toEqual(result.record)
    expect(pidsIn(pidFile).map(isRunning)).toEqual([false])
  })

  it('A8: does not wait for an article that hangs or keeps its process busy', async () => {
    for (const behaviour of ['hangsOnEvery', 'busyOnEvery']) {
      const controller = new AbortController()
      const pidFile = join(temporaryFolder(), 'pids')
      const result = await runSystem({
        ...optionsFor(behaviour, temporaryFolder(), { pidFile, timeoutMs: 1e6 }),
        signal: controller.signal,
        onProgress: ({ type }) => {
          if (type === 'ready') setTimeout(() => controller.abort(), 50)
        },
      })
      expect(result.record).toMatchObject({ status: 'partial', counts: { expected: 3, ok: 0, failed: 0 } })
      expect(pidsIn(pidFile).map(isRunning)).toEqual([false])
    }
  })

  it('saves nothing when the system was not ready yet', async () => {
    const runsDir = temporaryFolder()
    const pidFile = join(temporaryFolder(), 'pids')
    const controller = new AbortController()
    const run = runSystem({
      ...optionsFor('hangsInPrepare', runsDir, { pidFile, startTimeoutMs: 1e6 }),
      signal: controller.signal,
    })
    const refused = expect(run).rejects.toMatchObject({ code: 'interrupted' })
    await eventually('the process runs', () => pidsIn(pidFile).length > 0)
    controller.abort()
    await refused
    expect(readdirSync(runsDir)).toEqual([])
    expect(pidsIn(pidFile).map(isRunning)).toEqual([false])
  })

  it('starts nothing when it is interrupted before it begins', async () => {
    const run = runSystem({ ...optionsFor('echo', temporaryFolder()), signal: AbortSignal.abort() })
    await expect(run).rejects.toMatchObject({ code: 'interrupted' })
  })
})

describe('a process of a system', () => {
  it('ignores SIGINT: what it means is decided by the command', async () => {
    const pidFile = join(temporaryFolder(), 'pids')
    const { predictions } = await runSystem({
      ...optionsFor('echo', temporaryFolder(), { pidFile }),
      onProgress: (event) => {
        if (event.type === 'ready') for (const pid of pidsIn(pidFile)) process.kill(pid, 'SIGINT')
      },
    })
    expect(predictions).toEqual([behaved('a'), behaved('b'), behaved('c')])
  })

  it.each(['busyOnEvery', 'hangsOnEvery'])(
    'A1: ends when its parent is killed, even if %s',
    async (behaviour) => {
      const pidFile = join(temporaryFolder(), 'pids')
      const { parent, told } = startParent(
        optionsFor(behaviour, temporaryFolder(), { pidFile, timeoutMs: 1e6 }),
      )
      await eventually('the system is ready', () => told.some(({ type }) => type === 'ready'))
      const pids = pidsIn(pidFile)
      expect(pids.map(isRunning)).toEqual([true])
      parent.kill('SIGKILL')
      await eventually('its process is gone', () => !pids.some(isRunning))
    },
  )

  it('A1: leaves a folder that says it was never sealed', async () => {
    const runsDir = temporaryFolder()
    const { parent, told } = startParent(optionsFor('hangsOnEvery', runsDir, { timeoutMs: 1e6 }))
    await eventually('the system is ready', () => told.some(({ type }) => type === 'ready'))
    parent.kill('SIGKILL')
    const [id] = readdirSync(runsDir)
    await expect(readRun(join(runsDir, id!))).rejects.toMatchObject({ code: 'run-incomplete' })
  })
})

describe('D1: two runs on one folder', () => {
  it('the second is refused and names the owner, the first goes on', async () => {
    const runsDir = temporaryFolder()
    const controller = new AbortController()
    const options = optionsFor('hangsOnEvery', runsDir, { timeoutMs: 1e6 })
    const { parent, told } = startParent(options)
    await eventually('the first is ready', () => told.some(({ type }) => type === 'ready'))
    await expect(runSystem({ ...options, signal: controller.signal })).rejects.toMatchObject({
      code: 'in-use',
      message: expect.stringContaining(`the run of process ${parent.pid} is writing this folder`),
    })
    expect(parent.exitCode).toBe(null)
    expect(isRunning(parent.pid!)).toBe(true)
  })

  it('D2: a run that was killed holds its folder no longer', async () => {
    const runsDir = temporaryFolder()
    const name = 'killed'
    const { parent, told } = startParent(
      optionsFor('hangsOnEvery', runsDir, { name, timeoutMs: 1e6, startTimeoutMs: 1e6 }),
    )
    await eventually('the first is ready', () => told.some(({ type }) => type === 'ready'))
    const [id] = readdirSync(runsDir)
    parent.kill('SIGKILL')
    await eventually('the first is gone', () => !isRunning(parent.pid!))
    const result = await runSystem(optionsFor('hangsOnEvery', runsDir, { name, timeoutMs: 100 }))
    expect(result.record.id).toBe(id)
    expect(readdirSync(result.folder)).not.toContain('lock')
  })
})

describe('results do not hang on the machine', () => {
  it('the time zone and the language of the machine change no byte', async () => {
    const bytes = async (env: Record<string, string>) => {
      const options = optionsFor('zoned', temporaryFolder(), { name: 'Zürich 1' })
      const child = spawn(process.execPath, [fixture('parent.mjs'), JSON.stringify(options)], {
        env: { ...process.env, ...env },
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      await new Promise((resolve) => child.once('exit', resolve))
      const [id] = readdirSync(options.runsDir)
      const read = (file: string) => readFileSync(join(options.runsDir, id!, file), 'utf8')
      return [id, read('run.json'), read('predictions.jsonl')]
    }
    const first = await bytes({ TZ: 'UTC', LANG: 'C', LC_ALL: 'C' })
    expect(await bytes({ TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' })).toEqual(
      first,
    )
    expect(await bytes({ TZ: 'America/St_Johns', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' })).toEqual(first)
  })
})
