import { stem } from '@assay/text'

/**
 * Distinct tokens, numbered from 0 in the order in which they came, so that tokens are compared as numbers and each
 * is stemmed once. Token `n` is the ASCII text `bytes[starts[n]]` up to `bytes[starts[n + 1]]`. `slots` is a hash
 * table with open addressing: 0, or the number of a token plus 1; never more than half full.
 */
export interface Vocabulary {
  size: number
  bytes: Uint8Array
  starts: Int32Array
  hashes: Int32Array
  /** By token: the number of its stem, or -1 while nobody has asked. */
  stems: Int32Array
  slots: Int32Array
}

export function createVocabulary(): Vocabulary {
  return {
    size: 0,
    bytes: new Uint8Array(2 ** 14),
    starts: new Int32Array(2 ** 11),
    hashes: new Int32Array(2 ** 11),
    stems: new Int32Array(2 ** 11).fill(-1),
    slots: new Int32Array(2 ** 12),
  }
}

/** Where the next new token is written: a reader writes there first and asks for its number afterwards. */
export function endOf({ starts, size }: Vocabulary): number {
  return starts[size]!
}

/** Makes room for the new tokens of a text of so many characters, and for their stems, which are never longer. */
export function reserve(vocabulary: Vocabulary, characters: number): void {
  const { bytes } = vocabulary
  const needed = endOf(vocabulary) + 2 * characters
  if (needed <= bytes.length) return
  vocabulary.bytes = new Uint8Array(2 * needed)
  vocabulary.bytes.set(bytes)
}

export const emptyHash = 0x811c9dc5 | 0

/** The hash of a token with one more character (FNV-1a). */
export function hashWith(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}

/** The number of the token that is written at the end. A new one stays there, a known one may be overwritten. */
export function numberOfWritten(vocabulary: Vocabulary, length: number, hash: number): number {
  const { slots, hashes } = vocabulary
  const mask = slots.length - 1
  let slot = (hash ^ (hash >>> 15)) & mask
  for (;;) {
    const number = slots[slot]! - 1
    if (number < 0) return add(vocabulary, slot, length, hash)
    if (hashes[number] === hash && isWritten(vocabulary, number, length)) return number
    slot = (slot + 1) & mask
  }
}

/** The number of a token's stem. Tokens of up to three characters are their own: ROUGE leaves them alone. */
export function stemNumber(vocabulary: Vocabulary, number: number): number {
  const known = vocabulary.stems[number]!
  if (known >= 0) return known
  const word = wordOf(vocabulary, number)
  const result = word.length > 3 ? numberOf(vocabulary, stem(word)) : number
  vocabulary.stems[number] = result
  return result
}

export function wordOf({ bytes, starts }: Vocabulary, number: number): string {
  return String.fromCharCode(...bytes.subarray(starts[number], starts[number + 1]))
}

function numberOf(vocabulary: Vocabulary, word: string): number {
  const end = endOf(vocabulary)
  let hash = emptyHash
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    vocabulary.bytes[end + i] = code
    hash = hashWith(hash, code)
  }
  return numberOfWritten(vocabulary, word.length, hash)
}

/** Whether the token with a number reads as what is written at the end. */
function isWritten({ bytes, starts, size }: Vocabulary, number: number, length: number): boolean {
  const start = starts[number]!
  if (starts[number + 1]! - start !== length) return false
  const end = starts[size]!
  for (let i = 0; i < length; i++) if (bytes[start + i] !== bytes[end + i]) return false
  return true
}

function add(vocabulary: Vocabulary, slot: number, length: number, hash: number): number {
  const { starts, hashes, slots, size } = vocabulary
  slots[slot] = size + 1
  hashes[size] = hash
  starts[size + 1] = starts[size]! + length
  vocabulary.size = size + 1
  if (size + 2 === starts.length) grow(vocabulary)
  return size
}

/** Twice the room for tokens. */
function grow(vocabulary: Vocabulary): void {
  const { starts, hashes, stems, slots, size } = vocabulary
  vocabulary.starts = new Int32Array(2 * starts.length)
  vocabulary.starts.set(starts)
  vocabulary.hashes = new Int32Array(2 * hashes.length)
  vocabulary.hashes.set(hashes)
  vocabulary.stems = new Int32Array(2 * stems.length).fill(-1)
  vocabulary.stems.set(stems)
  vocabulary.slots = new Int32Array(2 * slots.length)
  const mask = vocabulary.slots.length - 1
  for (let number = 0; number < size; number++) {
    const hash = hashes[number]!
    let slot = (hash ^ (hash >>> 15)) & mask
    while (vocabulary.slots[slot] !== 0) slot = (slot + 1) & mask
    vocabulary.slots[slot] = number + 1
  }
}
