import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** True unless there is no such process. One that has ended and waits for its parent to notice is none. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  return process.platform !== 'linux' || !['Z', 'X', undefined].includes(procStat(pid)?.[0])
}

/** When a process started, as a text that no other process of that number has; null where it cannot be told. */
export function processStart(pid: number): string | null {
  if (process.platform === 'linux') {
    const ticks = procStat(pid)?.[19]
    return ticks === undefined
      ? null
      : `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${ticks}`
  }
  try {
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { env, encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}

/** `/proc/<pid>/stat` from its third field on; the second, a name, may hold anything. */
function procStat(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}
