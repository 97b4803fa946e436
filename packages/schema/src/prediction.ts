import * as z from 'zod'
import { articleIdSchema, wellFormed } from './article.ts'
import { type Certainty, certainties, type Polarity, polarities } from './claims.ts'
import { type Span, spanSchema } from './span.ts'
import { type TimexMod, type TimexType, timexModSchema, timexTypeSchema } from './timex.ts'

/**
 * How a string that came without offsets was put in the text: found as it is, found after normalising (case,
 * white space, quotes), or found at several places of which one was chosen by rule.
 */
export const placements = ['exact', 'normalised', 'ambiguous'] as const
export type Placement = (typeof placements)[number]

/** A string that a system gave and that stands nowhere in the text. Counted as predicted, and wrong. */
export interface Unlocated {
  readonly surface: string
  readonly type: string
}

export interface PredictedMention {
  readonly span: Span
  /** If given, it must equal the slice of the text. */
  readonly surface?: string
  /** One of our entity types; a label that is none of them is dropped when scored, and counted. */
  readonly type: string
  /** Confidence, 0 to 1. */
  readonly score?: number
  /** What the mention names: mentions of one article with the same id name the same thing. Absent: not linked. */
  readonly entityId?: string
  /** Where the system gave a string without offsets. Absent: the offsets are the system's own. */
  readonly placement?: Placement
}

export interface PredictedTimex {
  readonly span: Span
  readonly surface?: string
  readonly type: TimexType
  /** TIMEX3 value; null: found, not resolved. */
  readonly value: string | null
  readonly mod?: TimexMod
  readonly placement?: Placement
}

export interface PredictedClaim {
  readonly text: string
  /** Who vouches for it, as a name; absent: the article itself. */
  readonly holder?: string
  readonly polarity?: Polarity
  readonly certainty?: Certainty
  readonly evidence?: readonly Span[]
}

export interface PredictedSummary {
  readonly text: string
}

/** What a system made of one article. A layer that is absent was not produced; an empty one was, and found nothing. */
export interface Output {
  readonly mentions?: readonly PredictedMention[]
  readonly timexes?: readonly PredictedTimex[]
  /** Mentions and timexes that could not be placed in the text. */
  readonly unlocated?: { readonly mentions?: readonly Unlocated[]; readonly timexes?: readonly Unlocated[] }
  readonly claims?: readonly PredictedClaim[]
  readonly summary?: PredictedSummary
}

/** Why an article has no output: the system threw, ran out of time, its process ended, its answer was invalid, or a predictions file does not hold it. */
export const failureCodes = ['threw', 'timeout', 'exited', 'output-invalid', 'missing'] as const
export type FailureCode = (typeof failureCodes)[number]

interface PredictionKey {
  readonly article: string
  /** 0 for the first, and usually only, pass over the article. */
  readonly repeat: number
}

/** One line of `journal.jsonl` and `predictions.jsonl`: one article and repeat. */
export type Prediction =
  | (PredictionKey & { readonly status: 'ok'; readonly output: Output })
  | (PredictionKey & { readonly status: 'failed'; readonly code: FailureCode; readonly message: string })
  | (PredictionKey & { readonly status: 'skipped'; readonly reason: string })

const surface = z.string().min(1).exactOptional()
const placement = z.enum(placements).exactOptional()
const unlocated = z.array(z.strictObject({ surface: wellFormed, type: wellFormed.min(1) })).exactOptional()

export const outputSchema: z.ZodType<Output> = z.strictObject({
  mentions: z
    .array(
      z.strictObject({
        span: spanSchema,
        surface,
        type: wellFormed.min(1),
        score: z.number().min(0).max(1).exactOptional(),
        entityId: wellFormed.min(1).exactOptional(),
        placement,
      }),
    )
    .exactOptional(),
  timexes: z
    .array(
      z.strictObject({
        span: spanSchema,
        surface,
        type: timexTypeSchema,
        value: z.string().min(1).nullable(),
        mod: timexModSchema.exactOptional(),
        placement,
      }),
    )
    .exactOptional(),
  unlocated: z.strictObject({ mentions: unlocated, timexes: unlocated }).exactOptional(),
  claims: z
    .array(
      z.strictObject({
        text: wellFormed.regex(/\S/, { error: 'a claim needs a text' }),
        holder: wellFormed.min(1).exactOptional(),
        polarity: z.enum(polarities).exactOptional(),
        certainty: z.enum(certainties).exactOptional(),
        evidence: z.array(spanSchema).exactOptional(),
      }),
    )
    .exactOptional(),
  summary: z.strictObject({ text: wellFormed }).exactOptional(),
})

const key = { article: articleIdSchema, repeat: z.int().min(0) }

export const predictionSchema: z.ZodType<Prediction> = z.discriminatedUnion('status', [
  z.strictObject({ ...key, status: z.literal('ok'), output: outputSchema }),
  z.strictObject({
    ...key,
    status: z.literal('failed'),
    code: z.enum(failureCodes),
    message: z.string(),
  }),
  z.strictObject({ ...key, status: z.literal('skipped'), reason: z.string() }),
])
