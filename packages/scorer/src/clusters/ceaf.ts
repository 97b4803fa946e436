import { assign } from '../matching/assignment.ts'
import { type ClusterCounts, sumOf } from './score.ts'
import type { Cell, ClusterTable } from './table.ts'

/**
 * CEAF by entities (Luo 2005, phi4): clusters are paired one to one so that the sum of 2 shared / (sizes of both) is
 * largest; each side divides it by its number of clusters.
 */
export function ceafE(table: ClusterTable): ClusterCounts {
  const { gold, predicted } = table
  // One less the distance, as the CoNLL scorer adds up: it cuts its printed figures, so a last bit can show.
  const likeness = ({ gold: g, predicted: p, shared }: Cell) =>
    1 - (1 - (2 * shared) / (gold[g]! + predicted[p]!))
  const total = bestTotal(table, likeness, scale)
  return {
    recall: { part: total, whole: gold.length },
    precision: { part: total, whole: predicted.length },
  }
}

/** CEAF by mentions (Luo 2005, phi3): the same with the number of shared mentions, divided by each side's mentions. */
export function ceafM(table: ClusterTable): ClusterCounts {
  const total = bestTotal(table, ({ shared }) => shared, 1)
  return {
    recall: { part: total, whole: sumOf(table.gold) },
    precision: { part: total, whole: sumOf(table.predicted) },
  }
}

/**
 * `assign` wants whole numbers. A likeness is at most 1, so 2^40 steps of it add up exactly to 8,192 pairs, and the
 * total is within pairs x 2^-40 of the best there is.
 */
const scale = 2 ** 40

function bestTotal({ cells }: ClusterTable, likeness: (cell: Cell) => number, steps: number): number {
  const pairs = cells.map((cell) => ({
    gold: cell.gold,
    predicted: cell.predicted,
    likeness: likeness(cell),
    weight: [Math.round(likeness(cell) * steps)],
  }))
  return sumOf(assign(pairs).map((pair) => pair.likeness))
}
