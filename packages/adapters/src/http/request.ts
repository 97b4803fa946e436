import { AssayError } from '@assay/schema'
import { type Account, createAccount, sharedAccount } from '../llm/account.ts'
import { type Clock, systemClock } from '../llm/clock.ts'
import { beginning } from '../llm/failure.ts'
import type { LlmLimits } from '../llm/options.ts'
import { redactor } from '../llm/redact.ts'
import { retryAfterMs } from '../llm/retry-after.ts'
import { type Delivery, post } from '../llm/transport.ts'
import { failed } from '../wire/failure.ts'

export interface HttpService {
  readonly url: string
  readonly keyVariable: string | null
  /** `authorization` holds the key behind `Bearer`; any other header the key alone. */
  readonly keyHeader: string
  readonly limits: LlmLimits
}

/**
 * Sends a question and gives the JSON that comes back, asked again where that can help. How long the service asks to
 * wait is the least that is waited. The key is in nothing that comes back.
 *
 * @throws AssayError with `failure`: why there is no answer; `environment`: the key is not there. The reason of the
 *   signal, when it is aborted.
 */
export async function requestAnswer(
  service: HttpService,
  body: string,
  signal: AbortSignal,
  clock: Clock = systemClock,
): Promise<unknown> {
  const { url, limits, keyHeader } = service
  const key = readKey(service)
  const redact = redactor(key)
  const value = keyHeader === 'authorization' ? `Bearer ${key}` : key
  const letter = { url, body, headers: value === null || key === null ? {} : { [keyHeader]: value } }
  const account = accountOf(service, clock)
  for (let attempt = 1; ; attempt++) {
    const verdict = await account.enter(signal, async (startedAt) => {
      const verdict = judge(await post(letter, limits, signal), redact, clock)
      if (!verdict.ok && verdict.isCrowded)
        account.pause(verdict.waitMs ?? backoff(limits, attempt), startedAt)
      return verdict
    })
    if (verdict.ok) return verdict.value
    const tries = attempt === 1 ? '' : `, tried ${attempt} times`
    const message = `the service at ${new URL(url).host} ${redact(verdict.because)}${tries}`
    if (!verdict.again || attempt > limits.retries) throw failed(verdict.failure, message)
    // Who is told to wait waits in the account, with all others of it.
    if (!verdict.isCrowded) await clock.sleep(backoff(limits, attempt) * (1 + clock.random()), signal)
  }
}

type Verdict =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false
      /** Completes "the service …". */
      readonly because: string
      readonly failure: 'threw' | 'output-invalid'
      /** Another try can help. */
      readonly again: boolean
      /** It has too much to do: every request waits. */
      readonly isCrowded: boolean
      readonly waitMs: number | null
    }

const passing = new Set([408, 429, 500, 502, 503, 504])
const crowded = new Set([429, 503])

function judge(delivery: Delivery, redact: (text: string) => string, clock: Clock): Verdict {
  const no = { ok: false, failure: 'threw', again: false, isCrowded: false, waitMs: null } as const
  if (delivery.kind === 'broken') return { ...no, because: delivery.because, again: delivery.again }
  const { status, headers } = delivery
  // Before it is cut: half a key would not be recognised.
  const text = redact(delivery.text)
  if (status !== 200) {
    return {
      ...no,
      because: `answered ${status}: ${beginning(text)}`,
      again: passing.has(status),
      isCrowded: crowded.has(status),
      waitMs: retryAfterMs(headers, clock.today()),
    }
  }
  const type = headers.get('content-type') ?? 'no content type'
  const invalid = { ...no, failure: 'output-invalid' } as const
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(type)) {
    return { ...invalid, because: `answered 200 with ${beginning(type)}, no JSON: ${beginning(text)}` }
  }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ...invalid, because: `answered 200 with JSON that is broken: ${beginning(text)}` }
  }
}

/** Doubles with every attempt, up to half a minute. */
function backoff({ backoffMs }: LlmLimits, attempt: number): number {
  return Math.min(backoffMs * 2 ** (attempt - 1), 30_000)
}

function readKey({ keyVariable }: HttpService): string | null {
  if (keyVariable === null) return null
  const key = process.env[keyVariable]?.trim() ?? ''
  // A key that no header can hold would be shown by the error about it.
  if (/^[\x21-\x7e]+$/.test(key)) return key
  const fault = key === '' ? 'is not set' : 'holds what cannot be a key'
  throw new AssayError('environment', `the environment variable ${keyVariable} ${fault}`, {
    hint: 'Set it to the key of the service; it is sent there and written nowhere.',
  })
}

function accountOf({ url, keyVariable, limits }: HttpService, clock: Clock): Account {
  const name = JSON.stringify(['http', new URL(url).origin, keyVariable])
  return sharedAccount(name, () => createAccount(limits, clock))
}
