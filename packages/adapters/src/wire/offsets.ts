import { type Span, spanFault } from '@assay/schema'
import { createOffsetMap } from '@assay/text'
import { type OffsetUnit, offsetUnits } from './messages.ts'

/** A span of ours, or why the given one cannot stand in the text. */
export type ReadSpan = { readonly span: Span } | { readonly fault: string }

/**
 * Spans of one text whose offsets count `unit`. Where a span does not fit and its surface shows that the offsets
 * count something else, the fault says so.
 */
export function spanReader(text: string, unit: OffsetUnit): (given: Span, surface?: string) => ReadSpan {
  const converters = new Map<OffsetUnit, (offset: number) => number>()
  function read({ start, end }: Span, surface: string | undefined, unit: OffsetUnit): ReadSpan {
    const convert = converters.get(unit) ?? converterOf(text, unit)
    converters.set(unit, convert)
    try {
      const span = { start: convert(start), end: convert(end) }
      const fault = spanFault(text, span, surface)
      return fault === null ? { span } : { fault }
    } catch (error) {
      if (error instanceof RangeError) return { fault: error.message }
      throw error
    }
  }
  return (given, surface) => {
    const own = read(given, surface, unit)
    if ('span' in own || surface === undefined) return own
    const other = offsetUnits.find((other) => other !== unit && 'span' in read(given, surface, other))
    if (other === undefined) return own
    const hint = `; these look like ${names[other]} offsets, and ${names[unit]} offsets were announced`
    return { fault: own.fault + hint }
  }
}

const names: Readonly<Record<OffsetUnit, string>> = {
  codepoint: 'code point',
  utf16: 'UTF-16',
  byte: 'byte',
}

function converterOf(text: string, unit: OffsetUnit): (offset: number) => number {
  if (unit === 'utf16') return (offset) => offset
  return unit === 'codepoint' ? createOffsetMap(text).fromCodepoint : byteConverter(text)
}

/** From offsets in the UTF-8 form of the text. Throws a RangeError inside a character and outside the text. */
function byteConverter(text: string): (offset: number) => number {
  const bytes = Buffer.byteLength(text)
  const places = new Int32Array(bytes + 1).fill(-1)
  let at = 0
  let byte = 0
  for (const character of text) {
    places[byte] = at
    at += character.length
    byte += Buffer.byteLength(character)
  }
  places[byte] = at
  return (offset) => {
    const place = places[offset]
    if (place === undefined)
      throw new RangeError(`offset ${offset} is outside the text, which has ${bytes} bytes`)
    if (place === -1) throw new RangeError(`offset ${offset} cuts a character into bytes`)
    return place
  }
}
