import { closeSync, openSync } from 'node:fs'
import { visible, visibleLines } from '@assay/schema'
import { onDisk, writeAll } from './files.ts'

/** What a system printed, for people. At most `mostLength` of it is kept. */
export interface Log {
  /** Keeps what was printed, with its control characters shown. */
  print(text: string, stream: 'stdout' | 'stderr'): void
  /** Keeps a line of the runner's own. */
  note(text: string): void
  /** From now on, and what was kept before, into a new file. */
  open(path: string): void
  /** The end of what was printed to stderr, at most 2,000 characters. */
  tail(): string
  close(): void
}

const mostLength = 1_000_000

export function createLog(): Log {
  let file: number | null = null
  let waiting = ''
  let length = 0
  let tail = ''

  function keep(text: string): void {
    if (length >= mostLength) return
    length += text.length
    const kept =
      length < mostLength ? text : `${text.slice(0, mostLength - length)}\n(what follows is left out)\n`
    if (file === null) waiting += kept
    else write(file, kept)
  }

  return {
    print(text, stream) {
      const shown = visibleLines(text)
      if (stream === 'stderr') tail = (tail + shown).slice(-2000)
      keep(shown)
    },
    note: (text) => keep(`assay: ${visible(text)}\n`),
    open(path) {
      const opened = onDisk(path, () => openSync(path, 'w'))
      file = opened
      write(opened, waiting)
      waiting = ''
    },
    tail: () => tail.trim(),
    close() {
      if (file !== null) closeSync(file)
      file = null
    },
  }
}

function write(file: number, text: string): void {
  try {
    writeAll(file, Buffer.from(text))
  } catch {
    // A log is a courtesy: what matters fails by itself when the disk is full.
  }
}
