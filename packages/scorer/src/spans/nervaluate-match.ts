import { AssayError } from '@assay/schema'
import type { NervaluateSpan } from './nervaluate.ts'

/** The spans of one side of a document, in columns; only the first `length` rows are of it. */
interface SpanColumns {
  length: number
  readonly type: number[]
  readonly start: number[]
  readonly end: number[]
}

export interface Pairing {
  readonly gold: SpanColumns
  readonly predicted: SpanColumns
  /** By prediction: the index of its gold span, or -1. */
  readonly partner: readonly number[]
  /** By gold span: 1 if a prediction has it. */
  readonly taken: readonly number[]
}

export interface GreedyMatcher {
  /** Takes a document; what an earlier document gave is overwritten. */
  load(gold: readonly NervaluateSpan[], predicted: readonly NervaluateSpan[], document: number): void
  /**
   * Pairs the predictions, in their order, each with the first gold span that is free and overlaps enough. With
   * `sameType`, only spans of one label pair, which is what a match of each label on its own gives.
   */
  match(sameType: boolean): Pairing
  /** The label of a number in `type`. */
  label(type: number): string
}

/** @param types Labels that count; absent: all. @param minOverlap In percent of the gold span. */
export function createGreedyMatcher(types: readonly string[] | undefined, minOverlap: number): GreedyMatcher {
  const labels: string[] = [...new Set(types)]
  const numbers = new Map(labels.map((label, i) => [label, i]))
  const gold: SpanColumns = { length: 0, type: [], start: [], end: [] }
  const predicted: SpanColumns = { length: 0, type: [], start: [], end: [] }
  const partner: number[] = []
  const taken: number[] = []

  const numberOf = (label: string): number => {
    const known = numbers.get(label)
    if (known !== undefined) return known
    if (types !== undefined) return -1
    numbers.set(label, labels.length)
    return labels.push(label) - 1
  }
  const fill = (columns: SpanColumns, spans: readonly NervaluateSpan[], side: string, document: number) => {
    let rows = 0
    for (let i = 0; i < spans.length; i++) {
      const { label, start, end } = spans[i]!
      if (typeof label !== 'string' || !(start <= end)) refuse(spans[i]!, `${side}[${document}][${i}]`)
      const type = numberOf(label)
      if (type < 0) continue
      columns.type[rows] = type
      columns.start[rows] = start
      columns.end[rows] = end
      rows++
    }
    columns.length = rows
  }
  return {
    load(goldSpans, predictedSpans, document) {
      fill(gold, goldSpans, 'gold', document)
      fill(predicted, predictedSpans, 'predicted', document)
    },
    match(sameType) {
      for (let g = 0; g < gold.length; g++) taken[g] = 0
      // Gold spans before this one are taken.
      let free = 0
      for (let p = 0; p < predicted.length; p++) {
        const type = predicted.type[p]!
        const start = predicted.start[p]!
        const end = predicted.end[p]!
        while (free < gold.length && taken[free] === 1) free++
        partner[p] = -1
        for (let g = free; g < gold.length; g++) {
          const goldStart = gold.start[g]!
          const goldEnd = gold.end[g]!
          if (taken[g] === 1 || start > goldEnd || end < goldStart) continue
          if (sameType && gold.type[g] !== type) continue
          const shared = Math.min(end, goldEnd) - Math.max(start, goldStart) + 1
          // In the order of its operations: at a limit such as 70 the last bit decides.
          if ((shared / (goldEnd - goldStart + 1)) * 100 < minOverlap) continue
          partner[p] = g
          taken[g] = 1
          break
        }
      }
      return { gold, predicted, partner, taken }
    },
    label: (type) => labels[type]!,
  }
}

function refuse(span: NervaluateSpan, where: string): never {
  throw new AssayError('file-invalid', `${where} is ${JSON.stringify(span)}, not a labelled span`, {
    hint: 'It has a label and numbers start and end; the end is included, so never before the start.',
  })
}
