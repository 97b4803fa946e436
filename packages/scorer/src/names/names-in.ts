import type { Span } from '@assay/schema'
import { capitalisedRuns } from './capitalised.ts'

/**
 * What a text seems to name: its runs of capitalised words without those of its dates ("On Sunday Aarhus Nordlys
 * opened" names Aarhus Nordlys).
 */
export function namesIn(text: string, dates: readonly Span[]): Span[] {
  return capitalisedRuns(text).flatMap((run) => piecesOutside(text, run, dates))
}

/** Pieces begin and end with a letter, a figure or a full stop ("U.S."). */
function piecesOutside(text: string, run: Span, dates: readonly Span[]): Span[] {
  const inside = dates
    .filter((date) => date.start < run.end && run.start < date.end)
    .sort((a, b) => a.start - b.start)
  if (inside.length === 0) return [run]
  const starts = [run.start, ...inside.map(({ end }) => end)]
  const ends = [...inside.map(({ start }) => start), run.end]
  return starts.flatMap((start, i) => {
    const piece = text.slice(start, Math.max(start, ends[i]!))
    const from = piece.search(/[\p{L}\p{N}]/u)
    if (from === -1) return []
    return [{ start: start + from, end: start + piece.replace(/[^\p{L}\p{N}.]+$/u, '').length }]
  })
}
