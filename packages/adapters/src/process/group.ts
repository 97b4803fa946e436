import { type ChildProcess, spawn } from 'node:child_process'

/** Ends a process that leads a group, and everything in the group, at once. */
export function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Nobody is left in the group, or the platform has no groups.
    child.kill('SIGKILL')
  }
}

/**
 * Sees to it that the group of `child` ends when this process does, however it ends: a shell waits on a pipe that only
 * this process holds open. A group of its own keeps the program apart from this process, and from what kills it.
 *
 * @returns a function that calls the guard off
 */
export function guardGroup(child: ChildProcess): () => void {
  if (child.pid === undefined || process.platform === 'win32') return () => {}
  const guard = spawn('/bin/sh', ['-c', 'read line; kill -9 "-$1"', 'sh', String(child.pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.on('error', () => {})
  guard.unref()
  unref(guard.stdin)
  return () => void guard.kill('SIGKILL')
}

/** Lets this process end while the stream is open. */
export function unref(stream: unknown): void {
  const socket = stream as { unref?: () => void } | null
  socket?.unref?.()
}
