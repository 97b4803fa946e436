import type { Finding } from '@assay/schema'

/** Keys and indices from the top of a file to a value in it. */
export type Path = readonly (string | number)[]

/** One place where a rule is broken. */
export interface Fault {
  readonly path: Path
  /** What is wrong, with the values that are wrong. */
  readonly message: string
}

/** One thing a dataset must keep. Adding one is an entry in the list of its group. */
export interface Rule<Subject> {
  /** Stable; readers may filter by it. */
  readonly code: string
  readonly severity: Finding['severity']
  /** What to do about it. */
  readonly hint: string
  readonly find: (subject: Subject) => Iterable<Fault>
}

/** A fault with the rule it breaks: a `Finding` that does not know its file yet. */
export interface Problem extends Fault {
  readonly code: string
  readonly severity: Finding['severity']
  readonly hint: string
}

export function applyRules<Subject>(rules: readonly Rule<Subject>[], subject: Subject): Problem[] {
  return rules.flatMap(({ code, severity, hint, find }) =>
    Array.from(find(subject), (fault) => ({ code, severity, hint, ...fault })),
  )
}

/** A string of the data as a message shows it: quoted, line breaks escaped, cut after 80 characters. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)
}
