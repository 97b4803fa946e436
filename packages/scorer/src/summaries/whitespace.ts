/**
 * Whitespace as Python's `str.split` sees it. `\s` of JavaScript lacks U+001C to U+001F and U+0085 and has U+FEFF,
 * which would move scores of scraped text.
 */
const whitespace = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'
const words = new RegExp(`[^${whitespace}]+`, 'g')
const isWhite = new RegExp(`^[${whitespace}]$`)

/** The parts of a text between whitespace, none of them empty. */
export function splitAtWhitespace(text: string): string[] {
  return text.match(words) ?? []
}

/** Whether a UTF-16 code unit is whitespace. */
export function isWhitespace(unit: number): boolean {
  if (unit < 128) return asciiWhitespace[unit] === 1
  return unit === 0x85 || unit === 0xa0 || (unit >= 0x1680 && isWhite.test(String.fromCharCode(unit)))
}

const asciiWhitespace = Uint8Array.from({ length: 128 }, (_, unit) =>
  isWhite.test(String.fromCharCode(unit)) ? 1 : 0,
)

export function trimWhitespaceEnd(text: string): string {
  let end = text.length
  while (end > 0 && isWhitespace(text.charCodeAt(end - 1))) end--
  return text.slice(0, end)
}

export function trimWhitespaceStart(text: string): string {
  let start = 0
  while (start < text.length && isWhitespace(text.charCodeAt(start))) start++
  return text.slice(start)
}
