import * as z from 'zod'

/** Half-open range `[start, end)` of the article text in UTF-16 code units, as `text.slice(start, end)` cuts. */
export interface Span {
  readonly start: number
  readonly end: number
}

const offset = z.int().min(0)

/** A span holds at least one code unit. Whether it fits its text is checked where the text is known. */
export const spanSchema: z.ZodType<Span> = z
  .strictObject({ start: offset, end: offset })
  .refine((span) => span.start < span.end, { error: 'a span needs start < end' })

/** True if `offset` would cut a surrogate pair of `text` in two. */
export function splitsSurrogatePair(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

/**
 * Why `span` cannot stand in `text`, or null if it can: outside the text, inside a surrogate pair, or its
 * slice is not `surface` (checked only when a surface is given).
 */
export function spanFault(text: string, span: Span, surface?: string): string | null {
  const { start, end } = span
  const { length } = text
  if (end > length) return `${at(span)} ends outside the text, which has ${length} UTF-16 code units`
  for (const offset of [start, end]) {
    if (!splitsSurrogatePair(text, offset)) continue
    return `${at(span)} cuts the surrogate pair at ${offset - 1} in two`
  }
  const slice = text.slice(start, end)
  if (surface !== undefined && slice !== surface) {
    return `the text at ${at(span)} reads ${JSON.stringify(slice)}, not ${JSON.stringify(surface)}`
  }
  return null
}

function at({ start, end }: Span): string {
  return `[${start}, ${end})`
}
