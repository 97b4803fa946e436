import * as z from 'zod'
import { articleIdSchema } from './article.ts'

/** Who vouches for a claim: the article itself, an entity of the article, or somebody described. */
export type Holder = 'narrator' | { readonly entityId: string } | { readonly description: string }

/** Certain, probable, possible, unknown: judged by the holder's own words (FactBank). */
export const certainties = ['CT', 'PR', 'PS', 'U'] as const
export type Certainty = (typeof certainties)[number]
export const polarities = ['+', '-'] as const
export type Polarity = (typeof polarities)[number]
export const claimTiers = ['core', 'optional', 'extra'] as const
export type ClaimTier = (typeof claimTiers)[number]
export const claimKinds = [
  'event',
  'state',
  'quantity',
  'forecast',
  'commitment',
  'opinion',
  'accusation',
  'definition',
] as const
export type ClaimKind = (typeof claimKinds)[number]
export const claimModes = ['asserted', 'direct-quote', 'partial-quote', 'indirect', 'hedged'] as const
export type ClaimMode = (typeof claimModes)[number]

/** One sufficient set of sentences, by index into `Annotation.sentences`. */
export interface Evidence {
  readonly sentences: readonly number[]
}

/** One checkable statement of the article, in our own words, that stands alone. */
export interface Claim {
  readonly id: string
  readonly text: string
  /** `core` counts; `optional` and `extra` are never required, a prediction that matches only them is neutral. */
  readonly tier: ClaimTier
  /** 3 headline, 2 short summary, 1 standard summary. */
  readonly weight: 1 | 2 | 3
  readonly kind: ClaimKind
  readonly holder: Holder
  /** Who reports whom, outermost first, without the narrator. */
  readonly chain?: readonly Holder[]
  readonly mode: ClaimMode
  readonly certainty: Certainty
  readonly polarity: Polarity
  /** The parts of a composite, as claim ids. A composite is replaced by its parts when claims are scored. */
  readonly parts?: readonly string[]
  /** Alternative sufficient sets; at least one. */
  readonly evidence: readonly Evidence[]
}

export const claimRelations = ['equivalent', 'entails', 'contradicts', 'compatible', 'same-event'] as const
export type ClaimRelation = (typeof claimRelations)[number]
export const linkBases = ['date', 'number', 'polarity', 'holder', 'scope', 'place', 'participant'] as const
export type LinkBasis = (typeof linkBases)[number]

export interface ClaimReference {
  readonly article: string
  readonly claim: string
}

/** How two claims relate, within an article or across. `entails` is directed from `a` to `b`. */
export interface ClaimLink {
  readonly a: ClaimReference
  readonly b: ClaimReference
  readonly relation: ClaimRelation
  /** The slot in which they differ. */
  readonly basis?: LinkBasis
  readonly status?: 'certain' | 'possible'
  readonly note?: string
}

const idSchema = z.string().min(1)

export const holderSchema: z.ZodType<Holder> = z.union([
  z.literal('narrator'),
  z.strictObject({ entityId: idSchema }),
  z.strictObject({ description: z.string().min(1) }),
])

export const claimSchema: z.ZodType<Claim> = z.strictObject({
  id: idSchema,
  text: z.string().regex(/\S/, { error: 'a claim needs a text' }),
  tier: z.enum(claimTiers),
  weight: z.literal([1, 2, 3]),
  kind: z.enum(claimKinds),
  holder: holderSchema,
  chain: z.array(holderSchema).exactOptional(),
  mode: z.enum(claimModes),
  certainty: z.enum(certainties),
  polarity: z.enum(polarities),
  parts: z.array(idSchema).min(1).exactOptional(),
  evidence: z.array(z.strictObject({ sentences: z.array(z.int().min(0)).min(1) })).min(1),
})

const referenceSchema = z.strictObject({ article: articleIdSchema, claim: idSchema })

export const claimLinkSchema: z.ZodType<ClaimLink> = z.strictObject({
  a: referenceSchema,
  b: referenceSchema,
  relation: z.enum(claimRelations),
  basis: z.enum(linkBases).exactOptional(),
  status: z.enum(['certain', 'possible']).exactOptional(),
  note: z.string().exactOptional(),
})
