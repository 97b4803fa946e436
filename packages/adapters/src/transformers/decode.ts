import type { Encoded } from './tokens.ts'

/** For each token the label that the model holds most likely. */
export interface Guesses {
  readonly labels: Int32Array
  /** Its probability; 0 where it is outside, which nobody reads. */
  readonly scores: Float64Array
}

export interface FoundEntity {
  readonly start: number
  readonly end: number
  /** The label of the model without `B-` and the like. */
  readonly label: string
  /** The mean probability of the labels it was read from. */
  readonly score: number
}

/** Which tokens labels are read from: the first of each word, or all. */
export type ReadFrom = 'words' | 'tokens'

/** A label as entities are read from it; null: outside. */
export type Tag = { readonly prefix: string; readonly type: string } | null

/** `B-PER`, `I_PER` or `PER`; `O` is outside. */
export function tagOf(label: string): Tag {
  if (label === 'O') return null
  const parts = /^([BIESLU])[-_](.+)$/s.exec(label)
  return parts === null ? { prefix: '', type: label } : { prefix: parts[1]!, type: parts[2]! }
}

/**
 * The entities of a tagged text. One reading for BIO, IOB1, IOBES, BILOU and labels without prefixes: `B`, `S` and
 * `U` begin an entity; any other label goes on with one of its type in the word before, and else begins one; after
 * `E`, `L`, `S` and `U` it is over. A token that shares a character with the token before belongs to it. Within a
 * word, `B` begins no second entity of the type.
 */
export function entitiesOf(
  { starts, ends, opens }: Encoded,
  { labels, scores }: Guesses,
  tags: readonly Tag[],
  readFrom: ReadFrom,
): FoundEntity[] {
  const found: OpenEntity[] = []
  // The entity of the token before; null: none.
  let last: OpenEntity | null = null
  let done = 0
  let isWithin = false
  for (let i = 0; i < starts.length; i++) {
    const [start, end] = [starts[i]!, ends[i]!]
    const isSeen = start < end
    if (opens[i]!) isWithin = false
    const isRead = readFrom === 'words' ? opens[i]! : isSeen && start >= done
    if (isRead) {
      const tag = tags[labels[i]!] ?? null
      if (tag === null) last = null
      else {
        const begins = beginning.has(tag.prefix) && !isWithin
        if (last === null || last.type !== tag.type || last.isOver || begins) {
          last = { start, end, type: tag.type, sum: 0, count: 0, isOver: false }
          found.push(last)
        }
        last.end = end
        last.sum += scores[i]!
        last.count++
        last.isOver = ending.has(tag.prefix)
      }
    } else if (isSeen && last !== null) last.end = Math.max(last.end, end)
    if (isSeen) {
      done = Math.max(done, end)
      isWithin = true
    }
  }
  return found.map(({ start, end, type, sum, count }) => ({ start, end, label: type, score: sum / count }))
}

const beginning = new Set(['B', 'S', 'U'])
const ending = new Set(['E', 'L', 'S', 'U'])

interface OpenEntity {
  readonly start: number
  end: number
  readonly type: string
  sum: number
  count: number
  isOver: boolean
}

/** The best label of a row of logits; of equal ones the first. */
export function bestLabel(logits: Float32Array, labels: number, row: number): number {
  const at = row * labels
  let best = 0
  for (let i = 1; i < labels; i++) if (logits[at + i]! > logits[at + best]!) best = i
  return best
}

/** The softmax of the best label of a row. */
export function probability(logits: Float32Array, labels: number, row: number, best: number): number {
  const at = row * labels
  let others = 0
  for (let i = 0; i < labels; i++) {
    if (i !== best) others += Math.exp(logits[at + i]! - logits[at + best]!)
  }
  return 1 / (1 + others)
}
