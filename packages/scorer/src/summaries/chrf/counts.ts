import { ngramMatches } from '../ngram-matches.ts'
import { isWhitespace, splitAtWhitespace } from '../whitespace.ts'
import { type ChrfCounts, chrfScore, type ChrfScoreOptions } from './score.ts'

export interface ChrfOptions {
  /** The longest n-grams of characters. Default 6. */
  readonly characterOrder?: number
  /** The longest n-grams of words. Default 0: none; 2 makes it chrF++. */
  readonly wordOrder?: number
  /** Default false. */
  readonly lowerCase?: boolean
  /** Whether whitespace counts as characters. Default false. */
  readonly whitespace?: boolean
}

/**
 * Matches of one text with that reference which gives the best F, of equals the first, as sacreBLEU counts them
 * (so the options of the score matter here where there are several references). Characters are code points. No
 * reference: all counts are 0.
 */
export function chrfCounts(
  gold: readonly string[],
  predicted: string,
  options: ChrfOptions & ChrfScoreOptions = {},
): ChrfCounts {
  const read = createReader(options)
  const text = read(predicted)
  let best: ChrfCounts | undefined
  let bestScore = -1
  for (const reference of gold) {
    const counts = pairCounts(read(reference), text, options)
    const score = gold.length > 1 ? chrfScore(counts, options) : 0
    if (score > bestScore) [best, bestScore] = [counts, score]
  }
  return best ?? pairCounts(read(''), text, options)
}

/** The counts of a corpus. At least one segment. */
export function sumChrfCounts(segments: readonly ChrfCounts[]): ChrfCounts {
  const add = (a: readonly number[], b: readonly number[]) => a.map((count, order) => count + b[order]!)
  return segments.reduce((sum, one) => ({
    matches: add(sum.matches, one.matches),
    gold: add(sum.gold, one.gold),
    predicted: add(sum.predicted, one.predicted),
  }))
}

/** A text as numbers: its code points, and its words as far as they are asked for. */
interface Sides {
  readonly characters: Int32Array
  readonly words: Int32Array
}

function pairCounts(
  gold: Sides,
  predicted: Sides,
  { characterOrder = 6, wordOrder = 0 }: ChrfOptions,
): ChrfCounts {
  const matches = ngramMatches([gold.characters], predicted.characters, characterOrder)
  if (wordOrder > 0) matches.push(...ngramMatches([gold.words], predicted.words, wordOrder))
  const totals = (side: Sides) =>
    matches.map((_, i) => {
      const isWord = i >= characterOrder
      const length = isWord ? side.words.length : side.characters.length
      return Math.max(0, length - (isWord ? i - characterOrder : i))
    })
  const goldTotals = totals(gold)
  const predictedTotals = totals(predicted).map((total, order) => (goldTotals[order] === 0 ? 0 : total))
  return { matches, gold: goldTotals, predicted: predictedTotals }
}

function createReader({ wordOrder = 0, lowerCase = false, whitespace = false }: ChrfOptions) {
  const numbers = new Map<string, number>()
  return (given: string): Sides => {
    const text = lowerCase ? given.toLowerCase() : given
    const words = wordOrder > 0 ? chrfWords(text) : []
    const ids = new Int32Array(words.length)
    for (let i = 0; i < ids.length; i++) {
      const word = words[i]!
      let id = numbers.get(word)
      if (id === undefined) numbers.set(word, (id = numbers.size))
      ids[i] = id
    }
    return { characters: codePoints(text, whitespace), words: ids }
  }
}

function codePoints(text: string, whitespace: boolean): Int32Array {
  const points = new Int32Array(text.length)
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i)!
    if (point > 0xffff) i++
    else if (!whitespace && isWhitespace(point)) continue
    points[length++] = point
  }
  return points.subarray(0, length)
}

/**
 * Words between whitespace, with one ASCII punctuation mark split off the end, or else off the beginning:
 * `(hi)` gives `(hi` and `)`.
 */
function chrfWords(text: string): string[] {
  const words: string[] = []
  for (const word of splitAtWhitespace(text)) {
    if (word.length === 1) words.push(word)
    else if (isPunctuation(word.charCodeAt(word.length - 1))) words.push(word.slice(0, -1), word.slice(-1))
    else if (isPunctuation(word.charCodeAt(0))) words.push(word.slice(0, 1), word.slice(1))
    else words.push(word)
  }
  return words
}

function isPunctuation(unit: number): boolean {
  return unit < 128 && asciiPunctuation[unit] === 1
}

const asciiPunctuation = Uint8Array.from({ length: 128 }, (_, unit) =>
  /[!-/:-@[-`{-~]/.test(String.fromCharCode(unit)) ? 1 : 0,
)
