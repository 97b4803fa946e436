import type { Span } from '@assay/schema'
import { diffArrays } from 'diff'
import type { Paragraph } from './paragraphs.ts'

/** A stretch of the old text and the stretch of the new one that stands in its place. */
export interface Region {
  readonly old: Span
  readonly now: Span
  /** How far every offset moves; null if the stretch has changed, or is as long as before only by its match form. */
  readonly shift: number | null
}

/**
 * The regions of a text, in order: its unchanged paragraphs (the longest common subsequence of fingerprints), and what
 * stands between them. Together they cover both texts; a region may be empty on one side.
 */
export function alignParagraphs(
  old: { readonly paragraphs: readonly Paragraph[]; readonly length: number },
  now: { readonly paragraphs: readonly Paragraph[]; readonly length: number },
): Region[] {
  const regions: Region[] = []
  let oldEnd = 0
  let nowEnd = 0
  const between = (oldStart: number, nowStart: number): void => {
    regions.push({
      old: { start: oldEnd, end: oldStart },
      now: { start: nowEnd, end: nowStart },
      shift: null,
    })
  }
  for (const [a, b] of commonParagraphs(old.paragraphs, now.paragraphs)) {
    between(a.start, b.start)
    const isSameLength = a.end - a.start === b.end - b.start
    regions.push({ old: a, now: b, shift: isSameLength ? b.start - a.start : null })
    oldEnd = a.end
    nowEnd = b.end
  }
  between(old.length, now.length)
  return regions
}

function commonParagraphs(
  old: readonly Paragraph[],
  now: readonly Paragraph[],
): (readonly [Paragraph, Paragraph])[] {
  // What stands in one text only cannot be common: without it the search takes as long as the texts differ in order.
  const shared = (these: readonly Paragraph[], those: readonly Paragraph[]): Paragraph[] => {
    const there = new Set(those.map(({ fingerprint }) => fingerprint))
    return these.filter(({ fingerprint }) => there.has(fingerprint))
  }
  const a = shared(old, now)
  const b = shared(now, old)
  const pairs: (readonly [Paragraph, Paragraph])[] = []
  let i = 0
  let j = 0
  const changes = diffArrays(
    a.map(({ fingerprint }) => fingerprint),
    b.map(({ fingerprint }) => fingerprint),
  )
  for (const { added, removed, count } of changes) {
    if (!added && !removed) for (let k = 0; k < count; k++) pairs.push([a[i + k]!, b[j + k]!])
    if (!added) i += count
    if (!removed) j += count
  }
  return pairs
}
