import type { Annotation, Claim, Span, StandoffAnnotation } from '@assay/schema'
import type { Place } from './relocate.ts'
import { newSentences } from './sentences.ts'
import { keyOf } from './spans.ts'

export interface Rebuilt {
  readonly annotation: Annotation
  /** What became of the sentences; their places in `places` are those of their fingerprints alone. */
  readonly sentencePlaces: readonly Place[]
  /** Sentences that no gold knows. Where claims are annotated they are listed as claimless. */
  readonly sentencesAdded: number
  /** Ids of claims whose every evidence is gone. */
  readonly claimsLost: readonly string[]
}

/**
 * The annotation of an article for the text as it is now: what has no place is left out, and so are the claims that
 * only lost sentences support. Surfaces are read from the text.
 */
export function rebuild(
  annotation: StandoffAnnotation,
  text: string,
  places: ReadonlyMap<string, Place>,
): Rebuilt {
  const spanOf = (span: Span): Span | null => places.get(keyOf(span))?.span ?? null
  const found = (annotation.sentences ?? []).map(
    (span): Place => places.get(keyOf(span)) ?? { status: 'lost', span: null },
  )
  const { sentences, places: sentencePlaces, indices } = newSentences(text, found)
  const claims = annotation.claims?.map((claim) => withEvidence(claim, indices))
  const kept = claims?.filter(({ evidence }) => evidence.length > 0)
  const ids = new Set(kept?.map(({ id }) => id))
  const known = new Set(indices)
  const { mentions, timexes, entities, summaries, extract } = annotation
  const rebuilt: Annotation = {
    ...(annotation.sentences !== undefined && { sentences }),
    ...(entities !== undefined && { entities }),
    ...(mentions !== undefined && { mentions: located(mentions, text, spanOf) }),
    ...(timexes !== undefined && { timexes: located(timexes, text, spanOf) }),
    ...(kept !== undefined && {
      claims: kept.map((claim) => withParts(claim, ids)),
      claimless: withoutClaim(sentences.length, kept),
    }),
    ...(summaries !== undefined && {
      summaries: summaries.map((summary) => ({
        ...summary,
        claims: summary.claims.filter((id) => ids.has(id)),
      })),
    }),
    ...(extract !== undefined && {
      extract: sentences.map((_, i) => extract[indices.indexOf(i)] ?? 0),
    }),
  }
  return {
    annotation: withoutStrayEntities(rebuilt, annotation),
    sentencePlaces,
    sentencesAdded: annotation.sentences === undefined ? 0 : sentences.filter((_, i) => !known.has(i)).length,
    claimsLost: (annotation.claims ?? []).map(({ id }) => id).filter((id) => !ids.has(id)),
  }
}

interface Item {
  readonly span: Span
  readonly surface?: string
  readonly alternatives?: readonly { readonly span?: Span }[]
}

/** The items that have a place, with the surface that stands there. */
export function located<T extends Item>(
  items: readonly T[],
  text: string,
  spanOf: (span: Span) => Span | null,
): (T & { surface: string })[] {
  return items.flatMap((item) => {
    const span = spanOf(item.span)
    if (span === null) return []
    const alternatives = item.alternatives?.flatMap((reading) => {
      if (reading.span === undefined) return [reading]
      const place = spanOf(reading.span)
      return place === null ? [] : [{ ...reading, span: place }]
    })
    return [
      {
        ...item,
        span,
        surface: text.slice(span.start, span.end),
        ...(alternatives !== undefined && { alternatives }),
      },
    ]
  })
}

/** A claim with the sets of sentences that are all there still. */
function withEvidence(claim: Claim, indices: readonly (number | null)[]): Claim {
  const evidence = claim.evidence.flatMap(({ sentences }) => {
    const now = sentences.map((old) => indices[old] ?? null).filter((index) => index !== null)
    return now.length === sentences.length ? [{ sentences: now }] : []
  })
  return { ...claim, evidence }
}

function withParts(claim: Claim, ids: ReadonlySet<string>): Claim {
  const { parts, ...rest } = claim
  const left = parts?.filter((id) => ids.has(id)) ?? []
  return left.length === 0 ? rest : { ...rest, parts: left }
}

function withoutClaim(sentences: number, claims: readonly Claim[]): number[] {
  const covered = new Set(claims.flatMap(({ evidence }) => evidence.flatMap((set) => set.sentences)))
  return Array.from({ length: sentences }, (_, i) => i).filter((i) => !covered.has(i))
}

/** An entity goes with its last mention, unless a claim holds on to it. */
function withoutStrayEntities(rebuilt: Annotation, before: StandoffAnnotation): Annotation {
  const { entities, mentions = [], claims = [] } = rebuilt
  if (entities === undefined) return rebuilt
  const named = new Set(mentions.map(({ entityId }) => entityId))
  const lost = new Set((before.mentions ?? []).map(({ entityId }) => entityId).filter((id) => !named.has(id)))
  for (const holder of claims.flatMap(({ holder, chain = [] }) => [holder, ...chain])) {
    if (typeof holder === 'object' && 'entityId' in holder) lost.delete(holder.entityId)
  }
  return { ...rebuilt, entities: entities.filter(({ id }) => !lost.has(id)) }
}
