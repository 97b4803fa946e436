import type { Span } from '@assay/schema'
import { findBody } from './body.ts'
import { findDateline } from './datelines.ts'
import { findHeadings } from './headings.ts'
import { linesOf } from './lines.ts'
import { publicationDays } from './publication.ts'
import { agencyOf, publisherOf } from './source.ts'

/** One article of a scraped page. */
export interface PageArticle {
  readonly title: string
  readonly publisher: string | null
  /** The agency whose text it is, where the page shows one other than the publisher. */
  readonly agency: string | null
  /** `YYYY-MM-DD`. */
  readonly publishedAt: string | null
  /** What `publishedAt` was inferred from, or why it is null. */
  readonly publishedBecause: readonly string[]
  /** Where `text` stands: it is `page.slice(start, end)`. */
  readonly pageSpan: Span
  readonly text: string
}

/**
 * The articles of a page that was saved as text from a site that collects news: each under its headline, which
 * is repeated or dated by a label (`an hour ago`). A text begins with its dateline, ends before copyright lines, and is the
 * page's slice. What shows none of these marks is no article: a page without any gives []. Linear time.
 */
export function splitPage(page: string): PageArticle[] {
  const lines = linesOf(page)
  const headings = findHeadings(lines)
  const parts = headings.flatMap((heading, i) => {
    const body = findBody(page, lines, heading, headings[i + 1]?.first ?? lines.length)
    return body === null ? [] : [{ heading, body, text: page.slice(body.span.start, body.span.end) }]
  })
  const datelines = parts.map(({ text }) => findDateline(text))
  const days = publicationDays(
    parts.map(({ heading: { label }, body: { tail }, text }, i) => ({
      label,
      dateline: datelines[i]?.date ?? null,
      text,
      tail,
    })),
  )
  return parts.map(({ heading, body, text }, i) => {
    const publisher = publisherOf(lines, heading, body.firstLine)
    return {
      title: heading.title,
      publisher,
      agency: agencyOf(datelines[i]?.agency ?? null, body.tail, publisher),
      publishedAt: days[i]!.day,
      publishedBecause: days[i]!.because,
      pageSpan: body.span,
      text,
    }
  })
}
