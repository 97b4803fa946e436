import { isUtf8 } from 'node:buffer'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { AssayError } from '@assay/schema'

/** The lines of a file, one after another, without reading it whole. */
export interface LineReader {
  /** The next line without its end (LF or CRLF), or null after the last. One byte order mark is left out. */
  next(): string | null
  /** 1-based number of the line that `next` gave last. */
  readonly line: number
  /** Bytes read so far, of how many. */
  readonly bytesRead: number
  readonly bytesTotal: number
  close(): void
}

const chunkBytes = 1 << 16

/**
 * Opens a file.
 *
 * @throws AssayError `file-invalid` if it cannot be opened, and from `next` if it is not UTF-8.
 */
export function openLines(file: string, onChunk: (bytes: Buffer) => void = () => {}): LineReader {
  const descriptor = open(file)
  const bytesTotal = fstatSync(descriptor).size
  let buffer = Buffer.allocUnsafe(chunkBytes)
  /** Bytes at the start of `buffer` that belong to a line whose end is not read yet. */
  let kept = 0
  let lines: string[] = []
  let at = 0
  let line = 0
  let bytesRead = 0
  let ended = false

  /** Reads until at least one line is whole; false at the end of the file. */
  const fill = (): boolean => {
    while (!ended) {
      if (kept === buffer.length) buffer = Buffer.concat([buffer], 2 * buffer.length)
      const got = readSync(descriptor, buffer, kept, buffer.length - kept, null)
      onChunk(buffer.subarray(kept, kept + got))
      bytesRead += got
      const full = kept + got
      ended = got === 0
      const cut = ended ? full : buffer.lastIndexOf(10, full - 1) + 1
      if (cut === 0 || (ended && full === 0)) {
        kept = full
        continue
      }
      lines = linesOf(buffer.subarray(0, cut))
      at = 0
      buffer.copyWithin(0, cut, full)
      kept = full - cut
      return true
    }
    return false
  }
  const linesOf = (bytes: Buffer): string[] => {
    if (!isUtf8(bytes)) {
      throw new AssayError('file-invalid', `${file}: is not UTF-8, after line ${line}`, {
        hint: 'Save the file as UTF-8.',
      })
    }
    let text = bytes.toString('utf8')
    if (line === 0 && text.startsWith('\ufeff')) text = text.slice(1)
    const parts = text.split('\n')
    if (text.endsWith('\n')) parts.pop()
    return parts
  }

  return {
    next() {
      if (at === lines.length && !fill()) return null
      line++
      const text = lines[at++]!
      return text.charCodeAt(text.length - 1) === 13 ? text.slice(0, -1) : text
    },
    get line() {
      return line
    },
    get bytesRead() {
      return bytesRead
    },
    bytesTotal,
    close: () => closeSync(descriptor),
  }
}

function open(file: string): number {
  try {
    const descriptor = openSync(file, 'r')
    if (!fstatSync(descriptor).isDirectory()) return descriptor
    closeSync(descriptor)
  } catch (cause) {
    throw new AssayError(
      'file-invalid',
      `${file}: cannot be read (${(cause as NodeJS.ErrnoException).code})`,
      {
        hint: 'Give the path of a file you may read.',
        cause,
      },
    )
  }
  throw new AssayError('file-invalid', `${file}: is a folder, and neither a dataset nor a run`, {
    hint: 'A dataset holds dataset.json, a run holds run.json; see `assay list datasets runs`.',
  })
}
