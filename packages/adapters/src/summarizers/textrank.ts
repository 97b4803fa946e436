import type { Summarizer } from '@assay/schema'
import { fillBudget } from '../budget.ts'
import { rankSettings } from '../page-rank.ts'
import { rankSentences } from '../sentence-rank.ts'

/** The most central sentences that fit the budget, in the order of the article (Mihalcea and Tarau 2004). */
export function textrank(): Summarizer {
  return {
    kind: 'summarizer',
    adapter: 'textrank',
    version: '1',
    tasks: ['summaries'],
    options: rankSettings,
    summarize: ({ text }, { maxWords }) => ({ text: fillBudget(text, rankSentences(text), maxWords) }),
  }
}
