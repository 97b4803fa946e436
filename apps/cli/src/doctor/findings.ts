import type { Diagnosis, ErrorCode } from '@assay/schema'

/** What was looked at, and what is wrong with it. */
export interface Examined {
  /** `Node`, `state folder`, `dataset newswire`, `system wink`. */
  readonly about: string
  /** `well`, `ill`, or not looked at, for the reason in `detail`. */
  readonly status: 'well' | 'ill' | 'passed-over'
  /** Of what is well: which version, where. */
  readonly detail?: string
  readonly findings: readonly Diagnosis[]
  /** What its findings are, for the exit status. */
  readonly code: ErrorCode
}

export function examined(
  about: string,
  code: ErrorCode,
  findings: readonly Diagnosis[],
  detail?: string,
): Examined {
  const status = findings.length > 0 ? 'ill' : 'well'
  return { about, status, code, findings, ...(detail !== undefined && { detail }) }
}
