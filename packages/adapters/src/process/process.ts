import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { AssayError, type JsonObject, type System, type Task } from '@assay/schema'
import { type WireOptions, wireSystem } from '../wire/system.ts'
import { type Conversation, converse } from './conversation.ts'
import { diagnoseProgram } from './diagnose.ts'
import { programEnvironment, redactorOf } from './environment.ts'
import { createLifetime } from './lifetime.ts'

export interface ProcessOptions extends WireOptions {
  /** The program: a path, or a name that is looked for in PATH. No shell stands between. */
  readonly command: string
  readonly args?: readonly string[]
  /** The folder it runs in. Default: the working directory. */
  readonly cwd?: string
  /**
   * Names of environment variables that it sees, beside PATH, HOME and the like. Their values are in nothing that is
   * written: not in logs, messages or answers.
   */
  readonly env?: readonly string[]
  /**
   * Where it writes: on descriptor 3, so that what it and its libraries print on stdout goes to the log, or on stdout,
   * where lines that do not begin with `{` go to the log. Default: `descriptor`.
   */
  readonly replies?: 'descriptor' | 'stdout'
  /** Files that its answers depend on, beside those named in `args`. Their hashes are part of the run's identity. */
  readonly files?: readonly string[]
  /** It asks a service outside this machine. Default: false. */
  readonly network?: boolean
  /** Milliseconds from its start to its hello. Default: 120000. */
  readonly startTimeoutMs?: number
  /** The most bytes of one answer. Default: 16 MiB. */
  readonly replyBytes?: number
}

/**
 * Any program as a system: it says hello, then answers one line of JSON with another, article by article; the page
 * clients/README.md says how. It runs as long as the system. One that dies, runs late or breaks the protocol costs the
 * article and is started again for the next; one that does not start again is not tried once more.
 *
 * @throws AssayError `config-invalid`. `prepare`: `system-failed`, it cannot be started or says no hello;
 *   `environment`, a variable of `env` is not set.
 */
export function processSystem(options: ProcessOptions): System {
  const { kind, command, args = [], cwd, env = [], replies = 'descriptor', network = false } = options
  const { startTimeoutMs = 120_000, replyBytes = 16 * 1024 * 1024 } = options
  const folder = resolve(cwd ?? '.')
  const lifetime = createLifetime(async () => {
    const redact = redactorOf(env)
    const log = (text: string) => void process.stderr.write(redact(text))
    const start = {
      command,
      args,
      cwd: folder,
      env: programEnvironment(env),
      replies,
      replyBytes,
      startTimeoutMs,
      log,
      redact,
    }
    const conversation = await converse(start)
    checkTasks(conversation, parts.tasks)
    return conversation
  })
  const parts = wireSystem(options, {
    ask: (question, context) => lifetime.ask(question, context),
    unit: () => lifetime.hello()?.offsetUnit,
  })
  const { tasks, entityTypes, labels } = parts
  return {
    adapter: 'process',
    version: '1',
    tasks,
    ...(entityTypes && { entityTypes }),
    get options(): JsonObject {
      const hello = lifetime.hello()
      return {
        command,
        args: args.map(redactorOf(env)),
        replies,
        labels,
        ...(hello && { program: hello.name, programVersion: hello.version }),
      }
    },
    files: [...args.map((arg) => resolve(folder, arg)).filter(isFile), ...(options.files ?? [])],
    ...(network && { network }),
    diagnose: () => diagnoseProgram({ command, folder, env }),
    prepare: () => lifetime.open(),
    close: () => lifetime.close(),
    ...(kind === 'extractor'
      ? { kind, extract: (article, context) => parts.answer(article, context) }
      : { kind, summarize: (article, request, context) => parts.summary(article, request, context) }),
  }
}

function checkTasks(conversation: Conversation, tasks: readonly Task[]): void {
  const { hello } = conversation
  const missing = tasks.find((task) => hello.tasks !== undefined && !hello.tasks.includes(task))
  if (missing === undefined) return
  conversation.kill()
  throw new AssayError('system-failed', `the program ${JSON.stringify(hello.name)} does not do ${missing}`, {
    hint: `It says that it does ${hello.tasks?.join(', ')}; \`tasks\` of the system asks for more.`,
  })
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
