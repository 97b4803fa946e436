import { AssayError } from '@assay/schema'
import type { Answer, Hello, Question } from '../wire/messages.ts'
import type { Conversation } from './conversation.ts'

/** Conversations one after another: one that is lost is replaced when the next question comes. */
export interface Lifetime {
  open(): Promise<void>
  /** One question at a time, in the order in which they were asked. */
  ask(question: Question, context: { readonly signal: AbortSignal }): Promise<Answer>
  close(): Promise<void>
  /** What the program said of itself; undefined before it was started. */
  hello(): Hello | undefined
}

/** A start that failed is not tried again before `close`: every question fails with its reason. */
export function createLifetime(start: () => Promise<Conversation>): Lifetime {
  let current: Promise<Conversation> | null = null
  let hello: Hello | undefined
  let turn: Promise<unknown> = Promise.resolve()

  async function begin(): Promise<Conversation> {
    const conversation = await start()
    if (hello !== undefined && JSON.stringify(hello) !== JSON.stringify(conversation.hello)) {
      conversation.kill()
      throw new AssayError('system-failed', 'the program says another name, version or unit than before')
    }
    hello = conversation.hello
    return conversation
  }

  async function exchange(question: Question, signal: AbortSignal): Promise<Answer> {
    if (current !== null && !(await current).isOpen()) current = null
    current ??= begin()
    const conversation = await unlessAborted(current, signal)
    return conversation.ask(question, signal)
  }

  return {
    hello: () => hello,
    open: () => awake(async () => void (await (current ??= begin()))),
    ask(question, { signal }) {
      const answer = turn.then(() => awake(() => exchange(question, signal)))
      turn = answer.catch(() => {})
      return answer
    },
    async close() {
      await turn
      const last = await current?.catch(() => null)
      current = null
      await awake(async () => last?.close())
    },
  }
}

/** A program that is idle keeps nobody alive; one that is waited for does. */
async function awake<T>(work: () => Promise<T>): Promise<T> {
  const hold = setInterval(() => {}, 60_000)
  try {
    return await work()
  } finally {
    clearInterval(hold)
  }
}

/** The start goes on when the signal is aborted: the next question may find it done. */
async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  let onAbort = (): void => {}
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason as Error)
    signal.addEventListener('abort', onAbort, { once: true })
  })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
