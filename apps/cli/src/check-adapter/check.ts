import type { System } from '@assay/schema'
import type { Subject } from './subject.ts'

/** What is wrong, or worth knowing, and where. */
export interface Finding {
  readonly what: string
  /** Id of one of the texts of the kit. */
  readonly article?: string
  /** Place in the output, for example `mentions[3].span`. */
  readonly path?: string
  readonly expected?: string
  readonly got?: string
  /** What the author of the adapter can do about it. */
  readonly hint?: string
}

export interface Found {
  /** A system that has one does not keep the promise. */
  readonly faults?: readonly Finding[]
  readonly notes?: readonly Finding[]
  /** What was measured, in words. */
  readonly measured?: string
  /** Handed to the checks that come `after` this one, also in another process. Data only. */
  readonly keep?: unknown
}

/** One promise of a system, and how to see whether it is kept. It runs in the process of the system. */
export interface Check {
  readonly id: string
  /** What a system does that passes. Completes "it …". */
  readonly promise: string
  /** Why a system need not keep the promise; null: it must. */
  exempts?(system: System): string | null
  /** The check that must have passed before. */
  readonly after?: string
  /** It wants a process in which nothing was asked before, and leaves none that others can use. */
  readonly alone?: boolean
  /** A process that it loses, or that blocks, is a note and no fault. */
  readonly lossIsNote?: boolean
  /** The process must end by itself when the check is over. */
  readonly ends?: boolean
  run(subject: Subject): Found | Promise<Found>
}
