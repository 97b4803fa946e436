import type { Score } from '@assay/schema'
import { ratio } from '../metrics/ratio.ts'

/** A part of a whole, as counts: both add up over articles. */
export interface Share {
  readonly part: number
  readonly whole: number
}

/** What one cluster metric counts on one article. */
export interface ClusterCounts {
  readonly recall: Share
  readonly precision: Share
}

export interface ClusterScores {
  readonly precision: Score
  readonly recall: Score
  /** Harmonic mean; 0 where one side is empty or nothing is right, undefined only where both sides are empty. */
  readonly f1: Score
}

/** Precision, recall and F1 of counts, or of their sums over articles. */
export function clusterScores({ recall, precision }: ClusterCounts): ClusterScores {
  const p = ratio(precision.part, precision.whole, 'no predicted cluster counts')
  const r = ratio(recall.part, recall.whole, 'no gold cluster counts')
  const isEmpty = p.value === null && r.value === null
  return {
    precision: p,
    recall: r,
    f1: isEmpty
      ? { value: null, because: 'no gold cluster counts, nor a predicted one' }
      : { value: harmonicMean(p.value ?? 0, r.value ?? 0) },
  }
}

export function harmonicMean(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

/** Unordered pairs of `n` things. */
export function pairsOf(n: number): number {
  return (n * n - n) / 2
}
