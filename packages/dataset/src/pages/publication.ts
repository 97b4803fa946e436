import { sentenceSpans } from '@assay/text'
import { dayOf, monthPattern, plusDays, weekdayOf } from './days.ts'
import type { TimeLabel } from './labels.ts'

/** What a page shows of the time of one of its articles. */
export interface Evidence {
  readonly label: TimeLabel | null
  /** The date of the dateline: `July 4`, `July 4, 2025`. */
  readonly dateline: string | null
  readonly text: string
  /** The copyright lines behind the text. */
  readonly tail: string
}

export interface Publication {
  /** `YYYY-MM-DD`, or null if nothing on the page supports a day. */
  readonly day: string | null
  /** What the day was inferred from, or why there is none. */
  readonly because: readonly string[]
}

/**
 * When the articles of a page were published. A day comes from the label of an article, else from its dateline, whose
 * year may stand in a copyright line; else from its age (`a day ago`) and another article of the page with both an age
 * and a day. No clock is read.
 */
export function publicationDays(articles: readonly Evidence[]): Publication[] {
  const years = articles.map(({ tail }) => yearIn(tail)).filter((year) => year !== null)
  const own = articles.map((article) => ownDay(article, years))
  const saved = savedOn(articles, own)
  return articles.map((article, i) => {
    const publication = own[i]!.day === null ? byAge(article, own[i]!, saved) : own[i]!
    return { ...publication, because: [...publication.because, ...weekdayIn(article.text, publication.day)] }
  })
}

function ownDay({ label, dateline, text, tail }: Evidence, years: readonly string[]): Publication {
  if (label?.day) return { day: label.day, because: [`the label ${quote(label.text)}`] }
  if (dateline === null) return { day: null, because: [] }
  const given = dayOf(dateline)
  if (given !== null) return { day: given, because: [`the dateline ${quote(dateline)}`] }
  const [year, source] = yearFor(text, tail, years)
  const day = year === null ? null : dayOf(`${dateline}, ${year}`)
  const because = [`the dateline ${quote(dateline)}`, source]
  return { day, because }
}

function yearFor(text: string, tail: string, years: readonly string[]): readonly [string | null, string] {
  const own = yearIn(tail)
  if (own !== null) return [own, `the year ${own} of its copyright line`]
  const [other] = years.toSorted().toReversed()
  if (other !== undefined) return [other, `the year ${other} of a copyright line on the page`]
  const named = latestYearNamed(text)
  if (named !== null) return [named, `the year ${named}, the latest that the text names with a month`]
  return [null, 'nothing on the page gives the year']
}

function yearIn(tail: string): string | null {
  return /\b(?:19|20)\d\d\b/.exec(tail)?.[0] ?? null
}

const ahead =
  /\b(?:will|would|could|may|might|shall|should|by|until|before|next|due|plan\w*|expect\w*|set to|going to|scheduled|deadline)\b/iu

const namedYear = new RegExp(String.raw`\b${monthPattern}\s(?:\d{1,2},?\s)?((?:19|20)\d\d)\b`, 'gu')

/** The year of the latest month or day that the text names as past: in a sentence without a word that looks ahead. */
function latestYearNamed(text: string): string | null {
  const past = sentenceSpans(text.slice(0, 20_000))
    .map(({ start, end }) => text.slice(start, end))
    .filter((sentence) => !ahead.test(sentence))
  const years = past.flatMap((sentence) => Array.from(sentence.matchAll(namedYear), ([, year]) => year ?? ''))
  return years.toSorted().at(-1) ?? null
}

interface Saved {
  readonly day: string
  readonly label: string
}

/** The day on which the page was saved: the latest that the age and the day of one article give together. */
function savedOn(articles: readonly Evidence[], own: readonly Publication[]): Saved | null {
  const days = articles.flatMap(({ label }, i): Saved[] => {
    const day = own[i]!.day
    if (day === null || label === null || label.daysAgo === null) return []
    return [{ day: plusDays(day, label.daysAgo) ?? day, label: label.text }]
  })
  return days.toSorted((a, b) => (a.day < b.day ? -1 : 1)).at(-1) ?? null
}

function byAge({ label }: Evidence, own: Publication, saved: Saved | null): Publication {
  const because = [...own.because]
  if (label === null) return { day: null, because: [...because, 'no label says how old it is'] }
  because.push(`the label ${quote(label.text)}`)
  if (label.daysAgo === null)
    return { day: null, because: [...because, 'it is too coarse to count days from'] }
  if (saved === null)
    return { day: null, because: [...because, 'no article of the page gives the day it was saved'] }
  because.push(
    `the page was saved on ${saved.day}, by an article that has a day and the label ${quote(saved.label)}`,
  )
  return { day: plusDays(saved.day, -label.daysAgo), because }
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** What the first weekday of the text says of the day: support, doubt, or nothing if there is none. */
function weekdayIn(text: string, day: string | null): string[] {
  const found = /\b[Oo]n ((?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)\b/u.exec(text.slice(0, 2000))?.[1]
  if (found === undefined) return []
  if (day === null) return [`the text says ${quote(found)}, which is one of seven days`]
  const back = (weekdayOf(day) - weekdays.indexOf(found) + 7) % 7
  const verdict = back <= 2 ? 'fits' : `was ${back} days before: a doubt`
  return [`the text says ${quote(found)}: ${plusDays(day, -back)} ${verdict}`]
}

function quote(text: string): string {
  return JSON.stringify(text)
}
