import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  behaved,
  eventually,
  failed,
  isRunning,
  onlyB,
  optionsFor,
  recordedOf,
  runWithEvents,
  temporaryFolder,
} from './kit.ts'

describe('an adapter that throws costs its article', () => {
  it('E1: whatever it throws, the message is one bounded line', async () => {
    const cases: [string, string, string][] = [
      ['throws', 'threw', 'refused b'],
      ['rejects', 'threw', 'rejected b'],
      ['throwsEscapes', 'threw', 'no such model \\u{1b}[31mred'],
      ['throwsText', 'threw', 'threw only text'],
      ['throwsUndefined', 'threw', 'threw undefined'],
      ['throwsTrap', 'threw', 'threw something that cannot be shown'],
      ['throwsLong', 'threw', `${'x'.repeat(499)}…`],
      ['throwsMissing', 'missing', 'no article b in the file'],
    ]
    const recorded = await recordedOf(...cases.map(([behaviour]) => behaviour))
    expect(recorded).toEqual(cases.map(([behaviour, code, message]) => failed(code, message, behaviour)))
  })
})

describe('an adapter that does not answer in time costs its article', () => {
  it.each(['hangs', 'busyLoop', 'slowPattern'])('E2, E3: %s is killed and replaced', async (behaviour) => {
    const { b, restarts, result, events } = await onlyB(behaviour, { timeoutMs: 600 })
    expect(b).toEqual(failed('timeout', 'no answer within 600 ms'))
    expect(restarts).toBe(1)
    expect(events.filter(({ type }) => type === 'restart')).toMatchObject([
      { because: 'no answer within 600 ms', done: 2 },
    ])
    // Twice the time is the promise; the rest is for a busy machine.
    expect(result.timings[1]?.milliseconds).toBeGreaterThanOrEqual(600)
    expect(result.timings[1]?.milliseconds).toBeLessThan(2 * 600 + 2000)
  })

  it('E2: one that heeds its signal is recorded alike and keeps its process', async () => {
    const { b, restarts } = await onlyB('heedsSignal', { timeoutMs: 1000 })
    expect(b).toEqual(failed('timeout', 'no answer within 1000 ms'))
    expect(restarts).toBe(0)
  })
})

describe('an adapter that ends its process costs its article', () => {
  it.each([
    ['exits', 'its process ended with code 3 before it answered'],
    ['exitsWithZero', 'its process ended with code 0 before it answered'],
    ['killsItself', 'its process was ended by SIGKILL before it answered'],
    ['disconnects', 'its process was ended by SIGKILL before it answered'],
  ])('E4, E5: %s', async (behaviour, message) => {
    expect(await onlyB(behaviour)).toMatchObject({ b: failed('exited', message), restarts: 1 })
  })

  it('E6: a heap that is full', async () => {
    const { b, restarts } = await onlyB('heapHog', { execArgv: ['--max-old-space-size=48'] })
    expect(b).toEqual(failed('exited', 'its process was ended by SIGABRT before it answered'))
    expect(restarts).toBe(1)
  })

  it('E20: what it started is killed with it', async () => {
    const file = join(temporaryFolder(), 'pid')
    await onlyB('leavesProcess', { args: [file] })
    const pid = Number(readFileSync(file, 'utf8'))
    expect(pid).toBeGreaterThan(1)
    await eventually('the process that it left is gone', () => !isRunning(pid))
  })
})

describe('an adapter that misbehaves beside a right answer', () => {
  it('E15, E16: noise on stdout and stderr goes to the log, with its control characters shown', async () => {
    for (const behaviour of ['noisy', 'notUtf8']) {
      const { result, log } = await runWithEvents(optionsFor(behaviour, temporaryFolder()))
      expect(result.predictions).toEqual([behaved('a'), behaved('b'), behaved('c')])
      if (behaviour === 'notUtf8') expect(log).toContain('\ufffd')
      else {
        expect(log).toContain('\\u{1b}[31mloading 50 %\\u{1b}[0m\n{"not":"yours"}\n')
        expect(log).toContain('\\u{1b}]0;title\\u{7}warning: noise\n')
      }
    }
  })

  it.each([
    ['rejectsLater', 'assay: unhandled rejection: a stray rejection'],
    ['throwsLater', 'assay: uncaught exception: late trouble with a'],
  ])('stray errors cost nobody an article: %s', async (behaviour, noted) => {
    const { result, log } = await runWithEvents(optionsFor(behaviour, temporaryFolder()))
    expect(result.predictions).toEqual([behaved('a'), behaved('b'), behaved('c')])
    expect(result.environment.restarts).toBe(0)
    expect(log).toContain(noted)
  })

  it('E23: an input that is changed changes nobody else', async () => {
    const { result } = await runWithEvents(optionsFor('mutator', temporaryFolder(), { repeats: 2 }))
    const all = ['a', 'b', 'c'].flatMap((id) => [behaved(id, 0), behaved(id, 1)])
    expect(result.predictions).toEqual(all)
  })
})
