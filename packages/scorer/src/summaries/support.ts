import type { Annotation, Article, Span } from '@assay/schema'
import { findDates, findNumbers, type NumberMention, numbersAgree, timexInterval } from '@assay/text'
import { capitalisedRuns } from '../names/capitalised.ts'
import { createNameSupport } from './name-support.ts'

/** What kinds of unit of a summary are checked. */
export const unitKinds = ['number', 'date', 'name'] as const
export type UnitKind = (typeof unitKinds)[number]

/** A number, a date or a name in a summary. */
export interface SummaryUnit {
  readonly kind: UnitKind
  readonly span: Span
  /** False if neither the article nor its gold supports it. */
  readonly isSupported: boolean
}

/**
 * Makes the checker of an article's summaries. What supports is the article's title and text, the texts of its
 * gold claims, its gold names and time values, and the publication date; never a reference.
 *
 * - A number is supported by one that agrees with it (value and class, rounding, "about").
 * - A date by one that it equals or contains: coarser is supported, finer is not.
 * - A name by the rules of `createNameSupport`.
 */
export function createSupportChecker(article: Article, gold: Annotation): (summary: string) => SummaryUnit[] {
  const sources = [article.title ?? '', article.text, ...(gold.claims ?? []).map((claim) => claim.text)]
  const numbers = sources.flatMap((source) => numbersOf(source, article.publishedAt))
  const intervals = supportingIntervals(sources, article, gold)
  const isNameSupported = createNameSupport(sources, gold)
  return (summary) => {
    const dates = findDates(summary, article.publishedAt)
    const found = numbersOf(summary, article.publishedAt)
    const taken = [...dates, ...found].map(({ span }) => span)
    const names = capitalisedRuns(summary).filter((run) => !taken.some((span) => contains(span, run)))
    return [
      ...found.map((number): SummaryUnit => {
        const isSupported = numbers.some((source) => numbersAgree(source, number))
        return { kind: 'number', span: number.span, isSupported }
      }),
      ...dates.flatMap(({ span, value }): SummaryUnit[] => {
        const interval = timexInterval(value)
        if (interval === null) return []
        const isSupported = intervals.some(
          (source) => interval.begin <= source.begin && source.end <= interval.end,
        )
        return [{ kind: 'date', span, isSupported }]
      }),
      ...names.map((span): SummaryUnit => {
        return { kind: 'name', span, isSupported: isNameSupported(summary.slice(span.start, span.end)) }
      }),
    ]
  }
}

function numbersOf(text: string, publishedAt: string | undefined): NumberMention[] {
  return findNumbers(
    text,
    findDates(text, publishedAt).map(({ span }) => span),
  )
}

function supportingIntervals(sources: readonly string[], article: Article, gold: Annotation) {
  const values = [
    ...(article.publishedAt === undefined ? [] : [article.publishedAt]),
    ...sources.flatMap((source) => findDates(source, article.publishedAt).map(({ value }) => value)),
    ...(gold.timexes ?? []).flatMap((timex) => [
      timex.value,
      ...(timex.alternatives ?? []).map((reading) => reading.value ?? null),
    ]),
  ]
  return values.flatMap((value) => (value === null ? [] : (timexInterval(value) ?? [])))
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}
