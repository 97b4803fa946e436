import type { Span } from '@assay/schema'
import { countWords, firstWords } from '@assay/text'

/**
 * An extractive summary: the sentences of `ranked`, best first, as long as they fit whole into `maxWords`
 * white-space separated words, joined in the order of the text. One that does not fit is passed over (`skip`)
 * or ends the search (`stop`). If not even the best fits, its first `maxWords` words. No sentences: empty.
 */
export function fillBudget(
  text: string,
  ranked: readonly Span[],
  maxWords: number,
  unfit: 'skip' | 'stop' = 'skip',
): string {
  const chosen: Span[] = []
  let left = maxWords
  for (const span of ranked) {
    const length = countWords(text.slice(span.start, span.end))
    if (length > left && unfit === 'stop') break
    if (length > left) continue
    chosen.push(span)
    left -= length
  }
  if (chosen.length === 0) return firstWords(sentenceText(text, ranked[0]), maxWords)
  chosen.sort((a, b) => a.start - b.start)
  return chosen.map((span) => sentenceText(text, span)).join(' ')
}

/** On one line, so that no output inherits the line breaks of its article. */
export function sentenceText(text: string, span: Span = { start: 0, end: 0 }): string {
  return text.slice(span.start, span.end).replaceAll(/\s+/g, ' ')
}
