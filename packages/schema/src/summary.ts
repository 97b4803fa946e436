import * as z from 'zod'

/** Length classes and their bands in words, both ends included. */
export const lengthBands = {
  headline: { minWords: 1, maxWords: 15 },
  short: { minWords: 45, maxWords: 60 },
  standard: { minWords: 100, maxWords: 120 },
} as const
export type LengthClass = keyof typeof lengthBands

/** A reference summary. */
export interface Summary {
  readonly id: string
  readonly text: string
  /** Who wrote it, so that one hand can be told from another. */
  readonly author: string
  readonly length: LengthClass
  /** Ids of the claims it expresses. */
  readonly claims: readonly string[]
}

export const summarySchema: z.ZodType<Summary> = z.strictObject({
  id: z.string().min(1),
  text: z.string().regex(/\S/, { error: 'a summary needs a text' }),
  author: z.string().min(1),
  length: z.enum(['headline', 'short', 'standard']),
  claims: z.array(z.string().min(1)),
})
