import { StringDecoder } from 'node:string_decoder'
import type { Readable } from 'node:stream'

/** The longest piece of a log line. */
const mostCharacters = 8192

/**
 * Passes what a program prints on to `write`, in whole lines as far as they are not too long, so that what is to be
 * taken out is not cut in two. Bytes that are not UTF-8 become U+FFFD.
 */
export function forward(stream: Readable, write: (text: string) => void): void {
  const decoder = new StringDecoder('utf8')
  let waiting = ''
  stream.on('data', (chunk: Buffer) => {
    waiting += decoder.write(chunk)
    const end = Math.max(waiting.lastIndexOf('\n'), waiting.lastIndexOf('\r')) + 1
    const cut = waiting.length - end > mostCharacters ? waiting.length : end
    if (cut === 0) return
    write(waiting.slice(0, cut))
    waiting = waiting.slice(cut)
  })
  stream.on('error', () => {})
  stream.on('close', () => {
    waiting += decoder.end()
    if (waiting !== '') write(`${waiting}\n`)
    waiting = ''
  })
}
