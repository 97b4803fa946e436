import type { Placement, Span } from '@assay/schema'
import { createPage, type Page } from './page.ts'

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
 * 4. Where the strings that are not ambiguous, two at least, came in the order of the text, the others did too:
 *    an ambiguous one then takes its first place behind the string before it, if that is not behind the next one that
 *    is not ambiguous. It stays ambiguous.
 *
 * @returns a place for each item, in the order of the items; null: it stands nowhere.
 */
export function placeStrings(text: string, items: readonly Unplaced[]): (Place | null)[] {
  const places: (Place | null)[] = items.map(() => null)
  const candidates = new Map<number, Candidates>()
  const page = createPage(text)
  for (const group of groupsOf(items, page)) {
    const { placed, ...found } = placeGroup(
      group.map((index) => items[index]!),
      page,
    )
    for (const [i, index] of group.entries()) {
      places[index] = placed[i]!
      candidates.set(index, found)
    }
  }
  if (isInOrder(places)) placeInOrder(places, items, page, candidates)
  return places
}

/** Where the strings of a group may stand. */
interface Candidates {
  /** In the order in which they are preferred by rule 3. */
  readonly spans: readonly Span[]
}

const isCertain = (place: Place | null | undefined): place is Place =>
  place !== null && place !== undefined && place.placement !== 'ambiguous'

function isInOrder(places: readonly (Place | null)[]): boolean {
  const starts = places.filter(isCertain).map(({ span }) => span.start)
  return starts.length > 1 && starts.every((start, i) => i === 0 || starts[i - 1]! <= start)
}

/** More places of one string than this are not weighed one by one. */
const mostWeighed = 1000

/** Rule 4: gives ambiguous strings other places, where the order of all strings asks for that. */
function placeInOrder(
  places: (Place | null)[],
  items: readonly Unplaced[],
  page: Page,
  candidates: ReadonlyMap<number, Candidates>,
): void {
  const moved = [...places.keys()].filter(
    (i) => places[i]?.placement === 'ambiguous' && candidates.get(i)!.spans.length <= mostWeighed,
  )
  for (const i of moved) page.labelsAt(places[i]!.span).delete(items[i]!.label)
  const limits = nextStarts(places)
  let last = 0
  let next = 0
  for (const i of moved) {
    for (; next < i; next++) last = places[next]?.span.start ?? last
    const free = candidates.get(i)!.spans.filter((span) => page.labelsAt(span).size === 0)
    const fits = free.filter(({ start }) => start >= last && start <= limits[i]!)
    const span = fits[0] ?? free[0] ?? places[i]!.span
    page.labelsAt(span).add(items[i]!.label)
    places[i] = { span, placement: 'ambiguous' }
  }
}

/** For every item, where the next one that is certain begins. */
function nextStarts(places: readonly (Place | null)[]): number[] {
  const starts: number[] = []
  let start = Infinity
  for (let i = places.length - 1; i >= 0; i--) {
    starts[i] = start
    const place = places[i]
    if (isCertain(place)) start = place.span.start
  }
  return starts
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

function placeGroup(group: readonly Unplaced[], page: Page): Candidates & { placed: (Place | null)[] } {
  const item = group[0]!
  const exact = page.exact(item)
  const isFree = (span: Span) => page.labelsAt(span).size === 0
  const suffices = exact.filter(isFree).length >= group.length
  const isExact = new Set(exact.map(({ start }) => start))
  const more = suffices ? [] : page.normalised(item).filter(({ start }) => !isExact.has(start))
  const candidates = [...exact, ...more]
  const free = candidates.filter(isFree)
  const spans = [
    ...free.filter((span) => !page.isCovered(span)),
    ...free.filter((span) => page.isCovered(span)),
  ]
  const chosen = spans.slice(0, group.length).sort((a, b) => a.start - b.start)
  const isAlike = group.every(({ label }) => label === item.label)
  const isAmbiguous = free.length > 1 && !(isAlike && group.length >= free.length)
  page.cover(candidates)

  const placeAt = (span: Span, label: string, isChoice: boolean): Place => {
    page.labelsAt(span).add(label)
    const found = isExact.has(span.start) ? 'exact' : 'normalised'
    return { span, placement: isChoice ? 'ambiguous' : found }
  }
  const sharable = new Map<string, Iterator<Span>>()
  const placed = group.map(({ label }, i) => {
    const own = chosen[i]
    if (own !== undefined) return placeAt(own, label, isAmbiguous)
    const rest = sharable.get(label) ?? candidates.values()
    sharable.set(label, rest)
    for (let next = rest.next(); !next.done; next = rest.next()) {
      if (!page.labelsAt(next.value).has(label)) return placeAt(next.value, label, candidates.length > 1)
    }
    return null
  })
  return { placed, spans }
}
