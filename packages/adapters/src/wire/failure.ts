import { AssayError, type FailureCode } from '@assay/schema'

/** An article failed; `failure` is what a run records. */
export function failed(failure: FailureCode, message: string, hint?: string): AssayError {
  const code = failure === 'output-invalid' ? 'output-invalid' : 'system-failed'
  const error = new AssayError(code, message, hint === undefined ? {} : { hint })
  return Object.assign(error, { failure })
}

/** At most this many faults are named in one message. */
const shown = 3

/** What came back cannot be used, for these reasons. */
export function rejected(...faults: readonly string[]): AssayError {
  const more = faults.length > shown ? `; and ${faults.length - shown} more` : ''
  return failed('output-invalid', faults.slice(0, shown).join('; ') + more)
}
