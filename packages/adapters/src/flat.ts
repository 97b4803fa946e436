import type { PredictedMention } from '@assay/schema'

/** The mentions that do not overlap, in the order of the text: the longest wins, of equals the first given. */
export function withoutOverlap(text: string, mentions: readonly PredictedMention[]): PredictedMention[] {
  const taken = new Uint8Array(text.length)
  const kept = mentions
    .toSorted((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start))
    .filter(({ span: { start, end } }) => {
      if (taken.subarray(start, end).includes(1)) return false
      taken.fill(1, start, end)
      return true
    })
  return kept.sort((a, b) => a.span.start - b.span.start)
}
