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
      for (const [type, amount] of tally.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
        counts[key] += amount
        counts[`${key}/${type}`] = (counts[`${key}/${type}`] ?? 0) + amount
      }
    }
  }
  return counts
}

/** Precision, recall and F1 of one scheme; `type` (`/ORG`) picks one type. */
export function schemeScores(total: Counts, scheme: string, type = ''): Record<string, Score> {
  const of = (name: string) => count(total, `${scheme}.${name}${type}`)
  const { precision, recall, f1 } = precisionRecallF1(of('credit'), of('gold'), of('predicted'))
  return {
    [`${scheme}.precision${type}`]: precision,
    [`${scheme}.recall${type}`]: recall,
    [`${scheme}.f1${type}`]: f1,
  }
}

/** The same by type, for every type that some article counted, in the order of `types`. */
export function schemeScoresByType(
  total: Counts,
  scheme: string,
  types: readonly string[],
): Record<string, Score> {
  const counted = types.filter(
    (type) => `${scheme}.gold/${type}` in total || `${scheme}.predicted/${type}` in total,
  )
  return Object.assign({}, ...counted.map((type) => schemeScores(total, scheme, `/${type}`)))
}
