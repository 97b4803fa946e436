export interface Interrupt {
  readonly signal: AbortSignal
  /** The exit status to end with, or null if nobody interrupted. */
  code(): 130 | 143 | null
  stop(): void
}

/**
 * The first SIGINT or SIGTERM aborts the signal, so that running systems end and what they did is saved; a
 * second one ends the command at once.
 */
export function watchInterrupt(): Interrupt {
  const controller = new AbortController()
  let code: 130 | 143 | null = null
  const on = (next: 130 | 143) => () => {
    if (code !== null) process.exit(code)
    code = next
    controller.abort()
  }
  const onInterrupt = on(130)
  const onTerminate = on(143)
  process.on('SIGINT', onInterrupt).on('SIGTERM', onTerminate)
  return {
    signal: controller.signal,
    code: () => code,
    stop: () => process.off('SIGINT', onInterrupt).off('SIGTERM', onTerminate),
  }
}
