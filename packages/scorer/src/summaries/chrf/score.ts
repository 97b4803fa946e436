/**
 * What chrF is made of: for each order, characters from 1 and then words from 1. Counts of a corpus are the sums
 * of those of its segments.
 */
export interface ChrfCounts {
  readonly matches: readonly number[]
  /** N-grams of the reference. */
  readonly gold: readonly number[]
  /** N-grams of the predicted text; 0 where the reference is too short to have any of that order. */
  readonly predicted: readonly number[]
}

export interface ChrfScoreOptions {
  /** Recall weighs beta times as much as precision. Default 2. */
  readonly beta?: number
  /**
   * How orders become one number. `precision-recall` (default): the mean precision and the mean recall over the
   * orders that both sides have, then one F. `f-score`: the mean over all orders of the F of each, 1e-16 standing
   * for what is missing (`eps_smoothing` of sacreBLEU, the first chrF script).
   */
  readonly average?: 'precision-recall' | 'f-score'
}

/** F-beta over n-grams, 0 to 1 (Popović 2015, 2017; sacreBLEU 2.6 prints it times 100). Without n-grams 0. */
export function chrfScore(
  { matches, gold, predicted }: ChrfCounts,
  { beta = 2, average = 'precision-recall' }: ChrfScoreOptions = {},
): number {
  const weight = beta * beta
  if (average === 'f-score') {
    const ofOrder = (hits: number, order: number) => {
      const precision = shareOr(tiny, hits, predicted[order]!)
      const recall = shareOr(tiny, hits, gold[order]!)
      const whole = weight * precision + recall
      return whole > 0 ? ((1 + weight) * precision * recall) / whole : tiny
    }
    return mean(matches.map(ofOrder))
  }
  const orders = matches.flatMap((_, order) => (gold[order]! > 0 && predicted[order]! > 0 ? [order] : []))
  const precision = mean(orders.map((order) => matches[order]! / predicted[order]!))
  const recall = mean(orders.map((order) => matches[order]! / gold[order]!))
  return precision + recall > 0 ? ((1 + weight) * precision * recall) / (weight * precision + recall) : 0
}

const tiny = 1e-16

function shareOr(otherwise: number, part: number, whole: number): number {
  return whole > 0 ? part / whole : otherwise
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1)
}
