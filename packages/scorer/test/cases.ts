import type {
  Annotation,
  Counts,
  Dataset,
  EntityType,
  GoldArticle,
  Mention,
  Metric,
  MetricColumn,
  Output,
  Prediction,
  PredictedMention,
  PredictedTimex,
  RunRecord,
  Score,
  Task,
  Timex,
} from '@assay/schema'
import { memoryDataset } from '@assay/testkit'

/** A text long enough for every span of the cases. */
export const text = 'x'.repeat(400)

export function mention(
  id: string,
  type: EntityType,
  start: number,
  end: number,
  more: Partial<Mention> = {},
): Mention {
  return { id, type, span: { start, end }, surface: text.slice(start, end), ...more }
}

export function said(type: string, start: number, end: number): PredictedMention {
  return { type, span: { start, end } }
}

export function timex(
  id: string,
  value: string | null,
  start: number,
  end: number,
  more: Partial<Timex> = {},
): Timex {
  return {
    id,
    type: 'DATE',
    value,
    span: { start, end },
    surface: text.slice(start, end),
    basis: 'explicit',
    ...more,
  }
}

export function dated(
  value: string | null,
  start: number,
  end: number,
  type = 'DATE' as const,
): PredictedTimex {
  return { type, value, span: { start, end } }
}

export function collect(metric: Metric, gold: Annotation, predicted: Output, articleText = text): Counts {
  return metric.collect({ article: { id: 'a', text: articleText }, gold, predicted, produced: true })
}

export function scores(metric: Metric, gold: Annotation, predicted: Output): Readonly<Record<string, Score>> {
  return metric.finish(collect(metric, gold, predicted))
}

/** The values of the columns that start with `scheme.`, as [precision, recall, F1]. */
export function prf(all: Readonly<Record<string, Score>>, scheme: string): (number | null)[] {
  return ['precision', 'recall', 'f1'].map((name) => all[`${scheme}.${name}`]!.value)
}

export function article(id: string, annotation: Annotation, story?: string): GoldArticle {
  return {
    schema: 'assay.article/1',
    article: { id, text },
    ...(story !== undefined && { story }),
    annotation,
  }
}

export function dataset(
  articles: readonly GoldArticle[],
  tasks: readonly Task[] = ['entities', 'dates', 'claims', 'summaries'],
): Dataset {
  return memoryDataset(
    {
      schema: 'assay.dataset/1',
      name: 'cases',
      version: '1.2.0',
      title: 'Cases',
      licence: 'CC0-1.0',
      language: 'en',
      offsetUnit: 'utf16',
      tasks,
      makers: { texts: 'assay', annotation: 'assay', references: 'assay' },
    },
    articles,
  )
}

export function run(
  data: Dataset,
  system: Partial<RunRecord['system']> = {},
  more: Partial<RunRecord> = {},
): RunRecord {
  const { gold: _gold, ...identity } = data.identity
  return {
    schema: 'assay.run/1',
    id: 'run-1',
    dataset: identity,
    selection: {},
    system: {
      name: 'system',
      kind: 'extractor',
      adapter: 'test',
      version: '1',
      tasks: ['entities', 'dates'],
      options: {},
      files: {},
      ...system,
    },
    config: null,
    seed: 1,
    repeats: 1,
    status: 'complete',
    counts: { expected: 0, ok: 0, failed: 0, skipped: 0 },
    predictions: '',
    ...more,
  }
}

export function ok(id: string, output: Output, repeat = 0): Prediction {
  return { article: id, repeat, status: 'ok', output }
}

/** A metric that reads its counts off the title of the article, for statistics: F1 of credit, gold, predicted. */
export const f1Metric: Metric = {
  id: 'f1',
  version: '1',
  task: 'entities',
  title: 'F1',
  meaning: 'F1.',
  options: {},
  columns: [
    { key: 'f1', label: 'F1', meaning: 'F1.', range: [0, 1], better: 'higher' },
    { key: 'size', label: 'size', meaning: 'Gold and predicted.', range: [0, null], better: 'neither' },
  ] satisfies MetricColumn[],
  headline: 'f1',
  collect: () => ({}),
  finish: ({ credit = 0, gold = 0, predicted = 0 }) => ({
    f1:
      gold + predicted === 0
        ? { value: null, because: 'nothing is gold and nothing was predicted' }
        : { value: (2 * credit) / (gold + predicted) },
    size: { value: gold + predicted },
  }),
}
