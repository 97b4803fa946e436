import * as z from 'zod'
import { type Tier, tierSchema } from './entities.ts'
import { type Span, spanSchema } from './span.ts'

export const timexTypes = ['DATE', 'TIME', 'DURATION', 'SET'] as const
export type TimexType = (typeof timexTypes)[number]
export const timexTypeSchema = z.enum(timexTypes)

/** TIMEX3 modifiers (TimeML 1.2.1). */
export const timexMods = [
  'BEFORE',
  'AFTER',
  'ON_OR_BEFORE',
  'ON_OR_AFTER',
  'LESS_THAN',
  'MORE_THAN',
  'EQUAL_OR_LESS',
  'EQUAL_OR_MORE',
  'START',
  'MID',
  'END',
  'APPROX',
] as const
export type TimexMod = (typeof timexMods)[number]
export const timexModSchema = z.enum(timexMods)

/**
 * What a value rests on: the expression alone, the publication date (`dct`), another expression of the text,
 * knowledge of the world, or nothing that can be pinned down.
 */
export const timexBases = ['explicit', 'dct', 'anaphoric', 'world', 'vague'] as const
export type TimexBasis = (typeof timexBases)[number]

export interface TimexReading {
  readonly span?: Span
  readonly type?: TimexType
  readonly value?: string
}

/** A temporal expression with its TIMEX3 value. */
export interface Timex {
  readonly id: string
  readonly span: Span
  readonly surface: string
  readonly type: TimexType
  /** TIMEX3 value, for example `2025-04`, `P4Y`, `2025-W27`, `PAST_REF`; null: cannot be known from the text. */
  readonly value: string | null
  readonly mod?: TimexMod
  readonly quant?: string
  readonly freq?: string
  readonly function?: 'PUBLICATION' | 'CREATION'
  readonly basis: TimexBasis
  /** Default `core`. */
  readonly tier?: Tier
  /** Accepted alternatives; a missing field is the same as in the timex itself. */
  readonly alternatives?: readonly TimexReading[]
}

export const timexFields = {
  id: z.string().min(1),
  span: spanSchema,
  surface: z.string().min(1),
  type: timexTypeSchema,
  value: z.string().min(1).nullable(),
  mod: timexModSchema.exactOptional(),
  quant: z.string().exactOptional(),
  freq: z.string().exactOptional(),
  function: z.enum(['PUBLICATION', 'CREATION']).exactOptional(),
  basis: z.enum(timexBases),
  tier: tierSchema.exactOptional(),
  alternatives: z
    .array(
      z.strictObject({
        span: spanSchema.exactOptional(),
        type: timexTypeSchema.exactOptional(),
        value: z.string().min(1).exactOptional(),
      }),
    )
    .exactOptional(),
}

export const timexSchema: z.ZodType<Timex> = z.strictObject(timexFields)
