import { AssayError } from '@assay/schema'

/** A reply came and cannot be used: what a model said, not what became of a service. A judge has no answer then. */
export function unusable(message: string, hint?: string): AssayError {
  const error = new AssayError('system-failed', message, hint === undefined ? {} : { hint })
  return Object.assign(error, { unusable: true as const })
}

export function isUnusable(error: unknown): boolean {
  return AssayError.is(error) && 'unusable' in error
}
