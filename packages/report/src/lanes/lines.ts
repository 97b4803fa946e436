import type { Span } from '@assay/schema'

/** One line of text as it is shown: it never wraps, so that marks below it stand at exact positions. */
export interface Line extends Span {
  /** Index of the sentence that begins here; null for a continuation and for text outside every sentence. */
  readonly sentence: number | null
  /** The sentence the line belongs to; null outside. */
  readonly within: number | null
  /** True where the text has an empty line or a line break before. */
  readonly opensParagraph: boolean
}

/**
 * `text` sentence by sentence, long ones broken at white space into lines of about equal length and at most `width`
 * code units (a longer word is cut). Together the lines hold everything but white space, each character once.
 */
export function breakLines(text: string, sentences: readonly Span[] = [], width = 96): Line[] {
  const lines: Line[] = []
  let cursor = 0
  const gap = (end: number) => addLines(lines, text, { start: cursor, end }, null, width)
  sentences.forEach((sentence, i) => {
    if (sentence.start < cursor) return
    gap(sentence.start)
    addLines(lines, text, sentence, i, width)
    cursor = sentence.end
  })
  gap(text.length)
  return lines
}

/** Half a word: lines may be this much longer than their equal share, so that breaking adds no line. */
const slack = 6

function addLines(lines: Line[], text: string, block: Span, sentence: number | null, width: number): void {
  const length = block.end - block.start
  const share = Math.min(width, Math.ceil(length / Math.ceil(length / width)) + slack)
  let start = skipWhite(text, block.start, block.end)
  let isFirst = true
  while (start < block.end) {
    const end = lineEnd(text, start, block.end, share)
    const before = text.slice(lines.at(-1)?.end ?? 0, start)
    lines.push({
      start,
      end: trimEnd(text, start, end),
      sentence: isFirst ? sentence : null,
      within: sentence,
      opensParagraph: lines.length > 0 && /[\n\r\u2028\u2029]/.test(before),
    })
    isFirst = false
    start = skipWhite(text, end, block.end)
  }
}

/** The next line break, else the last white space within `width`, else a cut that leaves surrogate pairs whole. */
function lineEnd(text: string, start: number, end: number, width: number): number {
  const limit = Math.min(end, start + width)
  for (let i = start; i < limit; i++) if (/[\n\r\u2028\u2029]/.test(text.charAt(i))) return i
  if (limit === end) return end
  for (let i = limit; i > start; i--) if (isWhite(text, i)) return i
  const last = text.charCodeAt(limit - 1)
  return last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit
}

function skipWhite(text: string, from: number, end: number): number {
  let i = from
  while (i < end && isWhite(text, i)) i++
  return i
}

function trimEnd(text: string, start: number, end: number): number {
  let i = end
  while (i > start && isWhite(text, i - 1)) i--
  return i
}

function isWhite(text: string, i: number): boolean {
  return /\s/.test(text.charAt(i))
}
