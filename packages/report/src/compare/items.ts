import type { GoldArticle, Metric, Output } from '@assay/schema'
import {
  alignClaims,
  type GoldItem,
  type Labelled,
  layOut,
  matchSpans,
  mentionItems,
  mentionSchemes,
  type Scheme,
  timexItems,
  timexSpanSchemes,
  timexValueSchemes,
} from '@assay/scorer'

/** What one system made of the gold items of an article, and what it said beside them. */
interface ReadItems {
  /** By gold id: every item that the metric asks for. */
  readonly gold: ReadonlyMap<string, ReadItem>
  /** Predictions of no gold item, by what makes two of them the same, as they are shown. */
  readonly spurious: ReadonlyMap<string, string>
}

interface ReadItem {
  /** The gold item as it is shown. */
  readonly shown: string
  /** Whether it earns full credit. */
  readonly isRight: boolean
  /** What the system said of it; null: nothing. */
  readonly said: string | null
}

export type ItemReader = (gold: GoldArticle, predicted: Output) => ReadItems

/** How a column of a built-in metric sees single items; null where it has none. */
export function itemReader(metric: Metric, column: string): ItemReader | null {
  const scheme = (schemes: readonly Scheme[]) => schemes.find(({ id }) => column.startsWith(`${id}.`))
  switch (metric.id) {
    case 'mentions': {
      const mentions = scheme(mentionSchemes)
      return mentions === undefined ? null : readMentions(mentions)
    }
    case 'timexes': {
      const values = scheme(timexValueSchemes)
      if (values !== undefined) return readTimexes(values, true)
      const spans = scheme(timexSpanSchemes)
      return spans === undefined ? null : readTimexes(spans, false)
    }
    case 'claims':
      return ['precision', 'recall', 'f1', 'weighted-recall'].includes(column) ? readClaims : null
    case 'claim-recall':
      return readRecalled(metric)
    default:
      return null
  }
}

function readMentions(scheme: Scheme): ItemReader {
  return ({ article, annotation }, predicted) =>
    readSpans({
      text: article.text,
      gold: mentionItems(annotation.mentions ?? [], 'flat'),
      predicted: predicted.mentions ?? [],
      scheme,
      labelOf: ({ type }) => type,
    })
}

function readTimexes(scheme: Scheme, asksForValue: boolean): ItemReader {
  return ({ article, annotation }, predicted) =>
    readSpans({
      text: article.text,
      gold: timexItems(annotation.timexes ?? []).map((item) => ({
        ...item,
        required: item.required && !(asksForValue && item.readings[0].value === null),
      })),
      predicted: predicted.timexes ?? [],
      scheme,
      labelOf: ({ type, value }) => `${type} ${value ?? 'no value'}`,
    })
}

interface Spans {
  readonly text: string
  readonly gold: readonly GoldItem[]
  readonly predicted: readonly Labelled[]
  readonly scheme: Scheme
  readonly labelOf: (item: Labelled) => string
}

/** The same matching that the score comes from. */
function readSpans({ text, gold, predicted, scheme, labelOf }: Spans): ReadItems {
  const layout = layOut(gold, predicted)
  const pairs = new Map(matchSpans(layout, scheme).map((pair) => [pair.gold, pair]))
  const paired = new Set([...pairs.values()].map((pair) => pair.predicted))
  const shown = (item: Labelled) => `${text.slice(item.span.start, item.span.end)} [${labelOf(item)}]`
  return {
    gold: new Map(
      layout.required.map(({ id, readings }, i) => {
        const pair = pairs.get(i)
        const said = pair === undefined ? null : shown(layout.predicted[pair.predicted]!)
        return [id, { shown: shown(readings[0]), isRight: pair?.credit === 1, said }]
      }),
    ),
    spurious: new Map(
      layout.predicted
        .filter((_, i) => !paired.has(i))
        .map((item) => [`${item.span.start} ${item.span.end} ${labelOf(item)}`, shown(item)]),
    ),
  }
}

const readClaims: ItemReader = ({ article, annotation }, predicted) => {
  const alignment = alignClaims(article, annotation, predicted.claims ?? [])
  const { matched, missed, duplicates, contradictions, spurious } = alignment
  return {
    gold: new Map([
      ...matched.map(({ gold, predicted }): [string, ReadItem] => [
        gold.id,
        { shown: gold.text, isRight: true, said: predicted.text },
      ]),
      ...missed.map(({ id, text }): [string, ReadItem] => [id, { shown: text, isRight: false, said: null }]),
    ]),
    spurious: new Map([...duplicates, ...contradictions, ...spurious].map(({ text }) => [text, text])),
  }
}

/** Asks the metric for one claim at a time: with a single claim, recall is 1 where the summary says it, else 0. */
function readRecalled(metric: Metric): ItemReader {
  return ({ article, annotation }, predicted) => {
    const says = (id: string) => {
      const summaries = (annotation.summaries ?? []).map((summary) => ({
        ...summary,
        claims: summary.claims.filter((claim) => claim === id),
      }))
      const item = { article, gold: { ...annotation, summaries }, predicted, produced: true }
      return metric.finish(metric.collect(item))['recall']?.value ?? null
    }
    return {
      gold: new Map(
        (annotation.claims ?? []).flatMap(({ id, text }): [string, ReadItem][] => {
          const said = says(id)
          return said === null
            ? []
            : [[id, { shown: text, isRight: said === 1, said: said === 1 ? 'said' : null }]]
        }),
      ),
      spurious: new Map(),
    }
  }
}
