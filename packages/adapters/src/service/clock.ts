import { setTimeout as delay } from 'node:timers/promises'

/** Time and chance, so that tests can have their own. Neither reaches a result. */
export interface Clock {
  /** Milliseconds from some start, never going back. */
  now(): number
  /** Milliseconds since 1970. */
  today(): number
  /** @throws the signal's reason, at once when it is aborted */
  sleep(ms: number, signal: AbortSignal): Promise<void>
  /** 0 to 1, without 1. */
  random(): number
}

export const systemClock: Clock = {
  now: () => performance.now(),
  today: () => Date.now(),
  random: () => Math.random(),
  async sleep(ms, signal) {
    try {
      await delay(ms, undefined, { signal })
    } catch (error) {
      signal.throwIfAborted()
      throw error
    }
  },
}
