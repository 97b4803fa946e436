import { type RougeScore, rougeScore } from './score.ts'
import type { RougeText } from './text.ts'

/** ROUGE-N: n-grams of the whole text in common, each at most as often as the other side has it (Lin 2004, section 2). */
export function rougeN(gold: RougeText, predicted: RougeText, n: number): RougeScore {
  const [goldGrams, predictedGrams] = ngrams([gold.tokens, predicted.tokens], n)
  const left = new Map<number, number>()
  for (const gram of goldGrams) left.set(gram, (left.get(gram) ?? 0) + 1)
  let hits = 0
  for (const gram of predictedGrams) {
    const count = left.get(gram) ?? 0
    if (count === 0) continue
    hits++
    left.set(gram, count - 1)
  }
  return rougeScore(hits, goldGrams.length, predictedGrams.length)
}

type Pair = readonly [gold: Int32Array, predicted: Int32Array]

/** The n-grams of both sides as numbers. An n-gram is the pair of an (n-1)-gram and a token. */
function ngrams(tokens: Pair, n: number): Pair {
  let grams = tokens
  for (let order = 2; order <= n; order++) {
    const numbers = new Map<number, number>()
    const span = 1 + Math.max(largest(tokens[0]), largest(tokens[1]))
    const extend = (shorter: Int32Array, side: Int32Array): Int32Array => {
      const longer = new Int32Array(Math.max(0, side.length - order + 1))
      for (let i = 0; i < longer.length; i++) {
        const key = shorter[i]! * span + side[i + order - 1]!
        const number = numbers.get(key) ?? numbers.size
        if (number === numbers.size) numbers.set(key, number)
        longer[i] = number
      }
      return longer
    }
    grams = [extend(grams[0], tokens[0]), extend(grams[1], tokens[1])]
  }
  return grams
}

function largest(values: Int32Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0)
}
