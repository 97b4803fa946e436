import { stem } from '@assay/text'

/** A text as ROUGE sees it: its tokens as numbers, equal for equal tokens, whole and line by line. */
export interface RougeText {
  readonly tokens: Int32Array
  /** The parts between line feeds that hold a token. They share the memory of `tokens`. */
  readonly lines: readonly Int32Array[]
}

export interface RougeOptions {
  /** Porter stems for tokens longer than three characters. Default true. */
  readonly stemmer?: boolean
}

/**
 * ROUGE's tokens: the text in lower case, cut into runs of ASCII letters and digits. Everything else separates,
 * letters with accents too; a text in another script has no tokens.
 */
export function rougeTokens(text: string, options: RougeOptions = {}): string[] {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return options.stemmer === false ? words : words.map(stemmed)
}

/** Makes the reader that gives the texts of one comparison their numbers. Texts of two readers do not compare. */
export function createRougeReader(options: RougeOptions = {}): (text: string) => RougeText {
  const numbers = new Map<string, number>()
  return (text) => {
    const lines = text
      .split('\n')
      .map((line) => rougeTokens(line, options))
      .filter((tokens) => tokens.length > 0)
    const tokens = new Int32Array(lines.reduce((sum, line) => sum + line.length, 0))
    let end = 0
    const cut = lines.map((line) => {
      const start = end
      for (const token of line) tokens[end++] = numberOf(token, numbers)
      return tokens.subarray(start, end)
    })
    return { tokens, lines: cut }
  }
}

/** The length counts before stemming. */
function stemmed(word: string): string {
  return word.length > 3 ? stem(word) : word
}

function numberOf(token: string, numbers: Map<string, number>): number {
  const known = numbers.get(token)
  if (known !== undefined) return known
  numbers.set(token, numbers.size)
  return numbers.size - 1
}
