/**
 * Characters that act on a reader instead of being read: C0 and C1 controls, bidi controls, zero-width and
 * invisible format characters, line and paragraph separators, tags, lone surrogates. Tab and newline are among them.
 */
const acting =
  /[\p{Cc}\p{Cs}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu

/** `text` with every acting character written as `\n`, `\t`, `\r` or `\u{1b}`. Joiners that shape letters stay. */
export function visible(text: string): string {
  return text.replace(acting, escapeOf)
}

/** As `visible`, for text of several lines: line breaks stay, as plain newlines. */
export function visibleLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(visible)
    .join('\n')
}

/** As `visible`, in the notation of JSON, for text that already is JSON. */
export function visibleJson(json: string): string {
  return json.replace(acting, (character) =>
    character === '\n'
      ? character
      : Array.from({ length: character.length }, (_, i) => character.charCodeAt(i))
          .map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`)
          .join(''),
  )
}

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function escapeOf(character: string): string {
  return short[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
}
