import type { Counts, Metric, MetricColumn, Score, ScoringItem } from '@assay/schema'
import { type TagScheme, type TagScore, tagScores } from '@assay/scorer'

/** Spans of tag sequences, exact boundaries and type, as a metric over sentences whose tags `collect` knows. */
export function tagsMetric(scheme: TagScheme | null, collect: (item: ScoringItem) => Counts): Metric {
  return {
    id: 'tags',
    version: '1',
    task: 'entities',
    title: 'Tagged spans',
    meaning: 'How many spans of a tag sequence are found with the right boundaries and type.',
    source: 'seqeval 1.2.2; conlleval',
    options: scheme === null ? { mode: 'default' } : { mode: 'strict', scheme },
    columns,
    headline: 'f1',
    collect,
    finish(total) {
      const { micro, macro, weighted, types, accuracy } = tagScores(total)
      const byType = types.map((row) => entries('', row, `/${row.type}`))
      return Object.fromEntries([
        ...entries('', micro),
        ...entries('macro.', macro),
        ...entries('weighted.', weighted),
        ['accuracy', accuracy],
        ...byType.flat(),
      ])
    },
  }
}

function entries(prefix: string, { precision, recall, f }: TagScore, suffix = ''): [string, Score][] {
  return [
    [`${prefix}precision${suffix}`, precision],
    [`${prefix}recall${suffix}`, recall],
    [`${prefix}f1${suffix}`, f],
  ]
}

const averages = [
  ['', '', 'over all spans'],
  ['macro.', 'macro ', 'as the mean over types'],
  ['weighted.', 'weighted ', 'as the mean over types, weighted by gold spans'],
] as const

const columns: readonly MetricColumn[] = [
  ...averages.flatMap(([key, label, how]) => [
    share(`${key}precision`, `${label}P`, `Share of predicted spans that are right, ${how}.`),
    share(`${key}recall`, `${label}R`, `Share of gold spans that are found, ${how}.`),
    share(`${key}f1`, `${label}F1`, `Harmonic mean of precision and recall, ${how}.`),
  ]),
  share('accuracy', 'tag accuracy', 'Share of tokens with the right tag.'),
]

function share(key: string, label: string, meaning: string): MetricColumn {
  return { key, label, meaning: `${meaning} Perfect 1, hopeless 0.`, range: [0, 1], better: 'higher' }
}
