import type { Summarizer } from '@assay/schema'
import { sentenceSpans } from '@assay/text'
import { fillBudget } from '../budget.ts'

/** The first sentences of the article, whole, as far as the budget reaches. The baseline that is hard to beat on news. */
export function lead(): Summarizer {
  return {
    kind: 'summarizer',
    adapter: 'lead',
    version: '1',
    tasks: ['summaries'],
    summarize: ({ text }, { maxWords }) => ({
      text: fillBudget(text, sentenceSpans(text), maxWords, 'stop'),
    }),
  }
}
