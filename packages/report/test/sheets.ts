import type { Dataset, IntervalScore, Metric, ScoredSystem, ScoreSheet, Task } from '@assay/schema'

/** Ten empty articles, `a0` to `a9`; `a0` and `a1` are one story. */
export const tenArticles: Dataset = {
  manifest: {
    schema: 'assay.dataset/1',
    name: 'ten',
    version: '1.0.0',
    title: 'Ten articles',
    licence: 'CC0-1.0',
    language: 'en',
    offsetUnit: 'utf16',
    tasks: ['entities', 'dates', 'claims', 'summaries'],
    makers: { texts: 'us', annotation: 'us', references: 'nobody' },
  },
  articles: Array.from({ length: 10 }, (_, i) => ({
    schema: 'assay.article/1',
    article: { id: `a${i}`, text: `Text ${i}.` },
    ...(i < 2 && { story: 'one' }),
    annotation: {},
  })),
  identity: {
    name: 'ten',
    version: '1.0.0',
    texts: 'texts-digest',
    gold: 'gold-digest-of-ten',
    articles: 10,
  },
}

/** Hits of ten tries per article: `share` is their sum over the sum of tries. */
export const shareMetric: Metric = {
  id: 'share',
  version: '1',
  task: 'entities',
  title: 'Share',
  meaning: 'How many tries hit.',
  options: {},
  headline: 'share',
  columns: [
    { key: 'share', label: 'share', meaning: 'Hits per try.', range: [0, 1], better: 'higher' },
    { key: 'tries', label: 'tries', meaning: 'Tries.', range: [0, null], better: 'neither' },
  ],
  collect: () => ({}),
  finish: ({ hits = 0, tries = 0 }) => ({
    share: tries === 0 ? { value: null, because: 'no tries' } : { value: hits / tries },
    tries: { value: tries },
  }),
}

export function metricFor(task: Task): Metric {
  return { ...shareMetric, id: `share-${task}`, task }
}

export interface SheetOptions {
  readonly kind?: ScoreSheet['kind']
  readonly failed?: number
  readonly signature?: string
  readonly gold?: string
  readonly metric?: Metric
  /** Further columns, for example per type. */
  readonly more?: Readonly<Record<string, number>>
}

/** A sheet of `shareMetric` from the hits per article, of ten tries each. No articles: an undefined score. */
export function shareSheet(name: string, hits: readonly number[], options: SheetOptions = {}): ScoredSystem {
  const { kind = 'system', failed = 0, signature = 'share|1', metric = shareMetric, more = {} } = options
  const counts = hits.map((hits, i) => ({
    metric: metric.id,
    article: `a${i}`,
    unit: i < 2 ? 'one' : `a${i}`,
    counts: { hits, tries: 10 },
  }))
  const total = { hits: hits.reduce((sum, value) => sum + value, 0), tries: 10 * hits.length }
  const values = Object.fromEntries(
    Object.entries(metric.finish(total)).map(([key, score]): [string, IntervalScore] => [
      key,
      { ...score, low: null, high: null, intervalBecause: 'made by hand' },
    ]),
  )
  for (const [key, value] of Object.entries(more)) values[key] = { value, low: null, high: null }
  return {
    sheet: {
      schema: 'assay.scores/1',
      kind,
      name,
      run: kind === 'bound' ? null : `run-${name}`,
      system: null,
      dataset: { ...tenArticles.identity, gold: options.gold ?? tenArticles.identity.gold },
      articles: 10,
      failed,
      skipped: 0,
      scores: [
        {
          metric: metric.id,
          version: '1',
          task: metric.task,
          signature,
          articles: hits.length,
          units: Math.max(0, hits.length - 1),
          values,
        },
      ],
    },
    counts,
  }
}

export function repeated(hits: number, length = 10): number[] {
  return Array.from({ length }, () => hits)
}
