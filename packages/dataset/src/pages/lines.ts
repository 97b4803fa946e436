import type { Span } from '@assay/schema'
import { readTimeLabel, type TimeLabel } from './labels.ts'
import { kindsOf, type LineKinds } from './line-kinds.ts'

/** A line of a page that is not blank, without white space at its ends. */
export interface Line extends Span, LineKinds {
  readonly text: string
  /** Whether a blank line, or the beginning of the page, stands before it. */
  readonly afterBlank: boolean
  /** What it says of the time of an article. */
  readonly label: TimeLabel | null
}

/** The lines of a page in order. LF, CRLF and CR end a line. Linear time. */
export function linesOf(page: string): Line[] {
  const lines: Line[] = []
  let end = 0
  for (const match of page.matchAll(/\S[^\r\n]*/g)) {
    const text = match[0].trimEnd()
    const between = page.slice(end, match.index)
    const afterBlank = end === 0 || /(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)/.test(between)
    end = match.index + text.length
    lines.push({ start: match.index, end, text, afterBlank, ...kindsOf(text), label: readTimeLabel(text) })
  }
  return lines
}
