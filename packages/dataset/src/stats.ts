import type { Annotation, Dataset, Task } from '@assay/schema'
import { countWords } from '@assay/text'

/** Counts of one layer, over the articles that have it. */
export interface LayerStats {
  /** Articles in which the layer is annotated, an empty list included. */
  readonly articles: number
  readonly items: number
  /** By entity type, timex type, kind of claim or length class; keys in code-unit order, no zeros. */
  readonly types: Readonly<Record<string, number>>
  /** By tier, a missing one counted as core; {} for layers without tiers. */
  readonly tiers: Readonly<Record<string, number>>
}

export interface DatasetStats {
  readonly articles: number
  /** Statistical units: stories, and articles that belong to none. */
  readonly units: number
  /** Stories that are named. */
  readonly stories: number
  /** White-space separated words of all texts. */
  readonly words: number
  /** Sentences of the articles whose sentences are annotated. */
  readonly sentences: number
  readonly links: number
  readonly tasks: readonly Task[]
  readonly layers: Readonly<Record<'entities' | 'mentions' | 'timexes' | 'claims' | 'summaries', LayerStats>>
}

/** What a dataset holds, in numbers. An empty dataset gives zeros. */
export function datasetStats({ manifest, articles }: Dataset): DatasetStats {
  const annotations = articles.map(({ annotation }) => annotation)
  return {
    articles: articles.length,
    units: new Set(
      articles.map(({ story, article }) => (story === undefined ? `a ${article.id}` : `s ${story}`)),
    ).size,
    stories: new Set(articles.flatMap(({ story }) => story ?? [])).size,
    words: sum(articles.map(({ article }) => countWords(article.text))),
    sentences: sum(annotations.map(({ sentences = [] }) => sentences.length)),
    links: manifest.links?.length ?? 0,
    tasks: manifest.tasks,
    layers: {
      entities: layer(annotations, ({ entities }) => entities?.map(({ type }) => ({ type }))),
      mentions: layer(annotations, ({ mentions }) =>
        mentions?.map(({ type, tier = 'core' }) => ({ type, tier })),
      ),
      timexes: layer(annotations, ({ timexes }) =>
        timexes?.map(({ type, tier = 'core' }) => ({ type, tier })),
      ),
      claims: layer(annotations, ({ claims }) => claims?.map(({ kind, tier }) => ({ type: kind, tier }))),
      summaries: layer(annotations, ({ summaries }) => summaries?.map(({ length }) => ({ type: length }))),
    },
  }
}

function layer(
  annotations: readonly Annotation[],
  itemsOf: (annotation: Annotation) => { readonly type: string; readonly tier?: string }[] | undefined,
): LayerStats {
  const annotated = annotations.map(itemsOf).filter((items) => items !== undefined)
  const items = annotated.flat()
  return {
    articles: annotated.length,
    items: items.length,
    types: tally(items.map(({ type }) => type)),
    tiers: tally(items.flatMap(({ tier }) => tier ?? [])),
  }
}

function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names.toSorted()) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}
