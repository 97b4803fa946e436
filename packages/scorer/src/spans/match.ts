import { assign } from '../matching/assignment.ts'
import { type GoldItem, type Labelled, overlaps } from './items.ts'
import type { Layout } from './layout.ts'
import type { Scheme } from './schemes.ts'

export interface MatchedPair {
  /** Index into the layout's `required`. */
  readonly gold: number
  /** Index into the layout's `predicted`. */
  readonly predicted: number
  /** 0 for a pair that only overlaps. */
  readonly credit: number
}

/**
 * The one-to-one matching of largest total credit under `scheme`; then with most full credits, then with most
 * overlapping pairs. Credit is the best over the readings of a gold item.
 */
export function matchSpans({ required, predicted }: Layout, scheme: Scheme): MatchedPair[] {
  const pairs = required.flatMap((item, gold) =>
    predicted.flatMap((candidate, index) => {
      if (!item.readings.some((reading) => overlaps(reading.span, candidate.span))) return []
      const credit = bestCredit(item, candidate, scheme)
      return [{ gold, predicted: index, credit, weight: [4 * credit, credit === 1 ? 1 : 0, 1] }]
    }),
  )
  return assign(pairs).map(({ gold, predicted, credit }) => ({ gold, predicted, credit }))
}

export function bestCredit(gold: GoldItem, predicted: Labelled, scheme: Scheme): number {
  return Math.max(...gold.readings.map((reading) => scheme.credit(reading, predicted)))
}

/** The counts of SemEval-2013 task 9, read off a matching. `correct + incorrect + partial + missed` is gold. */
export interface SemevalCounts {
  readonly correct: number
  readonly incorrect: number
  readonly partial: number
  readonly missed: number
  readonly spurious: number
}

export function semevalCounts(layout: Layout, scheme: Scheme): SemevalCounts {
  const pairs = matchSpans(layout, scheme)
  const correct = pairs.filter(({ credit }) => credit === 1).length
  const incorrect = pairs.filter(({ credit }) => credit === 0).length
  return {
    correct,
    incorrect,
    partial: pairs.length - correct - incorrect,
    missed: layout.required.length - pairs.length,
    spurious: layout.predicted.length - pairs.length,
  }
}
