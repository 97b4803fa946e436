import type { Span } from '@assay/schema'

/** `text` equals the slice of the source text at the token's span. Case is kept. */
export interface Token extends Span {
  readonly text: string
}

const initialism = String.raw`\p{L}(?:\.\p{L}(?![\p{L}\p{M}\p{N}])){1,99}`
const run = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|[\u200c\u200d](?=\p{L})){0,9999}`
const lastS = String.raw`[sS](?![\p{L}\p{M}\p{N}])`
const inner = String.raw`['’ʼ](?!${lastS})(?=\p{L})|(?<=\p{N})[.,:](?=\p{N})`
const possessive = String.raw`(?<=[\p{L}\p{M}\p{N}]['’ʼ])${lastS}`
// The bounds keep the stack of the regular expression engine small on megabytes without a space.
const token = new RegExp(`${initialism}|(?!${possessive})${run}(?:(?:${inner})${run}){0,99}`, 'gu')

/**
 * Words and numbers for matching content, in any script, without punctuation and symbols. Kept together: inner
 * apostrophes ("don't", "O'Brien"), inner marks of a number ("9,000", "4.9", "10:30"), initialisms ("U.S"),
 * combining marks. Taken apart: hyphens ("Afghan-led" is two tokens, so that it meets "led by Afghans"), a
 * currency sign and its number; a possessive 's belongs to no token. A script written without spaces gives one
 * token a run. Empty text: no tokens. Linear time.
 */
export function wordTokens(text: string): Token[] {
  return Array.from(text.matchAll(token), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }))
}

/** Number of runs of characters without white space: the unit in which summary lengths are given. */
export function countWords(text: string): number {
  let count = 0
  for (const _ of text.matchAll(/\S+/g)) count++
  return count
}

/**
 * The text up to and including its n-th white-space separated word, what follows it cut off. A text with fewer
 * words comes back unchanged; n below 1 gives the empty text.
 */
export function firstWords(text: string, n: number): string {
  if (n < 1) return ''
  let count = 0
  for (const match of text.matchAll(/\S+/g)) {
    count++
    if (count === n) return text.slice(0, match.index + match[0].length)
  }
  return text
}
