import type { AssayError } from '@assay/schema'
import type { Account } from './account.ts'
import type { Clock } from './clock.ts'
import type { ServiceLimits } from './limits.ts'

/** What one attempt came to. */
export type Verdict<T, No extends Refusal = Refusal> = { readonly ok: true; readonly value: T } | No

export interface Refusal {
  readonly ok: false
  /** Completes "the service …". */
  readonly because: string
  readonly hint?: string
  /** Another try can help. */
  readonly again: boolean
  /** The service has too much to do: all requests of the account wait. */
  readonly isCrowded: boolean
  /** No request of the account can succeed. */
  readonly isFinal: boolean
  /** How long the service asks to wait; null: it does not say. */
  readonly waitMs: number | null
}

export interface Patience {
  readonly account: Account
  readonly limits: Pick<ServiceLimits, 'retries' | 'backoffMs'>
  readonly signal: AbortSignal
  readonly clock: Clock
}

/**
 * Sends within the limits of the account, and again where that can help. How long the service asks to wait is the
 * least that is waited; chance only adds.
 *
 * @throws what `fail` makes of the last refusal and the number of attempts; what `Account.enter` throws
 */
export async function sendPatiently<T, No extends Refusal>(
  send: () => Promise<Verdict<T, No>>,
  { account, limits, signal, clock }: Patience,
  fail: (refusal: No, attempts: number) => AssayError,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const pauseMs = backoff(limits.backoffMs, attempt)
    const verdict = await account.enter(signal, async (startedAt) => {
      const verdict = await send()
      if (!verdict.ok && verdict.isCrowded) account.pause(verdict.waitMs ?? pauseMs, startedAt)
      return verdict
    })
    if (verdict.ok) return verdict.value
    const failure = fail(verdict, attempt)
    if (verdict.isFinal) account.close(failure)
    if (!verdict.again || attempt > limits.retries) throw failure
    // Who is told to wait waits in the account, with all others of it.
    if (!verdict.isCrowded) await clock.sleep(pauseMs * (1 + clock.random()), signal)
  }
}

/** Doubles with every attempt, up to half a minute. */
function backoff(first: number, attempt: number): number {
  return Math.min(first * 2 ** (attempt - 1), 30_000)
}
