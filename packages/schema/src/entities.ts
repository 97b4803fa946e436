import * as z from 'zod'
import { type Span, spanSchema } from './span.ts'

/** Core entity types (annotation guidelines, section 1.2). */
export const entityTypes = [
  'PERSON',
  'ORG',
  'GPE',
  'LOC',
  'FAC',
  'NORP',
  'EVENT',
  'LAW',
  'PRODUCT',
  'WORK',
] as const
export type EntityType = (typeof entityTypes)[number]
export const entityTypeSchema = z.enum(entityTypes)

/** `core` counts. `optional` and `excluded` are never required; a prediction on one of them is neutral. */
export const tiers = ['core', 'optional', 'excluded'] as const
export type Tier = (typeof tiers)[number]
export const tierSchema = z.enum(tiers)

/** A further accepted reading of one gold item: it counts once, credit is the best over its readings. */
export interface MentionReading {
  readonly span?: Span
  readonly type?: EntityType
}

/** A named mention. `surface` equals the slice of the text at `span`. */
export interface Mention {
  readonly id: string
  readonly span: Span
  readonly surface: string
  readonly type: EntityType
  /** The document entity it names. Absent: not linked. */
  readonly entityId?: string
  /** Default `core`. */
  readonly tier?: Tier
  readonly alternatives?: readonly MentionReading[]
  /** `metonym`: the name stands for something else (a capital for its government). The type stays. */
  readonly sense?: 'literal' | 'metonym'
  readonly standsFor?: string
}

/** Everything in one article that the same thing is called. */
export interface Entity {
  readonly id: string
  readonly type: EntityType
  readonly subtype?: string
  /** The fullest name. */
  readonly name: string
  /** Other surfaces that mean it in this article. */
  readonly aliases: readonly string[]
  /** Nationality words that point to it ("Afghan"). */
  readonly demonyms?: readonly string[]
  /** A Wikidata id; null: looked up and absent; missing: not looked up. */
  readonly wikidata?: string | null
  /** 2 central, 1 secondary, 0 mentioned. */
  readonly salience: 0 | 1 | 2
}

const idSchema = z.string().min(1)

export const mentionFields = {
  id: idSchema,
  span: spanSchema,
  surface: z.string().min(1),
  type: entityTypeSchema,
  entityId: idSchema.exactOptional(),
  tier: tierSchema.exactOptional(),
  alternatives: z
    .array(z.strictObject({ span: spanSchema.exactOptional(), type: entityTypeSchema.exactOptional() }))
    .exactOptional(),
  sense: z.enum(['literal', 'metonym']).exactOptional(),
  standsFor: z.string().min(1).exactOptional(),
}

export const mentionSchema: z.ZodType<Mention> = z.strictObject(mentionFields)

export const entitySchema: z.ZodType<Entity> = z.strictObject({
  id: idSchema,
  type: entityTypeSchema,
  subtype: z.string().exactOptional(),
  name: z.string().min(1),
  aliases: z.array(z.string().min(1)),
  demonyms: z.array(z.string().min(1)).exactOptional(),
  wikidata: z
    .string()
    .regex(/^Q[1-9][0-9]*$/)
    .nullable()
    .exactOptional(),
  salience: z.literal([0, 1, 2]),
})
