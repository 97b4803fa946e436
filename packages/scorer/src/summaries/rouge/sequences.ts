import { fullWord, type GoldBits, sweepWord, wordBits } from './bits.ts'
import type { Comparison } from './comparison.ts'
import { kept, roomFor } from './room.ts'

/** By predicted token: zeros, and then its rows, word after word. */
let rows: Int32Array = new Int32Array(0)

/** Length of the longest common subsequence of the whole texts, line ends ignored (Lin 2004, section 3.1). */
export function wholeSequence({ predicted, predictedLength }: Comparison, bits: GoldBits): number {
  makeRoom(predictedLength, predictedLength)
  known = roomFor(known, predictedLength)
  let size = 0
  for (let j = 0; j < predictedLength; j++) if (predicted[j] !== 0) known[size++] = predicted[j]!
  if (size === 0) return 0
  let length = 0
  for (let word = 0; word < bits.words; word++) {
    // Only the last row counts, so that each word writes over the rows of the word before.
    sweepWord(bits, word, fullWord, known, 0, size, rows, 0, 0)
    length += bitCount(~rows[size - 1]! & fullWord)
  }
  return length
}

/** The predicted tokens that gold has. */
let known: Int32Array = new Int32Array(0)

/**
 * Hits of ROUGE-Lsum: for each gold line the union of its longest common subsequences with every predicted line; a
 * token hits only as often as the predicted text holds it (Lin 2004, section 3.2, with the clipping of rouge_score).
 */
export function unionHits(pair: Comparison, bits: GoldBits): number {
  const { gold, goldLineEnds, goldLines, predicted, predictedLength, size } = pair
  const common = commonBits(pair, bits)
  left = roomFor(left, size + 1)
  left.fill(0, 0, size + 1)
  for (let j = 0; j < predictedLength; j++) left[predicted[j]!]!++
  let hits = 0
  let place = 0
  for (let line = 0; line < goldLines; line++) {
    for (const end = goldLineEnds[line]!; place < end; place++) {
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
  fresh = roomFor(fresh, words)
  let start = 0
  for (let line = 0; line < predictedLines; line++) {
    const length = predictedLineEnds[line]! - start
    makeRoom(length, length * (words + 1))
    for (let word = 0; word < words; word++) {
      const at = word * length
      const present = sweepWord(bits, word, tokens[word]!, predicted, start, length, rows, at, at + length)
      fresh[word] = present & ~common[word]!
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
/** 1 at the gold places whose token the present predicted line holds and that no earlier line has marked. */
let fresh: Int32Array = new Int32Array(0)

/**
 * Marks the gold bits, from `first` up to `end`, of one longest common subsequence with the predicted line whose rows
 * stand in `rows`. Which one of several is read out moves the score: from the end, rouge_score goes left (a predicted
 * token back) only if that is strictly longer than up (a gold token back). Where the tokens differ that is so exactly
 * if the bit is 0, so in each row the walk goes up to the next bit that is 0 or matches.
 */
function readOut(
  { masks, size }: GoldBits,
  predicted: Int32Array,
  start: number,
  length: number,
  first: number,
  end: number,
): void {
  const table = rows
  const marked = common
  const firstWord = (first / wordBits) | 0
  const firstWindow = fullWord & ~((1 << (first % wordBits)) - 1)
  let word = ((end - 1) / wordBits) | 0
  // The bits of `word` that the walk has not passed.
  let window = (2 << ((end - 1) % wordBits)) - 1
  if (word === firstWord) window &= firstWindow
  if (!isAnyFresh(firstWord, firstWindow, word, window)) return
  for (let j = length - 1; j >= 0; j--) {
    const token = predicted[start + j]!
    let matches = masks[word * (size + 1) + token]!
    let stops = (matches | ~table[(word + 1) * length + j]!) & window
    while (stops === 0) {
      if (word === firstWord) return
      word--
      window = word === firstWord ? firstWindow : fullWord
      matches = masks[word * (size + 1) + token]!
      stops = (matches | ~table[(word + 1) * length + j]!) & window
    }
    const bit = 1 << (31 - Math.clz32(stops))
    if ((matches & bit) === 0) window &= 2 * bit - 1
    else {
      marked[word]! |= bit
      window &= bit - 1
    }
  }
}

/** Whether a walk over the bits between two words could mark one that is not marked yet. Most could not. */
function isAnyFresh(firstWord: number, firstWindow: number, lastWord: number, lastWindow: number): boolean {
  if ((fresh[lastWord]! & lastWindow) !== 0) return true
  if (firstWord === lastWord) return false
  if ((fresh[firstWord]! & firstWindow) !== 0) return true
  for (let word = firstWord + 1; word < lastWord; word++) if (fresh[word] !== 0) return true
  return false
}

/** Room for so many rows, of which the first are 0: one for each predicted token. */
function makeRoom(tokens: number, ofRows: number): void {
  rows = roomFor(kept(rows), ofRows)
  rows.fill(0, 0, tokens)
}

/** How many of the bits are 1. */
function bitCount(bits: number): number {
  let pairs = bits - ((bits >>> 1) & 0x55555555)
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
