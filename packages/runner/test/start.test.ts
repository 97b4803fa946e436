import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRun, runSystem } from '../src/index.ts'
import { behaved, failed, optionsFor, runWithEvents, temporaryFolder } from './kit.ts'

describe('a system that does not start', () => {
  it.each([
    ['createThrows', 'could not start: cannot be made'],
    ['throwsInPrepare', 'could not start: the model is not there'],
    ['badOptions', 'breaks the protocol: system.options'],
    ['missingFile', 'could not start: a file of the system cannot be read: /nowhere/model.bin'],
  ])('%s is named with what it said', async (behaviour, message) => {
    await expect(runSystem(optionsFor(behaviour, temporaryFolder()))).rejects.toMatchObject({
      code: 'system-failed',
      message: expect.stringContaining(`system "${behaviour}" ${message}`),
    })
  })

  it('E21: one whose process ends is named with the end of what it printed', async () => {
    await expect(runSystem(optionsFor('exitsInPrepare', temporaryFolder()))).rejects.toMatchObject({
      code: 'system-failed',
      message:
        'system "exitsInPrepare" is not there: its process ended with code 7\nIt printed last:\nout of \\u{1b}[1mluck',
    })
  })

  it('E18: one that is never ready is given up after its time', async () => {
    await expect(
      runSystem(optionsFor('hangsInPrepare', temporaryFolder(), { startTimeoutMs: 500 })),
    ).rejects.toMatchObject({
      code: 'system-failed',
      message: 'system "hangsInPrepare" was not ready within 500 ms',
    })
  })

  it('E18: its time is not that of an article', async () => {
    const options = optionsFor('slowStart', temporaryFolder(), { args: [1200], timeoutMs: 1000 })
    const { record, environment } = await runSystem(options)
    expect(record.counts.ok).toBe(3)
    expect(environment.coldStartMilliseconds).toBeGreaterThan(1200)
  })

  it('a host module that is missing is named', async () => {
    const options = optionsFor('echo', temporaryFolder())
    await expect(
      runSystem({ ...options, host: { ...options.host, module: '/nowhere/host.js' } }),
    ).rejects.toMatchObject({
      code: 'system-failed',
      message: expect.stringContaining('/nowhere/host.js'),
    })
  })

  it('another config than the command read is refused before the first article', async () => {
    const runsDir = temporaryFolder()
    const options = optionsFor('echo', runsDir, { configHash: 'read by the process' })
    await expect(runSystem({ ...options, configHash: 'read by the command' })).rejects.toMatchObject({
      code: 'not-comparable',
    })
  })

  it('another system than was asked for is refused', async () => {
    const options = optionsFor('echo', temporaryFolder())
    await expect(runSystem({ ...options, name: 'better' })).rejects.toMatchObject({
      code: 'system-failed',
      message: 'the host of system "better" serves "echo"',
    })
  })
})

describe('a system that cannot go on', () => {
  it('one that cannot be started again fails the articles that are left, each with the reason', async () => {
    const file = join(temporaryFolder(), 'broken')
    const { result } = await runWithEvents(optionsFor('startsOnce', temporaryFolder(), { args: [file] }))
    const reason = 'not asked: after its process was lost, the system could not start: the model is gone'
    expect(result.predictions).toEqual([
      behaved('a'),
      failed('exited', 'its process ended with code 3 before it answered'),
      failed('exited', reason, 'c'),
    ])
    expect(result.environment.restarts).toBe(1)
    expect(result.timings.map(({ article }) => article)).toEqual(['a', 'b'])
  })

  it('one that came back changed is not asked any more', async () => {
    const file = join(temporaryFolder(), 'model.bin')
    writeFileSync(file, '1')
    const { result } = await runWithEvents(optionsFor('changes', temporaryFolder(), { args: [file] }))
    expect(result.predictions[2]).toEqual(
      failed(
        'exited',
        'not asked: after its process was lost, the system or its config changed while the run was going on',
        'c',
      ),
    )
  })

  it('one that answers nothing leaves a complete run that says so', async () => {
    const { result } = await runWithEvents(optionsFor('exitsOnEvery', temporaryFolder()))
    expect(result.record).toMatchObject({
      status: 'complete',
      counts: { expected: 3, ok: 0, failed: 3, skipped: 0 },
    })
    expect(result.environment.restarts).toBe(2)
    expect((await readRun(result.folder)).record).toEqual(result.record)
  })
})
