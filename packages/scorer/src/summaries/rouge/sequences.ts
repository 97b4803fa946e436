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
  const goldLeft = counts(gold.tokens)
  const predictedLeft = counts(predicted.tokens)
  const table = new Int32Array((longest(gold.lines) + 1) * (longest(predicted.lines) + 1))
  let hits = 0
  for (const line of gold.lines) {
    const isCommon = new Uint8Array(line.length)
    for (const other of predicted.lines) markCommon(isCommon, line, other, table)
    for (let i = 0; i < line.length; i++) {
      if (isCommon[i] === 0) continue
      const token = line[i]!
      const inGold = goldLeft.get(token) ?? 0
      const inPredicted = predictedLeft.get(token) ?? 0
      if (inGold === 0 || inPredicted === 0) continue
      hits++
      goldLeft.set(token, inGold - 1)
      predictedLeft.set(token, inPredicted - 1)
    }
  }
  return rougeScore(hits, gold.tokens.length, predicted.tokens.length)
}

/** One row of the table at a time: the length for the gold tokens so far and the first j predicted ones. */
function commonLength(gold: Int32Array, predicted: Int32Array): number {
  const lengths = new Int32Array(predicted.length + 1)
  for (const token of gold) {
    let diagonal = 0
    let left = 0
    for (let j = 1; j < lengths.length; j++) {
      const up = lengths[j]!
      if (token === predicted[j - 1]) left = diagonal + 1
      else if (up > left) left = up
      diagonal = up
      lengths[j] = left
    }
  }
  return lengths.at(-1)!
}

/**
 * Marks the gold positions of one longest common subsequence. Which one of several is read out moves the score:
 * from the end, left only if that is strictly longer than up, as rouge_score does. `table` is room for
 * (gold + 1) x (predicted + 1) lengths.
 */
function markCommon(isCommon: Uint8Array, gold: Int32Array, predicted: Int32Array, table: Int32Array): void {
  const width = predicted.length + 1
  table.fill(0, 0, width)
  for (let i = 1; i <= gold.length; i++) {
    const token = gold[i - 1]!
    let left = 0
    let at = i * width
    table[at++] = 0
    for (let j = 1; j < width; j++, at++) {
      const up = table[at - width]!
      if (token === predicted[j - 1]) left = table[at - width - 1]! + 1
      else if (up > left) left = up
      table[at] = left
    }
  }
  let i = gold.length
  let j = predicted.length
  while (i > 0 && j > 0) {
    if (gold[i - 1] === predicted[j - 1]) {
      isCommon[i - 1] = 1
      i--
      j--
    } else if (table[i * width + j - 1]! > table[(i - 1) * width + j]!) j--
    else i--
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
