import type { Counts, Score } from '@assay/schema'

/** `part / whole`, or undefined for the stated reason where `whole` is 0. */
export function ratio(part: number, whole: number, because: string): Score {
  return whole === 0 ? { value: null, because } : { value: part / whole }
}

/**
 * Precision, recall and F1 of summed counts. Precision is undefined if nothing is predicted, recall if nothing
 * is gold, F1 only if both.
 */
export function precisionRecallF1(
  credit: number,
  gold: number,
  predicted: number,
): { precision: Score; recall: Score; f1: Score } {
  return {
    precision: ratio(credit, predicted, 'nothing was predicted'),
    recall: ratio(credit, gold, 'nothing is gold'),
    f1: ratio(2 * credit, gold + predicted, 'nothing is gold and nothing was predicted'),
  }
}

/** The count under `key`; a key that no article has is 0. */
export function count(total: Counts, key: string): number {
  return total[key] ?? 0
}
