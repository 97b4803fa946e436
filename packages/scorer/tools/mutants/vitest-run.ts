import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const vitest = fileURLToPath(new URL('./vitest.mjs', import.meta.resolve('vitest/package.json')))
const config = fileURLToPath(new URL('./vitest.config.js', import.meta.url))

export interface VitestOptions {
  readonly environment: Readonly<Record<string, string>>
  readonly arguments?: readonly string[]
  /** A run that takes longer is ended: a mutant that makes a loop endless. */
  readonly timeoutMs?: number
}

/** Runs vitest in a process group of its own. Gives its exit status; null: it ran out of time. */
export function runVitest({
  environment,
  arguments: more = [],
  timeoutMs,
}: VitestOptions): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vitest, 'run', '--config', config, ...more], {
      env: { ...process.env, ...environment },
      stdio: 'ignore',
      detached: true,
    })
    let timedOut = false
    const timer = timeoutMs === undefined ? undefined : setTimeout(endGroup, timeoutMs)
    child.on('error', reject)
    child.on('exit', (code) => {
      clearTimeout(timer)
      resolve(timedOut ? null : (code ?? 1))
    })

    function endGroup(): void {
      timedOut = true
      process.kill(-child.pid!, 'SIGKILL')
    }
  })
}
