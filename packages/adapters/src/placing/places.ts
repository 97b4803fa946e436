import type { Placement, Span } from '@assay/schema'
import { locateAll } from '@assay/text'
import { foldText } from './folded-text.ts'

/** A string that a system gave instead of offsets. */
export interface Unplaced {
  readonly surface: string
  /** A longer stretch of the text that holds the surface, for example its sentence. */
  readonly context?: string
  /** What the system says of the string. Strings with equal labels are alike: which is which does not matter. */
  readonly label: string
}

export interface Place {
  readonly span: Span
  readonly placement: Placement
}

/**
 * Where strings without offsets stand in a text. One string is one prediction, whatever the number of places it
 * could mean: it gets one place or none. The rule, in order:
 *
 * 1. A string may stand where it occurs letter by letter on word borders (`exact`); where these places do not
 *    suffice, also where it occurs but for case, white space, quotes, dashes, compatibility forms and a
 *    possessive at its end (`normalised`). If its context is found, only places inside it count.
 * 2. The n-th time a string is given means its n-th place. Given more often than it occurs, what is too much
 *    stands nowhere, unless it says something else of the same place ("Jordan", a person and a place).
 * 3. Given less often than it occurs, it takes its first places; those inside a longer string that was given
 *    come last: beside "New York", the string "York" first means a York by itself. Such a string is `ambiguous`,
 *    and so is one that says different things of several places, since only its order tells which is which.
 *
 * @returns a place for each item, in the order of the items; null: it stands nowhere.
 */
export function placeStrings(text: string, items: readonly Unplaced[]): (Place | null)[] {
  const places: (Place | null)[] = items.map(() => null)
  const page = createPage(text)
  for (const group of groupsOf(items, page)) {
    const placed = placeGroup(
      group.map((index) => items[index]!),
      page,
    )
    for (const [i, index] of group.entries()) places[index] = placed[i]!
  }
  return places
}

/** The text, and what stands where in it by now. */
interface Page {
  exact(item: Unplaced): Span[]
  normalised(item: Unplaced): Span[]
  hasContext(item: Unplaced): boolean
  /** Labels of what was placed at a span. */
  labelsAt(span: Span): Set<string>
  /** The span lies inside an occurrence of a longer string. */
  isCovered(span: Span): boolean
  cover(spans: readonly Span[]): void
}

function createPage(text: string): Page {
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

/** Indices of the items with one surface and context; long surfaces first, then those with a context. */
function groupsOf(items: readonly Unplaced[], page: Page): number[][] {
  const groups = new Map<string, number[]>()
  for (const [index, { surface, context }] of items.entries()) {
    const key = JSON.stringify([surface, context])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [index])
    else group.push(index)
  }
  const first = (group: readonly number[]) => items[group[0]!]!
  const hasContext = (group: readonly number[]) => Number(page.hasContext(first(group)))
  return [...groups.values()].sort(
    (a, b) => first(b).surface.length - first(a).surface.length || hasContext(b) - hasContext(a),
  )
}

function placeGroup(group: readonly Unplaced[], page: Page): (Place | null)[] {
  const item = group[0]!
  const exact = page.exact(item)
  const isFree = (span: Span) => page.labelsAt(span).size === 0
  const suffices = exact.filter(isFree).length >= group.length
  const isExact = new Set(exact.map(({ start }) => start))
  const more = suffices ? [] : page.normalised(item).filter(({ start }) => !isExact.has(start))
  const candidates = [...exact, ...more]
  const free = candidates.filter(isFree)
  const chosen = [
    ...free.filter((span) => !page.isCovered(span)),
    ...free.filter((span) => page.isCovered(span)),
  ]
    .slice(0, group.length)
    .sort((a, b) => a.start - b.start)
  const isAlike = group.every(({ label }) => label === item.label)
  const isAmbiguous = free.length > 1 && !(isAlike && group.length >= free.length)
  page.cover(candidates)

  const placeAt = (span: Span, label: string, isChoice: boolean): Place => {
    page.labelsAt(span).add(label)
    const found = isExact.has(span.start) ? 'exact' : 'normalised'
    return { span, placement: isChoice ? 'ambiguous' : found }
  }
  const sharable = new Map<string, Iterator<Span>>()
  return group.map(({ label }, i) => {
    const own = chosen[i]
    if (own !== undefined) return placeAt(own, label, isAmbiguous)
    const rest = sharable.get(label) ?? candidates.values()
    sharable.set(label, rest)
    for (let next = rest.next(); !next.done; next = rest.next()) {
      if (!page.labelsAt(next.value).has(label)) return placeAt(next.value, label, candidates.length > 1)
    }
    return null
  })
}
