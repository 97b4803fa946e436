import type { Span } from '@assay/schema'
import { sentenceSpans } from '@assay/text'
import type { Place } from './relocate.ts'

export interface NewSentences {
  /** The sentences of the text: in order, covering all of it but white space. */
  readonly sentences: readonly Span[]
  /** What became of each old sentence. */
  readonly places: readonly Place[]
  /** Index of each old sentence among the new ones; null if it is lost. */
  readonly indices: readonly (number | null)[]
}

/**
 * The sentences of a changed text. Those that were found as they were stand; what lies between two of them is
 * divided anew. As many sentences there as before: each is the changed form of one, its words in doubt.
 * Another number: the old ones are lost, the new ones nobody has read.
 */
export function newSentences(text: string, found: readonly Place[]): NewSentences {
  const places: Place[] = [...found]
  const sentences: Span[] = []
  const indices: (number | null)[] = found.map(() => null)
  let from = 0
  let open: number[] = []
  const closeGap = (until: number): void => {
    const between = sentenceSpans(text.slice(from, until)).map((span) => moved(span, from))
    for (const [i, old] of open.entries()) {
      const span = between.length === open.length ? between[i]! : null
      places[old] = { status: span === null ? 'lost' : 'uncertain', span }
      if (span !== null) indices[old] = sentences.length + i
    }
    sentences.push(...between)
    open = []
  }
  for (const [old, { status, span: place }] of found.entries()) {
    if (place === null || place.start < from) {
      open.push(old)
      continue
    }
    const span = status === 'relocated' ? withMarks(text, place, from) : place
    closeGap(span.start)
    indices[old] = sentences.length
    sentences.push(span)
    places[old] = { status, span }
    from = span.end
  }
  closeGap(text.length)
  return { sentences, places, indices }
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by }
}

/** A sentence with the quotes at its ends, which its match form does not hold. */
function withMarks(text: string, { start, end }: Span, from: number): Span {
  const before = /[^\p{L}\p{N}\s]*$/u.exec(text.slice(Math.max(from, start - 8), start))?.[0] ?? ''
  const after = /^[^\p{L}\p{N}\s]*/u.exec(text.slice(end, end + 8))?.[0] ?? ''
  return { start: start - before.length, end: end + after.length }
}
