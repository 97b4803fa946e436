import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Readable, Writable } from 'node:stream'
import { AssayError } from '@assay/schema'
import { guardGroup, killGroup, unref } from './group.ts'
import { type Lines, readLines } from './lines.ts'
import { forward } from './log.ts'

export interface StartOptions {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly replies: 'descriptor' | 'stdout'
  readonly replyBytes: number
  readonly log: (text: string) => void
  /** Takes out what is secret. */
  readonly redact: (text: string) => string
}

/** A program that runs, as leader of a group of its own. */
export interface Running {
  readonly input: Writable
  readonly replies: Lines
  /** How it ended, completing "it …"; resolves when it is gone and all it wrote is here. */
  readonly gone: Promise<string>
  kill(): void
}

/** Milliseconds that the pipes of a program may stay open after its end: what it started can hold them. */
const drainMs = 1000

/** @throws AssayError `system-failed`: it cannot be started */
export async function startProgram(options: StartOptions): Promise<Running> {
  const { command, args, cwd, env, replies, replyBytes, log } = options
  if (!existsSync(cwd)) throw notStarted(options, `there is no folder ${cwd}`)
  const child = spawn(command, [...args], {
    cwd,
    env,
    detached: process.platform !== 'win32',
    stdio: ['pipe', 'pipe', 'pipe', ...(replies === 'descriptor' ? (['pipe'] as const) : [])],
  })
  const started = new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve)
    child.once('error', (error: NodeJS.ErrnoException) => reject(notStarted(options, reasonOf(error))))
  })
  const { stdin: input, stdout: output, stderr: errors } = child
  // A program that does not read, or is gone, is noticed by what it does not answer.
  input.on('error', () => {})
  const replyStream = replies === 'descriptor' ? (child.stdio[3] as Readable) : output
  const gone = endOf(child, replyStream)
  // After the end is listened for: a program that cannot be started has no process.
  await started
  const callOff = guardGroup(child)
  void gone.then(callOff)
  forward(errors, log)
  if (replyStream !== output) forward(output, log)
  child.unref()
  for (const stream of child.stdio) unref(stream)
  return { input, replies: readLines(replyStream, replyBytes), gone, kill: () => killGroup(child) }
}

function endOf(child: ChildProcess, replies: Readable): Promise<string> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      // What it started goes with it.
      killGroup(child)
      const drained = setTimeout(finish, drainMs)
      replies.once('close', finish)
      if (replies.closed) finish()
      function finish(): void {
        clearTimeout(drained)
        for (const stream of child.stdio) stream?.destroy()
        resolve(signal === null ? `ended with code ${code}` : `was ended by ${signal}`)
      }
    })
  })
}

/** The command as a person would type it, more or less. */
export function commandText({ command, args }: Pick<StartOptions, 'command' | 'args'>): string {
  return [command, ...args]
    .map((part) => (/^[\w./:=@%+,-]+$/.test(part) ? part : JSON.stringify(part)))
    .join(' ')
}

function notStarted(options: StartOptions, because: string): AssayError {
  const message = `\`${commandText(options)}\` cannot be started: ${because}`
  return new AssayError('system-failed', options.redact(message), {
    hint: 'A command without a slash is looked for in PATH; `cwd` is where relative paths count from.',
  })
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
      return 'there is no such program, or its first line names an interpreter that is not there'
    case 'EACCES':
      return 'it is no program that this user may execute'
    default:
      return message
  }
}
