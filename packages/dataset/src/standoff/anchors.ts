import type { Anchor, Fingerprint, Span, StandoffAnnotation } from '@assay/schema'
import { fingerprintOf, type MatchForm } from './match-form.ts'
import { keyOf, spotsOf } from './spans.ts'

/** How much of a text on either side of a span tells one occurrence from another. */
const context = 32

/** One anchor for every span of an annotation, in order of their starts, then of their ends. */
export function anchorsOf(annotation: StandoffAnnotation, text: MatchForm): Anchor[] {
  const spans = new Map(spotsOf(annotation).map(({ span }) => [keyOf(span), span]))
  return [...spans.values()]
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
    .map((span) => anchorAt(text, span))
}

/** The anchor of a span, from the match form of the whole text. */
function anchorAt(text: MatchForm, { start, end }: Span): Anchor {
  const from = indexAt(text.starts, start)
  const to = Math.max(from, indexAt(text.starts, end))
  return { start, end, ...exactAt(text, from, to), ...contextAt(text, from, to) }
}

/** What a part of a match form is recognised by; spaces at its ends do not count. */
export function exactAt({ form }: MatchForm, from: number, to: number): Fingerprint {
  const part = form.slice(from, to).trim()
  return { length: part.length, fingerprint: fingerprintOf(part) }
}

/** What stands before and behind a part of a match form. */
export function contextAt({ form }: MatchForm, from: number, to: number): Pick<Anchor, 'before' | 'after'> {
  return {
    before: fingerprintOf(form.slice(Math.max(0, from - context), from)),
    after: fingerprintOf(form.slice(to, to + context)),
  }
}

/** Index of the first unit of the form that comes from `offset` of the text or later. `starts` never falls. */
export function indexAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
