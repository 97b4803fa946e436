import type { Span } from '@assay/schema'
import { dayNumber } from './calendar.ts'
import type { DateRule, FoundDate, Publication } from './date-pattern.ts'
import { explicitDates } from './explicit-dates.ts'
import { timexInterval } from './interval.ts'
import { relativeDates } from './relative-dates.ts'
import { parseTimexValue } from './timex.ts'
import { bareYear } from './years.ts'

/** A date in a text. `value` is a TIMEX3 value that has an interval. */
export interface DateMention {
  readonly span: Span
  readonly value: string
}

const rules: readonly DateRule[] = [...explicitDates, bareYear, ...relativeDates]

/**
 * The dates of an English text, in order, not overlapping; of several readings the one that begins first, then
 * the longest. Explicit dates of every grain ("10 March 2026", "the third quarter of 2025", "the 1990s"), and with
 * `publishedAt` (`YYYY-MM-DD`; what follows the day is not read) also those it gives a year or a value: "March 10",
 * "Tuesday", "last week", "last October", "two years ago".
 *
 * A weekday is the latest one not after the publication date; so is a quarter, and a month or a day of a month unless
 * the next one comes within two months or 90 days. Words before it that point ahead ("will open on Friday") turn all of them
 * round. Spans hold determiners and "early", "mid", "late", not prepositions. Durations, references ("now"), clock
 * times and what another date of the text would resolve ("a year earlier") are not found. Throws a RangeError if
 * `publishedAt` is no day. Empty text: none. Linear time.
 */
export function findDates(text: string, publishedAt?: string): DateMention[] {
  const publication = publishedAt === undefined ? null : readPublication(publishedAt)
  const candidates = rules
    .flatMap((rule) => applyRule(rule, text, publication))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const found: DateMention[] = []
  let end = 0
  for (const candidate of candidates) {
    if (candidate.span.start < end) continue
    found.push(candidate)
    end = candidate.span.end
  }
  return found
}

function readPublication(publishedAt: string): Publication {
  const parsed = parseTimexValue(publishedAt.slice(0, 10))
  if (parsed?.kind !== 'day')
    throw new RangeError(`publication date "${publishedAt}" is not a day, YYYY-MM-DD`)
  const { year, month, day } = parsed
  return { year, month, day, number: dayNumber(year, month, day) }
}

function applyRule(rule: DateRule, text: string, publication: Publication | null): DateMention[] {
  const mentions: DateMention[] = []
  for (const match of text.matchAll(rule.pattern)) {
    const start = match.index
    const end = start + match[0].length
    const found: FoundDate = { groups: match.groups ?? {}, text, start, end, publication }
    const value = rule.value(found)
    if (value === null || timexInterval(value) === null) continue
    mentions.push({ span: { start: withModifier(text, start), end }, value })
  }
  return mentions
}

const modifier = /(?<!\p{L})(?:[Tt]he\s)?(?:[Ee]arl(?:y|ier)|[Mm]id|[Ll]ate(?:r)?)[\s-](?:the\s)?$/u

/** Where the expression begins with the words that narrow it down: "early 2020", "late last year". */
function withModifier(text: string, start: number): number {
  const from = Math.max(0, start - 16)
  const match = modifier.exec(text.slice(from, start))
  return match === null ? start : from + match.index
}
