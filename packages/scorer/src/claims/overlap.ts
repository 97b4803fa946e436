import { type ClaimReading, type ClaimToken, isShared } from './tokens.ts'

/** How much two readings share. */
export interface Overlap {
  /** Share of the gold tokens that agree with a predicted one, 0 to 1. */
  readonly recall: number
  /** Share of the predicted tokens that agree with a gold one, 0 to 1. */
  readonly precision: number
}

export function overlap(gold: ClaimReading, predicted: ClaimReading): Overlap {
  return {
    recall: sharedTokens(gold, predicted).length / gold.tokens.length,
    precision: sharedTokens(predicted, gold).length / predicted.tokens.length,
  }
}

/** The tokens of `own` that agree with one of `other`. */
export function sharedTokens(own: ClaimReading, other: ClaimReading): ClaimToken[] {
  return own.tokens.filter((token) => isShared(token, other))
}
