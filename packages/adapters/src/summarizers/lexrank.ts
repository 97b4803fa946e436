import type { Span, Summarizer } from '@assay/schema'
import { sentenceSpans } from '@assay/text'
import { fillBudget } from '../budget.ts'
import { contentStems } from '../content-stems.ts'
import { pageRank, pairWeights, rankSettings } from '../page-rank.ts'
import { bestFirst } from '../sentence-rank.ts'

/** Sentences with a cosine above this are tied (Erkan and Radev 2004, section 5: 0.1 did best). */
const minCosine = 0.1

/**
 * The sentences most often like others, as far as they fit the budget, in the order of the article: LexRank with
 * a threshold (Erkan and Radev 2004, section 3.2). Two sentences are tied if the cosine of their TF-IDF vectors is
 * above 0.1, each sentence also with itself, and the power method runs on the graph without weights. Choices the
 * source leaves open: one article is the whole collection, so the documents of IDF are its sentences; words are
 * stems without stop words.
 */
export function lexrank(): Summarizer {
  return {
    kind: 'summarizer',
    adapter: 'lexrank',
    version: '1',
    tasks: ['summaries'],
    options: { ...rankSettings, minCosine },
    summarize: ({ text }, { maxWords }) => ({ text: fillBudget(text, rankByTies(text), maxWords) }),
  }
}

function rankByTies(text: string): Span[] {
  const sentences = sentenceSpans(text)
  const vectors = tfIdf(sentences.map((span) => contentStems(text, span)))
  const ties = pairWeights(vectors, (a, b) => (cosine(a, b) > minCosine ? 1 : 0), 1)
  return bestFirst(sentences, pageRank(ties))
}

interface Vector {
  readonly weights: ReadonlyMap<string, number>
  readonly norm: number
}

/** A word that stands in every sentence weighs nothing. */
function tfIdf(sentences: readonly (readonly string[])[]): Vector[] {
  const counts = sentences.map(countWords)
  const holders = new Map<string, number>()
  for (const words of counts) for (const word of words.keys()) holders.set(word, (holders.get(word) ?? 0) + 1)
  return counts.map((words) => {
    const weights = new Map(
      Array.from(words, ([word, count]) => [word, count * Math.log(sentences.length / holders.get(word)!)]),
    )
    let square = 0
    for (const weight of weights.values()) square += weight * weight
    return { weights, norm: Math.sqrt(square) }
  })
}

function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** 0 where one of the two has no word that weighs anything. */
function cosine(a: Vector, b: Vector): number {
  if (a.norm === 0 || b.norm === 0) return 0
  let product = 0
  for (const [word, weight] of a.weights) product += weight * (b.weights.get(word) ?? 0)
  return product / (a.norm * b.norm)
}
