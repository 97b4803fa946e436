import * as z from 'zod'
import { type Annotation, annotationFields } from './annotation.ts'
import { type Article, articleFields } from './article.ts'
import { type Mention, mentionFields } from './entities.ts'
import { type Span, spanSchema } from './span.ts'
import { type Timex, timexFields } from './timex.ts'

/**
 * `articles/<file>.json` of a dataset whose manifest says `texts: standoff`: the gold of an article whose text
 * stays where it is. Offsets, fingerprints, names, short time expressions and our own words; no sentence.
 *
 * A fingerprint is the first 64 bits, in hex, of the SHA-256 of a *match form*: the text without case, quotes and
 * typographic differences, with single spaces (annotation guidelines, section 3.2).
 */
export interface StandoffArticle {
  readonly schema: 'assay.standoff/1'
  /** The title is there only if the licence of the text allows to copy it. */
  readonly article: Omit<Article, 'text'>
  readonly story?: string
  readonly text: StandoffText
  readonly annotation: StandoffAnnotation
  /** One for every span that the annotation holds, in order of their starts, then of their ends. */
  readonly anchors: readonly Anchor[]
}

export interface StandoffText {
  /** UTF-16 code units. */
  readonly length: number
  /** Of the text as UTF-8, in hex. */
  readonly sha256: string
  /** Where the text stood in the page it was taken from. */
  readonly pageSpan?: Span
  /** A title that may not be copied. */
  readonly title?: Fingerprint
  /** The lines of the text that are not blank, without white space at their ends, in order. */
  readonly paragraphs: readonly (Span & { readonly fingerprint: string })[]
}

/** Enough to recognise a string and not enough to read it. */
export interface Fingerprint {
  /** UTF-16 code units of the match form. */
  readonly length: number
  readonly fingerprint: string
}

/** A span, and how to find it in another version of its text. */
export interface Anchor extends Span, Fingerprint {
  /** Fingerprint of the 32 code units of match form before it, of fewer at the beginning of the text. */
  readonly before: string
  /** The same of what follows. */
  readonly after: string
}

/** A surface is there if it has at most 6 words and 48 code units. */
export type StandoffAnnotation = Omit<Annotation, 'mentions' | 'timexes'> & {
  readonly mentions?: readonly WithoutLongSurface<Mention>[]
  readonly timexes?: readonly WithoutLongSurface<Timex>[]
}

export type WithoutLongSurface<T extends { surface: string }> = Omit<T, 'surface'> &
  Partial<Pick<T, 'surface'>>

const offset = z.int().min(0)
const fingerprint = z.string().regex(/^[0-9a-f]{16}$/, { error: 'a fingerprint is 16 hex digits' })
const isForward = ({ start, end }: Span): boolean => start < end
const forward = { error: 'a span needs start < end' }

const { text: _, ...withoutText } = articleFields
const shortSurface = z
  .string()
  .regex(/^\S+(\s+\S+){0,5}$/, { error: 'a surface that may be shown has at most 6 words' })
  .max(48)
  .exactOptional()

export const standoffArticleSchema: z.ZodType<StandoffArticle> = z.strictObject({
  schema: z.literal('assay.standoff/1'),
  article: z.strictObject(withoutText),
  story: z.string().min(1).exactOptional(),
  text: z.strictObject({
    length: offset,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    pageSpan: spanSchema.exactOptional(),
    title: z.strictObject({ length: offset, fingerprint }).exactOptional(),
    paragraphs: z.array(
      z.strictObject({ start: offset, end: offset, fingerprint }).refine(isForward, forward),
    ),
  }),
  annotation: z.strictObject({
    ...annotationFields,
    mentions: z.array(z.strictObject({ ...mentionFields, surface: shortSurface })).exactOptional(),
    timexes: z.array(z.strictObject({ ...timexFields, surface: shortSurface })).exactOptional(),
  }),
  anchors: z.array(
    z
      .strictObject({
        start: offset,
        end: offset,
        length: offset,
        fingerprint,
        before: fingerprint,
        after: fingerprint,
      })
      .refine(isForward, forward),
  ),
})
