import type { SystemRecord } from '@assay/schema'
import { canonicalJson } from './canonical.ts'
import type { Answer, Host, Question } from './host.ts'
import { type StartOptions, startHost } from './start.ts'
import { oneLine } from './message.ts'

/** A system that outlives its processes: one that is lost is replaced when the next article comes. */
export interface Supervisor {
  ask(question: Question): Promise<Answer | 'aborted'>
  close(): Promise<void>
  kill(): Promise<void>
  peakMemoryBytes(): number
  restarts(): number
}

/**
 * `first` is the process that is running. Once it cannot be replaced, every further article fails with the reason:
 * a system that does not start is not started for each of them.
 */
export function supervise(
  first: Host,
  options: StartOptions,
  onRestart: (because: string) => void,
): Supervisor {
  const described = describe(first)
  let host: Host | null = first
  let lostBecause = ''
  let broken: string | null = null
  let restarts = 0
  let peak = first.peakMemoryBytes()

  async function restart(): Promise<Host | 'aborted' | null> {
    restarts += 1
    onRestart(lostBecause)
    const start = await startHost(options)
    if (start === 'aborted') return start
    if (!start.started) {
      broken = start.because
      options.log.note(`not started again: the system ${start.because}`)
      return null
    }
    if (describe(start.host) === described) return start.host
    await start.host.kill()
    broken = 'or its config changed while the run was going on'
    return null
  }

  async function ask(question: Question): Promise<Answer | 'aborted'> {
    if (host === null && broken === null) {
      const next = await restart()
      if (next === 'aborted') return next
      host = next
    }
    if (host === null) return unasked(broken)
    const answer = await host.ask(question)
    peak = Math.max(peak, host.peakMemoryBytes())
    if (answer !== 'aborted' && answer.lost) {
      if (answer.outcome.status === 'failed') lostBecause = oneLine(answer.outcome.message)
      host = null
    }
    return answer
  }

  return {
    ask,
    async close() {
      await host?.close()
      peak = Math.max(peak, host?.peakMemoryBytes() ?? 0)
    },
    kill: async () => host?.kill(),
    peakMemoryBytes: () => peak,
    restarts: () => restarts,
  }
}

function unasked(because: string | null): Answer {
  const message = `not asked: after its process was lost, the system ${because}`
  return { outcome: { status: 'failed', code: 'exited', message }, milliseconds: null, lost: true }
}

function describe({ system, configHash }: { system: SystemRecord; configHash: string | null }): string {
  return canonicalJson({ system, configHash })
}
