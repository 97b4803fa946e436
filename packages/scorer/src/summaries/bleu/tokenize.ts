import { splitAtWhitespace, trimWhitespaceEnd, trimWhitespaceStart } from '../whitespace.ts'
import { tokens13a } from './tokens-13a.ts'

/**
 * sacreBLEU's tokenizers: `13a` (mteval-v13a), `intl` (by Unicode's classes of punctuation and symbols), `zh`
 * (Chinese characters apart, the rest like 13a), `char` (code points), `none` (words between whitespace).
 */
export type BleuTokenizer = '13a' | 'intl' | 'zh' | 'char' | 'none'

/** The tokens of a text. Time grows with the length of the text. */
export function bleuTokens(text: string, tokenizer: BleuTokenizer = '13a'): string[] {
  return tokenizer === '13a' ? tokens13a(text) : splitAtWhitespace(spacedLine(text, tokenizer))
}

/**
 * The line that sacreBLEU's tokenizer of that name gives for a text. Its parts between whitespace are the tokens;
 * `char` leaves the whitespace of the text itself in it, the others put one space between tokens.
 */
export function bleuTokenizedLine(text: string, tokenizer: BleuTokenizer = '13a'): string {
  if (tokenizer === 'char') return spacedLine(text, tokenizer)
  return bleuTokens(text, tokenizer).join(' ')
}

/** Whitespace at the end goes first: `intl` must not take it for what follows a mark. */
function spacedLine(given: string, tokenizer: Exclude<BleuTokenizer, '13a'>): string {
  const text = trimWhitespaceEnd(given)
  if (tokenizer === 'char') return Array.from(text).join(' ')
  if (tokenizer === 'zh') return westernLine(trimWhitespaceStart(text).replace(chinese, ' $& '))
  if (tokenizer === 'none') return text
  return text
    .replace(/(\P{N})(\p{P})/gu, '$1 $2 ')
    .replace(/(\p{P})(\P{N})/gu, ' $1 $2')
    .replace(/\p{S}/gu, ' $& ')
}

/** The four substitutions of mteval-v13a. Each goes once over the line and never looks at a character twice. */
function westernLine(line: string): string {
  return line
    .replace(/[ -&(-+/:-@[-`{-~]/g, ' $& ')
    .replace(/([^0-9])([.,])/gu, '$1 $2 ')
    .replace(/([.,])([^0-9])/gu, ' $1 $2')
    .replace(/([0-9])-/g, '$1 - ')
}

/**
 * The characters that sacreBLEU takes for Chinese. Two of its ranges were meant to be U+20000 to U+2A6D6 and
 * U+2F800 to U+2FA1D, but name U+2001 to U+2A6D and U+2F81 to U+2FA1: dashes, curly quotes, the euro sign.
 */
const chinese =
  /[\u2001-\u2a6d\u2e80-\u2fdf\u2ff0-\u303f\u3100-\u312f\u31a0-\u31bf\u31c0-\u31ef\u3200-\u4db5\u4e00-\u9fbb\uf900-\ufa2d\ufa30-\ufa6a\ufa70-\ufad9\ufe10-\ufe1f\ufe30-\ufe4f\uff00-\uffef]/g
