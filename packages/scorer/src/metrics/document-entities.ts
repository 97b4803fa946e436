import {
  type Entity,
  entityTypes,
  type Mention,
  type Metric,
  type MetricCard,
  type MetricColumn,
  type ScoringItem,
} from '@assay/schema'
import { foldName } from '@assay/text'
import { assign } from '../matching/assignment.ts'
import { shareColumn } from './columns.ts'
import { count, precisionRecallF1 } from './ratio.ts'

/**
 * Who and what an article is about, whatever the number of mentions: predicted surfaces against the names and
 * aliases of the gold entities, one to one, as many as possible. Surfaces are compared as `foldName` writes
 * them. A surface that names nobody is wrong, once; further names of an entity already found add nothing.
 * Entities of which every mention is optional or excluded are not asked for. A surface that hits no entity
 * asked for, but is in gold (such an entity, a mention linked to none, a nationality word), is neutral.
 */
export function documentEntitiesMetric(): Metric {
  return {
    id: 'document-entities',
    version: '1',
    task: 'entities',
    title: 'Document entities',
    meaning: 'How many of the entities of an article are named at all, by any of their names.',
    options: {},
    columns,
    card,

    collect(item) {
      if (item.gold.entities === undefined) return {}
      const mentions = (item.predicted.mentions ?? []).filter(({ type }) =>
        (entityTypes as readonly string[]).includes(type),
      )
      const surfaces = [
        ...new Set(mentions.map(({ span }) => foldName(item.article.text.slice(span.start, span.end)))),
      ]
      const { asked, known } = foldedNames(item)
      const hits = surfaces.flatMap((surface, index) =>
        asked.flatMap((names, entity) =>
          names.has(surface) ? [{ gold: entity, predicted: index, weight: [1] }] : [],
        ),
      )
      const found = assign(hits).length
      const named = new Set(hits.map((hit) => hit.predicted))
      const stray = surfaces.filter((surface, index) => !named.has(index) && !known.has(surface)).length
      return { found, gold: asked.length, predicted: found + stray }
    },

    finish(total) {
      return precisionRecallF1(count(total, 'found'), count(total, 'gold'), count(total, 'predicted'))
    },
  }
}

/** The names of each entity asked for, and every surface that gold knows. */
function foldedNames({ article, gold }: ScoringItem) {
  const { entities = [], mentions = [] } = gold
  const surfaces = ({ surface, alternatives = [] }: Mention) => [
    surface,
    ...alternatives.flatMap(({ span }) => (span ? [article.text.slice(span.start, span.end)] : [])),
  ]
  const mentionsOf = ({ id }: Entity) => mentions.filter(({ entityId }) => entityId === id)
  const names = (entity: Entity) =>
    [entity.name, ...entity.aliases, ...mentionsOf(entity).flatMap(surfaces)].map(foldName)
  const isAsked = (entity: Entity) => {
    const tiers = mentionsOf(entity).map(({ tier = 'core' }) => tier)
    return tiers.length === 0 || tiers.includes('core')
  }
  return {
    asked: entities.filter(isAsked).map((entity) => new Set(names(entity))),
    known: new Set([
      ...entities.flatMap(names),
      ...entities.flatMap(({ demonyms = [] }) => demonyms).map(foldName),
      ...mentions.flatMap(surfaces).map(foldName),
    ]),
  }
}

const columns: readonly MetricColumn[] = [
  shareColumn('precision', 'entity P', 'Share of named things that are gold entities.'),
  shareColumn('recall', 'entity R', 'Share of gold entities that are named.'),
  shareColumn('f1', 'entity F1', 'Harmonic mean of precision and recall over entities.'),
]

const card: MetricCard = {
  formula:
    '`found / (found + strays)`, where found are gold entities hit by a predicted surface, one to one and as many as possible, and strays the distinct surfaces that hit none; recall is `found / gold`.',
  edgeCases: [
    'An entity is hit by its name, an alias, or what one of its mentions is called, whatever the type; case, kinds of quotes and dashes, and the possessive make no difference, accents do.',
    'Further names of an entity that is found add nothing; a stray surface counts once an article.',
    'An entity of which every mention is optional or excluded is not asked for, and naming it is neutral; so are mentions linked to no entity, and nationality words.',
    'Precision is undefined where no surface counts, recall where no entity is gold, F1 where both are.',
    'Predictions whose label is none of the entity types are left out. A failed article names nothing.',
  ],
  evidence: 'Cases worked by hand and the laws of all metrics; no reference implementation is known.',
}
