import type { PredictedMention, Span } from '@assay/schema'

/** The mentions that do not overlap, in the order of the text: the longest wins, of equals the first given. */
export function withoutOverlap(text: string, mentions: readonly PredictedMention[]): PredictedMention[] {
  const taken = new Uint8Array(text.length)
  return mentions
    .toSorted((a, b) => b.span.end - b.span.start - (a.span.end - a.span.start))
    .filter(({ span }) => {
      const isFree = isClear(taken, span)
      if (isFree) taken.fill(1, span.start, span.end)
      return isFree
    })
    .sort((a, b) => a.span.start - b.span.start)
}

/** The `items` that overlap none of the `blocked` spans. */
export function clearOf<T extends Span>(text: string, blocked: readonly Span[], items: readonly T[]): T[] {
  const taken = new Uint8Array(text.length)
  for (const { start, end } of blocked) taken.fill(1, start, end)
  return items.filter((item) => isClear(taken, item))
}

function isClear(taken: Uint8Array, { start, end }: Span): boolean {
  return !taken.subarray(start, end).includes(1)
}
