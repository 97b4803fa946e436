import type { Span } from '@assay/schema'
import { locateAll } from '@assay/text'
import { foldText } from './folded-text.ts'
import type { Unplaced } from './places.ts'

/** The text, and what stands where in it by now. */
export interface Page {
  exact(item: Unplaced): Span[]
  normalised(item: Unplaced): Span[]
  hasContext(item: Unplaced): boolean
  /** Labels of what was placed at a span. */
  labelsAt(span: Span): Set<string>
  /** The span lies inside an occurrence of a longer string. */
  isCovered(span: Span): boolean
  cover(spans: readonly Span[]): void
}

export function createPage(text: string): Page {
  let folded: ReturnType<typeof foldText> | null = null
  const normalised = (surface: string) => (folded ??= foldText(text)).locateAll(surface)
  const contexts = new Map<string, readonly Span[]>()
  const labels = new Map<string, Set<string>>()
  const coverAt = new Int32Array(text.length)
  let covers = 0

  function contextsOf({ context }: Unplaced): readonly Span[] {
    if (context === undefined) return []
    const known = contexts.get(context)
    if (known !== undefined) return known
    const exact = locateAll(text, context)
    const found = exact.length > 0 ? exact : normalised(context)
    contexts.set(context, found)
    return found
  }

  function within(item: Unplaced, spans: readonly Span[]): Span[] {
    const contexts = contextsOf(item)
    const inside = spans.filter((span) => contexts.some((context) => holds(context, span)))
    return inside.length > 0 ? inside : [...spans]
  }

  return {
    // White space at an end is no part of what the system means.
    exact: (item) => within(item, item.surface === item.surface.trim() ? locateAll(text, item.surface) : []),
    normalised: (item) => within(item, normalised(item.surface)),
    hasContext: (item) => contextsOf(item).length > 0,
    labelsAt({ start, end }) {
      const key = `${start}:${end}`
      const known = labels.get(key) ?? new Set()
      labels.set(key, known)
      return known
    },
    isCovered: ({ start, end }) => coverAt[start] !== 0 && coverAt[start] === coverAt[end - 1],
    cover(spans) {
      for (const { start, end } of spans) {
        covers += 1
        for (let at = start; at < end; at++) coverAt[at] ||= covers
      }
    },
  }
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
