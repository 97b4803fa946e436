import { type Article, lengthBands, type SummaryRequest, type System } from '@assay/schema'
import { messageOf } from '@assay/runner'
import type { Observations } from './observe.ts'
import { odd, plain } from './texts.ts'

/** A system that is being checked, in its own process. */
export interface Subject {
  readonly system: System
  /** Milliseconds an article may take. */
  readonly timeoutMs: number
  readonly observed: Observations
  /** What the check before this one kept. */
  readonly kept: unknown
  ask(article: Article, options?: AskOptions): Promise<Asked>
  /** The answers to all plain and odd texts, in that order; asked once a process. */
  answers(): Promise<readonly Asked[]>
}

interface AskOptions {
  readonly request?: SummaryRequest
  /** Milliseconds until the signal is aborted. Default: the time of an article. */
  readonly withinMs?: number
  /** Milliseconds beyond, in which the call has to end. Default 1000. */
  readonly graceMs?: number
  /** Give the article itself, not a copy. */
  readonly uncopied?: boolean
}

export interface Asked {
  readonly article: Article
  readonly milliseconds: number
  readonly outcome: /** As it would arrive in another process. */
    | { readonly status: 'answered'; readonly output: unknown }
    /** In time, or soon after its signal was aborted. */
    | { readonly status: 'failed'; readonly because: string }
    | { readonly status: 'too-late' }
}

/** What two outcomes have to agree in. The messages of errors may hold times. */
export function dataOf(outcome: Asked['outcome']): unknown {
  return outcome.status === 'answered' ? outcome.output : outcome.status
}

export interface Desk {
  ask: Subject['ask']
  answers: Subject['answers']
  /** Calls that have not ended. */
  pending(): number
  usd(): number
}

/** Asks a system, one article at a time. `tell` hears of every call before it is made. */
export function createDesk(
  system: System,
  timeoutMs: number,
  tell: (article: string, withinMs: number) => void,
): Desk {
  let pending = 0
  let usd = 0
  let answers: Promise<readonly Asked[]> | undefined

  async function call(article: Article, request: SummaryRequest, signal: AbortSignal): Promise<unknown> {
    const context = {
      signal,
      seed: 1,
      repeat: 0,
      spend: (usage: { readonly usd?: number }) => void (usd += usage.usd ?? 0),
    }
    return system.kind === 'extractor'
      ? await system.extract(article, context)
      : { summary: await system.summarize(article, request, context) }
  }

  async function ask(article: Article, options: AskOptions = {}): Promise<Asked> {
    const { request = lengthBands.short, withinMs = timeoutMs, graceMs = 1000, uncopied = false } = options
    const given = uncopied ? article : structuredClone(article)
    tell(article.id, withinMs + graceMs)
    const abort = new AbortController()
    if (withinMs === 0) abort.abort(new DOMException('The time for the article is over', 'TimeoutError'))
    const timers: NodeJS.Timeout[] = []
    const after = (ms: number, action: () => void) => timers.push(setTimeout(action, ms))
    if (withinMs > 0) {
      after(withinMs, () => abort.abort(new DOMException('The time for the article is over', 'TimeoutError')))
    }
    const startedAt = performance.now()
    const tooLate = new Promise<Asked['outcome']>((resolve) =>
      after(withinMs + graceMs, () => resolve({ status: 'too-late' })),
    )
    pending += 1
    const ended = call(given, uncopied ? request : { ...request }, abort.signal)
      .then(asData, (error: unknown) => ({ status: 'failed' as const, because: messageOf(error) }))
      .finally(() => (pending -= 1))
    const outcome = await Promise.race([ended, tooLate])
    for (const timer of timers) clearTimeout(timer)
    const milliseconds = performance.now() - startedAt
    if (milliseconds > withinMs + graceMs) return { article, milliseconds, outcome: { status: 'too-late' } }
    return { article, milliseconds, outcome }
  }

  async function askAll(): Promise<readonly Asked[]> {
    const all: Asked[] = []
    for (const article of [...plain, ...odd]) {
      const asked = await ask(article)
      all.push(asked)
      // What never comes back once is not waited for a dozen times.
      if (asked.outcome.status === 'too-late') break
    }
    return all
  }

  return { ask, answers: () => (answers ??= askAll()), pending: () => pending, usd: () => usd }
}

function asData(output: unknown): Asked['outcome'] {
  try {
    return { status: 'answered', output: structuredClone(output) }
  } catch (error) {
    return { status: 'failed', because: `the output holds something that is not data: ${messageOf(error)}` }
  }
}
