import { visible } from '@assay/schema'
import { rejected } from '../wire/failure.ts'

/** The most of a line that a message shows. */
const shown = 120

/**
 * The JSON value of a line. A byte order mark and a carriage return around it are passed over.
 *
 * @throws AssayError `output-invalid`
 */
export function parseLine(bytes: Buffer, redact: (text: string) => string): unknown {
  const text = redact(decode(bytes))
  try {
    return JSON.parse(text)
  } catch {
    const hint = /\b(?:NaN|-?Infinity)\b/.test(text) ? '; NaN and Infinity are no JSON' : ''
    throw rejected(`it wrote a line that is no JSON${hint}: ${beginning(text)}`)
  }
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw rejected(`it wrote bytes that are not UTF-8: ${hex(bytes)}`)
  }
}

/** The first bytes, with those that are no visible ASCII as `\xff`. */
function hex(bytes: Buffer): string {
  const parts = Array.from(bytes.subarray(0, shown), (byte) =>
    byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`,
  )
  return `"${parts.join('')}"${bytes.length > shown ? '…' : ''}`
}

export function beginning(text: string): string {
  return `"${visible(text.slice(0, shown))}"${text.length > shown ? '…' : ''}`
}
