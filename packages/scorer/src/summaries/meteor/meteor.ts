import { stem } from '@assay/text'

export interface MeteorOptions {
  /** How much recall weighs against precision in their mean, 0 to 1. Default 0.9. */
  readonly alpha?: number
  /** How steeply the penalty grows with the number of chunks. Default 3. */
  readonly beta?: number
  /** The largest penalty, 0 to 1. Default 0.5. */
  readonly gamma?: number
}

/**
 * METEOR of one list of tokens, 0 to 1: the best over the references, with words matched as they are and then by
 * stem, all in lower case, as NLTK 3.8 computes it (Banerjee and Lavie 2005; not the parameters of METEOR 1.5).
 * Without the third stage of the original, synonyms, for which a word net would be needed. Nothing in common: 0.
 */
export function meteorScore(
  gold: readonly (readonly string[])[],
  predicted: readonly string[],
  options: MeteorOptions = {},
): number {
  return gold.reduce((best, reference) => Math.max(best, singleMeteor(reference, predicted, options)), 0)
}

function singleMeteor(
  gold: readonly string[],
  predicted: readonly string[],
  { alpha = 0.9, beta = 3, gamma = 0.5 }: MeteorOptions,
): number {
  const places = alignWords(gold, predicted)
  const matches = places.filter((place) => place !== unmatched).length
  if (matches === 0) return 0
  const precision = matches / predicted.length
  const recall = matches / gold.length
  const mean = (precision * recall) / (alpha * precision + (1 - alpha) * recall)
  return (1 - gamma * (chunks(places) / matches) ** beta) * mean
}

const unmatched = -1

/** The gold place that each predicted word is matched with. */
function alignWords(gold: readonly string[], predicted: readonly string[]): number[] {
  const places = predicted.map(() => unmatched)
  const goldKeys = gold.map((word) => word.toLowerCase())
  const keys = predicted.map((word) => word.toLowerCase())
  matchFromEnd(goldKeys, keys, places)
  matchFromEnd(
    goldKeys.map((key) => stem(key)),
    keys.map((key) => stem(key)),
    places,
  )
  return places
}

/** Each predicted word, from the last, takes the last free gold word with its key. */
function matchFromEnd(goldKeys: readonly string[], keys: readonly string[], places: number[]): void {
  const taken = new Set(places)
  const free = new Map<string, number[]>()
  goldKeys.forEach((key, place) => {
    if (taken.has(place)) return
    const list = free.get(key)
    if (list === undefined) free.set(key, [place])
    else list.push(place)
  })
  for (let i = keys.length - 1; i >= 0; i--) {
    if (places[i] === unmatched) places[i] = free.get(keys[i]!)?.pop() ?? unmatched
  }
}

/** Runs of matched words that stand side by side in the same order in both texts. */
function chunks(places: readonly number[]): number {
  return places.filter((place, i) => {
    if (place === unmatched) return false
    return i === 0 || places[i - 1] === unmatched || places[i - 1] !== place - 1
  }).length
}
