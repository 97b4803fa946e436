import { AssayError } from '@assay/schema'
import type { Clock } from './clock.ts'
import type { ServiceLimits } from './limits.ts'

/**
 * Who a service sees: an address and a key. All systems and judges of a process that are the same account share its
 * limits: what one is told to wait, all wait.
 */
export interface Account {
  /**
   * Calls `send` when no pause is on and a place is free. It is told when it was started, for `pause`.
   *
   * @throws what closed the account, the reason of the signal, or AssayError `system-failed` where the pause is
   *   longer than anybody waits
   */
  enter<T>(signal: AbortSignal, send: (startedAt: number) => Promise<T>): Promise<T>
  /**
   * No request is sent for so many milliseconds, and then fewer at a time: half as many, once for all requests that
   * were under way when the first of them was turned away. Places come back with success.
   */
  pause(ms: number, startedAt: number): void
  /** Every request from now on fails with this. The service has said that the key is no good. */
  close(because: AssayError): void
}

const accounts = new Map<string, Account>()

/** The account of this process for an address and the name of a key; its limits are those of who came first. */
export function sharedAccount(name: string, create: () => Account): Account {
  const account = accounts.get(name) ?? create()
  accounts.set(name, account)
  return account
}

/** So many successes in a row bring one place back. */
const successesPerPlace = 8

export function createAccount(
  { concurrency, longestWaitMs }: Pick<ServiceLimits, 'concurrency' | 'longestWaitMs'>,
  clock: Clock,
): Account {
  const queue: (() => void)[] = []
  let places = concurrency
  let underWay = 0
  let successes = 0
  let pausedUntil = -Infinity
  let cutAt = -Infinity
  let closed: AssayError | null = null

  async function takePlace(signal: AbortSignal): Promise<number> {
    for (;;) {
      signal.throwIfAborted()
      if (closed !== null) throw closed
      const pause = pausedUntil - clock.now()
      if (pause > longestWaitMs) throw tooLong(pause)
      // Everybody waits at least as long as was asked, and not everybody equally long.
      if (pause > 0) await clock.sleep(pause + clock.random() * (pause / 4 + 50), signal)
      else if (underWay >= places) {
        await turn(queue, signal)
        // Whoever was woken and cannot use it wakes the next.
        if (signal.aborted) wakeNext()
      } else {
        underWay += 1
        return clock.now()
      }
    }
  }

  function wakeNext(): void {
    queue.shift()?.()
  }

  return {
    async enter(signal, send) {
      const startedAt = await takePlace(signal)
      try {
        const result = await send(startedAt)
        successes += 1
        if (successes >= successesPerPlace && places < concurrency) {
          places += 1
          successes = 0
          wakeNext()
        }
        return result
      } finally {
        underWay -= 1
        wakeNext()
      }
    },
    pause(ms, startedAt) {
      successes = 0
      pausedUntil = Math.max(pausedUntil, clock.now() + ms)
      if (startedAt <= cutAt) return
      places = Math.max(1, Math.floor(places / 2))
      cutAt = clock.now()
    },
    close(because) {
      closed = because
      while (queue.length > 0) wakeNext()
    },
  }
}

/** Resolves when the one who waits longest is woken, which is then this one. */
function turn(queue: (() => void)[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const leave = (): void => {
      signal.removeEventListener('abort', leave)
      const at = queue.indexOf(leave)
      if (at !== -1) queue.splice(at, 1)
      resolve()
    }
    queue.push(leave)
    signal.addEventListener('abort', leave, { once: true })
  })
}

function tooLong(ms: number): AssayError {
  return new AssayError(
    'system-failed',
    `the service asks to wait ${Math.ceil(ms / 1000)} s, longer than a request waits`,
    { hint: 'Run again later, or raise limits.longestWaitMs.' },
  )
}
