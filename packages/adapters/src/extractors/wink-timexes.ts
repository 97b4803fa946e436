import type { PredictedTimex } from '@assay/schema'
import { findDates } from '@assay/text'
import { durationValue, setValue } from '../durations.ts'
import { trimTimex } from '../timex-span.ts'
import type { Found } from './wink-library.ts'

/** Timexes from wink's DATE, TIME and DURATION entities, each with a value where the rules find one at its place. */
export function valuedTimexes(
  text: string,
  found: readonly Found[],
  publishedAt: string | undefined,
): PredictedTimex[] {
  const dates = findDates(text, publishedAt)
  return joined(text, found).flatMap(({ type, ...place }): PredictedTimex[] => {
    const start = withRepetition(text, place.start)
    const span = trimTimex(text, { start, end: place.end })
    if (span === null) return []
    const surface = text.slice(span.start, span.end)
    if (start < place.start) return [{ span, surface, type: 'SET', value: setValue(surface) }]
    if (type === 'DURATION') return [{ span, surface, type, value: durationValue(surface) }]
    const date = dates.find((date) => date.span.start < span.end && span.start < date.span.end)
    const value = date?.value ?? null
    return [{ span, surface, type: type === 'TIME' || value?.includes('T') ? 'TIME' : 'DATE', value }]
  })
}

/** "Friday morning" is a DATE and a TIME to wink, and one expression to us. */
function joined(text: string, found: readonly Found[]): Found[] {
  const times: Found[] = []
  for (const time of found) {
    const last = times.at(-1)
    if (last?.type === 'DATE' && time.type === 'TIME' && text.slice(last.end, time.start) === ' ') {
      times[times.length - 1] = { type: 'TIME', start: last.start, end: time.end }
    } else times.push(time)
  }
  return times
}

const repetition = /(?<!\p{L})(?:every|each)\s$/iu

/** Where the expression begins if "every" or "each" stands before it: no part of wink's entities. */
function withRepetition(text: string, start: number): number {
  const before = repetition.exec(text.slice(Math.max(0, start - 7), start))
  return start - (before?.[0].length ?? 0)
}
