import type { Article, Json } from '@assay/schema'

/** What a model sees of an article; of its source, nothing. */
export function inputOf({ title, publishedAt, language, text }: Article): Readonly<Record<string, Json>> {
  return {
    ...(title !== undefined && { title }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(language !== undefined && { language }),
    text,
  }
}

/** Nothing can be found in a text without one letter or digit, and nothing need be paid for it. */
export function hasText({ text }: Article): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}
