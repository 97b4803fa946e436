import { AssayError } from '@assay/schema'
import { exitCodeOf } from './exit-codes.ts'
import { printError } from './terminal.ts'

/** Tells the user about an error and sets the exit status. An error that is none of ours shows its stack. */
export function fail(error: unknown): void {
  if (AssayError.is(error)) {
    printError(`assay: ${error.message}`)
    if (error.hint !== undefined) printError(`  ${error.hint}`)
    process.exitCode = exitCodeOf[error.code]
    return
  }
  const environment = environmentMessage(error)
  if (environment !== null) {
    printError(`assay: ${environment}`)
    process.exitCode = exitCodeOf.environment
    return
  }
  printError(
    `assay: internal error, please report it\n${error instanceof Error ? error.stack : String(error)}`,
  )
  process.exitCode = exitCodeOf.internal
}

const environmentCodes: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  EMFILE: 'too many open files',
  EIO: 'the disk reports an error',
}

function environmentMessage(error: unknown): string | null {
  const { code, path } = error as NodeJS.ErrnoException
  const meaning = code === undefined ? undefined : environmentCodes[code]
  return meaning === undefined ? null : `${meaning} (${code}${path === undefined ? '' : `, ${path}`})`
}
