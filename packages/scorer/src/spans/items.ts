import type { Mention, Span, Tier, Timex } from '@assay/schema'

/** A labelled span: a prediction, or one reading of a gold item. */
export interface Labelled {
  readonly span: Span
  readonly type: string
  /** TIMEX3 value, where the items are timexes. */
  readonly value?: string | null
}

/** A gold item with everything that is accepted for it. It counts once, whatever the number of readings. */
export interface GoldItem {
  readonly id: string
  /** False: never asked for, and a prediction of it is neutral. */
  readonly required: boolean
  /** The main reading first. */
  readonly readings: readonly [Labelled, ...Labelled[]]
}

/** `flat`: the outermost core mentions count, those inside them are optional. `nested`: all core mentions count. */
export type View = 'flat' | 'nested'

export function mentionItems(mentions: readonly Mention[], view: View): GoldItem[] {
  const core = mentions.filter(isCore)
  return mentions.map((mention) => {
    const { id, span, type, alternatives = [] } = mention
    const main = { span, type }
    return {
      id,
      required: isCore(mention) && !(view === 'flat' && core.some((other) => isInside(span, other.span))),
      readings: [main, ...alternatives.map((reading) => ({ ...main, ...reading }))],
    }
  })
}

/** The publication date itself (`t0`) is not scored: a prediction of it is neutral. */
export function timexItems(timexes: readonly Timex[]): GoldItem[] {
  return timexes.map((timex) => {
    const { id, span, type, value, alternatives = [] } = timex
    const main = { span, type, value }
    return {
      id,
      required: isCore(timex) && id !== 't0',
      readings: [main, ...alternatives.map((reading) => ({ ...main, ...reading }))],
    }
  })
}

function isCore({ tier = 'core' }: { readonly tier?: Tier }): boolean {
  return tier === 'core'
}

/** Inside, and not the same. */
function isInside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end && !sameSpan(inner, outer)
}

export function sameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end
}

/** Shared code units; 0 for spans that only touch. */
export function overlapLength(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

export function overlaps(a: Span, b: Span): boolean {
  return overlapLength(a, b) > 0
}
