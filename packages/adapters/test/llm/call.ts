import type { CallContext, Usage } from '@assay/schema'

/** A context that remembers what was spent. */
export function spending(signal: AbortSignal = new AbortController().signal) {
  const spent: Usage[] = []
  const context: CallContext = { signal, seed: 7, repeat: 0, spend: (usage) => void spent.push(usage) }
  return { context, spent }
}

/** Patience for tests: waits of milliseconds. */
export const quick = { backoffMs: 5, longestWaitMs: 5_000 }

/** What a promise gives, or what it was rejected with. */
export function settled<T>(promise: Promise<T> | T): Promise<T | Error> {
  return Promise.resolve(promise).catch((error: unknown) => error as Error)
}

/** The message of what should be an error. */
export function messageOf(value: unknown): string {
  return value instanceof Error ? value.message : 'no error'
}
