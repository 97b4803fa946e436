import type { Entity, GoldArticle, Holder } from '@assay/schema'
import { foldName } from '@assay/text'
import { type Fault, type Path, quoted, type Rule } from './rule.ts'

/** Ids are unique in their layer, and whatever one layer says of another is there. */
export const referenceRules: readonly Rule<GoldArticle>[] = [
  {
    code: 'duplicate-id',
    severity: 'error',
    hint: 'Give each item of a layer an id of its own, and correct what refers to it.',
    *find({ annotation }) {
      for (const layer of ['entities', 'mentions', 'timexes', 'claims', 'summaries'] as const) {
        const seen = new Set<string>()
        for (const [i, { id }] of (annotation[layer] ?? []).entries()) {
          if (seen.has(id)) {
            yield {
              path: ['annotation', layer, i, 'id'],
              message: `the id ${quoted(id)} is taken in ${layer}`,
            }
          }
          seen.add(id)
        }
      }
    },
  },
  {
    code: 'unknown-entity',
    severity: 'error',
    hint: 'Add the entity to `annotation.entities`, or name one that is there.',
    *find({ annotation }) {
      const known = new Set(annotation.entities?.map(({ id }) => id))
      for (const [i, { entityId }] of (annotation.mentions ?? []).entries()) {
        if (entityId !== undefined)
          yield* missing(known, entityId, ['annotation', 'mentions', i, 'entityId'], 'entity')
      }
      for (const [i, { holder, chain = [] }] of (annotation.claims ?? []).entries()) {
        const path = ['annotation', 'claims', i]
        yield* holderFault(known, holder, [...path, 'holder'])
        for (const [j, link] of chain.entries()) yield* holderFault(known, link, [...path, 'chain', j])
      }
    },
  },
  {
    code: 'unknown-claim',
    severity: 'error',
    hint: 'Add the claim to `annotation.claims`, or name one that is there.',
    *find({ annotation }) {
      const known = new Set(annotation.claims?.map(({ id }) => id))
      for (const [i, { parts = [] }] of (annotation.claims ?? []).entries()) {
        for (const [j, part] of parts.entries()) {
          yield* missing(known, part, ['annotation', 'claims', i, 'parts', j], 'claim')
        }
      }
      for (const [i, { claims }] of (annotation.summaries ?? []).entries()) {
        for (const [j, claim] of claims.entries()) {
          yield* missing(known, claim, ['annotation', 'summaries', i, 'claims', j], 'claim')
        }
      }
    },
  },
  {
    code: 'unknown-sentence',
    severity: 'error',
    hint: 'Sentences are named by their index in `annotation.sentences`, counted from 0.',
    *find({ annotation: { sentences = [], claims = [], claimless = [] } }) {
      function* outside(index: number, path: Path): Iterable<Fault> {
        if (index < sentences.length) return
        yield { path, message: `there is no sentence ${index}: the article has ${sentences.length}` }
      }
      for (const [i, claim] of claims.entries()) {
        for (const [j, evidence] of claim.evidence.entries()) {
          for (const [k, index] of evidence.sentences.entries()) {
            yield* outside(index, ['annotation', 'claims', i, 'evidence', j, 'sentences', k])
          }
        }
      }
      for (const [i, index] of claimless.entries()) yield* outside(index, ['annotation', 'claimless', i])
    },
  },
  {
    code: 'surface-not-a-name',
    severity: 'warning',
    hint: 'Add the surface to the aliases or demonyms of the entity, or link the mention to another one.',
    *find({ annotation: { mentions = [], entities = [] } }) {
      const names = new Map(entities.map((entity) => [entity.id, namesOf(entity)]))
      for (const [i, { surface, entityId }] of mentions.entries()) {
        const known = entityId === undefined ? undefined : names.get(entityId)
        if (known === undefined || known.has(foldName(surface))) continue
        yield {
          path: ['annotation', 'mentions', i, 'surface'],
          message: `${quoted(surface)} is no name, alias or demonym of entity ${quoted(entityId ?? '')}`,
        }
      }
    },
  },
]

function* missing(known: ReadonlySet<string>, id: string, path: Path, kind: string): Iterable<Fault> {
  if (!known.has(id)) yield { path, message: `there is no ${kind} ${quoted(id)} in this article` }
}

function* holderFault(known: ReadonlySet<string>, holder: Holder, path: Path): Iterable<Fault> {
  if (typeof holder !== 'object' || !('entityId' in holder)) return
  yield* missing(known, holder.entityId, [...path, 'entityId'], 'entity')
}

function namesOf({ name, aliases, demonyms = [] }: Entity): Set<string> {
  return new Set([name, ...aliases, ...demonyms].map(foldName))
}
