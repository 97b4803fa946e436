import { createBeamDistance, type Edit } from './distance.ts'

const maxShiftWords = 10
const maxShiftDistance = 50
const maxCandidates = 1000

/**
 * The edits that turn the predicted words into the gold words: words inserted, deleted and replaced, and blocks of
 * words shifted, each shift one edit. Shifts are looked for greedily, as Tercom does (Snover et al. 2006), until
 * none lowers the edit distance. After 1,000 candidates the search ends, and the shift then at hand is not made.
 */
export function terEdits(gold: Int32Array, predicted: Int32Array): number {
  if (gold.length === 0) return predicted.length
  const distance = createBeamDistance(gold, predicted.length)
  let words = predicted
  let left = distance.measure(words)
  let shifts = 0
  let checked = 0
  while (left > 0) {
    const candidates = shiftCandidates(gold, words, distance.trace(), maxCandidates - checked)
    checked += candidates.length
    if (checked >= maxCandidates) break
    let best: Shift | undefined
    let least = left - 1
    for (const shift of candidates) {
      const cost = distance.neighbour(shifted(words, shift), least)
      if (cost > least || (cost === least && best !== undefined && !ranksBefore(shift, best))) continue
      best = shift
      least = cost
    }
    if (best === undefined) break
    words = shifted(words, best)
    left = distance.measure(words)
    shifts++
  }
  return left + shifts
}

/** `length` words from `start` on move to where word `target` stands. */
interface Shift {
  readonly start: number
  readonly length: number
  readonly target: number
}

/** Of shifts that save as much: the longest, then the earliest, then the one with the earliest target. */
function ranksBefore(a: Shift, b: Shift): boolean {
  if (a.length !== b.length) return a.length > b.length
  return a.start === b.start ? a.target < b.target : a.start < b.start
}

/** Where a run of words stands in both texts, with a mistake in both places. Stops at `limit` candidates. */
function shiftCandidates(
  gold: Int32Array,
  words: Int32Array,
  trace: readonly Edit[],
  limit: number,
): Shift[] {
  const { place, goldWrong, wrong } = alignment(trace, gold.length, words.length)
  const candidates: Shift[] = []
  for (let start = 0; start < words.length; start++) {
    const lastGold = Math.min(gold.length - 1, start + maxShiftDistance)
    for (let at = Math.max(0, start - maxShiftDistance); at <= lastGold; at++) {
      for (let length = 1; length <= maxShiftWords; length++) {
        const [end, goldEnd] = [start + length, at + length]
        if (end > words.length || goldEnd > gold.length || words[end - 1] !== gold[goldEnd - 1]) break
        if (wrong[end] === wrong[start] || goldWrong[goldEnd] === goldWrong[at]) continue
        if (start <= place[at]! && place[at]! < end) continue
        let previous = -1
        for (let goldAt = at - 1; goldAt < goldEnd; goldAt++) {
          const target = goldAt === -1 ? 0 : place[goldAt]! + 1
          if (target === previous) continue
          previous = target
          candidates.push({ start, length, target })
          if (candidates.length === limit) return candidates
        }
      }
    }
  }
  return candidates
}

/**
 * For every gold word the place of the predicted word it is aligned with, or of the last one before it (-1:
 * none); and for both texts how many of the first i words are part of an edit.
 */
function alignment(trace: readonly Edit[], goldLength: number, length: number) {
  const place = new Int32Array(goldLength)
  const goldWrong = new Int32Array(goldLength + 1)
  const wrong = new Int32Array(length + 1)
  let [at, i] = [0, 0]
  for (const edit of trace) {
    const isWrong = edit === 'same' ? 0 : 1
    if (edit !== 'missed') wrong[++i] = wrong[i - 1]! + isWrong
    if (edit === 'spurious') continue
    place[at] = i - 1
    goldWrong[++at] = goldWrong[at - 1]! + isWrong
  }
  return { place, goldWrong, wrong }
}

/** A target inside the shifted words counts from behind them. */
function shifted(words: Int32Array, { start, length, target }: Shift): Int32Array {
  const result = new Int32Array(words.length)
  const end = start + length
  const block = words.subarray(start, end)
  if (target < start) {
    result.set(words)
    result.set(block, target)
    result.set(words.subarray(target, start), target + length)
  } else {
    const to = Math.min(target > end ? target : target + length, words.length)
    result.set(words)
    result.set(words.subarray(end, to), start)
    result.set(block, to - length)
  }
  return result
}
