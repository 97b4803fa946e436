import type { Counts, Score } from '@assay/schema'
import { count, precisionRecallF1 } from '../metrics/ratio.ts'
import type { Layout } from './layout.ts'
import { matchSpans } from './match.ts'
import type { Scheme } from './schemes.ts'

/**
 * Credit, gold and predicted under each scheme, in total (`strict.credit`) and by type (`strict.credit/ORG`).
 * A gold item counts under its main type; a credited prediction under its gold item's, any other under its
 * own: so the types add up to the total.
 */
export function countSchemes(layout: Layout, schemes: readonly Scheme[]): Counts {
  const counts: Record<string, number> = {}
  for (const scheme of schemes) {
    const credited = matchSpans(layout, scheme).filter(({ credit }) => credit > 0)
    const mainType = (gold: number) => layout.required[gold]!.readings[0].type
    const typeOf = new Map(credited.map((pair) => [pair.predicted, mainType(pair.gold)]))
    const tallies = {
      credit: credited.map((pair) => [mainType(pair.gold), pair.credit] as const),
      gold: layout.required.map((_, i) => [mainType(i), 1] as const),
      predicted: layout.predicted.map((item, i) => [typeOf.get(i) ?? item.type, 1] as const),
    }
    for (const [name, tally] of Object.entries(tallies)) {
      const key = `${scheme.id}.${name}`
      counts[key] = 0
      for (const [type, amount] of tally) {
        counts[key] += amount
        counts[`${key}/${type}`] = (counts[`${key}/${type}`] ?? 0) + amount
      }
    }
  }
  return counts
}

/** Where the counts of one scheme stand, and where its scores go. Made once: a finish runs thousands of times. */
export interface SchemeKeys {
  readonly credit: string
  readonly gold: string
  readonly predicted: string
  readonly precision: string
  readonly recall: string
  readonly f1: string
}

/** The keys of a scheme in total, or of one type. */
export function schemeKeys(scheme: string, type?: string): SchemeKeys {
  const key = (name: string) => `${scheme}.${name}${type === undefined ? '' : `/${type}`}`
  return {
    credit: key('credit'),
    gold: key('gold'),
    predicted: key('predicted'),
    precision: key('precision'),
    recall: key('recall'),
    f1: key('f1'),
  }
}

/** Precision, recall and F1 of each of `schemes`, in this order. */
export function schemeScores(total: Counts, schemes: readonly SchemeKeys[]): Record<string, Score> {
  const scores: Record<string, Score> = {}
  for (const keys of schemes) {
    const { precision, recall, f1 } = precisionRecallF1(
      count(total, keys.credit),
      count(total, keys.gold),
      count(total, keys.predicted),
    )
    scores[keys.precision] = precision
    scores[keys.recall] = recall
    scores[keys.f1] = f1
  }
  return scores
}

/** Those of `schemes` that some article counted something for. */
export function countedSchemes(total: Counts, schemes: readonly SchemeKeys[]): SchemeKeys[] {
  return schemes.filter(({ gold, predicted }) => gold in total || predicted in total)
}
