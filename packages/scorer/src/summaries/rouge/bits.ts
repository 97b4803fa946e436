import type { Comparison } from './comparison.ts'
import { kept, roomFor } from './room.ts'

/** Bits of a word in use: the sum of two words and a carry stays a small integer. */
export const wordBits = 30
export const fullWord = 2 ** wordBits - 1

/**
 * The gold text as bits, one for each token, in lines: behind each line stands one bit that is no token. Token `t`
 * stands at the bits of `masks` from `t * words` on; number 0 stands nowhere.
 */
export interface GoldBits {
  words: number
  masks: Int32Array
  /** By word: the bits of tokens. */
  tokens: Int32Array
}

/** Fills the same object with every call. */
export function goldBits({ gold, goldLineEnds, goldLines, goldLength, size }: Comparison): GoldBits {
  const words = Math.ceil((goldLength + goldLines) / wordBits)
  bits.words = words
  bits.masks = roomFor(kept(bits.masks), (size + 1) * words)
  bits.masks.fill(0, 0, (size + 1) * words)
  bits.tokens = roomFor(bits.tokens, words)
  bits.tokens.fill(0, 0, words)
  let word = 0
  let bit = 0
  let place = 0
  for (let line = 0; line < goldLines; line++) {
    for (; place < goldLineEnds[line]!; place++) {
      bits.masks[gold[place]! * words + word]! |= 1 << bit
      bits.tokens[word]! |= 1 << bit
      if (++bit === wordBits) [word, bit] = [word + 1, 0]
    }
    if (++bit === wordBits) [word, bit] = [word + 1, 0]
  }
  return bits
}

const bits: GoldBits = { words: 0, masks: new Int32Array(0), tokens: new Int32Array(0) }

/**
 * One row of the table of longest common subsequences, in bits (Hyyrö 2004): bit i is 0 where the length grows from
 * gold place i to i + 1. Reads the row at `from` and writes the row with one more predicted token at `to`, which may
 * be the same. At the start every bit is 1. `open` are the bits that may be 1: a bit that is always 0 keeps what is
 * before it from reaching what is behind it.
 */
export function nextRow(
  rows: Int32Array,
  from: number,
  to: number,
  { words, masks }: GoldBits,
  token: number,
  open: Int32Array,
): void {
  const mask = token * words
  let carry = 0
  for (let word = 0; word < words; word++) {
    const row = rows[from + word]!
    const matched = row & masks[mask + word]!
    const sum = (row + matched + carry) | 0
    carry = sum >>> wordBits
    rows[to + word] = (sum | (row ^ matched)) & open[word]!
  }
}
