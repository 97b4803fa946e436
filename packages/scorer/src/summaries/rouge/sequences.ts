import { fullWord, type GoldBits, nextRow, wordBits } from './bits.ts'
import type { Comparison } from './comparison.ts'
import { kept, roomFor } from './room.ts'

/** Length of the longest common subsequence of the whole texts, line ends ignored (Lin 2004, section 3.1). */
export function wholeSequence({ predicted, predictedLength }: Comparison, bits: GoldBits): number {
  const { words } = bits
  full = roomFor(full, words)
  full.fill(fullWord, 0, words)
  rows = roomFor(kept(rows), words)
  rows.set(full.subarray(0, words))
  for (let j = 0; j < predictedLength; j++) {
    const token = predicted[j]!
    if (token !== 0) nextRow(rows, 0, 0, bits, token, full)
  }
  let length = 0
  for (let word = 0; word < words; word++) length += bitCount(rows[word]! ^ fullWord)
  return length
}

/** By word: every bit. A line's end keeps nothing apart. */
let full: Int32Array = new Int32Array(0)
let rows: Int32Array = new Int32Array(0)

/**
 * Hits of ROUGE-Lsum: for each gold line the union of its longest common subsequences with every predicted line; a
 * token hits only as often as the predicted text holds it (Lin 2004, section 3.2, with the clipping of rouge_score).
 */
export function unionHits(pair: Comparison, bits: GoldBits): number {
  const common = commonBits(pair, bits)
  const { gold, goldLineEnds, goldLines, predicted, predictedLength, size } = pair
  left = roomFor(left, size + 1)
  left.fill(0, 0, size + 1)
  for (let j = 0; j < predictedLength; j++) left[predicted[j]!]!++
  let hits = 0
  let place = 0
  for (let line = 0; line < goldLines; line++) {
    for (; place < goldLineEnds[line]!; place++) {
      const bit = place + line
      if (((common[(bit / wordBits) | 0]! >>> (bit % wordBits)) & 1) === 0) continue
      if (left[gold[place]!]!-- > 0) hits++
    }
  }
  return hits
}

let left: Int32Array = new Int32Array(0)

/** 1 at the gold places that stand in the common subsequence of their line and some predicted line. */
function commonBits(pair: Comparison, bits: GoldBits): Int32Array {
  const { predicted, predictedLineEnds, predictedLines, goldLineEnds, goldLines } = pair
  const { words, tokens } = bits
  common = roomFor(common, words)
  common.fill(0, 0, words)
  let start = 0
  for (let line = 0; line < predictedLines; line++) {
    const length = predictedLineEnds[line]! - start
    rows = roomFor(kept(rows), (length + 1) * words)
    for (let word = 0; word < words; word++) rows[word] = tokens[word]!
    for (let j = 0; j < length; j++) {
      nextRow(rows, j * words, (j + 1) * words, bits, predicted[start + j]!, tokens)
    }
    let first = 0
    for (let goldLine = 0; goldLine < goldLines; goldLine++) {
      const end = goldLineEnds[goldLine]! + goldLine
      readOut(bits, predicted, start, length, first, end)
      first = end + 1
    }
    start += length
  }
  return common
}

let common: Int32Array = new Int32Array(0)

/**
 * Marks the gold bits, from `first` up to `end`, of one longest common subsequence with the predicted line whose rows
 * stand in `rows`. Which one of several is read out moves the score: from the end, rouge_score goes left (a predicted
 * token back) only if that is strictly longer than up (a gold token back). Where the tokens differ that is so exactly
 * if the bit is 0, so in each row the walk goes up to the next bit that is 0 or matches.
 */
function readOut(
  { words, masks }: GoldBits,
  predicted: Int32Array,
  start: number,
  length: number,
  first: number,
  end: number,
): void {
  const firstWord = (first / wordBits) | 0
  let word = ((end - 1) / wordBits) | 0
  const firstWindow = fullWord & ~((1 << (first % wordBits)) - 1)
  // The bits of `word` that the walk has not passed.
  let window = (2 << ((end - 1) % wordBits)) - 1
  if (word === firstWord) window &= firstWindow
  for (let j = length; j > 0; j--) {
    const mask = predicted[start + j - 1]! * words
    let matches = masks[mask + word]!
    let stops = (matches | ~rows[j * words + word]!) & window
    while (stops === 0) {
      if (word === firstWord) return
      word--
      window = word === firstWord ? firstWindow : fullWord
      matches = masks[mask + word]!
      stops = (matches | ~rows[j * words + word]!) & window
    }
    const bit = 1 << (31 - Math.clz32(stops))
    if ((matches & bit) === 0) window &= 2 * bit - 1
    else {
      common[word]! |= bit
      window &= bit - 1
    }
  }
}

/** How many of the bits are 1. */
function bitCount(bits: number): number {
  let pairs = bits - ((bits >>> 1) & 0x55555555)
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
