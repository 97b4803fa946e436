import type { Span } from '@assay/schema'
import { stem, stopWords, wordTokens } from '@assay/text'

/** The stems of the words of a stretch of text that are no stop words, in order, as often as they stand there. */
export function contentStems(text: string, { start, end }: Span): string[] {
  const words = wordTokens(text.slice(start, end)).map((token) => token.text.toLowerCase())
  return words.filter((word) => !stopWords.has(word)).map((word) => stem(word))
}
