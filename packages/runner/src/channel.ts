import { type ChildProcess, fork } from 'node:child_process'
import type { Log } from './log.ts'
import type { HostModule } from './options.ts'
import type { Request } from './protocol.ts'

export type ChannelEvent =
  | { readonly type: 'message'; readonly value: unknown }
  /** The process is gone; `how` completes "its process …". */
  | { readonly type: 'ended'; readonly how: string }
  /** Nothing happened in time. */
  | { readonly type: 'late' }
  | { readonly type: 'aborted' }

/**
 * A process, what it is sent and the messages it sends. Its own output goes to the log, where noise is harmless.
 */
export interface Channel<Sent extends object = Request> {
  send(message: Sent): void
  /** The next thing that happens, within so many milliseconds. */
  next(withinMs: number): Promise<ChannelEvent>
  /** Kills the process and everything in its group; resolves when it is gone. */
  kill(): Promise<void>
}

/** The longest delay that timers know. */
const longest = 2 ** 31 - 1

export function openChannel<Sent extends object = Request>(
  host: HostModule,
  log: Pick<Log, 'print'>,
  signal: AbortSignal | undefined,
): Channel<Sent> {
  const child = fork(host.module, [...host.args], {
    // A group of its own, so that what the system started can be killed with it.
    detached: true,
    // Structured clone, not JSON: NaN must arrive as NaN to be refused.
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // One time zone and one language for every system: an output that hangs on the machine's is no result.
    env: { ...process.env, TZ: 'UTC', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
    ...(host.execArgv && { execArgv: [...host.execArgv] }),
  })
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.setEncoding('utf8').on('data', (text: string) => log.print(text, stream))
  }

  const events: ChannelEvent[] = []
  let wake = (): void => {}
  function push(event: ChannelEvent): void {
    events.push(event)
    wake()
  }
  const onAbort = (): void => wake()
  signal?.addEventListener('abort', onAbort)
  child.on('message', (value) => push({ type: 'message', value }))
  let ended = false
  const gone = endOf(child).then((how) => {
    ended = true
    signal?.removeEventListener('abort', onAbort)
    push({ type: 'ended', how })
  })

  return {
    send: (message) => {
      // A closed channel is noticed as the end of the process.
      child.send(message, () => {})
    },
    async next(withinMs) {
      const deadline = performance.now() + withinMs
      for (;;) {
        if (signal?.aborted) return { type: 'aborted' }
        const event = events.shift()
        if (event !== undefined) return event
        const left = Math.min(deadline - performance.now(), longest)
        if (left <= 0) return { type: 'late' }
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, left)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
    },
    async kill() {
      if (!ended) killGroup(child)
      await gone
    },
  }
}

/** Milliseconds that the pipes of a process may stay open after its end: a process outside its group can hold them. */
const drainMs = 1000

/** How a process ended, once everything that it sent and printed is here. */
function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`))
    child.once('exit', (code, signal) => {
      killGroup(child)
      const how = signal === null ? `ended with code ${code}` : `was ended by ${signal}`
      const drained = setTimeout(finish, drainMs)
      child.once('close', finish)
      function finish(): void {
        clearTimeout(drained)
        child.stdout?.destroy()
        child.stderr?.destroy()
        resolve(how)
      }
    })
  })
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Nobody is left in the group, or the platform has no groups.
    child.kill('SIGKILL')
  }
}
