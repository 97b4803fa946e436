import type { Annotation, Article, Span } from '@assay/schema'
import {
  type DateMention,
  findDates,
  findNumbers,
  type NumberMention,
  numbersAgree,
  timexInterval,
} from '@assay/text'
import { namesIn } from '../names/names-in.ts'
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
  const texts = [article.title ?? '', article.text, ...(gold.claims ?? []).map((claim) => claim.text)]
  const sources = texts.map((text) => readingOf(text, article.publishedAt))
  const numbers = sources.flatMap((source) => source.numbers)
  const dates = sources.flatMap((source) => source.dates)
  const intervals = supportingIntervals(dates, article, gold)
  const named = sources.flatMap(({ names }, i) => names.map(({ start, end }) => texts[i]!.slice(start, end)))
  const isNameSupported = createNameSupport(texts, named, gold)
  return (summary) => {
    const { dates, numbers: found, names: runs } = readingOf(summary, article.publishedAt)
    const names = runs.filter((run) => !found.some(({ span }) => contains(span, run)))
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

/** What of each kind a text holds. The figures of a date are no number, its words no name. */
interface Reading {
  readonly dates: readonly DateMention[]
  readonly numbers: readonly NumberMention[]
  readonly names: readonly Span[]
}

function readingOf(text: string, publishedAt: string | undefined): Reading {
  const dates = findDates(text, publishedAt)
  const spans = dates.map(({ span }) => span)
  return { dates, numbers: findNumbers(text, spans), names: namesIn(text, spans) }
}

function supportingIntervals(dates: readonly DateMention[], article: Article, gold: Annotation) {
  const values = [
    ...(article.publishedAt === undefined ? [] : [article.publishedAt]),
    ...dates.map(({ value }) => value),
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
