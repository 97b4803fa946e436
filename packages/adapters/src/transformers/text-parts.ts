import type { Span } from '@assay/schema'
import { sentenceSpans } from '@assay/text'

/**
 * Cuts a text into parts of at most `most` tokens, as `count` counts them: whole sentences where they fit, else whole
 * words, else pieces of a word. Every character but white space is in exactly one part. Text without a token: none.
 */
export function textParts(text: string, most: number, count: (text: string) => number): string[] {
  const slice = ({ start, end }: Span) => text.slice(start, end)
  const units = sentenceSpans(text).flatMap((sentence) =>
    count(slice(sentence)) <= most ? [sentence] : wordSpans(text, sentence).flatMap((word) => pieces(word)),
  )

  function pieces(word: Span): Span[] {
    const isOneCharacter = word.end - word.start <= String.fromCodePoint(text.codePointAt(word.start)!).length
    if (isOneCharacter || count(slice(word)) <= most) return [word]
    let middle = (word.start + word.end) >> 1
    if (/[\udc00-\udfff]/.test(text[middle]!) && middle + 1 < word.end) middle++
    return [
      { start: word.start, end: middle },
      { start: middle, end: word.end },
    ].flatMap(pieces)
  }

  const parts: string[] = []
  for (let at = 0; at < units.length; ) {
    let next = at
    for (let sum = 0; next < units.length; next++) {
      sum += count(slice(units[next]!))
      if (sum > most) break
    }
    // Some tokenizers need more tokens for a whole than for its parts.
    const part = () => text.slice(units[at]!.start, units[Math.max(next, at + 1) - 1]!.end)
    while (next > at + 1 && count(part()) > most) next--
    if (count(part()) > 0) parts.push(part())
    at = Math.max(next, at + 1)
  }
  return parts
}

function wordSpans(text: string, { start, end }: Span): Span[] {
  return Array.from(text.slice(start, end).matchAll(/\S+/g), ({ index, 0: word }) => ({
    start: start + index,
    end: start + index + word.length,
  }))
}
