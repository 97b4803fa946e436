import { overlap } from './overlap.ts'
import type { ClaimReading } from './tokens.ts'
import { type Veto, vetoes } from './vetoes.ts'

/** What a gold and a predicted claim have to do with each other. */
export interface ClaimMatch {
  /** `match`: the same statement; `contradiction`: alike enough, but a veto says otherwise; `none`: too little in common. */
  readonly verdict: 'match' | 'contradiction' | 'none'
  /** Share of the gold tokens that the prediction has, 0 to 1. */
  readonly recall: number
  /** Share of the predicted tokens that gold has, 0 to 1. */
  readonly precision: number
  /** Harmonic mean of the two, 0 to 1. */
  readonly f1: number
  /** What speaks against a match of two claims that are alike enough. */
  readonly vetoes: readonly Veto[]
}

export interface ClaimThresholds {
  /** Least share of the gold tokens; inclusive. Default 0.55. */
  readonly recall: number
  /** Least share of the predicted tokens; inclusive. Default 1/2. */
  readonly precision: number
}

/** Set on the train and dev pairs of `calibration/`: the middle of the range, 0.51 to 0.57, in which nothing moves. */
export const defaultThresholds: ClaimThresholds = { recall: 0.55, precision: 1 / 2 }

/** Compares two claims that were read with the same context. */
export function matchClaim(
  gold: ClaimReading,
  predicted: ClaimReading,
  thresholds: ClaimThresholds = defaultThresholds,
): ClaimMatch {
  const { recall, precision } = overlap(gold, predicted)
  const f1 = recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision)
  const isAlike = recall >= thresholds.recall && precision >= thresholds.precision
  const against = isAlike ? vetoes(gold, predicted) : []
  const verdict = !isAlike ? 'none' : against.length > 0 ? 'contradiction' : 'match'
  return { verdict, recall, precision, f1, vetoes: against }
}
