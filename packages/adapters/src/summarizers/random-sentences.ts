import type { Summarizer } from '@assay/schema'
import { sentenceSpans } from '@assay/text'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { mersenne } from 'pure-rand/generator/mersenne'
import { fillBudget } from '../budget.ts'

/** The floor for summaries: sentences drawn with the seed of the call, in the order of the article. */
export function randomSentences(): Summarizer {
  return {
    kind: 'summarizer',
    adapter: 'random-sentences',
    version: '1',
    tasks: ['summaries'],
    summarize: ({ text }, { maxWords }, { seed }) => ({
      text: fillBudget(text, shuffled(sentenceSpans(text), seed), maxWords),
    }),
  }
}

/**
 * Fisher and Yates, so that every order is equally likely. The generator mixes its seed: neighbouring seeds give
 * first numbers that have nothing to do with each other.
 */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const generator = mersenne(seed)
  const order = [...items]
  for (let i = order.length - 1; i > 0; i--) {
    const j = uniformInt(generator, 0, i)
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return order
}
