import { addUsage, AssayError, type FailureCode, failureCodes, type System, type Usage } from '@assay/schema'
import { describeSystem } from './describe.ts'
import { peakMemoryBytes } from './memory.ts'
import {
  type Outcome,
  parseRequest,
  protocolVersion,
  type Reply,
  type Request,
  timeoutMessage,
} from './protocol.ts'
import { guardProcess, note } from './guard.ts'
import { messageOf } from './message.ts'

export interface LoadedSystem {
  readonly system: System
  /** The hash of the config that this process loaded; null without one. */
  readonly configHash: string | null
}

export interface ServeOptions {
  /** The name of the row, as `runSystem` was given it. */
  readonly name: string
  /** Loads the config and makes the system. It is prepared here. */
  readonly load: () => Promise<LoadedSystem>
  /** The user opened the network. Default: false. */
  readonly allowNetwork?: boolean
}

/**
 * The other end of `runSystem`: the host module calls it once. It answers articles, one after another, until the
 * runner closes the channel, and ends the process when the runner is gone. Resolves when the system is ready, or
 * when the runner was told why it is not.
 */
export async function serveSystem({ name, load, allowNetwork = false }: ServeOptions): Promise<void> {
  if (process.send === undefined) {
    throw new AssayError('usage', 'this module serves a system to `runSystem` and cannot be run by itself')
  }
  guardProcess()
  try {
    const { system, configHash } = await load()
    if (system.network === true && !allowNetwork) {
      throw new AssayError('usage', 'it asks a service outside this machine, and the network is closed', {
        hint: 'Open it with --allow-network; article texts are sent to the service.',
      })
    }
    await system.prepare?.({ allowNetwork })
    listen(system)
    send({
      type: 'ready',
      protocol: protocolVersion,
      system: await describeSystem(name, system),
      configHash,
      peakMemoryBytes: peakMemoryBytes(),
    })
  } catch (error) {
    const hint = AssayError.is(error) ? error.hint : undefined
    send({ type: 'unready', message: messageOf(error), ...(hint !== undefined && { hint }) })
  }
}

function listen(system: System): void {
  let turn: Promise<void> = Promise.resolve()
  process.on('message', (value) => {
    const parsed = parseRequest(value)
    if (parsed.ok)
      turn = turn.then(() => handle(system, parsed.message)).catch((error) => note('no answer', error))
    else note('unreadable request', new Error(parsed.fault))
  })
}

async function handle(system: System, message: Request): Promise<void> {
  if (message.type === 'article') return answer(system, message)
  try {
    await system.close?.()
  } catch (error) {
    note('close', error)
  }
  send({ type: 'closed', peakMemoryBytes: peakMemoryBytes() })
}

async function answer(system: System, question: Request & { type: 'article' }): Promise<void> {
  const { repeat, timeoutMs } = question
  // Read before the adapter gets the article, which is its own to change.
  const article = question.article.id
  const signal = AbortSignal.timeout(timeoutMs)
  const started = performance.now()
  const spent: Usage[] = []
  const outcome = await call(system, question, signal, (usage) => void spent.push(usage))
  const milliseconds = performance.now() - started
  // An article that came too late has failed, whatever it brought: else the result would hang on the machine.
  const late = signal.aborted || milliseconds >= timeoutMs
  const reply = (outcome: Outcome): Reply => ({
    type: 'answer',
    article,
    repeat,
    outcome,
    milliseconds,
    ...(spent.length > 0 && { usage: addUsage(spent) }),
    peakMemoryBytes: peakMemoryBytes(),
  })
  try {
    send(reply(late ? { status: 'failed', code: 'timeout', message: timeoutMessage(timeoutMs) } : outcome))
  } catch (error) {
    const message = `the output holds something that is not data: ${messageOf(error)}`
    send(reply({ status: 'failed', code: 'output-invalid', message }))
  }
}

async function call(
  system: System,
  { article, request, seed, repeat }: Request & { type: 'article' },
  signal: AbortSignal,
  spend: (usage: Usage) => void,
): Promise<Outcome> {
  const context = { signal, seed, repeat, spend }
  try {
    const output =
      system.kind === 'extractor'
        ? await system.extract(article, context)
        : { summary: await system.summarize(article, request, context) }
    return { status: 'ok', output }
  } catch (error) {
    return { status: 'failed', code: failureOf(error), message: messageOf(error) }
  }
}

/** An adapter that knows why an article has no answer says so by `failure` on what it throws. */
function failureOf(error: unknown): FailureCode {
  const said = error instanceof Error && 'failure' in error ? error.failure : undefined
  return failureCodes.find((code) => code === said) ?? 'threw'
}

/** @throws if the message cannot be copied to another process. */
function send(message: Reply): void {
  process.send?.(message, undefined, undefined, () => {
    // The runner is gone; the end of the channel ends this process.
  })
}
