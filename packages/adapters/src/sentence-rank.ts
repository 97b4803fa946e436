import type { Span } from '@assay/schema'
import { sentenceSpans, stem, stopWords, wordTokens } from '@assay/text'

export const rankSettings = { damping: 0.85, threshold: 0.0001, maxRounds: 100 } as const

/**
 * The sentences of a text, most central first, by TextRank (Mihalcea and Tarau 2004, sections 2.2 and 5):
 * sentences are tied by the words they share, divided by the logarithms of their lengths, and a weighted
 * PageRank runs until no score moves by more than the threshold. Choices the source leaves open: words are
 * stems without stop words, counted once a sentence; two sentences of one word each are not tied; equal scores
 * keep the order of the text. Quadratic in the number of sentences.
 */
export function rankSentences(text: string): Span[] {
  const sentences = sentenceSpans(text)
  const scores = pageRank(similarities(sentences.map((span) => contentStems(text, span))))
  return sentences
    .map((span, i) => ({ span, score: scores[i]! }))
    .sort((a, b) => b.score - a.score || a.span.start - b.span.start)
    .map(({ span }) => span)
}

function contentStems(text: string, { start, end }: Span): ReadonlySet<string> {
  const words = wordTokens(text.slice(start, end)).map((token) => token.text.toLowerCase())
  return new Set(words.filter((word) => !stopWords.has(word)).map((word) => stem(word)))
}

function similarities(sentences: readonly ReadonlySet<string>[]): number[][] {
  const weights = sentences.map(() => sentences.map(() => 0))
  sentences.forEach((a, i) =>
    sentences.slice(0, i).forEach((b, j) => {
      const weight = similarity(a, b)
      weights[i]![j] = weight
      weights[j]![i] = weight
    }),
  )
  return weights
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const length = Math.log(a.size) + Math.log(b.size)
  if (!(length > 0)) return 0
  let shared = 0
  for (const word of a) if (b.has(word)) shared++
  return shared / length
}

/** Sums run in index order, so that the same text gives the same bits everywhere. */
function pageRank(weights: readonly (readonly number[])[]): number[] {
  const { damping, threshold, maxRounds } = rankSettings
  const strength = weights.map((row) => row.reduce((sum, weight) => sum + weight, 0))
  let scores = weights.map(() => 1)
  for (let round = 0; round < maxRounds; round++) {
    const next = weights.map((row) => {
      const received = row.reduce((sum, w, j) => (w === 0 ? sum : sum + (w / strength[j]!) * scores[j]!), 0)
      return 1 - damping + damping * received
    })
    const moved = next.some((score, i) => Math.abs(score - scores[i]!) > threshold)
    scores = next
    if (!moved) break
  }
  return scores
}
