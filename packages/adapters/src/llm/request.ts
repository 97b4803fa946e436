import { AssayError, type Json, type JsonObject, jsonSchema } from '@assay/schema'
import { type Account, createAccount, sharedAccount } from '../service/account.ts'
import { type Clock, systemClock } from '../service/clock.ts'
import { beginning } from '../service/beginning.ts'
import { readKey } from '../service/key.ts'
import type { Service } from './options.ts'
import { sendPatiently, type Verdict } from '../service/patience.ts'
import { protocols } from './protocols/index.ts'
import { redactor } from '../service/redact.ts'
import { retryAfterMs } from '../service/retry-after.ts'
import { type Delivery, post } from '../service/transport.ts'

/**
 * Sends one request to the service, again where that can help, and gives the JSON of its reply. The key is in none of
 * what comes back, replies included.
 *
 * @throws AssayError `system-failed`: what the service did, with the beginning of what it said; `environment`: the
 *   key is not there. The reason of the signal, when it is aborted.
 */
export async function request(
  service: Service,
  body: JsonObject,
  signal: AbortSignal,
  clock: Clock = systemClock,
): Promise<Json> {
  const { limits } = service
  const key = readKey(service.keyVariable)
  const redact = redactor(key)
  const protocol = protocols[service.protocol]
  const letter = {
    url: service.baseUrl + protocol.path,
    headers: protocol.headers(key),
    body: JSON.stringify(body),
  }
  const account = accountOf(service, clock)
  const send = async () => judge(await post(letter, limits, signal), redact, clock)
  return sendPatiently(send, { account, limits, signal, clock }, ({ because, hint }, attempts) => {
    const tries = attempts === 1 ? '' : `, tried ${attempts} times`
    const message = `${nameOf(service)} ${redact(because)}${tries}`
    return new AssayError('system-failed', message, hint === undefined ? {} : { hint })
  })
}

/** 408, 429 and the 5xx that pass. 529 is Anthropic's "overloaded". */
const passing = new Set([408, 429, 500, 502, 503, 504, 529])
const crowded = new Set([429, 503, 529])

function judge(delivery: Delivery, redact: (text: string) => string, clock: Clock): Verdict<Json> {
  const no = { ok: false, isCrowded: false, isFinal: false, waitMs: null } as const
  if (delivery.kind === 'broken') return { ...no, because: delivery.because, again: delivery.again }
  // Before it is cut, and as JSON writes it: half a key, or one in escapes, would not be recognised.
  const sent = parse(delivery.text)
  const text = redact(sent === undefined ? delivery.text : JSON.stringify(sent))
  const reply = parse(text)
  const status = delivery.status === 200 ? errorStatus(reply) : delivery.status
  if (status === 200) {
    if (reply !== undefined) return { ok: true, value: reply }
    return { ...no, because: `answered 200 with what is no JSON: ${beginning(text)}`, again: false }
  }
  const where = delivery.status === 200 ? 'an error inside 200' : String(status)
  const hint = hints[status ?? 0]
  const again = passing.has(status ?? 0)
  const waitMs = retryAfterMs(delivery.headers, clock.today())
  return {
    ...no,
    because: `answered ${where}: ${beginning(text)}`,
    ...(hint !== undefined && { hint }),
    again,
    // Whoever says how long to wait means everybody.
    isCrowded: crowded.has(status ?? 0) || (again && waitMs !== null),
    isFinal: status === 401,
    waitMs,
  }
}

const hints: Readonly<Record<number, string>> = {
  400: 'The service does not take the request as it is; `parameters` changes its fields, `format` how JSON is asked for.',
  401: 'The key is missing or no good: see `keyVariable`. No further request is sent.',
  403: 'The key may not use this model.',
  404: 'Is `baseUrl` without the path of the endpoint, and `model` as the service names it?',
}

/** What an error object that came with status 200 stands for; 200: it is no error; null: it does not say. */
function errorStatus(reply: Json | undefined): number | null {
  if (!isObject(reply) || !('error' in reply) || reply['error'] === null) return 200
  const { error } = reply
  const parts = isObject(error) ? [error['status'], error['code'], error['type']] : []
  for (const part of parts) {
    if (typeof part !== 'string' && typeof part !== 'number') continue
    const status = named[part] ?? Number(part)
    if (Number.isInteger(status) && status >= 400 && status < 600) return status
  }
  return null
}

const named: Readonly<Record<string, number>> = {
  rate_limit_error: 429,
  rate_limit_exceeded: 429,
  overloaded_error: 529,
  api_error: 500,
  server_error: 500,
  authentication_error: 401,
  invalid_api_key: 401,
  permission_error: 403,
  not_found_error: 404,
  invalid_request_error: 400,
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parse(text: string): Json | undefined {
  try {
    return jsonSchema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

function accountOf(service: Service, clock: Clock): Account {
  const name = JSON.stringify([new URL(service.baseUrl).origin, service.keyVariable])
  return sharedAccount(name, () => createAccount(service.limits, clock))
}

/** How messages call a service. */
export function nameOf({ baseUrl, model }: Service): string {
  return `${model} at ${new URL(baseUrl).host}`
}
