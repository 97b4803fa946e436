import { setMaxListeners } from 'node:events'
import { AssayError } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { createAccount } from '../src/service/account.ts'
import type { Clock } from '../src/service/clock.ts'

/** A clock that stands still until everybody waits, and then goes to the next one who is due. */
function fakeClock(random = () => 0.5) {
  let time = 0
  const sleepers: { at: number; wake: () => void }[] = []
  const clock: Clock = {
    now: () => time,
    today: () => time,
    random,
    sleep: (ms) => new Promise((wake) => sleepers.push({ at: time + ms, wake })),
  }
  async function run<T>(work: Promise<T>): Promise<T> {
    let isDone = false
    const done = (): void => {
      isDone = true
    }
    work.then(done, done)
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve))
      if (isDone) return work
      const next = sleepers.sort((a, b) => a.at - b.at).shift()
      if (next === undefined) throw new Error('everybody waits for something that does not come')
      time = next.at
      next.wake()
    }
  }
  return { clock, run }
}

const { signal } = new AbortController()
setMaxListeners(0, signal)

describe('an account', () => {
  it('has no more requests under way than it has places', async () => {
    const { clock, run } = fakeClock()
    const account = createAccount({ concurrency: 3, longestWaitMs: 1e6 }, clock)
    let underWay = 0
    let most = 0
    const send = async (): Promise<void> => {
      most = Math.max(most, ++underWay)
      await clock.sleep(10, signal)
      underWay -= 1
    }
    await run(Promise.all(Array.from({ length: 10 }, () => account.enter(signal, send))))
    expect([most, underWay, clock.now()]).toEqual([3, 0, 40])
  })

  it('halves its places once for all that were under way, waits for all, and then not for all equally long', async () => {
    let state = 1
    const { clock, run } = fakeClock(() => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647)
    const account = createAccount({ concurrency: 16, longestWaitMs: 1e6 }, clock)
    const sent: number[] = []
    let underWay = 0
    let mostAfter = 0
    async function ask(): Promise<void> {
      const isTurnedAway = await account.enter(signal, async (startedAt) => {
        sent.push(clock.now())
        underWay += 1
        if (clock.now() >= 5000) mostAfter = Math.max(mostAfter, underWay)
        await clock.sleep(100, signal)
        underWay -= 1
        if (startedAt > 0) return false
        account.pause(5000, startedAt)
        return true
      })
      if (isTurnedAway) await ask()
    }
    await run(Promise.all(Array.from({ length: 50 }, ask)))
    const first = sent.filter((at) => at === 0)
    const later = sent.filter((at) => at > 0)
    expect([first.length, later.length]).toEqual([16, 50])
    expect(Math.min(...later)).toBeGreaterThanOrEqual(5100)
    // Eight places, and one back for each eight successes.
    expect(mostAfter).toBeGreaterThanOrEqual(8)
    expect(mostAfter).toBeLessThanOrEqual(8 + Math.floor(50 / 8))
    expect(new Set(later.slice(0, 4)).size).toBe(4)
  })

  it('keeps one place at least', async () => {
    const { clock, run } = fakeClock()
    const account = createAccount({ concurrency: 2, longestWaitMs: 1e6 }, clock)
    for (let i = 0; i < 5; i++) {
      await run(account.enter(signal, async (startedAt) => account.pause(10, startedAt)))
    }
    expect(await run(account.enter(signal, async () => 'sent'))).toBe('sent')
  })

  it('waits for the longest pause that was asked for', async () => {
    const { clock, run } = fakeClock(() => 0)
    const account = createAccount({ concurrency: 4, longestWaitMs: 1e6 }, clock)
    account.pause(900, 0)
    account.pause(300, 0)
    await run(account.enter(signal, async () => {}))
    expect(clock.now()).toBe(900)
  })

  it('sends nothing more once it is closed, also of those who wait', async () => {
    const { clock, run } = fakeClock()
    const account = createAccount({ concurrency: 1, longestWaitMs: 1e6 }, clock)
    const because = new AssayError('system-failed', 'the key is no good')
    const close = account.enter(signal, async () => {
      await clock.sleep(5, signal)
      account.close(because)
    })
    const waiting = account.enter(signal, async () => 'sent')
    const both = await run(Promise.allSettled([close, waiting]))
    expect(both[1]).toEqual({ status: 'rejected', reason: because })
    await expect(account.enter(signal, async () => 'sent')).rejects.toBe(because)
  })

  it('gives a place to the next when one who waits goes away', async () => {
    const { clock, run } = fakeClock()
    const account = createAccount({ concurrency: 1, longestWaitMs: 1e6 }, clock)
    const leaver = new AbortController()
    const holder = account.enter(signal, () => clock.sleep(10, signal))
    const gone = account.enter(leaver.signal, async () => 'sent')
    const next = account.enter(signal, async () => 'sent')
    leaver.abort(new Error('over'))
    const results = await run(Promise.allSettled([holder, gone, next]))
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  })
})
