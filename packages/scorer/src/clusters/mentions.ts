import { type Annotation, entityTypes, type Output, type PredictedMention, type Span } from '@assay/schema'
import { foldName } from '@assay/text'
import { type GoldItem, mentionItems } from '../spans/items.ts'
import { layOut } from '../spans/layout.ts'
import type { MentionKey } from './table.ts'

/** What holds predicted mentions together: the `entityId` they carry, or the name as `foldName` writes it. */
export type ClusterBy = 'entity-id' | 'name'

export interface MentionClusters {
  readonly gold: readonly (readonly MentionKey[])[]
  readonly predicted: readonly (readonly MentionKey[])[]
  /** Predicted mentions in them. */
  readonly mentions: number
  /** Those of them that carry an `entityId`. */
  readonly linked: number
}

/**
 * The core mentions of gold by `entityId`, and the predicted ones. A mention without id is a cluster of its own.
 * Mentions are the same if their boundaries are, or if those of the prediction are an accepted reading of the gold
 * mention; types are not compared. Predictions that are neutral, and those whose label is no entity type, are left
 * out; of two on one span the first by id counts.
 */
export function mentionClusters(
  text: string,
  { mentions: annotated = [] }: Annotation,
  { mentions: answered = [] }: Output,
  by: ClusterBy,
): MentionClusters {
  const known = answered.filter(({ type }) => (entityTypes as readonly string[]).includes(type))
  const { required, neutral } = layOut(mentionItems(annotated, 'nested'), known)
  const predicted = firstBySpan(known)
  for (const { span } of neutral) predicted.delete(place(span))
  const goldAt = goldBySpan(required, predicted)
  const entityOf = new Map(annotated.map(({ id, entityId }) => [id, entityId]))
  const entries = [...predicted]
  return {
    gold: clustersOf(required.map(({ id }) => [goldKey(id), entityOf.get(id)])),
    predicted: clustersOf(
      entries.map(([at, { span, entityId }]) => {
        const cluster = by === 'name' ? foldName(text.slice(span.start, span.end)) : entityId
        return [goldAt.get(at) ?? at, cluster]
      }),
    ),
    mentions: entries.length,
    linked: entries.filter(([, { entityId }]) => entityId !== undefined).length,
  }
}

function firstBySpan(mentions: readonly PredictedMention[]): Map<string, PredictedMention> {
  const first = new Map<string, PredictedMention>()
  for (const mention of mentions) {
    const other = first.get(place(mention.span))
    if (other === undefined || comesBefore(mention.entityId, other.entityId))
      first.set(place(mention.span), mention)
  }
  return first
}

function comesBefore(id: string | undefined, other: string | undefined): boolean {
  return id !== undefined && (other === undefined || id < other)
}

/** The gold mention of each predicted span, one to one: main readings before alternatives. */
function goldBySpan(
  required: readonly GoldItem[],
  predicted: ReadonlyMap<string, PredictedMention>,
): Map<string, string> {
  const goldAt = new Map<string, string>()
  const found = new Set<string>()
  const claim = (id: string, spans: readonly Span[]) => {
    if (found.has(id)) return
    const at = spans.map(place).find((at) => predicted.has(at) && !goldAt.has(at))
    if (at === undefined) return
    goldAt.set(at, goldKey(id))
    found.add(id)
  }
  for (const { id, readings } of required) claim(id, [readings[0].span])
  for (const { id, readings } of required)
    claim(
      id,
      readings.map(({ span }) => span),
    )
  return goldAt
}

function clustersOf(mentions: readonly (readonly [MentionKey, string | undefined])[]): MentionKey[][] {
  const clusters = new Map<string, MentionKey[]>()
  const alone: MentionKey[][] = []
  for (const [key, cluster] of mentions) {
    const members = cluster === undefined ? undefined : clusters.get(cluster)
    if (members !== undefined) members.push(key)
    else if (cluster === undefined) alone.push([key])
    else clusters.set(cluster, [key])
  }
  return [...clusters.values(), ...alone]
}

function goldKey(id: string): string {
  return `gold ${id}`
}

function place({ start, end }: Span): string {
  return `at ${start} ${end}`
}
