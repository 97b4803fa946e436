import { fileURLToPath } from 'node:url'
import { type Channel, type ChannelEvent, openChannel } from '@assay/runner'
import { AssayError } from '@assay/schema'
import type { Check, Finding, Found } from './check.ts'
import { checks as allChecks } from './checks/index.ts'
import type { HostArgument, Order, Report, Subject } from './messages.ts'

export interface ExamineOptions {
  readonly argument: HostArgument
  /** What the command loaded; the process must have loaded the same. */
  readonly configHash: string | null
  /** Ids of the checks to run, with those that they come after. Default: all. */
  readonly only?: readonly string[]
  /** Milliseconds a process may take until it is ready. */
  readonly startTimeoutMs: number
  readonly onVerdict: (verdict: Verdict) => void
}

export interface Verdict {
  readonly check: string
  readonly promise: string
  /** `exempt`: not promised by such a system. `not-run`: it could not be seen, for the reason in `because`. */
  readonly status: 'ok' | 'wrong' | 'exempt' | 'not-run'
  readonly because?: string
  readonly measured?: string
  readonly faults: readonly Finding[]
  readonly notes: readonly Finding[]
}

export interface Examination {
  /** Null: it never became ready. */
  readonly subject: Subject | null
  readonly verdicts: readonly Verdict[]
  readonly usd: number
  readonly peakMemoryBytes: number
}

/** Runs the checks on one system, in a process that is replaced when a check has lost or spoilt it. */
export async function examine(options: ExamineOptions): Promise<Examination> {
  const { onVerdict } = options
  const verdicts: Verdict[] = []
  const kept = new Map<string, unknown>()
  const cost = { usd: 0, peakMemoryBytes: 0 }
  let session: Session | null = null
  let subject: Subject | null = null
  let stopped: string | null = null

  function conclude(check: Pick<Check, 'id' | 'promise'>, said: Partial<Verdict>): void {
    const { faults = [], notes = [] } = said
    const status = faults.length > 0 ? 'wrong' : 'ok'
    const verdict = { check: check.id, promise: check.promise, status, ...said, faults, notes } as const
    verdicts.push(verdict)
    onVerdict(verdict)
  }

  async function leave(): Promise<void> {
    await session?.channel.kill()
    session = null
  }

  /** Null: it does not start, and nothing more can be seen. */
  async function enter(): Promise<Session | null> {
    if (session !== null) return session
    const start = await startSession(options)
    if (start.ready) {
      session = start.session
      if (subject === null) conclude(starts, { measured: `${Math.round(start.milliseconds)} ms` })
      subject = session.subject
      return session
    }
    conclude(starts, { faults: [start.fault] })
    stopped = 'it cannot start'
    return null
  }

  try {
    for (const check of chosen(options.only)) {
      if (check.alone) await leave()
      const unmet = stopped ?? unmetBy(check, verdicts)
      const current = unmet === null ? await enter() : null
      if (current === null) {
        conclude(check, { status: 'not-run', because: unmet ?? stopped ?? '' })
        continue
      }
      current.channel.send({ check: check.id, kept: kept.get(check.after ?? '') })
      const outcome = await outcomeOf(current.channel)
      if (outcome.type === 'exempt') {
        conclude(check, { status: 'exempt', because: outcome.because })
      } else if (outcome.type === 'lost') {
        const lost = [outcome.fault]
        conclude(check, check.lossIsNote ? { notes: lost } : { faults: lost })
        if (check.id === 'answers') stopped = 'it has to answer first'
        await leave()
      } else {
        const { found, spoilt, open, usd, peakMemoryBytes } = outcome
        cost.usd += usd - current.usd
        current.usd = usd
        cost.peakMemoryBytes = Math.max(cost.peakMemoryBytes, peakMemoryBytes)
        kept.set(check.id, found.keep)
        const lingers = check.ends ? await endFault(current.channel, open) : []
        conclude(check, verdictOf(found, lingers))
        if (spoilt && check.id === 'answers') stopped = 'it has to answer first'
        if (spoilt || check.alone) await leave()
      }
    }
  } finally {
    await leave()
  }
  return { subject, verdicts, ...cost }
}

const starts = { id: 'starts', promise: 'starts in a process of its own' }

