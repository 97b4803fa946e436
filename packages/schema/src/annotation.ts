import * as z from 'zod'
import { type Claim, claimSchema } from './claims.ts'
import { type Entity, entitySchema, type Mention, mentionSchema } from './entities.ts'
import { type Span, spanSchema } from './span.ts'
import { type Summary, summarySchema } from './summary.ts'
import { type Timex, timexSchema } from './timex.ts'

/**
 * The gold of one article: what scorers see and systems never do. A missing layer means "not annotated";
 * an empty list means "looked, found none".
 */
export interface Annotation {
  /** Sentence boundaries, in order, not overlapping. */
  readonly sentences?: readonly Span[]
  readonly entities?: readonly Entity[]
  readonly mentions?: readonly Mention[]
  readonly timexes?: readonly Timex[]
  readonly claims?: readonly Claim[]
  /** Indices of sentences that hold no claim (every other one is evidence of some claim). */
  readonly claimless?: readonly number[]
  readonly summaries?: readonly Summary[]
  /** One label a sentence, in their order: 2 belongs into an extract of the article, 1 may stand there, 0 does not. */
  readonly extract?: readonly (0 | 1 | 2)[]
}

export const annotationFields = {
  sentences: z.array(spanSchema).exactOptional(),
  entities: z.array(entitySchema).exactOptional(),
  mentions: z.array(mentionSchema).exactOptional(),
  timexes: z.array(timexSchema).exactOptional(),
  claims: z.array(claimSchema).exactOptional(),
  claimless: z.array(z.int().min(0)).exactOptional(),
  summaries: z.array(summarySchema).exactOptional(),
  extract: z.array(z.literal([0, 1, 2])).exactOptional(),
}

export const annotationSchema: z.ZodType<Annotation> = z.strictObject(annotationFields)
