import { type Account, createAccount, sharedAccount } from '../service/account.ts'
import { beginning } from '../service/beginning.ts'
import { type Clock, systemClock } from '../service/clock.ts'
import { readKey } from '../service/key.ts'
import type { ServiceLimits } from '../service/limits.ts'
import { type Refusal, sendPatiently, type Verdict } from '../service/patience.ts'
import { redactor } from '../service/redact.ts'
import { retryAfterMs } from '../service/retry-after.ts'
import { type Delivery, post } from '../service/transport.ts'
import { failed } from '../wire/failure.ts'

export interface HttpService {
  readonly url: string
  readonly keyVariable: string | null
  /** `authorization` holds the key behind `Bearer`; any other header the key alone. */
  readonly keyHeader: string
  readonly limits: ServiceLimits
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
  const key = readKey(service.keyVariable)
  const redact = redactor(key)
  const value = keyHeader === 'authorization' ? `Bearer ${key}` : key
  const letter = { url, body, headers: value === null || key === null ? {} : { [keyHeader]: value } }
  const account = accountOf(service, clock)
  const send = async () => judge(await post(letter, limits, signal), redact, clock)
  return sendPatiently(send, { account, limits, signal, clock }, ({ because, failure }, attempts) => {
    const tries = attempts === 1 ? '' : `, tried ${attempts} times`
    return failed(failure, `the service at ${new URL(url).host} ${redact(because)}${tries}`)
  })
}

interface Refused extends Refusal {
  readonly failure: 'threw' | 'output-invalid'
}

const passing = new Set([408, 429, 500, 502, 503, 504])
const crowded = new Set([429, 503])

function judge(
  delivery: Delivery,
  redact: (text: string) => string,
  clock: Clock,
): Verdict<unknown, Refused> {
  const no = {
    ok: false,
    failure: 'threw',
    again: false,
    isCrowded: false,
    isFinal: false,
    waitMs: null,
  } as const
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

function accountOf({ url, keyVariable, limits }: HttpService, clock: Clock): Account {
  const name = JSON.stringify(['http', new URL(url).origin, keyVariable])
  return sharedAccount(name, () => createAccount(limits, clock))
}
