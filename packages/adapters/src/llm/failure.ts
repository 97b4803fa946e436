import { AssayError, visible } from '@assay/schema'

/** A reply came and cannot be used: what a model said, not what became of a service. A judge has no answer then. */
export function unusable(message: string, hint?: string): AssayError {
  const error = new AssayError('system-failed', message, hint === undefined ? {} : { hint })
  return Object.assign(error, { unusable: true as const })
}

export function isUnusable(error: unknown): boolean {
  return AssayError.is(error) && 'unusable' in error
}

/** The beginning of what a service sent, quoted, on one visible line. */
export function beginning(text: string, most = 200): string {
  const line = text
    .slice(0, 2 * most)
    .replaceAll(/\s+/g, ' ')
    .trim()
  return `"${visible(line.slice(0, most))}"${line.length > most ? '…' : ''}`
}
