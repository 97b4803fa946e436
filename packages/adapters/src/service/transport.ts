import type { ServiceLimits } from './limits.ts'

/** What came of one request: a reply with any status, or none that can be used. */
export type Delivery =
  | { readonly kind: 'reply'; readonly status: number; readonly headers: Headers; readonly text: string }
  /** `because` completes "the service …". */
  | { readonly kind: 'broken'; readonly because: string; readonly again: boolean }

export interface Letter {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * Sends one POST request with JSON and reads the whole reply. Redirects are not followed: built-in fetch takes
 * `x-api-key` and the body along to the other host. Every part of the reply has its time and the whole its size,
 * counted after decompression. Connecting has ten seconds, which is undici's own limit.
 *
 * @throws the reason of the signal, when it is aborted
 */
export async function post(letter: Letter, limits: ServiceLimits, signal: AbortSignal): Promise<Delivery> {
  const stop = new AbortController()
  const alarm = createAlarm((because) => stop.abort(new Late(because)))
  const total = setTimeout(
    () => stop.abort(new Late(`took longer than ${limits.totalMs} ms`)),
    limits.totalMs,
  )
  try {
    alarm.set(limits.headersMs, `did not begin to answer within ${limits.headersMs} ms`)
    const response = await fetch(letter.url, {
      method: 'POST',
      headers: { ...letter.headers, 'content-type': 'application/json', accept: 'application/json' },
      body: letter.body,
      redirect: 'manual',
      signal: AbortSignal.any([signal, stop.signal]),
    })
    const { status, headers } = response
    if (status >= 300 && status < 400) {
      await response.body?.cancel()
      return broken(`answered ${status} and points elsewhere; redirects are not followed`)
    }
    const bytes = await readAll(response, limits, alarm)
    if (bytes === null) {
      stop.abort()
      return broken(`answered ${status} with more than ${limits.replyBytes} bytes`)
    }
    return { kind: 'reply', status, headers, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch (error) {
    signal.throwIfAborted()
    return reasonOf(error)
  } finally {
    clearTimeout(total)
    alarm.clear()
  }
}

/** Null: there are more bytes than allowed. */
async function readAll(response: Response, limits: ServiceLimits, alarm: Alarm): Promise<Uint8Array | null> {
  const stalled = `stopped in the middle of its answer for ${limits.bodyMs} ms`
  const chunks: Uint8Array[] = []
  let length = 0
  alarm.set(limits.bodyMs, stalled)
  for await (const chunk of response.body ?? []) {
    alarm.set(limits.bodyMs, stalled)
    length += chunk.length
    if (length > limits.replyBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

interface Alarm {
  /** In place of the time set before. */
  set(ms: number, because: string): void
  clear(): void
}

function createAlarm(ring: (because: string) => void): Alarm {
  let timer: NodeJS.Timeout | undefined
  return {
    set(ms, because) {
      clearTimeout(timer)
      timer = setTimeout(() => ring(because), ms)
    },
    clear: () => clearTimeout(timer),
  }
}

class Late extends Error {}

/** Troubles of a connection that can be over the next time. A host that does not exist or listen is not among them. */
const passing = new Set([
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
])

/** Built-in fetch says only "fetch failed" or "terminated": what happened stands in the cause. */
function reasonOf(error: unknown): Delivery {
  if (error instanceof Late) return broken(error.message)
  const { cause } = error as { cause?: unknown }
  const told = cause instanceof Error ? cause : (error as Error)
  const code = (told as NodeJS.ErrnoException).code
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return broken('answered with bytes that are not UTF-8')
  const detail =
    code === undefined ? told.message : `${code}${told.message === '' ? '' : `: ${told.message}`}`
  return broken(`could not be asked (${detail})`, code !== undefined && passing.has(code))
}

function broken(because: string, again = false): Delivery {
  return { kind: 'broken', because, again }
}
