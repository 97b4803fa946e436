import type { Span } from '@assay/schema'
import { foldName, locateAll } from '@assay/text'

/** A text in which surfaces are found whatever their case, white space, quotes, dashes and width of letters. */
export interface FoldedText {
  /**
   * Every span on word borders that `foldName` makes the same as `surface`, left to right, not overlapping. A
   * possessive at the end of `surface` is not asked for. A surface that folds to nothing is found nowhere.
   */
  locateAll(surface: string): Span[]
}

/** One pass over the text. */
export function foldText(text: string): FoldedText {
  const parts: string[] = []
  // For every character of the folded text, the piece of the text it comes from.
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    const folded = foldPiece(piece)
    parts.push(folded)
    for (let i = 0; i < folded.length; i++) {
      starts.push(index)
      ends.push(index + piece.length)
    }
  }
  const folded = parts.join('')

  return {
    locateAll(surface) {
      const needle = foldName(surface)
      return (
        locateAll(folded, needle)
          .map(({ start, end }) => ({ start: starts[start]!, end: ends[end - 1]! }))
          // What begins inside a ligature, or composes over the border of two pieces, is no occurrence.
          .filter((span) => foldName(text.slice(span.start, span.end)) === needle)
      )
    },
  }
}

/** White space with what is invisible in it, or a character with its combining marks: what is folded by itself. */
const pieces = /[\s\u00ad\u200b\u2060\ufeff]+|\P{M}\p{M}*|\p{M}+/gu

function foldPiece(piece: string): string {
  if (/^[A-Za-z0-9.,]$/.test(piece)) return piece.toLowerCase()
  if (/^[\s\u00ad\u200b\u2060\ufeff]/.test(piece)) return /[^\S\ufeff]/.test(piece) ? ' ' : ''
  return foldName(piece)
}
