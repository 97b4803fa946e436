import { Worker } from 'node:worker_threads'

/** Milliseconds between two looks at the parent. */
const period = 200

/**
 * Kills the group of this process once its parent is gone, even if an article keeps the main thread busy: then
 * the end of the channel goes unnoticed, and nobody else is left to stop it.
 */
export function startWatchdog(): void {
  new Worker(watch, { eval: true, workerData: { parent: process.ppid, period }, execArgv: [] }).unref()
}

/** Ends this process and everything in its group at once. */
export function endGroup(): void {
  try {
    process.kill(-process.pid, 'SIGKILL')
  } catch {
    // Not the leader of a group, or the platform has none.
    process.exit()
  }
}

// As text, so that it runs the same from source and from a build. The runner starts every process as the leader
// of its own group, so the group holds it and what it started.
const watch = `
  const { workerData: { parent, period } } = require('node:worker_threads')
  setInterval(() => {
    if (process.ppid === parent) return
    try { process.kill(-process.pid, 'SIGKILL') } catch {}
    process.kill(process.pid, 'SIGKILL')
  }, period)
`
