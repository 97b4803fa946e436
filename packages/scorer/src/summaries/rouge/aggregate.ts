import { AssayError } from '@assay/schema'
import { percentileInterval } from '../../statistics/bootstrap.ts'
import type { RougeScore } from './score.ts'

/** `mid` is the middle one of the resampled means, as rouge_score reports it: not the mean of the scores. */
export interface RougeAggregate {
  readonly low: RougeScore
  readonly mid: RougeScore
  readonly high: RougeScore
}

export interface AggregateOptions {
  /** Samples drawn. Default 1,000. */
  readonly samples?: number
  /** Share of the resampled means between low and high. Default 0.95. */
  readonly confidence?: number
}

/**
 * One kind of ROUGE over many pairs, as the bootstrap aggregator of rouge_score 0.1.2 gives it: percentiles of the
 * means of resampled scores, part by part, interpolated. `draw(size)` gives a whole number from 0 to below `size`;
 * where several kinds share one source, they draw one after another. For intervals that hold what they promise use
 * `withInterval`: below 60 pairs these are too narrow.
 *
 * @throws AssayError `usage` without scores.
 */
export function aggregateRouge(
  scores: readonly RougeScore[],
  draw: (size: number) => number,
  { samples = 1000, confidence = 0.95 }: AggregateOptions = {},
): RougeAggregate {
  if (scores.length === 0) {
    throw new AssayError('usage', 'there is no ROUGE score to aggregate', { hint: 'Give at least one.' })
  }
  const [precisions, recalls, fs] = [0, 1, 2].map(() => new Float64Array(samples)) as Triple<Float64Array>
  for (let sample = 0; sample < samples; sample++) {
    const sums: Triple<number> = [0, 0, 0]
    for (let i = 0; i < scores.length; i++) {
      const { precision, recall, f } = scores[draw(scores.length)]!
      sums[0] += precision
      sums[1] += recall
      sums[2] += f
    }
    precisions[sample] = sums[0] / scores.length
    recalls[sample] = sums[1] / scores.length
    fs[sample] = sums[2] / scores.length
  }
  const at = (end: (means: Float64Array) => number): RougeScore => ({
    precision: end(precisions),
    recall: end(recalls),
    f: end(fs),
  })
  return {
    low: at((means) => percentileInterval(means, confidence)[0]),
    mid: at((means) => percentileInterval(means, 0)[0]),
    high: at((means) => percentileInterval(means, confidence)[1]),
  }
}

type Triple<Item> = [precision: Item, recall: Item, f: Item]
