import { type ClusterCounts, sumOf } from './score.ts'
import type { ClusterTable } from './table.ts'

/**
 * B-cubed (Bagga and Baldwin 1998): for each mention, the share of its cluster that the other side puts with it. A
 * mention that the other side lacks earns nothing and counts.
 */
export function bCubed({ gold, predicted, mentions }: ClusterTable): ClusterCounts {
  return {
    recall: {
      part: sumOf(mentions.map(({ gold: cluster, shared }) => shared / gold[cluster]!)),
      whole: sumOf(gold),
    },
    precision: {
      part: sumOf(mentions.map(({ predicted: cluster, shared }) => shared / predicted[cluster]!)),
      whole: sumOf(predicted),
    },
  }
}
