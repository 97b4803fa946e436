import type { Task } from '@assay/schema'
import type { Found } from './check.ts'
import type { SystemSpec } from '../systems.ts'

/** The one argument of the process in which a system is checked, as JSON. */
export interface HostArgument {
  readonly config: string | null
  readonly spec: SystemSpec
  readonly allowNetwork: boolean
  /** Milliseconds an article may take. */
  readonly timeoutMs: number
}

/** To the process: run one check. `kept` is what the check before it kept. */
export interface Order {
  readonly check: string
  readonly kept?: unknown
}

export interface Subject {
  readonly adapter: string
  readonly version: string
  readonly tasks: readonly Task[]
}

/** From the process. */
export type Report =
  | { readonly type: 'ready'; readonly subject: Subject; readonly configHash: string | null }
  | { readonly type: 'unready'; readonly message: string; readonly hint?: string }
  /** The system is about to be called and should be done within so many milliseconds. */
  | { readonly type: 'asking'; readonly article: string; readonly withinMs: number }
  | { readonly type: 'exempt'; readonly because: string }
  | {
      readonly type: 'found'
      readonly found: Found
      /** A call has not ended yet: the process is no good for other checks. */
      readonly spoilt: boolean
      /** What keeps the process alive, by Node's names. */
      readonly open: readonly string[]
      readonly usd: number
      readonly peakMemoryBytes: number
    }
