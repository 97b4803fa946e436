import type { Span } from '@assay/schema'
import { sentenceSpans } from '@assay/text'
import { contentStems } from './content-stems.ts'
import { pageRank, pairWeights } from './page-rank.ts'

/**
 * The sentences of a text, most central first, by TextRank (Mihalcea and Tarau 2004, sections 2.2 and 5):
 * sentences are tied by the words they share, divided by the logarithms of their lengths, and a weighted
 * PageRank runs until no score moves by more than the threshold. Choices the source leaves open: words are
 * stems without stop words, counted once a sentence; two sentences of one word each are not tied; equal scores
 * keep the order of the text. Quadratic in the number of sentences.
 */
export function rankSentences(text: string): Span[] {
  const sentences = sentenceSpans(text)
  const words = sentences.map((span) => new Set(contentStems(text, span)))
  return bestFirst(sentences, pageRank(pairWeights(words, similarity)))
}

/** Sentences by falling score; of equals the earlier one first. */
export function bestFirst(sentences: readonly Span[], scores: readonly number[]): Span[] {
  return sentences
    .map((span, i) => ({ span, score: scores[i]! }))
    .sort((a, b) => b.score - a.score || a.span.start - b.span.start)
    .map(({ span }) => span)
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const length = Math.log(a.size) + Math.log(b.size)
  if (!(length > 0)) return 0
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return shared / length
}
