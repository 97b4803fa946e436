import type { Readable } from 'node:stream'

/** What comes next on a stream of lines. */
type NextLine =
  | { readonly kind: 'line'; readonly bytes: Buffer }
  /** The stream is over; so many bytes of an unfinished line came last. */
  | { readonly kind: 'end'; readonly unfinished: number }
  /** A line is longer than allowed. The stream is given up. */
  | { readonly kind: 'too-long' }

export interface Lines {
  /** @throws the reason of the signal, when it is aborted */
  next(signal: AbortSignal): Promise<NextLine>
}

/**
 * Lines by `\n` alone, without it. The stream is read only while somebody waits for a line, and a line only up to
 * `mostBytes`: whoever writes faster than is read, or without end, is held up by the pipe.
 */
export function readLines(stream: Readable, mostBytes: number): Lines {
  const lines: Buffer[] = []
  let pieces: Buffer[] = []
  let length = 0
  let isOver = false
  let isTooLong = false
  let wake = (): void => {}

  function take(chunk: Buffer): void {
    let from = 0
    for (let to = chunk.indexOf(10); to !== -1; to = chunk.indexOf(10, from)) {
      if (length + to - from > mostBytes) return giveUp()
      lines.push(Buffer.concat([...pieces, chunk.subarray(from, to)]))
      pieces = []
      length = 0
      from = to + 1
    }
    pieces.push(chunk.subarray(from))
    length += chunk.length - from
    if (length > mostBytes) giveUp()
  }

  function giveUp(): void {
    isTooLong = true
    pieces = []
    stream.destroy()
  }

  stream.pause()
  stream.on('data', (chunk: Buffer) => {
    take(chunk)
    if (lines.length === 0 && !isTooLong) return
    stream.pause()
    wake()
  })
  for (const event of ['end', 'close', 'error']) {
    stream.on(event, () => {
      isOver = true
      wake()
    })
  }

  return {
    async next(signal) {
      for (;;) {
        signal.throwIfAborted()
        const bytes = lines.shift()
        if (bytes !== undefined) return { kind: 'line', bytes }
        if (isTooLong) return { kind: 'too-long' }
        if (isOver) return { kind: 'end', unfinished: length }
        const event = new Promise<void>((resolve) => {
          wake = resolve
        })
        const onAbort = () => wake()
        signal.addEventListener('abort', onAbort, { once: true })
        stream.resume()
        await event
        signal.removeEventListener('abort', onAbort)
      }
    },
  }
}
