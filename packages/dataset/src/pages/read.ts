import { AssayError } from '@assay/schema'

/**
 * The text of a page, from the bytes of its file: UTF-8, without a byte order mark; every other character stays.
 * `name` names the file in messages. A file that is empty, no UTF-8, binary or HTML is refused: offsets into
 * a guess would be wrong.
 *
 * @throws AssayError `file-invalid`
 */
export function readPage(bytes: Uint8Array, name: string): string {
  const refuse = (what: string, hint: string): AssayError =>
    new AssayError('file-invalid', `${name} ${what}`, { hint })
  if (bytes.length === 0) throw refuse('is empty', 'Save the page again, as text.')
  if (isUtf16(bytes)) throw refuse('is UTF-16, not UTF-8', 'Save it again as UTF-8.')
  const text = decode(bytes)
  if (text === null) {
    throw refuse(
      'is not UTF-8: a binary file, or text in another encoding',
      'Save the page as text in UTF-8.',
    )
  }
  if (text.includes('\0')) {
    throw refuse(
      'holds NUL characters: it is a binary file, or text in another encoding',
      'Save the page as text in UTF-8.',
    )
  }
  if (isHtml(text)) {
    throw refuse(
      'is HTML, not text',
      'Open it in a browser, select all, copy, and save what you paste as a text file.',
    )
  }
  if (text.trim() === '') throw refuse('holds only white space', 'Save the page again, as text.')
  return text
}

/** A byte order mark of UTF-16, or NUL in every second byte of the beginning. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  const head = bytes.subarray(0, 64)
  const zeros = (parity: number): boolean => head.every((byte, i) => i % 2 !== parity || byte === 0)
  return bytes.length >= 4 && (zeros(0) || zeros(1))
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function isHtml(text: string): boolean {
  const head = text.slice(0, 4096)
  return (
    /^\s*(?:<\?xml|<!doctype\s+html|<!--|<html)/i.test(head) ||
    (head.match(/<\/?[a-z][^<>]*>/gi) ?? []).length >= 10
  )
}
