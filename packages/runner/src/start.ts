import { openChannel } from './channel.ts'
import { createHost, type Host } from './host.ts'
import type { Log } from './log.ts'
import type { HostModule } from './options.ts'
import { parseReply, protocolVersion, type Reply } from './protocol.ts'
import { oneLine } from './message.ts'

export type Start =
  | { readonly started: true; readonly host: Host }
  /** `because` completes "the system …". */
  | { readonly started: false; readonly because: string; readonly hint?: string }
  | 'aborted'

export interface StartOptions {
  readonly host: HostModule
  readonly startTimeoutMs: number
  readonly log: Log
  readonly signal: AbortSignal | undefined
}

/** Starts a process and waits until it says that its system is ready. A process that is not is killed. */
export async function startHost({ host, startTimeoutMs, log, signal }: StartOptions): Promise<Start> {
  const startedAt = performance.now()
  const channel = openChannel(host, log, signal)
  const event = await channel.next(startTimeoutMs)
  const coldStartMs = performance.now() - startedAt
  if (event.type === 'message') {
    const parsed = parseReply(event.value)
    const reply = parsed.ok ? parsed.message : null
    if (reply?.type === 'ready' && reply.protocol === protocolVersion) {
      return { started: true, host: createHost(channel, reply, coldStartMs, log) }
    }
    await channel.kill()
    return notReady(parsed.ok ? parsed.message : parsed.fault)
  }
  await channel.kill()
  if (event.type === 'aborted') return 'aborted'
  const because =
    event.type === 'late'
      ? `was not ready within ${startTimeoutMs} ms`
      : `is not there: its process ${event.how}`
  return { started: false, because }
}

function notReady(said: Reply | string): Start {
  if (typeof said === 'string') return { started: false, because: `breaks the protocol: ${oneLine(said)}` }
  if (said.type === 'unready') {
    return {
      started: false,
      because: `could not start: ${oneLine(said.message, 2000)}`,
      ...(said.hint && { hint: oneLine(said.hint) }),
    }
  }
  const because =
    said.type === 'ready'
      ? `speaks version ${said.protocol} of the protocol, this runner version ${protocolVersion}`
      : `breaks the protocol: it said ${said.type} before it was ready`
  return { started: false, because }
}
