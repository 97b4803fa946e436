import { type ClusterCounts, pairsOf, type Share, sumOf } from './score.ts'
import { type ClusterTable, swapSides } from './table.ts'

/**
 * LEA (Moosavi and Strube 2016): the share of the links of a cluster that the other side also makes, weighted by
 * the size of the cluster. A singleton has one link, to itself, which only a singleton makes.
 */
export function lea(table: ClusterTable): ClusterCounts {
  return { recall: recall(table), precision: recall(swapSides(table)) }
}

function recall({ gold, predicted, cells }: ClusterTable): Share {
  const linked = new Map<number, number>()
  for (const cell of cells) {
    const isSelfLink = gold[cell.gold] === 1 && predicted[cell.predicted] === 1
    linked.set(cell.gold, (linked.get(cell.gold) ?? 0) + (isSelfLink ? 1 : pairsOf(cell.shared)))
  }
  return {
    part: sumOf(gold.map((size, index) => (size * (linked.get(index) ?? 0)) / Math.max(1, pairsOf(size)))),
    whole: sumOf(gold),
  }
}
