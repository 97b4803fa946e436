import type { Metric, MetricCard, MetricColumn } from '@assay/schema'
import { sentenceSpans } from '@assay/text'
import { referencesOfOneClass, withinBudget } from '../summaries/references.ts'
import { rougeKinds } from '../summaries/rouge/kinds.ts'
import { rougeMany, type RougeReferences } from '../summaries/rouge/pair.ts'
import { shareColumn } from './columns.ts'
import { count, ratio } from './ratio.ts'

export interface RougeMetricOptions {
  /** Porter stems for words longer than three letters. Default true. */
  readonly stemmer?: boolean
  /** `mean` (default) over the references of one length class, or the `best` of them for each kind. */
  readonly references?: RougeReferences
  /** Whether a summary is cut to the upper bound of its length class. Default true. */
  readonly cut?: boolean
}

const parts = ['precision', 'recall', 'f'] as const

/**
 * Words, word pairs and word sequences in common with the references of one length class. An article without an
 * output scores 0 and stays in the mean. No output reaches 1 unless all references are one text.
 */
export function rougeMetric({
  stemmer = true,
  references = 'mean',
  cut = true,
}: RougeMetricOptions = {}): Metric {
  return {
    id: 'rouge',
    version: '1',
    task: 'summaries',
    title: 'ROUGE',
    meaning: 'How many words and word sequences a summary shares with reference summaries.',
    source: 'Lin 2004; rouge_score 0.1.2',
    options: { stemmer, references, cut, tokens: 'a-z0-9', lsum: 'sentences' },
    columns,
    card,

    collect({ gold, predicted }) {
      if (gold.summaries === undefined) return {}
      const { length, summaries } = referencesOfOneClass(gold.summaries)
      const text = predicted.summary?.text ?? ''
      const scores = rougeMany(
        summaries.map((summary) => onLines(summary.text)),
        onLines(cut ? withinBudget(text, length) : text),
        { stemmer, references },
      )
      const sums = rougeKinds.flatMap((kind) => parts.map((part) => [`${kind}.${part}`, scores[kind][part]]))
      return { ...Object.fromEntries(sums), articles: summaries.length > 0 ? 1 : 0 }
    },

    finish(total) {
      return Object.fromEntries(
        columns.map(({ key }) => [
          key,
          ratio(count(total, key), count(total, 'articles'), 'no article has a reference'),
        ]),
      )
    },
  }
}

const card: MetricCard = {
  formula:
    'F = 2 P R / (P + R), P = hits / units of the summary, R = hits / units of the reference; mean over references, then over articles',
  edgeCases: [
    'An article without an output scores 0 and stays in the mean; an article without a reference is left out.',
    'A text without a letter or digit of ASCII scores 0 on either side: there is no undefined ROUGE.',
    'A unit hits at most as often as both sides have it.',
    'Only references of one length class count: the class with most of them.',
    'ROUGE-Lsum unites the common sequences of a reference sentence with every summary sentence; which of several equally long ones is read out is that of rouge_score.',
    'No output reaches 1 unless all references are one text; compare with the human row.',
  ],
  options: {
    stemmer: 'Whether words longer than three letters are stemmed (Porter, with the extensions of NLTK).',
    references: '`mean` over the references, or the `best` F of them for each kind, as rouge_score does.',
    cut: 'Whether a summary is cut to the upper bound of its length class first.',
    tokens: 'What a word is: a run of ASCII letters and digits of the text in lower case.',
    lsum: 'What a line is for ROUGE-Lsum: a sentence.',
  },
  evidence:
    'Every number of rouge_score 0.1.2 on 400 seeded cases within 1e-9, its stemmer on 3,200 words and its aggregator (`npm run parity -- <folder>`); equal to a plain implementation on random texts (`packages/scorer/test/rouge-fast.test.ts`).',
}

/** One sentence a line, as ROUGE-Lsum wants it. */
function onLines(text: string): string {
  return sentenceSpans(text)
    .map(({ start, end }) => text.slice(start, end).replaceAll('\n', ' '))
    .join('\n')
}

const what = {
  rouge1: ['ROUGE-1', 'words'],
  rouge2: ['ROUGE-2', 'pairs of neighbouring words'],
  rougeL: ['ROUGE-L', 'words in one common order'],
  rougeLsum: ['ROUGE-Lsum', 'words in a common order, sentence by sentence'],
} as const

const columns: readonly MetricColumn[] = rougeKinds.flatMap((kind) => {
  const [label, units] = what[kind]
  return [
    shareColumn(
      `${kind}.precision`,
      `${label} P`,
      `Share of the ${units} of summaries that references have.`,
    ),
    shareColumn(`${kind}.recall`, `${label} R`, `Share of the ${units} of references that summaries have.`),
    shareColumn(
      `${kind}.f`,
      label,
      `Harmonic mean, article by article, of precision and recall over ${units}.`,
    ),
  ]
})
