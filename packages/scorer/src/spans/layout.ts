import { type GoldItem, type Labelled, overlaps, sameSpan } from './items.ts'

/** Gold and predictions as every scheme sees them: sorted, each once, without what is neutral. */
export interface Layout {
  readonly required: readonly GoldItem[]
  readonly predicted: readonly Labelled[]
  /** Predictions of items that are not required: no scheme sees them. */
  readonly neutral: readonly Labelled[]
}

/**
 * A prediction is neutral if its boundaries equal a reading that is not required and none that is, or if it
 * overlaps one that is not required and none that is. Exact duplicates count once, on both sides.
 */
export function layOut(gold: readonly GoldItem[], predicted: readonly Labelled[]): Layout {
  const required = distinctBy(
    gold
      .filter((item) => item.required)
      .sort((a, b) => compare(a.readings[0], b.readings[0]) || order(a.id, b.id)),
    (item) => item.readings[0],
  )
  const asked = required.flatMap((item) => item.readings)
  const unasked = gold.filter((item) => !item.required).flatMap((item) => item.readings)
  const isNeutral = ({ span }: Labelled) => {
    if (asked.some((reading) => sameSpan(reading.span, span))) return false
    if (unasked.some((reading) => sameSpan(reading.span, span))) return true
    return (
      unasked.some((reading) => overlaps(reading.span, span)) &&
      !asked.some((reading) => overlaps(reading.span, span))
    )
  }
  const distinct = distinctLabelled(predicted)
  return {
    required,
    predicted: distinct.filter((item) => !isNeutral(item)),
    neutral: distinct.filter(isNeutral),
  }
}

/** Sorted by start, end, type and value; exact duplicates once. */
export function distinctLabelled<Item extends Labelled>(items: readonly Item[]): Item[] {
  return distinctBy([...items].sort(compare), (item) => item)
}

/** What makes two labelled spans the same. */
export function labelKey({ span, type, value }: Labelled): string {
  return JSON.stringify([span.start, span.end, type, value ?? null])
}

function distinctBy<Item>(items: readonly Item[], labelled: (item: Item) => Labelled): Item[] {
  const seen = new Set<string>()
  return items.filter((item) => {
    const key = labelKey(labelled(item))
    return !seen.has(key) && seen.add(key)
  })
}

function compare(a: Labelled, b: Labelled): number {
  return (
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    order(a.type, b.type) ||
    order(a.value ?? '', b.value ?? '')
  )
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
