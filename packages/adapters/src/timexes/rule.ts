import type { Span, TimexMod, TimexType } from '@assay/schema'

/** An expression that a rule has found. */
interface Place extends Span {
  readonly text: string
  readonly groups: Readonly<Record<string, string | undefined>>
  /** `YYYY-MM-DD` */
  readonly published: string | undefined
}

interface Reading {
  readonly type: TimexType
  /** A function: the value follows from the dates named before in the text, the last first, then the publication date. */
  readonly value: string | null | ((before: readonly string[]) => string | null)
  readonly mod?: TimexMod
}

/** One way to write a time. */
export interface TimexRule {
  readonly pattern: RegExp
  /** Null: no time after all. */
  readonly read: (place: Place) => Reading | null
}

/** A rule from the source of a pattern that begins and ends between words, in any case. */
export function defineRule(source: string, read: TimexRule['read']): TimexRule {
  const edge = String.raw`[\p{L}\p{M}\p{N}]`
  return {
    pattern: new RegExp(String.raw`(?<!${edge}|${edge}[-'’]|\p{N}[.,])(?:${source})(?!${edge})`, 'giu'),
    read,
  }
}

export type FoundTimex = Span & Reading

/** What the rules find in a text, overlaps included. */
export function applyRules(
  rules: readonly TimexRule[],
  text: string,
  published: string | undefined,
): FoundTimex[] {
  return rules.flatMap(({ pattern, read }) =>
    Array.from(text.matchAll(pattern)).flatMap((match) => {
      const span = { start: match.index, end: match.index + match[0].length }
      const reading = read({ ...span, text, groups: match.groups ?? {}, published })
      return reading === null ? [] : [{ ...span, ...reading }]
    }),
  )
}
