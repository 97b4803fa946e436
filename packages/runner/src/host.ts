import type { FailureCode, SystemRecord, Usage } from '@assay/schema'
import type { Channel, ChannelEvent } from './channel.ts'
import type { Log } from './log.ts'
import { type Outcome, parseReply, type Reply, type Request, timeoutMessage } from './protocol.ts'

/** A process that serves a system and is ready. */
export interface Host {
  readonly system: SystemRecord
  readonly configHash: string | null
  /** From the start of the process to its readiness. */
  readonly coldStartMs: number
  ask(question: Question): Promise<Answer | 'aborted'>
  /** Lets the system end by itself, then ends its process. */
  close(): Promise<void>
  kill(): Promise<void>
  /** As far as it has told. */
  peakMemoryBytes(): number
}

export type Question = Request & { readonly type: 'article' }

export interface Answer {
  readonly outcome: Outcome
  /** Null if the system was not asked. */
  readonly milliseconds: number | null
  readonly usage?: Usage
  /** The process is gone, or was killed because nothing it says can be relied on. */
  readonly lost: boolean
}

/** Milliseconds that a system may take to end by itself. */
const closeMs = 5000

/** Milliseconds beyond its time in which an adapter that heeds its signal can still say that it is late. */
const graceMs = (timeoutMs: number): number => Math.min(timeoutMs, 1000)

/** The process behind `channel`, which has said that it is ready. */
export function createHost(
  channel: Channel,
  ready: Reply & { type: 'ready' },
  coldStartMs: number,
  log: Log,
): Host {
  let peak = ready.peakMemoryBytes
  const answered = new Set<string>()

  async function ask(question: Question): Promise<Answer | 'aborted'> {
    const startedAt = performance.now()
    const deadline = startedAt + question.timeoutMs + graceMs(question.timeoutMs)
    channel.send(question)
    for (;;) {
      const event = await channel.next(deadline - performance.now())
      if (event.type === 'aborted') return 'aborted'
      const reply = event.type === 'message' ? parseReply(event.value) : null
      if (reply?.ok && reply.message.type === 'answer') {
        const { outcome, milliseconds, usage, peakMemoryBytes, ...key } = reply.message
        peak = Math.max(peak, peakMemoryBytes)
        if (nameOf(key) === nameOf({ article: question.article.id, repeat: question.repeat })) {
          answered.add(nameOf(key))
          return { outcome, milliseconds, ...(usage && { usage }), lost: false }
        }
        if (answered.has(nameOf(key))) {
          log.note(`a second answer for ${nameOf(key)} was ignored`)
          continue
        }
      }
      await channel.kill()
      return {
        outcome: failure(event, question.timeoutMs),
        milliseconds: performance.now() - startedAt,
        lost: true,
      }
    }
  }

  async function close(): Promise<void> {
    const deadline = performance.now() + closeMs
    channel.send({ type: 'close' })
    let event: ChannelEvent
    do {
      event = await channel.next(deadline - performance.now())
      const reply = event.type === 'message' ? parseReply(event.value) : null
      if (reply?.ok && reply.message.type === 'closed') {
        peak = Math.max(peak, reply.message.peakMemoryBytes)
        break
      }
    } while (event.type === 'message')
    await channel.kill()
  }

  const { system, configHash } = ready
  return {
    system,
    configHash,
    coldStartMs,
    ask,
    close,
    kill: () => channel.kill(),
    peakMemoryBytes: () => peak,
  }
}

/** Why a process that is killed, or gone, has not answered. */
function failure(event: ChannelEvent, timeoutMs: number): Outcome {
  if (event.type === 'late') return failed('timeout', timeoutMessage(timeoutMs))
  if (event.type === 'ended') return failed('exited', `its process ${event.how} before it answered`)
  const parsed = parseReply(event.type === 'message' ? event.value : null)
  if (!parsed.ok) return failed('output-invalid', `broke the protocol: ${parsed.fault}`)
  const { message } = parsed
  const said = message.type === 'answer' ? `answered for ${nameOf(message)}` : `said ${message.type}`
  return failed('output-invalid', `broke the protocol: it ${said}`)
}

function failed(code: FailureCode, message: string): Outcome {
  return { status: 'failed', code, message }
}

/** An answer's name in a set and in a log. */
function nameOf({ article, repeat }: { article: string; repeat: number }): string {
  return `${JSON.stringify(article)}, repeat ${repeat}`
}
