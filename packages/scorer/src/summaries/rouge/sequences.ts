import { type RougeScore, rougeScore } from './score.ts'
import type { RougeText } from './text.ts'

/** ROUGE-L: the longest common subsequence of the whole texts, line ends ignored (Lin 2004, section 3.1). */
export function rougeL(gold: RougeText, predicted: RougeText): RougeScore {
  const length = commonLength(gold.tokens, predicted.tokens)
  return rougeScore(length, gold.tokens.length, predicted.tokens.length)
}

/**
 * ROUGE-Lsum: for each gold line the union of its longest common subsequences with every predicted line; a token
 * hits only as often as both whole texts hold it (Lin 2004, section 3.2, with the clipping of rouge_score).
 */
export function rougeLsum(gold: RougeText, predicted: RougeText): RougeScore {
  const isCommon = commonPlaces(gold, predicted)
  const goldLeft = counts(gold.tokens)
  const predictedLeft = counts(predicted.tokens)
  const hits = gold.tokens.filter((token, place) => {
    const inGold = goldLeft.get(token) ?? 0
    const inPredicted = predictedLeft.get(token) ?? 0
    if (isCommon[place] === 0 || inGold === 0 || inPredicted === 0) return false
    goldLeft.set(token, inGold - 1)
    predictedLeft.set(token, inPredicted - 1)
    return true
  })
  return rougeScore(hits.length, gold.tokens.length, predicted.tokens.length)
}

/** 1 at the gold places that stand in a common subsequence of their line and some predicted line. */
function commonPlaces(gold: RougeText, predicted: RougeText): Uint8Array {
  const isCommon = new Uint8Array(gold.tokens.length)
  const table = new Int32Array((longest(gold.lines) + 1) * (longest(predicted.lines) + 1))
  for (const other of predicted.lines) {
    const tokens = new Set(other)
    let start = 0
    for (const line of gold.lines) {
      const places: number[] = []
      for (let i = 0; i < line.length; i++) if (tokens.has(line[i]!)) places.push(start + i)
      markCommon(isCommon, gold.tokens, places, other, table)
      start += line.length
    }
  }
  return isCommon
}

/**
 * Length of the longest common subsequence (Hunt and Szymanski 1977). `ends[k]`: the first predicted place where a
 * common sequence of k + 1 tokens can end.
 */
function commonLength(gold: Int32Array, predicted: Int32Array): number {
  const places = new Map<number, number[]>()
  predicted.forEach((token, place) => {
    const list = places.get(token)
    if (list === undefined) places.set(token, [place])
    else list.unshift(place)
  })
  const ends: number[] = []
  for (const token of gold) {
    // From the last place to the first, so that one gold token ends no sequence that it has just made longer.
    for (const place of places.get(token) ?? []) ends[firstAtLeast(ends, place)] = place
  }
  return ends.length
}

/** Index of the first of the rising `values` that is at least `least`, or their number. */
function firstAtLeast(values: readonly number[], least: number): number {
  let low = 0
  let high = values.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! < least) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Marks the gold places of one longest common subsequence with a predicted line. Which one of several is read out
 * moves the score: from the end, left only if that is strictly longer than up, as rouge_score does. `places` are
 * the gold places whose token the line holds: another one is always passed upwards, so it needs no row. `table` is
 * room for (places + 1) x (predicted + 1) lengths.
 */
function markCommon(
  isCommon: Uint8Array,
  gold: Int32Array,
  places: readonly number[],
  predicted: Int32Array,
  table: Int32Array,
): void {
  const width = predicted.length + 1
  table.fill(0, 0, width)
  for (let row = 1; row <= places.length; row++) {
    const token = gold[places[row - 1]!]!
    let left = 0
    let at = row * width
    table[at++] = 0
    for (let j = 1; j < width; j++, at++) {
      const up = table[at - width]!
      if (token === predicted[j - 1]) left = table[at - width - 1]! + 1
      else if (up > left) left = up
      table[at] = left
    }
  }
  let row = places.length
  let j = predicted.length
  while (row > 0 && j > 0) {
    const place = places[row - 1]!
    if (gold[place] === predicted[j - 1]) {
      isCommon[place] = 1
      row--
      j--
    } else if (table[row * width + j - 1]! > table[(row - 1) * width + j]!) j--
    else row--
  }
}

function longest(lines: readonly Int32Array[]): number {
  return lines.reduce((most, line) => Math.max(most, line.length), 0)
}

function counts(tokens: Int32Array): Map<number, number> {
  const counts = new Map<number, number>()
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
}
