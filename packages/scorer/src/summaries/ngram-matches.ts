/**
 * Clipped n-gram matches for the orders 1 to `maxOrder`: every distinct n-gram of `predicted` counts as often as
 * it has it, but not more often than that `gold` sequence which holds most of it (Papineni et al. 2002, section
 * 2.1). Tokens are numbers, equal for equal tokens. Nearly linear in the length of the sequences: an n-gram can
 * match only where its beginning did, so what stops matching is left out of all higher orders.
 */
export function ngramMatches(gold: readonly Int32Array[], predicted: Int32Array, maxOrder: number): number[] {
  const matches: number[] = []
  let live = predicted.length
  makeRoom(gold, predicted)
  for (let order = 1; order <= maxOrder; order++) {
    if (live === 0 || predicted.length < order) matches.push(0)
    else {
      clearTable(live)
      number(predicted, order)
      let sum = 0
      let base = 0
      for (const side of gold) {
        if (base > 0) seen.fill(0, 0, mask + 1)
        sum += match(side, order, base)
        base += side.length
      }
      live = sum === 0 ? 0 : forgetUnmatched(predicted.length - order + 1)
      matches.push(sum)
    }
  }
  return matches
}

// One open-addressed table for all calls, so that a comparison allocates nothing. An n-gram is the pair of the
// slot of its first n - 1 tokens and its last token; it is known by the slot where that pair stands.
let beginnings = new Int32Array(0)
let lasts = new Int32Array(0)
/** How often `predicted` has the n-gram; 0: the slot is free. */
let counts = new Int32Array(0)
/** How often the gold sequence at hand has it. */
let seen = new Int32Array(0)
/** The most that a gold sequence has of it. */
let most = new Int32Array(0)
let mask = 0
let shift = 0

/** The slot of the n-gram that begins at each place of `predicted`; -1: it cannot match. */
let predictedSlots = new Int32Array(0)
/** The same for all gold sequences, one after the other. */
let goldSlots = new Int32Array(0)

function makeRoom(gold: readonly Int32Array[], predicted: Int32Array): void {
  const goldLength = gold.reduce((sum, side) => sum + side.length, 0)
  if (predictedSlots.length < predicted.length) predictedSlots = new Int32Array(predicted.length * 2)
  if (goldSlots.length < goldLength) goldSlots = new Int32Array(goldLength * 2)
  predictedSlots.fill(0, 0, predicted.length)
  goldSlots.fill(0, 0, goldLength)
}

/** A free table of at least twice as many slots as n-grams will stand in it. */
function clearTable(ngrams: number): void {
  const bits = Math.max(4, 33 - Math.clz32(ngrams))
  const size = 1 << bits
  if (counts.length < size) {
    beginnings = new Int32Array(size)
    lasts = new Int32Array(size)
    counts = new Int32Array(size)
    seen = new Int32Array(size)
    most = new Int32Array(size)
  } else {
    counts.fill(0, 0, size)
    seen.fill(0, 0, size)
    most.fill(0, 0, size)
  }
  mask = size - 1
  shift = 32 - bits
}

/** The slot of an n-gram, or the free slot where it would stand. */
function slotOf(beginning: number, last: number): number {
  let slot = (Math.imul(beginning, 0x9e3779b1) + Math.imul(last, 0x85ebca6b)) >>> shift
  while (counts[slot] !== 0 && (lasts[slot] !== last || beginnings[slot] !== beginning)) {
    slot = (slot + 1) & mask
  }
  return slot
}

function number(predicted: Int32Array, order: number): void {
  const end = predicted.length - order + 1
  for (let i = 0; i < end; i++) {
    const beginning = predictedSlots[i]!
    if (beginning === -1) continue
    const last = predicted[i + order - 1]!
    const slot = slotOf(beginning, last)
    beginnings[slot] = beginning
    lasts[slot] = last
    counts[slot]! += 1
    predictedSlots[i] = slot
  }
}

function match(gold: Int32Array, order: number, base: number): number {
  const end = gold.length - order + 1
  let matches = 0
  for (let i = 0; i < end; i++) {
    const beginning = goldSlots[base + i]!
    if (beginning === -1) continue
    const slot = slotOf(beginning, gold[i + order - 1]!)
    const count = counts[slot]!
    if (count === 0) {
      goldSlots[base + i] = -1
      continue
    }
    goldSlots[base + i] = slot
    const now = ++seen[slot]!
    if (now <= most[slot]!) continue
    most[slot] = now
    if (now <= count) matches++
  }
  return matches
}

/** How many n-grams of `predicted` are left that some gold sequence holds. */
function forgetUnmatched(end: number): number {
  let live = 0
  for (let i = 0; i < end; i++) {
    const slot = predictedSlots[i]!
    if (slot === -1) continue
    if (most[slot] === 0) predictedSlots[i] = -1
    else live++
  }
  return live
}
