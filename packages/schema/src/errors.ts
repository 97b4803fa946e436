/** What went wrong, as a stable code. The command maps every code to one exit code. */
export type ErrorCode =
  /** The command line is wrong. */
  | 'usage'
  /** `assay.config.ts` cannot be loaded or holds something that does not belong there. */
  | 'config-invalid'
  /** A dataset, an article or a gold layer breaks the rules of the format. */
  | 'dataset-invalid'
  /** A file given by the user cannot be read as what it should be. */
  | 'file-invalid'
  /** A system cannot start, breaks the protocol, or answered nothing. */
  | 'system-failed'
  /** A system answered with something that is not a valid output. Recorded on the article. */
  | 'output-invalid'
  /** A run is partial. */
  | 'run-incomplete'
  /** Two things with different identities were to be compared. */
  | 'not-comparable'
  /** A stored file fails its integrity check. */
  | 'state-damaged'
  /** Another run is writing the same folder. */
  | 'in-use'
  /** Disk, permission, network. */
  | 'environment'
  /** The user or the machine asked us to stop. */
  | 'interrupted'
  /** Our own bug. */
  | 'internal'

export interface AssayErrorOptions {
  /** What the reader can do about it: a command, an option, a file to edit. */
  readonly hint?: string
  readonly cause?: unknown
}

const marker = Symbol.for('assay.error')

/**
 * The one error class of assay. The message says what is wrong and where (file, line, article, option);
 * the hint says what to do. Recognise it with `AssayError.is`, which also works across two copies of this
 * package.
 */
export class AssayError extends Error {
  readonly code: ErrorCode
  readonly hint: string | undefined
  readonly [marker] = true

  constructor(code: ErrorCode, message: string, options: AssayErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'AssayError'
    this.code = code
    this.hint = options.hint
  }

  static is(value: unknown): value is AssayError {
    return typeof value === 'object' && value !== null && marker in value
  }
}
