import type { Counts, ScoringItem } from '@assay/schema'
import { referencesOfOneClass, withinBudget } from './references.ts'

/** How a metric that compares with reference summaries goes about it. */
export interface ComparisonOptions {
  /**
   * `mean` (default): every reference of one length class by itself, the counts averaged, so that a summary and a
   * reference measured against the others compare. `best`: the several-references rule of the implementation that
   * the metric follows.
   */
  readonly references?: 'mean' | 'best'
  /** Whether a summary is cut to the upper bound of its length class. Default true. */
  readonly cut?: boolean
}

/**
 * What `count` finds between the output of an article and its references, with `articles: 1`. A missing output is
 * the empty text. `{}` where gold has no summaries layer, and `articles: 0` where that holds none.
 */
export function comparedCounts(
  { gold, predicted }: ScoringItem,
  { references = 'mean', cut = true }: ComparisonOptions,
  count: (references: readonly string[], text: string) => Counts,
): Counts {
  if (gold.summaries === undefined) return {}
  const { length, summaries } = referencesOfOneClass(gold.summaries)
  if (summaries.length === 0) return { articles: 0 }
  const whole = predicted.summary?.text ?? ''
  const text = cut ? withinBudget(whole, length) : whole
  const texts = summaries.map((summary) => summary.text)
  if (references === 'best') return { ...count(texts, text), articles: 1 }
  return { ...mean(texts.map((one) => count([one], text))), articles: 1 }
}

/** The sum of rows with the same keys, divided by their number. */
function mean(rows: readonly Counts[]): Counts {
  return Object.fromEntries(
    Object.keys(rows[0]!).map((key) => [key, rows.reduce((sum, row) => sum + row[key]!, 0) / rows.length]),
  )
}

/** Numbers by order as counts: `matches.1`, `matches.2`. */
export function byOrder(key: string, values: readonly number[]): Counts {
  return Object.fromEntries(values.map((value, i) => [`${key}.${i + 1}`, value]))
}

/** The numbers that `byOrder` put under `key`, for the orders 1 to `orders`. */
export function fromOrders(total: Counts, key: string, orders: number): number[] {
  return Array.from({ length: orders }, (_, i) => total[`${key}.${i + 1}`] ?? 0)
}

/** What the cards of these metrics say in common. */
export const comparisonCard = {
  edgeCases: [
    'Only references of one length class count: the class that has most of them.',
    'A failed article counts as an empty summary.',
    'Without an article that has a reference the score is undefined.',
  ],
  options: {
    references:
      '`mean`: each reference by itself, counts averaged. `best`: the reference implementation’s own rule for several.',
    cut: 'Whether a summary is cut to the upper bound of its length class.',
  },
} as const
