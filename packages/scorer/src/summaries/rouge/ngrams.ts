import type { Comparison } from './comparison.ts'
import { roomFor } from './room.ts'

/**
 * N-grams of the whole texts in common, each at most as often as the other side has it (Lin 2004, section 2), for
 * every order from 1 to `highest`: `hits[order - 1]`.
 */
export function ngramHits(
  { gold, goldLength, predicted, predictedLength, size }: Comparison,
  highest: number,
): number[] {
  if (highest === 0) return []
  own = roomFor(own, goldLength)
  other = roomFor(other, predictedLength)
  for (let i = 0; i < goldLength; i++) own[i] = gold[i]!
  for (let i = 0; i < predictedLength; i++) other[i] = predicted[i]!
  let distinct = size
  const hits = [clippedHits(goldLength, predictedLength, distinct)]
  for (let order = 2; order <= highest; order++) {
    distinct = lengthen(gold, goldLength, predicted, predictedLength, order)
    hits.push(clippedHits(goldLength - order + 1, predictedLength - order + 1, distinct))
  }
  return hits
}

/** The n-grams of the present order by place: numbers from 1 in gold (`own`); 0 in `other` if gold lacks it. */
let own: Int32Array = new Int32Array(0)
let other: Int32Array = new Int32Array(0)
/** By n-gram: how many of gold's are not hit yet. */
let left: Int32Array = new Int32Array(0)

function clippedHits(goldLength: number, predictedLength: number, distinct: number): number {
  left = roomFor(left, distinct + 1)
  left.fill(0, 0, distinct + 1)
  for (let i = 0; i < goldLength; i++) left[own[i]!]!++
  let hits = 0
  for (let i = 0; i < predictedLength; i++) {
    const gram = other[i]!
    if (left[gram]! > 0) {
      left[gram]!--
      hits++
    }
  }
  return hits
}

/**
 * Turns the n-grams at hand into those of the next order: an n-gram is the pair of the shorter one and a token. The
 * pairs of gold stand in a hash table with open addressing, at most half full. Returns how many are distinct.
 */
function lengthen(
  gold: Int32Array,
  goldLength: number,
  predicted: Int32Array,
  predictedLength: number,
  order: number,
): number {
  const grams = Math.max(0, goldLength - order + 1)
  const mask = 2 ** (32 - Math.clz32(2 * grams)) - 1
  slots = roomFor(slots, mask + 1)
  slots.fill(0, 0, mask + 1)
  firsts = roomFor(firsts, grams + 1)
  lasts = roomFor(lasts, grams + 1)
  let distinct = 0
  for (let i = 0; i < grams; i++) {
    const slot = slotOf(own[i]!, gold[i + order - 1]!, mask)
    if (slots[slot] === 0) {
      slots[slot] = ++distinct
      firsts[distinct] = own[i]!
      lasts[distinct] = gold[i + order - 1]!
    }
    own[i] = slots[slot]!
  }
  for (let i = 0; i <= predictedLength - order; i++) {
    const [first, last] = [other[i]!, predicted[i + order - 1]!]
    other[i] = first === 0 || last === 0 ? 0 : slots[slotOf(first, last, mask)]!
  }
  return distinct
}

/** 0, or the number of a pair. */
let slots: Int32Array = new Int32Array(0)
let firsts: Int32Array = new Int32Array(0)
let lasts: Int32Array = new Int32Array(0)

/** Where a pair stands, or the free place where it would. */
function slotOf(first: number, last: number, mask: number): number {
  const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(last, 0x85ebca6b)
  let slot = (hash ^ (hash >>> 15)) & mask
  for (;;) {
    const number = slots[slot]!
    if (number === 0 || (firsts[number] === first && lasts[number] === last)) return slot
    slot = (slot + 1) & mask
  }
}
