import type { BleuCounts } from './counts.ts'

/**
 * What stands for the precision of an order without a match: `exp` 1/2, 1/4, 1/8 ... of one match, halved at each
 * such order; `floor` a constant part of a match (0.1); `add-k` k more matches and n-grams (1) at every order
 * above the first; `none` nothing, so BLEU is 0 (Chen and Cherry 2014).
 */
export type BleuSmoothing = 'exp' | 'floor' | 'add-k' | 'none'

export interface BleuScoreOptions {
  /** Default `exp`. */
  readonly smoothing?: BleuSmoothing
  /** The constant of `floor` (default 0.1) or `add-k` (default 1). */
  readonly smoothingValue?: number
  /**
   * Whether orders for which the predicted text is too short are left out of the mean. Default false, as for
   * corpora; sacreBLEU's score of one sentence sets it.
   */
  readonly effectiveOrder?: boolean
}

/** All between 0 and 1. sacreBLEU prints score and precisions times 100. */
export interface BleuScore {
  readonly score: number
  /** By order from 1, smoothed. */
  readonly precisions: readonly number[]
  /** 1 where the predicted text is not shorter than the reference; 0 where it is empty. */
  readonly brevityPenalty: number
}

/**
 * The geometric mean of n-gram precisions times the brevity penalty (Papineni et al. 2002), as sacreBLEU 2.6
 * computes it. Without a single match it is 0, whatever the smoothing.
 */
export function bleuScore(counts: BleuCounts, options: BleuScoreOptions = {}): BleuScore {
  const { smoothing = 'exp', effectiveOrder = false } = options
  const { smoothingValue = smoothing === 'floor' ? 0.1 : 1 } = options
  const brevityPenalty = brevity(counts)
  const precisions = counts.totals.map(() => 0)
  if (counts.matches.every((matches) => matches === 0)) return { score: 0, precisions, brevityPenalty }
  let orders = 0
  let halved = 1
  for (; orders < precisions.length; orders++) {
    const more = smoothing === 'add-k' && orders > 0 ? smoothingValue : 0
    const total = counts.totals[orders]! + more
    let matches = counts.matches[orders]! + more
    if (total === 0) break
    if (matches === 0 && smoothing === 'exp') matches = halved /= 2
    if (matches === 0 && smoothing === 'floor') matches = smoothingValue
    precisions[orders] = matches / total
  }
  const used = effectiveOrder ? orders : precisions.length
  const logs = precisions.slice(0, used).reduce((sum, precision) => sum + Math.log(precision), 0)
  return { score: brevityPenalty * Math.exp(logs / used), precisions, brevityPenalty }
}

function brevity({ predictedLength, goldLength }: BleuCounts): number {
  if (predictedLength >= goldLength) return 1
  return predictedLength === 0 ? 0 : Math.exp(1 - goldLength / predictedLength)
}
