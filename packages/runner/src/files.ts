import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { AssayError } from '@assay/schema'

/** Does `action` on `path`; what the disk refuses becomes an AssayError `environment`. */
export function onDisk<T>(path: string, action: () => T): T {
  try {
    return action()
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (AssayError.is(cause) || code === undefined) throw cause
    throw new AssayError('environment', `cannot write ${path}: ${(cause as Error).message}`, {
      hint: code === 'ENOSPC' ? 'Free some space and run again.' : 'Check that the folder can be written to.',
      cause,
    })
  }
}

export function makeFolder(path: string): void {
  onDisk(path, () => mkdirSync(path, { recursive: true }))
}

/** Writes all of `bytes`. A disk that is nearly full takes a part of them and reports no error. */
export function writeAll(file: number, bytes: Uint8Array, write: typeof writeSync = writeSync): void {
  let done = 0
  while (done < bytes.length) done += write(file, bytes, done, bytes.length - done)
}

/**
 * Writes `parts` to `path` so that a reader finds the old file or the whole new one, and gives the SHA-256 of what
 * was written. Only one process at a time may do so.
 *
 * @throws AssayError `environment`
 */
export function replaceFile(path: string, parts: Iterable<string>): string {
  const hash = createHash('sha256')
  const temporary = `${path}.tmp`
  onDisk(path, () => {
    const file = openSync(temporary, 'w')
    try {
      for (const part of parts) {
        const bytes = Buffer.from(part)
        hash.update(bytes)
        writeAll(file, bytes)
      }
      fsyncSync(file)
    } catch (error) {
      rmSync(temporary, { force: true })
      throw error
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  })
  return hash.digest('hex')
}
