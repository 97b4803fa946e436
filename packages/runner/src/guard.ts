import { messageOf } from './message.ts'
import { endGroup, startWatchdog } from './watchdog.ts'

/**
 * For a process that serves somebody else's code: it ends with its parent, leaves Ctrl-C to it, and survives what
 * that code left behind, which goes to `onStray`.
 */
export function guardProcess(onStray: (what: string, error: unknown) => void = note): void {
  startWatchdog()
  // Ctrl-C reaches every process of a terminal; what it means is decided by the runner.
  process.on('SIGINT', () => {})
  process.on('disconnect', endGroup)
  // What an adapter left behind from an earlier article must not cost the article it happens to surface in.
  process.on('unhandledRejection', (error) => onStray('unhandled rejection', error))
  process.on('uncaughtException', (error) => onStray('uncaught exception', error))
}

export function note(what: string, error: unknown): void {
  process.stderr.write(`assay: ${what}: ${messageOf(error)}\n`)
}
