import { rougeN } from './ngrams.ts'
import type { RougeScore } from './score.ts'
import { rougeL, rougeLsum } from './sequences.ts'
import { createRougeReader, type RougeOptions, type RougeText } from './text.ts'

export const rougeKinds = ['rouge1', 'rouge2', 'rougeL', 'rougeLsum'] as const
type RougeKind = (typeof rougeKinds)[number]
export type RougeScores = Readonly<Record<RougeKind, RougeScore>>

/**
 * ROUGE-1, 2, L and Lsum of one text against one reference, as rouge_score 0.1.2 computes them. Sentences for
 * Lsum stand on lines of their own (`\n`). A side without tokens scores 0. Time grows with the product of the
 * two lengths.
 */
export function rougePair(gold: string, predicted: string, options: RougeOptions = {}): RougeScores {
  const read = createRougeReader(options)
  return scores(read(gold), read(predicted))
}

/** How several references make one score: their mean, or the one with the best F, for each kind by itself. */
export type RougeReferences = 'mean' | 'best'

/**
 * ROUGE against several references. `best` is rouge_score's own rule: the first reference with the best F gives
 * precision and recall too. No reference: every score 0.
 */
export function rougeMany(
  gold: readonly string[],
  predicted: string,
  options: RougeOptions & { readonly references?: RougeReferences } = {},
): RougeScores {
  const read = createRougeReader(options)
  const text = read(predicted)
  const all = gold.map((reference) => scores(read(reference), text))
  const merge = options.references === 'best' ? best : mean
  const merged = (kind: RougeKind) => merge(all.map((one) => one[kind]))
  return {
    rouge1: merged('rouge1'),
    rouge2: merged('rouge2'),
    rougeL: merged('rougeL'),
    rougeLsum: merged('rougeLsum'),
  }
}

function scores(gold: RougeText, predicted: RougeText): RougeScores {
  return {
    rouge1: rougeN(gold, predicted, 1),
    rouge2: rougeN(gold, predicted, 2),
    rougeL: rougeL(gold, predicted),
    rougeLsum: rougeLsum(gold, predicted),
  }
}

const nothing: RougeScore = { precision: 0, recall: 0, f: 0 }

function best(scores: readonly RougeScore[]): RougeScore {
  return scores.reduce((best, score) => (score.f > best.f ? score : best), scores[0] ?? nothing)
}

function mean(scores: readonly RougeScore[]): RougeScore {
  const meanOf = (key: keyof RougeScore) =>
    scores.reduce((sum, score) => sum + score[key], 0) / Math.max(scores.length, 1)
  return { precision: meanOf('precision'), recall: meanOf('recall'), f: meanOf('f') }
}
