import type { PredictedTimex, Span } from '@assay/schema'
import { parseTimexValue } from '@assay/text'

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)
const quarters = ['first', 'second', 'third', 'fourth']
const seasons = { SP: 'spring', SU: 'summer', FA: 'autumn', WI: 'winter' }

/**
 * A stretch of a text in which every date that needs another one for its value is written out: "on Tuesday" is "on 3
 * March 2026". Weeks, decades and parts of a day stay as they are.
 */
export function withAbsoluteDates(
  text: string,
  { start, end }: Span,
  dates: readonly PredictedTimex[],
): string {
  let result = text.slice(start, end)
  for (const { span, value, type } of dates.toReversed()) {
    if (span.start < start || span.end > end || type !== 'DATE' || value === null) continue
    const surface = text.slice(span.start, span.end)
    const date = /\d{4}|\bin the\b|-/.test(surface) ? null : inWords(value)
    if (date === null) continue
    const [edge = ''] = edges.exec(surface) ?? []
    const before = result.slice(0, span.start - start)
    const after = result.slice(span.end - start)
    const words = /^(?:earlier|later)/i.test(edge) ? `${edge}in ${date}` : edge + date
    const stands = isGoverned.test(before) || edge !== '' || /^['’]s?/.test(after)
    result = before + (stands ? '' : preposition(value)) + words + after
  }
  return result
}

const edges = /^(?:the\s)?(?:(?:beginning|start|middle|end|close)\sof|early|earlier|mid|late|later)\s/i
const isGoverned =
  /(?<!\p{L})(?:in|on|at|of|since|until|till|by|from|to|during|before|after|for|than|through|the|between|and|around|about|over|a)\s$|[(\d]\s?$/iu

function preposition(value: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(value) ? 'on ' : 'in '
}

function inWords(value: string): string | null {
  const date = parseTimexValue(value)
  switch (date?.kind) {
    case 'day':
      return `${date.day} ${months[date.month - 1]} ${date.year}`
    case 'month':
      return `${months[date.month - 1]} ${date.year}`
    case 'quarter':
      return `the ${quarters[date.quarter - 1]} quarter of ${date.year}`
    case 'season':
      return `${seasons[date.season]} ${date.year}`
    case 'year':
      return `${date.year}`
    default:
      return null
  }
}