function chosen(only: readonly string[] | undefined): readonly Check[] {
  if (only === undefined) return allChecks
  const wanted = new Set(only)
  // From the last to the first, so that what a check comes after brings in what that comes after.
  for (const { id, after } of allChecks.toReversed())
    if (wanted.has(id) && after !== undefined) wanted.add(after)
  return allChecks.filter(({ id }) => wanted.has(id))
}

function unmetBy({ after }: Check, verdicts: readonly Verdict[]): string | null {
  if (after === undefined) return null
  const before = verdicts.find(({ check }) => check === after)
  if (before?.status === 'ok') return null
  return before?.status === 'exempt' ? `${after} is not asked of it` : `${after} comes first`
}

function verdictOf(
  { faults = [], notes = [], measured }: Found,
  lingers: readonly Finding[],
): Partial<Verdict> {
  return { faults: [...faults, ...lingers], notes, ...(measured !== undefined && { measured }) }
}

interface Session {
  readonly channel: Channel<Order>
  readonly subject: Subject
  usd: number
}

type Start =
  | { readonly ready: true; readonly session: Session; readonly milliseconds: number }
  | { readonly ready: false; readonly fault: Finding }

async function startSession({ argument, configHash, startTimeoutMs }: ExamineOptions): Promise<Start> {
  const startedAt = performance.now()
  let printed = ''
  const log = {
    print: (text: string, stream: string) => {
      if (stream === 'stderr') printed = (printed + text).slice(-500)
    },
  }
  const module = fileURLToPath(new URL('host.js', import.meta.url))
  const channel = openChannel<Order>({ module, args: [JSON.stringify(argument)] }, log, undefined)
  const event = await channel.next(startTimeoutMs)
  const milliseconds = performance.now() - startedAt
  const report = event.type === 'message' ? (event.value as Report) : null
  if (report?.type === 'ready') {
    if (report.configHash !== configHash) {
      await channel.kill()
      throw new AssayError('not-comparable', 'the config changed while the system was checked', {
        hint: 'Run again.',
      })
    }
    return { ready: true, session: { channel, subject: report.subject, usd: 0 }, milliseconds }
  }
  await channel.kill()
  if (report?.type === 'unready') {
    const { message: what, hint } = report
    return { ready: false, fault: { what, ...(hint !== undefined && { hint }) } }
  }
  const got = printed.trim() === '' ? {} : { got: `printed last: ${printed.trim()}` }
  const what =
    event.type === 'ended' ? `its process ${event.how}` : `it was not ready within ${startTimeoutMs} ms`
  return { ready: false, fault: { what, ...got } }
}

type Outcome =
  | Extract<Report, { type: 'found' | 'exempt' }>
  | { readonly type: 'lost'; readonly fault: Finding }

/** Milliseconds without a word in which a check is thinking and the system is not asked. */
const silenceMs = 60_000

/** Milliseconds beyond its own limit after which a call has blocked the process. */
const blockedMs = 1500

async function outcomeOf(channel: Channel<Order>): Promise<Outcome> {
  let article: string | undefined
  let withinMs = silenceMs
  for (;;) {
    const event = await channel.next(withinMs + blockedMs)
    const report = event.type === 'message' ? (event.value as Report) : null
    if (report?.type === 'found' || report?.type === 'exempt') return report
    if (report?.type === 'asking') ({ article, withinMs } = report)
    else return { type: 'lost', fault: lossOf(event, article, withinMs) }
  }
}

function lossOf(event: ChannelEvent, article: string | undefined, withinMs: number): Finding {
  const at = article === undefined ? {} : { article }
  if (event.type === 'ended') return { ...at, what: `its process ${event.how} while it was asked` }
  if (event.type === 'message')
    return { ...at, what: 'its process sent a message of its own over our channel' }
  return {
    ...at,
    what: `it blocks its process: no answer and no reaction within ${withinMs} ms`,
    hint: 'A loop that never yields cannot be aborted; a run kills the process and loses the article.',
  }
}

/** Milliseconds in which a process whose system is closed must end by itself. */
const endMs = 3000

async function endFault(channel: Channel<Order>, open: readonly string[]): Promise<Finding[]> {
  const event = await channel.next(endMs)
  if (event.type === 'ended') return []
  const left = open.filter((name) => name !== 'PipeWrap')
  const what = `its process did not end within ${endMs} ms after close()`
  const hint = 'Stop timers, servers, workers and child processes in close().'
  return [{ what, ...(left.length > 0 && { got: `still open: ${left.join(', ')}` }), hint }]
}
