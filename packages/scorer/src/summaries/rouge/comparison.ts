import { roomFor } from './room.ts'
import type { RougeText } from './text.ts'

/**
 * Two texts in numbers of their own. The distinct tokens of gold are 1 to `size`; a predicted token that gold lacks
 * is 0, because nothing can hit it. Arrays are longer than what they hold.
 */
export interface Comparison {
  gold: Int32Array
  goldLength: number
  goldLineEnds: Int32Array
  goldLines: number
  predicted: Int32Array
  predictedLength: number
  predictedLineEnds: Int32Array
  predictedLines: number
  size: number
}

/**
 * Makes the numbering of pairs of texts of one vocabulary. Each call returns the same object, filled anew.
 * `marks[token] - base` is the number of a token of the present gold text, or below 1 for any other token: a mark
 * of an earlier pair is never above `base`, so nothing needs to be cleared.
 */
export function createComparer(): (gold: RougeText, predicted: RougeText, tokens: number) => Comparison {
  let marks = new Int32Array(0)
  let base = 0
  const pair: Comparison = {
    gold: new Int32Array(0),
    goldLength: 0,
    goldLineEnds: new Int32Array(0),
    goldLines: 0,
    predicted: new Int32Array(0),
    predictedLength: 0,
    predictedLineEnds: new Int32Array(0),
    predictedLines: 0,
    size: 0,
  }
  return (gold, predicted, tokens) => {
    if (marks.length < tokens || base > 2 ** 30) {
      marks = new Int32Array(Math.max(2 * tokens, marks.length))
      base = 0
    }
    pair.gold = roomFor(pair.gold, gold.length)
    let size = 0
    for (let i = 0; i < gold.length; i++) {
      const token = gold.tokens[i]!
      if (marks[token]! <= base) marks[token] = base + ++size
      pair.gold[i] = marks[token]! - base
    }
    pair.predicted = roomFor(pair.predicted, predicted.length)
    for (let i = 0; i < predicted.length; i++) {
      const mark = marks[predicted.tokens[i]!]!
      pair.predicted[i] = mark > base ? mark - base : 0
    }
    base += size
    pair.size = size
    pair.goldLength = gold.length
    pair.goldLineEnds = gold.lineEnds
    pair.goldLines = gold.lines
    pair.predictedLength = predicted.length
    pair.predictedLineEnds = predicted.lineEnds
    pair.predictedLines = predicted.lines
    return pair
  }
}
