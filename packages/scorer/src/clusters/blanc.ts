import type { Score } from '@assay/schema'
import { type ClusterScores, harmonicMean, pairsOf, sumOf } from './score.ts'
import type { ClusterTable } from './table.ts'

/** Pairs of mentions that gold, the prediction, and both of them make. */
export interface LinkCounts {
  readonly both: number
  readonly gold: number
  readonly predicted: number
}

/** Pairs of mentions inside a cluster, and pairs of mentions of two clusters. */
export interface BlancCounts {
  readonly coreferent: LinkCounts
  readonly separate: LinkCounts
}

/** BLANC for system mentions (Luo et al. 2014): a pair counts where both of its mentions are on that side. */
export function blanc({ gold, predicted, cells }: ClusterTable): BlancCounts {
  const inside = (sizes: readonly number[]) => sumOf(sizes.map(pairsOf))
  const sharedOf = (side: 'gold' | 'predicted', count: number) => {
    const shared = Array.from({ length: count }, () => 0)
    for (const cell of cells) shared[cell[side]]! += cell.shared
    return shared
  }
  const sharedPairs = pairsOf(sumOf(cells.map(({ shared }) => shared)))
  const coreferent = {
    both: inside(cells.map(({ shared }) => shared)),
    gold: inside(gold),
    predicted: inside(predicted),
  }
  const joined =
    inside(sharedOf('gold', gold.length)) + inside(sharedOf('predicted', predicted.length)) - coreferent.both
  return {
    coreferent,
    separate: {
      both: sharedPairs - joined,
      gold: pairsOf(sumOf(gold)) - coreferent.gold,
      predicted: pairsOf(sumOf(predicted)) - coreferent.predicted,
    },
  }
}

/**
 * Mean over the two kinds of pairs, of precision, of recall and of F1. Where gold has pairs of one kind only, that
 * kind counts alone, as in the CoNLL scorer: so exchanging the sides need not exchange precision and recall there.
 */
export function blancScores({ coreferent, separate }: BlancCounts): ClusterScores {
  if (coreferent.gold + separate.gold + coreferent.predicted + separate.predicted === 0) {
    const none: Score = { value: null, because: 'no two mentions are gold and none were predicted' }
    return { precision: none, recall: none, f1: none }
  }
  const kinds = [coreferent, separate].filter(({ gold }) => gold > 0).map(sharesOf)
  const mean = (of: 'precision' | 'recall' | 'f1'): Score => ({
    value: kinds.length === 0 ? 0 : sumOf(kinds.map((kind) => kind[of])) / kinds.length,
  })
  const hasPredicted = coreferent.predicted + separate.predicted > 0
  return {
    precision: hasPredicted ? mean('precision') : { value: null, because: 'no two mentions were predicted' },
    recall: kinds.length > 0 ? mean('recall') : { value: null, because: 'no two mentions are gold' },
    f1: mean('f1'),
  }
}

function sharesOf({ both, gold, predicted }: LinkCounts) {
  const precision = predicted === 0 ? 0 : both / predicted
  const recall = both / gold
  return { precision, recall, f1: harmonicMean(precision, recall) }
}
