import { createHash } from 'node:crypto'
import { closeSync, ftruncateSync, openSync } from 'node:fs'
import type { Prediction, Usage } from '@assay/schema'
import { onDisk, writeAll } from './files.ts'

/** One article and repeat that is done. */
export interface JournalEntry {
  readonly prediction: Prediction
  /** How long the system took; null if it was not asked. */
  readonly milliseconds: number | null
  /** What the system spent on it, where it says so. */
  readonly usage?: Usage
}

/** `journal.jsonl`: what is done, in order of completion. Written before anything else is told of it. */
export interface Journal {
  /** @throws AssayError `environment`; the journal then ends on the line before. */
  append(entry: JournalEntry): void
  close(): void
}

/**
 * Starts the journal of the run with this identity. A line is `{"entry":…,"checksum":"…"}`. The checksum is SHA-256
 * over the checksum before it (for the first line: the identity), a line feed and the entry's text: a line that is
 * cut, changed, missing, doubled, moved or of another run does not fit.
 */
export function createJournal(path: string, identity: string): Journal {
  const file = onDisk(path, () => openSync(path, 'w'))
  let checksum = identity
  let length = 0
  return {
    append(entry) {
      const text = JSON.stringify(entry)
      const next = createHash('sha256').update(`${checksum}\n${text}`).digest('hex')
      const bytes = Buffer.from(`{"entry":${text},"checksum":"${next}"}\n`)
      onDisk(path, () => {
        try {
          writeAll(file, bytes)
        } catch (error) {
          cut(file, length)
          throw error
        }
      })
      length += bytes.length
      checksum = next
    },
    close: () => closeSync(file),
  }
}

/** Takes half a line away; why it is only half a line is what the reader must hear of, not that this failed too. */
function cut(file: number, length: number): void {
  try {
    ftruncateSync(file, length)
  } catch {
    // The checksum tells half a line from a whole one.
  }
}
