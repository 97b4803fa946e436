import { timexInterval } from '@assay/text'
import { type Labelled, overlaps, sameSpan } from './items.ts'

/** What a prediction is worth against one reading of a gold item. */
export interface Scheme {
  readonly id: string
  /** 0 to 1 in quarters; more than 0 only where the spans overlap. */
  credit(gold: Labelled, predicted: Labelled): number
}

/** Four of the SemEval-2013 task 9 schemes: they differ in what they ask of boundaries and of types. */
export const mentionSchemes: readonly Scheme[] = [
  {
    id: 'strict',
    credit: (gold, predicted) => (sameBoundaries(gold, predicted) && sameType(gold, predicted) ? 1 : 0),
  },
  { id: 'exact', credit: (gold, predicted) => (sameBoundaries(gold, predicted) ? 1 : 0) },
  {
    id: 'partial',
    credit: (gold, predicted) => (sameBoundaries(gold, predicted) ? 1 : touches(gold, predicted) ? 1 / 2 : 0),
  },
  {
    id: 'type',
    credit: (gold, predicted) => (touches(gold, predicted) && sameType(gold, predicted) ? 1 : 0),
  },
]

/** TempEval-3's strict, relaxed and type; none of them looks at the value. */
export const timexSpanSchemes: readonly Scheme[] = [
  { id: 'strict', credit: (gold, predicted) => (sameBoundaries(gold, predicted) ? 1 : 0) },
  { id: 'relaxed', credit: (gold, predicted) => (touches(gold, predicted) ? 1 : 0) },
  {
    id: 'type',
    credit: (gold, predicted) => (touches(gold, predicted) && sameType(gold, predicted) ? 1 : 0),
  },
]

/** `value`: TempEval-3's, equal strings. `interval`: how near the two values lie, in quarters. */
export const timexValueSchemes: readonly Scheme[] = [
  {
    id: 'value',
    credit: (gold, predicted) => (touches(gold, predicted) && sameValue(gold, predicted) ? 1 : 0),
  },
  {
    id: 'interval',
    credit: (gold, predicted) => (touches(gold, predicted) ? intervalCredit(gold, predicted) : 0),
  },
]

/** Longest against shortest interval that still earns half: a month against one of its days. */
const longestForHalf = 31

/**
 * 1 for equal values or equal intervals; 1/2 if one interval contains the other and is at most 31 times as
 * long; 1/4 if it is longer, or if the two overlap in part; 0 if they are disjoint or one has no interval.
 */
function intervalCredit(gold: Labelled, predicted: Labelled): number {
  if (sameValue(gold, predicted)) return 1
  const a = typeof gold.value === 'string' ? timexInterval(gold.value) : null
  const b = typeof predicted.value === 'string' ? timexInterval(predicted.value) : null
  if (a === null || b === null || a.end <= b.begin || b.end <= a.begin) return 0
  if (a.begin === b.begin && a.end === b.end) return 1
  const contained = (a.begin <= b.begin && b.end <= a.end) || (b.begin <= a.begin && a.end <= b.end)
  const lengths = [a.end - a.begin, b.end - b.begin]
  return contained && Math.max(...lengths) <= longestForHalf * Math.min(...lengths) ? 1 / 2 : 1 / 4
}

function sameBoundaries(gold: Labelled, predicted: Labelled): boolean {
  return sameSpan(gold.span, predicted.span)
}

function touches(gold: Labelled, predicted: Labelled): boolean {
  return overlaps(gold.span, predicted.span)
}

function sameType(gold: Labelled, predicted: Labelled): boolean {
  return gold.type === predicted.type
}

function sameValue(gold: Labelled, predicted: Labelled): boolean {
  return typeof gold.value === 'string' && gold.value === predicted.value
}
