import type { Anchor, Span, StandoffArticle } from '@assay/schema'
import { alignParagraphs, type Region } from './align.ts'
import { contextAt, exactAt, indexAt } from './anchors.ts'
import { type MatchForm, matchForm } from './match-form.ts'
import { paragraphsOf } from './paragraphs.ts'
import { createSearch, type Hit, type Search } from './search.ts'
import { keyOf } from './spans.ts'

/**
 * What became of a span: it stands where it stood; it moved with its paragraph; it was found in a changed paragraph;
 * its place or its words are in doubt; it is gone.
 */
export type SpanStatus = 'unchanged' | 'shifted' | 'relocated' | 'uncertain' | 'lost'

export interface Place {
  readonly status: SpanStatus
  /** Null where the place is not known for certain. */
  readonly span: Span | null
}

/**
 * Where the anchors of an article stand in another version of its text, by `keyOf` their spans (annotation guidelines,
 * section 3.2). In an unchanged paragraph a span moves along. In a changed one its fingerprint is looked
 * for between the paragraphs around it; of several places the one with the same context is taken, and none if that
 * leaves several. A place is taken once, and a surface must agree in upper and lower case.
 */
export function relocate(
  { text: facts, anchors }: Pick<StandoffArticle, 'text' | 'anchors'>,
  text: string,
  surfaces: ReadonlyMap<string, string>,
): Map<string, Place> {
  const now = matchForm(text)
  const regions = alignParagraphs(facts, { paragraphs: paragraphsOf(text), length: text.length })
  const places = new Map<string, Place>()
  const searched = new Map<string, { window: Span; anchors: Anchor[] }>()
  const agrees = (anchor: Anchor, { start, end }: Span): boolean => {
    const surface = surfaces.get(keyOf(anchor))
    return surface === undefined || sameWords(surface, text.slice(start, end))
  }

  for (const anchor of anchors) {
    const { shift, window } = regionsOf(regions, anchor)
    const span = shift === null ? null : { start: anchor.start + shift, end: anchor.end + shift }
    if (span !== null && stands(anchor, now, span) && agrees(anchor, span)) {
      places.set(keyOf(anchor), { status: shift === 0 ? 'unchanged' : 'shifted', span })
      continue
    }
    const key = `${keyOf(window)} ${anchor.length} ${anchor.fingerprint}`
    const group = searched.get(key) ?? { window, anchors: [] }
    searched.set(key, group)
    group.anchors.push(anchor)
  }

  const searches = new Map<string, Search>()
  for (const { window, anchors: group } of searched.values()) {
    const search = searches.get(keyOf(window)) ?? createSearch(now, window)
    searches.set(keyOf(window), search)
    const hits = search(group[0]!).filter(({ span }) => group.some((anchor) => agrees(anchor, span)))
    for (const [anchor, place] of assign(group, hits, now)) places.set(keyOf(anchor), place)
  }
  return places
}

/** The shift that both ends of an anchor share, and where it can be if it does not stand there. */
function regionsOf(regions: readonly Region[], { start, end }: Span): { shift: number | null; window: Span } {
  const first = regionAt(regions, start)
  const last = regionAt(regions, end - 1)
  const shift = first.shift === last.shift ? first.shift : null
  return { shift, window: { start: first.now.start, end: last.now.end } }
}

/** The last region that begins at an offset of the old text or before it. */
function regionAt(regions: readonly Region[], offset: number): Region {
  let low = 0
  let high = regions.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (regions[middle]!.old.start <= offset) low = middle
    else high = middle
  }
  return regions[low]!
}

function stands(anchor: Anchor, now: MatchForm, { start, end }: Span): boolean {
  const { length, fingerprint } = exactAt(now, indexAt(now.starts, start), indexAt(now.starts, end))
  return length === anchor.length && fingerprint === anchor.fingerprint
}

/** Whether two strings with one match form have the same words in the same case, whatever marks stand between. */
function sameWords(a: string, b: string): boolean {
  const words = (text: string): string =>
    text
      .normalize('NFKC')
      .replaceAll(/[\u00ad\u200b\u2060\ufeff]/g, '')
      .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim()
  return words(a) === words(b)
}

/** Anchors that read the same, and the places that read like them: same context on both sides, on one, the last one left. */
function assign(group: readonly Anchor[], hits: readonly Hit[], now: MatchForm): Map<Anchor, Place> {
  const places = new Map<Anchor, Place>()
  const contexts = new Map(hits.map((hit) => [hit, contextAt(now, hit.from, hit.to)]))
  const free = new Set(hits)
  const left = new Set(group)
  const take = (isSame: (anchor: Anchor, context: Pick<Anchor, 'before' | 'after'>) => boolean): void => {
    const pairs = [...left].flatMap((anchor) =>
      [...free].filter((hit) => isSame(anchor, contexts.get(hit)!)).map((hit) => ({ anchor, hit })),
    )
    const rivals = new Map<Anchor | Hit, number>()
    for (const side of pairs.flatMap(({ anchor, hit }) => [anchor, hit])) {
      rivals.set(side, (rivals.get(side) ?? 0) + 1)
    }
    for (const { anchor, hit } of pairs) {
      if (rivals.get(anchor) !== 1 || rivals.get(hit) !== 1) continue
      places.set(anchor, { status: 'relocated', span: hit.span })
      left.delete(anchor)
      free.delete(hit)
    }
  }
  take((anchor, { before, after }) => anchor.before === before && anchor.after === after)
  take((anchor, { before, after }) => anchor.before === before || anchor.after === after)
  take(() => true)
  for (const anchor of left) {
    places.set(anchor, { status: free.size === 0 ? 'lost' : 'uncertain', span: null })
  }
  return places
}
