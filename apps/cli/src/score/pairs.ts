import type { Findings } from './findings.ts'
import { createSeenIds, type SeenIds } from './seen-ids.ts'
import type { Entry, GoldEntry, PredictedEntry, Source } from './source.ts'

export interface PairOptions {
  readonly findings: Findings
  /** Count an article without a prediction as empty, instead of as an error. */
  readonly allowMissing: boolean
  /** Called with null for an article without a prediction. */
  readonly onPair: (gold: GoldEntry, predicted: PredictedEntry | null) => void
}

/**
 * Brings the entries of both files together by id. Files in one order are read in lock-step and nothing is kept of
 * them, or 32 bytes an article if that order is not ascending; of others, the entries read before their partner are
 * kept until it comes.
 *
 * @returns the number of gold articles, and how many of them have no prediction.
 */
export function pairUp(
  gold: Source<GoldEntry>,
  predicted: Source<PredictedEntry>,
  { findings, allowMissing, onPair }: PairOptions,
): { articles: number; missing: number } {
  const seen = createSeenIds()
  const waitingGold = new Map<string, GoldEntry>()
  const waitingPredicted = new Map<string, PredictedEntry>()
  let articles = 0

  /** Whether `entry` is the second of its id in its file: then that is said. */
  const isDoubled = <Item extends Entry>(entry: Item, source: Source<Item>, waiting: boolean): boolean => {
    if (!waiting && !seen.mayHave(entry.id)) return false
    const first = findings.wantsDetail ? source.firstLineOf(entry.id) : 0
    if (first === null || first === entry.line) return false
    findings.add(() => ({
      code: 'article-twice',
      file: source.fileOf(entry),
      line: entry.line,
      message: `article ${JSON.stringify(entry.id)} stands on line ${first} too`,
      hint: 'Delete one of the two lines.',
    }))
    return true
  }
  const pair = (one: GoldEntry, other: PredictedEntry): void => {
    articles++
    if (one.isBroken !== true && other.isBroken !== true) onPair(one, other)
  }

  // Ids in ascending order cannot come twice: nothing is kept of them until the order breaks.
  let last: string | null = ''
  for (;;) {
    const one = gold.next()
    const other = predicted.next()
    if (one === null && other === null) break
    if (last !== null && one !== null && one.id === other?.id && last < one.id) {
      last = one.id
      pair(one, other)
      continue
    }
    if (last !== null) {
      addFirst(seen, gold.ids(), articles)
      last = null
    }
    const isWaiting = waitingGold.size + waitingPredicted.size > 0
    // What was paired is seen; what waits is not.
    if (one !== null && one.id === other?.id && !isWaiting && seen.add(one.id)) {
      pair(one, other)
      continue
    }
    if (one !== null && !isDoubled(one, gold, waitingGold.has(one.id))) waitingGold.set(one.id, one)
    if (other !== null && !isDoubled(other, predicted, waitingPredicted.has(other.id))) {
      waitingPredicted.set(other.id, other)
    }
    for (const id of [one?.id, other?.id]) {
      if (id === undefined) continue
      const partner = waitingGold.get(id)
      const found = waitingPredicted.get(id)
      if (partner === undefined || found === undefined) continue
      waitingGold.delete(id)
      waitingPredicted.delete(id)
      seen.add(id)
      pair(partner, found)
    }
  }

  for (const entry of waitingPredicted.values()) {
    if (entry.isBroken) continue
    findings.add(() => ({
      code: 'article-unknown',
      file: predicted.fileOf(entry),
      line: entry.line,
      message: `article ${JSON.stringify(entry.id)} is not in ${gold.name}`,
      hint: 'Ids must be those of the gold, letter by letter; delete the line if the article is not of this gold.',
    }))
  }
  for (const entry of waitingGold.values()) {
    if (entry.isBroken) continue
    if (allowMissing) {
      articles++
      onPair(entry, null)
      continue
    }
    findings.add(() => ({
      code: 'article-missing',
      file: gold.fileOf(entry),
      line: entry.line,
      message: `article ${JSON.stringify(entry.id)} has no prediction in ${predicted.name}`,
      hint: 'Add a line for it (nothing found is []), or count it as empty with --allow-missing.',
    }))
  }
  return { articles, missing: waitingGold.size }
}

/** Adds the first `count` of `ids`. */
function addFirst(seen: SeenIds, ids: Iterable<readonly [id: string, line: number]>, count: number): void {
  let left = count
  if (left === 0) return
  for (const [id] of ids) {
    seen.add(id)
    if (--left === 0) return
  }
}
