import { roomFor } from './room.ts'
import {
  createVocabulary,
  emptyHash,
  endOf,
  hashWith,
  numberOfWritten,
  reserve,
  stemNumber,
  type Vocabulary,
  wordOf,
} from './vocabulary.ts'

/**
 * A text as ROUGE sees it: its tokens as numbers of one vocabulary. Arrays are longer than what they hold, and are
 * used again for the next text.
 */
export interface RougeText {
  tokens: Int32Array
  length: number
  /** Where each line ends among the tokens, its end not included. Lines are parts between `\n` that hold a token. */
  lineEnds: Int32Array
  lines: number
}

export function createRougeText(): RougeText {
  return { tokens: new Int32Array(0), length: 0, lineEnds: new Int32Array(0), lines: 0 }
}

/**
 * ROUGE's tokens: the text in lower case, cut into runs of ASCII letters and digits. Everything else separates,
 * letters with accents too; a text in another script has no tokens.
 */
export function rougeTokens(text: string, options: { readonly stemmer?: boolean } = {}): string[] {
  const vocabulary = createVocabulary()
  const into = createRougeText()
  readText(text, vocabulary, options.stemmer !== false, into)
  return Array.from(into.tokens.subarray(0, into.length), (number) => wordOf(vocabulary, number))
}

/** Reads a text in one pass, as `text.toLowerCase().match(/[a-z0-9]+/g)` would cut it. */
export function readText(text: string, vocabulary: Vocabulary, isStemmed: boolean, into: RougeText): void {
  reserve(vocabulary, text.length)
  const tokens = (into.tokens = roomFor(into.tokens, text.length))
  const lineEnds = (into.lineEnds = roomFor(into.lineEnds, text.length))
  let length = 0
  let lines = 0
  const bytes = vocabulary.bytes
  let start = endOf(vocabulary)
  let end = start
  let hash = emptyHash
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : lineFeed
    const character = code < 128 ? lowered[code]! : code === kelvin ? small.k : code === dottedI ? small.i : 0
    if (character !== 0) {
      bytes[end++] = character
      hash = hashWith(hash, character)
      if (code !== dottedI) continue
    }
    if (end > start) {
      const number = numberOfWritten(vocabulary, end - start, hash)
      tokens[length++] = isStemmed ? stemNumber(vocabulary, number) : number
      start = end = endOf(vocabulary)
      hash = emptyHash
    }
    if (code === lineFeed && length > (lines === 0 ? 0 : lineEnds[lines - 1]!)) lineEnds[lines++] = length
  }
  into.length = length
  into.lines = lines
}

const lineFeed = 10
const small = { i: 105, k: 107 }

/**
 * The two characters outside ASCII that lower-casing turns into ASCII: the Kelvin sign into k, and capital I with a
 * dot into i and a combining dot, which separates.
 */
const kelvin = 0x212a
const dottedI = 0x130

/** By ASCII code: the letter in lower case or the digit, else 0. */
const lowered = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code).toLowerCase()
  return /[a-z0-9]/.test(character) ? character.charCodeAt(0) : 0
})
