import type { Span } from '@assay/schema'
import { findDateline } from './datelines.ts'
import type { Heading } from './headings.ts'
import type { Line } from './lines.ts'

export interface Body {
  readonly span: Span
  /** Index of the line in which it begins. */
  readonly firstLine: number
  /** The copyright lines that were cut off behind it. */
  readonly tail: string
}

/** How many lines of furniture may stand between a heading and its article. */
const reach = 8

/**
 * The article under a heading, or null if there is none before line `until`. It begins with its dateline or its
 * first paragraph, behind captions; it ends with the last paragraph before something that belongs to the
 * interface, without its copyright lines.
 */
export function findBody(page: string, lines: readonly Line[], heading: Heading, until: number): Body | null {
  const firstLine = firstParagraph(lines, heading, until)
  if (firstLine === null) return null
  const lastLine = lastParagraph(lines, firstLine, until)
  const first = lines[firstLine]!
  const start = first.start + (findDateline(first.text)?.start ?? 0)
  const fullEnd = lines[lastLine]!.end
  const end = endWithoutCopyright(page, start, fullEnd)
  return start < end ? { span: { start, end }, firstLine, tail: page.slice(end, fullEnd).trim() } : null
}

function firstParagraph(lines: readonly Line[], { end, title }: Heading, until: number): number | null {
  const near = lines.slice(end, Math.min(until, end + reach))
  const opens = ({ text, isProse }: Line): boolean =>
    text !== title && (isProse || findDateline(text)?.start === 0)
  const stop = near.findIndex(({ isInterface }) => isInterface)
  const paragraph = (stop < 0 ? near : near.slice(0, stop)).findIndex(opens)
  if (paragraph < 0) return null
  const opening = near.slice(paragraph, paragraph + 3)
  const dated = opening.findIndex(({ text }) => findDateline(text)?.start === 0)
  const areCaptions = opening.slice(0, dated).every(({ text }) => text.length <= longestCaption)
  if (dated > 0 && areCaptions) return end + paragraph + dated
  const caption = opening.findLastIndex(({ text }, i) => i + 1 < opening.length && isCredited(text))
  return end + paragraph + caption + 1
}

const credit =
  /\((?:photo|image|video|picture|file|credit)\b[^)]*\)|\b(?:photo|image|video|picture|credit)s?\s?(?:by|:|credit)|\/(?:AP|AFP|EPA|Getty|Reuters|Shutterstock)\b|\bGetty Images\b|^(?:watch|video|photos?|pictured|caption):/iu

const longestCaption = 400

/** Whether a line is the caption of a photo or video: short, with the mark of one. */
function isCredited(line: string): boolean {
  return line.length <= longestCaption && credit.test(line)
}

function lastParagraph(lines: readonly Line[], first: number, until: number): number {
  let last = first
  const second = lines[first + 1]
  const isTight = second !== undefined && second.isProse && !second.afterBlank
  for (let i = first + 1; i < until; i++) {
    const { text, afterBlank, isInterface, isProse } = lines[i]!
    // Where paragraphs follow each other without blank lines, a blank line and no paragraph is the end.
    if (isInterface || (isTight && afterBlank && !isProse)) break
    if (isProse || isCopyright(text)) last = i
  }
  return last
}

const mark = String.raw`(?:(?:[Cc]opyright|COPYRIGHT)\b\s*(?:©|\([Cc]\))?|©|\([Cc]\))\s*(?:[Cc]opyright\s*)?(?:by\s)?`
const holder = String.raw`(?:(?:\p{Lu}[\p{L}\p{N}.'’&-]*|and|of|the|&),?\s){0,8}`
const copyright = new RegExp(
  String.raw`(?:^|(?<=[.!?…]["'”’)\]]{0,3}\s{1,4})|(?<=[\r\n]))\s*(?:${mark}${holder}(?:19|20)\d\d\b|[Aa]ll [Rr]ights [Rr]eserved\b|ALL RIGHTS RESERVED\b)`,
  'u',
)
/** Copyright lines are short; a longer rest is an article that speaks of copyright. */
const longestTail = 600

function isCopyright(line: string): boolean {
  return line.length <= longestTail && copyright.exec(line)?.index === 0
}

function endWithoutCopyright(page: string, start: number, end: number): number {
  const from = Math.max(start, end - longestTail)
  const found = copyright.exec(page.slice(from, end))
  const cut = found === null ? end : from + found.index
  return start + page.slice(start, cut).trimEnd().length
}
