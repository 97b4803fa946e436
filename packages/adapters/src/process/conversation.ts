import { AssayError, pathText } from '@assay/schema'
import { failed, rejected } from '../wire/failure.ts'
import { jsonLine } from '../wire/json-line.ts'
import {
  type Answer,
  endSchema,
  type Hello,
  helloSchema,
  protocolVersion,
  type Question,
} from '../wire/messages.ts'
import { parseAnswer } from '../wire/read-answer.ts'
import { beginning, parseLine } from './decode.ts'
import { commandText, type Running, startProgram, type StartOptions } from './start.ts'

export interface ConversationOptions extends StartOptions {
  readonly startTimeoutMs: number
}

/** A program that is ready, asked one article at a time. */
export interface Conversation {
  readonly hello: Hello
  /** False once it is gone or was ended because nothing it says can be relied on. */
  isOpen(): boolean
  /**
   * @throws AssayError with `failure`: why the article has no answer; the reason of the signal, when it is aborted.
   *   A program that broke the rules of lines, or runs late, is ended.
   */
  ask(question: Question, signal: AbortSignal): Promise<Answer>
  /** @throws AssayError `system-failed` if the program does not end as it should. It is ended then. */
  close(): Promise<void>
  kill(): void
}

/** Milliseconds that a program may take to end by itself. */
const closeMs = 3000

/** @throws AssayError `system-failed`: it cannot be started, or does not say hello as it should */
export async function converse(options: ConversationOptions): Promise<Conversation> {
  const { redact, log, replyBytes } = options
  const running = await startProgram(options)
  const hello = await greeting(running, options)
  const asked = new Set<string>()
  let questions = 0
  let isOpen = true
  void running.gone.then(() => {
    isOpen = false
  })

  function end(): void {
    isOpen = false
    running.kill()
  }

  async function nextValue(signal: AbortSignal): Promise<unknown> {
    const line = await nextLine(running, options, signal)
    if (line.kind === 'line') return parseLine(line.bytes, redact)
    end()
    if (line.kind === 'too-long') throw rejected(`its answer is longer than ${replyBytes} bytes`)
    const tail = line.unfinished === 0 ? '' : `, ${line.unfinished} bytes into a line`
    throw failed('exited', `it ${await running.gone} before it answered${tail}`)
  }

  async function ask(question: Question, signal: AbortSignal): Promise<Answer> {
    asked.add(question.id)
    questions += 1
    running.input.write(jsonLine(question))
    for (;;) {
      const value = await nextValue(signal)
      const id = idOf(value)
      if (id === question.id || id === undefined) {
        if (endSchema.safeParse(value).success) {
          end()
          throw failed('exited', 'it said that it was done before it answered')
        }
        return parseAnswer(value)
      }
      if (!asked.has(id)) {
        end()
        throw rejected(`it answered for ${beginning(id)}, which it was not asked`)
      }
      log(`assay: a second answer for ${beginning(id)} was ignored\n`)
    }
  }

  return {
    hello,
    isOpen: () => isOpen,
    kill: end,
    async ask(question, signal) {
      try {
        return await ask(question, signal)
      } catch (error) {
        // Whatever comes later belongs to no question.
        if (signal.aborted) end()
        throw error
      }
    },
    async close() {
      if (!isOpen) return
      running.input.end()
      const signal = AbortSignal.timeout(closeMs)
      try {
        for (;;) {
          const parsed = endSchema.safeParse(await nextValue(signal))
          if (!parsed.success) continue
          const { answers } = parsed.data
          if (answers !== questions)
            throw notEnded(options, `says that it answered ${answers} articles, not ${questions}`)
          return
        }
      } catch (error) {
        throw AssayError.is(error) && error.code === 'system-failed' && !('failure' in error)
          ? error
          : notEnded(
              options,
              `ended without an end frame (${signal.aborted ? `within ${closeMs} ms` : (error as Error).message})`,
            )
      } finally {
        end()
        await running.gone
      }
    },
  }
}

/** @throws AssayError `system-failed` */
async function greeting(running: Running, options: ConversationOptions): Promise<Hello> {
  const { startTimeoutMs, redact } = options
  const signal = AbortSignal.timeout(Math.min(startTimeoutMs, 2 ** 31 - 1))
  try {
    const line = await nextLine(running, options, signal)
    if (line.kind === 'too-long') throw notReady(options, 'wrote a line without end instead of its hello')
    if (line.kind === 'end') throw notReady(options, `${await running.gone} before it said hello`)
    return parseHello(parseLine(line.bytes, redact), options)
  } catch (error) {
    running.kill()
    if (signal.aborted) throw notReady(options, `did not say hello within ${startTimeoutMs} ms`)
    if (AssayError.is(error) && error.code === 'output-invalid')
      throw notReady(options, error.message.replace(/^it /, ''))
    throw error
  }
}

function parseHello(value: unknown, options: ConversationOptions): Hello {
  const version = (value as { protocol?: unknown } | null)?.protocol
  if (version !== undefined && version !== protocolVersion) {
    throw notReady(
      options,
      `speaks version ${JSON.stringify(version)} of the protocol, assay version ${protocolVersion}`,
    )
  }
  const parsed = helloSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const { path, message } = parsed.error.issues[0]!
  throw notReady(options, `said no hello that can be read: ${pathText(path)}: ${message}`)
}

/** The next line that is not empty; on stdout, that looks like a message: anything else there is noise. */
async function nextLine({ replies }: Running, options: ConversationOptions, signal: AbortSignal) {
  for (;;) {
    const line = await replies.next(signal)
    if (line.kind !== 'line') return line
    const start = line.bytes.findIndex((byte) => !isBlank(byte))
    if (start === -1) continue
    if (options.replies === 'descriptor' || line.bytes[start] === openBrace) return line
    options.log(`${line.bytes.toString('utf8')}\n`)
  }
}

const openBrace = 0x7b
/** White space, and the three bytes of a byte order mark. */
const isBlank = (byte: number) => [0x20, 0x09, 0x0a, 0x0d, 0xef, 0xbb, 0xbf].includes(byte)

function idOf(value: unknown): string | undefined {
  const id = (value as { id?: unknown } | null)?.id
  return typeof id === 'string' ? id : undefined
}

function notReady(options: ConversationOptions, because: string): AssayError {
  return new AssayError('system-failed', options.redact(`\`${commandText(options)}\` ${because}`), {
    hint: 'The protocol is described in packages/adapters/clients/README.md.',
  })
}

function notEnded(options: ConversationOptions, because: string): AssayError {
  return new AssayError('system-failed', options.redact(`\`${commandText(options)}\` ${because}`))
}
