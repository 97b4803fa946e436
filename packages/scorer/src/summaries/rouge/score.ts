/** Shares of tokens, n-grams or sequence, 0 to 1. */
export interface RougeScore {
  readonly precision: number
  readonly recall: number
  readonly f: number
}

/** A side without anything to hit scores 0, as in rouge_score: ROUGE has no undefined value. */
export function rougeScore(hits: number, gold: number, predicted: number): RougeScore {
  const precision = hits / Math.max(predicted, 1)
  const recall = hits / Math.max(gold, 1)
  const f = hits === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { precision, recall, f }
}
