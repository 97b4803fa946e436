import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const bin = fileURLToPath(new URL('../bin/assay.js', import.meta.url))

if (!existsSync(new URL('../dist/main.js', import.meta.url))) {
  throw new Error('The command is tested as built: run `npm run build` first, or `npm test`, which does.')
}

export interface Result {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Started {
  readonly child: ChildProcess
  readonly result: Promise<Result>
}

/** Starts `assay` with `args` in `cwd`. */
export function start(args: readonly string[], cwd: string, env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const result = new Promise<Result>((resolve) =>
    child.on('close', (code) => resolve({ code, stdout, stderr })),
  )
  return { child, result }
}

/** Runs `assay` to its end. */
export function assay(args: readonly string[], cwd: string, env?: Record<string, string>): Promise<Result> {
  return start(args, cwd, env).result
}

/** An empty folder that is gone after the test. */
export function scratch(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'assay-')))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
