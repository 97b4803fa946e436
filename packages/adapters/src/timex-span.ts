import type { Span } from '@assay/schema'

const outside =
  /^(?:[^\p{L}\p{N}]+|(?:on|in|at|from|by|since|until|till|for|during|within|before|after|between|of)\s+)+/iu

/**
 * `span` without what does not belong to a temporal expression by the annotation rules: prepositions before it,
 * brackets and punctuation at its ends (but not the stop of "p.m."). Null if nothing is left.
 */
export function trimTimex(text: string, { start, end }: Span): Span | null {
  const surface = text.slice(start, end)
  const head = outside.exec(surface)?.[0].length ?? 0
  const tail = /[^\p{L}\p{N}.]*$/u.exec(surface)?.[0].length ?? 0
  return start + head < end - tail ? { start: start + head, end: end - tail } : null
}
