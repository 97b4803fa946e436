import { type RougeScore, rougeScore } from './score.ts'
import type { RougeText } from './text.ts'

/** ROUGE-L: the longest common subsequence of the whole texts, line ends ignored (Lin 2004, section 3.1). */
export function rougeL(gold: RougeText, predicted: RougeText): RougeScore {
  const table = commonSubsequences(gold.tokens, predicted.tokens)
  return rougeScore(table.at(-1) ?? 0, gold.tokens.length, predicted.tokens.length)
}

/**
 * ROUGE-Lsum: for each gold line the union of its longest common subsequences with every predicted line; a token
 * hits only as often as both whole texts hold it (Lin 2004, section 3.2, with the clipping of rouge_score).
 */
export function rougeLsum(gold: RougeText, predicted: RougeText): RougeScore {
  const goldLeft = counts(gold.tokens)
  const predictedLeft = counts(predicted.tokens)
  let hits = 0
  for (const line of gold.lines) {
    const isCommon = new Uint8Array(line.length)
    for (const other of predicted.lines) markCommon(isCommon, line, other)
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

/** Row by row, `[i, j]`: the length for the first i gold and the first j predicted tokens. */
function commonSubsequences(gold: Int32Array, predicted: Int32Array): Int32Array {
  const width = predicted.length + 1
  const table = new Int32Array((gold.length + 1) * width)
  for (let i = 1; i <= gold.length; i++) {
    const token = gold[i - 1]!
    let left = 0
    for (let j = 1, at = i * width + 1; j < width; j++, at++) {
      const up = table[at - width]!
      if (token === predicted[j - 1]!) left = table[at - width - 1]! + 1
      else if (up > left) left = up
      table[at] = left
    }
  }
  return table
}

/**
 * Marks the gold positions of one longest common subsequence. Which one of several is read out moves the score:
 * from the end, left only if that is strictly longer than up, as rouge_score does.
 */
function markCommon(isCommon: Uint8Array, gold: Int32Array, predicted: Int32Array): void {
  const table = commonSubsequences(gold, predicted)
  const width = predicted.length + 1
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

function counts(tokens: Int32Array): Map<number, number> {
  const counts = new Map<number, number>()
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
}
