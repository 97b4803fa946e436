import { countWords } from '@assay/text'
import type { TimeLabel } from './labels.ts'
import type { Line } from './lines.ts'

/** The block of lines above an article: headline, publisher, age, headline again. */
export interface Heading {
  readonly title: string
  /** Index of its first line, and of the line behind its last one. */
  readonly first: number
  readonly end: number
  readonly label: TimeLabel | null
}

/** How many lines further a headline may be repeated, or a label stand. */
const reach = 6

/**
 * The headings of a page in order. One is a headline that is repeated a few lines further, or that stands just
 * above a line which dates it (among comments, only the former: they have authors and dates too). A heading ends
 * with its last repetition or label; what follows may still be furniture. Linear time.
 */
export function findHeadings(lines: readonly Line[]): Heading[] {
  const headings: Heading[] = []
  let isAmongComments = false
  let i = 0
  while (i < lines.length) {
    const { text, isInterface } = lines[i]!
    if (isInterface) isAmongComments = /\bcomments?\b/iu.test(text)
    if (isRepeated(lines, i) || (!isAmongComments && isDated(lines, i))) {
      const heading = headingFrom(lines, i)
      headings.push(heading)
      isAmongComments = false
      i = heading.end
    } else i++
  }
  return headings
}

function isRepeated(lines: readonly Line[], first: number): boolean {
  const { text: title, isHeadline } = lines[first]!
  return isHeadline && furniture(lines, first).some(({ text }) => text === title)
}

/** The longest of the few lines above a label is the headline; the others are sections and publishers. */
function isDated(lines: readonly Line[], first: number): boolean {
  const { text: title, isHeadline, label } = lines[first]!
  if (!isHeadline || label !== null || countWords(title) < 4) return false
  const following = furniture(lines, first).slice(0, 4)
  const at = following.findIndex((line) => line.label !== null)
  return at >= 0 && following.slice(0, at).every(({ text }) => text.length < title.length)
}

/** The lines behind a headline until a paragraph comes, `reach` at most. */
function furniture(lines: readonly Line[], first: number): Line[] {
  const title = lines[first]!.text
  const near = lines.slice(first + 1, first + 1 + reach)
  const paragraph = near.findIndex(({ text, isProse }) => text !== title && isProse)
  return paragraph < 0 ? near : near.slice(0, paragraph)
}

function headingFrom(lines: readonly Line[], first: number): Heading {
  const title = lines[first]!.text
  let end = first + 1
  let label: TimeLabel | null = null
  for (let i = end; i < Math.min(lines.length, end + reach); i++) {
    const line = lines[i]!
    label ??= line.label
    if (line.text === title || line.label !== null || line.isBullet) end = i + 1
    else if (line.isProse || isRepeated(lines, i) || (label !== null && isDated(lines, i))) break
  }
  return { title, first, end, label }
}
