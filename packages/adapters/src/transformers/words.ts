import type { Stages } from './internals.ts'
import { slice, type Tracked } from './tracked.ts'

/**
 * Cuts what the pre-tokenizer leaves in one piece at each sign of SentencePiece, where no piece of the vocabulary
 * goes across it: the pieces are the same, words can be kept, and a long text is not one word. A word beyond all
 * measure is cut anywhere, as the pieces of one would take all memory to find.
 */
export function wordCutter({ model, tokenizer }: Stages): (given: Tracked) => Tracked[] {
  if (tokenizer.model.type === 'WordPiece') return (given) => [given]
  const crosses = [...model.tokens_to_ids.keys()].some((token) => /[^\u2581]\u2581/.test(token))
  const before = /(?<=[^\u2581])(?=\u2581)/g
  return (given) => {
    const signs = crosses ? [] : [...given.text.matchAll(before)].map(({ index }) => index)
    const words: Tracked[] = []
    let start = 0
    for (const end of [...signs, given.text.length]) {
      for (; end - start > longestWord; ) {
        const cut = start + longestWord - (isLow(given.text, start + longestWord) ? 1 : 0)
        words.push(slice(given, start, cut))
        start = cut
      }
      if (start < end) words.push(slice(given, start, end))
      start = end
    }
    return words
  }
}

const longestWord = 10_000

function isLow(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0xdc00 && unit <= 0xdfff
}
