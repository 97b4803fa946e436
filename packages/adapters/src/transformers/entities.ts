import {
  type EntityType,
  entityTypes,
  type Extractor,
  type PredictedMention,
  type PrepareContext,
} from '@assay/schema'
import { type LabelMap, type LabelMapName, labelMap } from '../labels/label-maps.ts'
import { mapLabel, mappedTypes } from '../labels/map-label.ts'
import { trimName } from '../name-span.ts'
import { entitiesOf, type FoundEntity, type ReadFrom } from './decode.ts'
import { transformersVersion } from './library.ts'
import { modelFiles, type ModelOptions } from './model-files.ts'
import { loadTagger, type Tagger } from './tagger.ts'

export interface TransformersEntitiesOptions extends ModelOptions {
  /**
   * What the labels of the model are called here: a tag set by name, or a type for each label without `B-` and the
   * like. A label that is not in it stays as it is and counts as unmapped. Default: `assay`, our own types.
   */
  readonly labels?: LabelMapName | Readonly<Record<string, EntityType>>
  /** Most tokens the model sees at once, special ones included, as far as it takes as many. Default: 512. */
  readonly maxTokens?: number
  /** Tokens that neighbouring windows of a long text share, half a window at most. Default: 64. */
  readonly stride?: number
  /** Windows of one call of the model. Default: 8. */
  readonly batch?: number
  /**
   * `words` (default): the label of a word is that of its first token, as most models are trained. `tokens`: each
   * token has its own.
   */
  readonly readFrom?: ReadFrom
  /** Entities less probable than this are left out, 0 to 1. Default: 0. */
  readonly minScore?: number
  /**
   * `model` (default): spans end where the model ends them. `names`: leading articles, titles, possessive markers
   * and punctuation are taken off, for models whose training data had other rules than ours.
   */
  readonly boundaries?: 'model' | 'names'
}

/**
 * Entities by a token classifier that transformers.js runs on this machine. The text is cut into overlapping
 * windows, so no part of a long article is left out; spans are exact; the score is the mean probability of the
 * labels. Needs the optional library `@xenova/transformers`.
 *
 * @throws AssayError `config-invalid` unless the options name exactly one of `modelDir` and `model`.
 */
export function transformersEntities(options: TransformersEntitiesOptions): Extractor {
  const { labels = 'assay', maxTokens = 512, stride = 64, batch = 8 } = options
  const { readFrom = 'words', minScore = 0, boundaries = 'model' } = options
  const map = typeof labels === 'string' ? labelMap(labels) : { name: 'labels', types: labels, values: [] }
  const model = modelFiles(options)
  let tagger: Promise<Tagger> | undefined
  const load = (context: PrepareContext) =>
    (tagger ??= loadTagger(model, { maxTokens, stride, batch }, context))
  return {
    kind: 'extractor',
    adapter: 'transformers-entities',
    version: `1+transformers-${transformersVersion}`,
    tasks: ['entities'],
    entityTypes: mappedTypes(map),
    options: { ...model.identity, labels, maxTokens, stride, batch, readFrom, minScore, boundaries },
    get files() {
      return model.files
    },
    diagnose: (context) => model.diagnose(context),
    prepare: async (context) => void (await load(context)),
    extract: async ({ text }, { signal }) => {
      const tagger = await load({ allowNetwork: false })
      const { tokens, guesses } = await tagger.tag(text, signal)
      const found = entitiesOf(tokens, guesses, tagger.tags, readFrom).filter(
        ({ score }) => score >= minScore,
      )
      return { mentions: found.flatMap((entity) => mentions(text, entity, map, boundaries === 'names')) }
    },
    close: async () => {
      const loaded = await tagger?.catch(() => undefined)
      tagger = undefined
      await loaded?.close()
    },
  }
}

function mentions(text: string, found: FoundEntity, map: LabelMap, asNames: boolean): PredictedMention[] {
  const type = mapLabel(map, found.label)
  if (type === null) return []
  const { start, end, score } = found
  const span = asNames && isOurs(type) ? trimName(text, { start, end }, type) : { start, end }
  return span === null ? [] : [{ span, surface: text.slice(span.start, span.end), type, score }]
}

function isOurs(type: string): type is EntityType {
  return (entityTypes as readonly string[]).includes(type)
}
