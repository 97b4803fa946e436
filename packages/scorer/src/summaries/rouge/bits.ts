import type { Comparison } from './comparison.ts'
import { kept, roomFor } from './room.ts'

/** Bits of a word in use: the sum of two words and a carry stays a small integer. */
export const wordBits = 30
export const fullWord = 2 ** wordBits - 1

/**
 * The gold text as bits in words, one bit for each token, line by line: behind each line stands one bit that is no
 * token. `masks[word * (size + 1) + token]` are the bits of a word at which a token stands; token 0 stands nowhere.
 */
export interface GoldBits {
  words: number
  size: number
  masks: Int32Array
  /** By word: the bits of tokens. */
  tokens: Int32Array
}

/** Fills the same object with every call. */
export function goldBits({ gold, goldLineEnds, goldLines, goldLength, size }: Comparison): GoldBits {
  const words = Math.ceil((goldLength + goldLines) / wordBits)
  const tokens = roomFor(bits.tokens, words)
  const masks = roomFor(kept(bits.masks), words * (size + 1))
  tokens.fill(0, 0, words)
  masks.fill(0, 0, words * (size + 1))
  let word = 0
  let bit = 0
  let place = 0
  for (let line = 0; line < goldLines; line++) {
    // One round more than the line has tokens, for the bit behind it.
    for (const end = goldLineEnds[line]!; place <= end; place++) {
      if (place < end) {
        masks[word * (size + 1) + gold[place]!]! |= 1 << bit
        tokens[word]! |= 1 << bit
      }
      if (++bit === wordBits) {
        word++
        bit = 0
      }
    }
    place--
  }
  bits.words = words
  bits.size = size
  bits.masks = masks
  bits.tokens = tokens
  return bits
}

const bits: GoldBits = { words: 0, size: 0, masks: new Int32Array(0), tokens: new Int32Array(0) }

/**
 * One word of the table of longest common subsequences, from row to row (Hyyrö 2004): a row has one more predicted
 * token than the row before it, and its bit i is 0 where the length grows from gold place i to i + 1. Writes the rows
 * of the `length` tokens that `predicted` holds from `start` on to `rows` from `to` on; returns the bits at which one
 * of these tokens stands.
 * Before the first token every bit of `open` is 1; a bit outside it is always 0, which keeps what stands before it
 * from reaching what stands behind it. The bit above a word's own is what the row carries into the next word: it is
 * read from the rows of the word before, at `from`, which are 0 before the first word and may be at `to` as well.
 */
export function sweepWord(
  { masks, size }: GoldBits,
  word: number,
  open: number,
  predicted: Int32Array,
  start: number,
  length: number,
  rows: Int32Array,
  from: number,
  to: number,
): number {
  const mask = word * (size + 1)
  // The compiler keeps a number that it knows to be a small integer in a register.
  let row = open | 0
  let present = 0
  for (let j = 0; j < length; j++) {
    const places = masks[mask + predicted[start + j]!]!
    const matched = row & places
    const sum = (row + matched + (rows[from + j]! >>> wordBits)) | 0
    row = (sum | (row ^ matched)) & open
    rows[to + j] = row | (sum & (1 << wordBits))
    present |= places
  }
  return present
}
