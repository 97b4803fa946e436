import * as z from 'zod'

/** What a system sees of an article. It holds no gold. */
export interface Article {
  /** Unique in its dataset. Data, never a file path. */
  readonly id: string
  /** The text that all offsets refer to. Never normalised after annotation. */
  readonly text: string
  readonly title?: string
  /** The document creation time, `YYYY-MM-DD` as written by the publisher; never converted between zones. */
  readonly publishedAt?: string
  /** BCP 47, for example `en`. */
  readonly language?: string
  readonly source?: ArticleSource
}

export interface ArticleSource {
  readonly publisher?: string
  readonly agency?: string
  readonly url?: string
  /** SPDX identifier of the text's licence. */
  readonly licence?: string
}

/** No lone surrogates: such a text does not survive a trip through UTF-8. */
export const wellFormed = z
  .string()
  .refine((text) => text.isWellFormed(), { error: 'holds a lone surrogate' })

/** A day that exists, `YYYY-MM-DD`. */
export const daySchema = z.iso.date()

export const articleIdSchema = wellFormed.min(1).max(200)

export const articleFields = {
  id: articleIdSchema,
  text: wellFormed,
  title: wellFormed.exactOptional(),
  publishedAt: daySchema.exactOptional(),
  language: z.string().min(2).exactOptional(),
  source: z
    .strictObject({
      publisher: z.string().exactOptional(),
      agency: z.string().exactOptional(),
      url: z.string().exactOptional(),
      licence: z.string().exactOptional(),
    })
    .exactOptional(),
}

export const articleSchema: z.ZodType<Article> = z.strictObject(articleFields)
