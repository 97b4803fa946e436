import type { Span, Summarizer } from '@assay/schema'
import { countWords, sentenceSpans } from '@assay/text'
import { fillBudget } from '../budget.ts'
import { contentStems } from '../content-stems.ts'

/**
 * Sentences full of the article's frequent words, each word worth less once it was said: SumBasic (Nenkova and
 * Vanderwende 2005). Again and again the sentence is taken that holds the most probable word and whose words are
 * most probable on average; then the probability of each of its words is squared. Choices the source leaves open:
 * words are stems without stop words, a word counts in a sentence as often as it stands there, only sentences that
 * fit what is left of the budget are looked at, and of equals the first is taken.
 */
export function sumbasic(): Summarizer {
  return {
    kind: 'summarizer',
    adapter: 'sumbasic',
    version: '1',
    tasks: ['summaries'],
    summarize: ({ text }, { maxWords }) => ({ text: fillBudget(text, choose(text, maxWords), maxWords) }),
  }
}

interface Sentence {
  readonly span: Span
  readonly words: readonly string[]
  readonly length: number
}

/** What fits the budget together; if no sentence does, the one to cut. */
function choose(text: string, maxWords: number): Span[] {
  const sentences = sentenceSpans(text).map((span): Sentence => {
    const length = countWords(text.slice(span.start, span.end))
    return { span, words: contentStems(text, span), length }
  })
  const probability = probabilities(sentences)
  const chosen: Span[] = []
  let left = maxWords
  let open = sentences.filter(({ length }) => length <= left)
  if (open.length === 0) return sentences.length === 0 ? [] : [next(sentences, probability).span]
  while (open.length > 0) {
    const taken = next(open, probability)
    chosen.push(taken.span)
    left -= taken.length
    for (const word of new Set(taken.words)) probability.set(word, probability.get(word)! ** 2)
    open = open.filter((sentence) => sentence !== taken && sentence.length <= left)
  }
  return chosen
}

function probabilities(sentences: readonly Sentence[]): Map<string, number> {
  const words = sentences.flatMap((sentence) => sentence.words)
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return new Map(Array.from(counts, ([word, count]) => [word, count / words.length]))
}

/** Of the sentences with the most probable word of all, the one with the highest average. `open` is not empty. */
function next(open: readonly Sentence[], probability: ReadonlyMap<string, number>): Sentence {
  const rated = open.map((sentence) => {
    const values = sentence.words.map((word) => probability.get(word)!)
    const sum = values.reduce((a, b) => a + b, 0)
    return { sentence, top: Math.max(0, ...values), average: values.length === 0 ? 0 : sum / values.length }
  })
  const best = rated.reduce((a, b) => (b.top > a.top || (b.top === a.top && b.average > a.average) ? b : a))
  return best.sentence
}
