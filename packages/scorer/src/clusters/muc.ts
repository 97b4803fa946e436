import { type ClusterCounts, type Share, sumOf } from './score.ts'
import { type ClusterTable, swapSides } from './table.ts'

/**
 * MUC (Vilain et al. 1995): a cluster of n mentions is worth n - 1 links; it keeps n less the number of pieces that
 * the other side cuts it into, a mention that the other side lacks being a piece of its own. Blind to singletons.
 */
export function muc(table: ClusterTable): ClusterCounts {
  return { recall: recall(table), precision: recall(swapSides(table)) }
}

function recall({ gold, cells }: ClusterTable): Share {
  // Pieces of a cluster: one for each cell, one for each mention in none; so n less the pieces is shared - 1 per cell.
  return {
    part: sumOf(cells.map(({ shared }) => shared - 1)),
    whole: sumOf(gold.map((size) => size - 1)),
  }
}
