import type { Counts, Metric, MetricCard, Score } from '@assay/schema'
import { chrfCounts } from '../summaries/chrf/counts.ts'
import { chrfScore } from '../summaries/chrf/score.ts'
import {
  byOrder,
  comparedCounts,
  comparisonCard,
  type ComparisonOptions,
  fromOrders,
} from '../summaries/compared.ts'
import { shareColumn } from './columns.ts'
import { count } from './ratio.ts'

export interface ChrfMetricOptions extends ComparisonOptions {
  /** Recall weighs beta times as much as precision. Default 2. */
  readonly beta?: number
  /** Default false. */
  readonly lowerCase?: boolean
}

const characterOrder = 6
/** Longest word sequences by column. */
const wordOrders = { chrf: 0, 'chrf++': 2 } as const
const kinds = ['chrf', 'chrf++'] as const

/** Corpus chrF and chrF++, 0 to 1: counts are summed over articles. sacreBLEU prints them times 100. */
export function chrfMetric({
  beta = 2,
  lowerCase = false,
  references = 'mean',
  cut = true,
}: ChrfMetricOptions = {}): Metric {
  return {
    id: 'chrf',
    version: '1',
    task: 'summaries',
    title: 'chrF',
    meaning: 'How many sequences of characters, and in chrF++ of words, summaries share with references.',
    source: 'Popović 2015, 2017; sacreBLEU 2.6',
    options: { beta, lowerCase, characterOrder, references, cut },
    columns,
    card,

    collect(item) {
      return comparedCounts(item, { references, cut }, (gold, predicted) =>
        Object.assign(
          {},
          ...kinds.map((kind): Counts => {
            const options = { characterOrder, wordOrder: wordOrders[kind], lowerCase, beta }
            const counts = chrfCounts(gold, predicted, options)
            return {
              ...byOrder(`${kind}.matches`, counts.matches),
              ...byOrder(`${kind}.gold`, counts.gold),
              ...byOrder(`${kind}.predicted`, counts.predicted),
            }
          }),
        ),
      )
    },

    finish(total) {
      const score = (kind: (typeof kinds)[number]): Score => {
        if (count(total, 'articles') === 0) return { value: null, because: 'no article has a reference' }
        const orders = characterOrder + wordOrders[kind]
        const counts = {
          matches: fromOrders(total, `${kind}.matches`, orders),
          gold: fromOrders(total, `${kind}.gold`, orders),
          predicted: fromOrders(total, `${kind}.predicted`, orders),
        }
        return { value: chrfScore(counts, { beta }) }
      }
      return Object.fromEntries(kinds.map((kind) => [kind, score(kind)]))
    },
  }
}

const columns = [
  shareColumn(
    'chrf',
    'chrF',
    'F-score, recall twice as important, of character sequences up to six in common with references.',
  ),
  shareColumn('chrf++', 'chrF++', 'The same with words and pairs of words among the sequences.'),
]

const card: MetricCard = {
  formula:
    '`(1 + beta^2) P R / (beta^2 P + R)`, P and R the means over orders of matches / predicted and matches / gold, counts summed over articles',
  edgeCases: [
    ...comparisonCard.edgeCases,
    'Whitespace does not count; an order that only one side has is left out of the means.',
    'It is a score of the whole: the mean of scores of articles is another number.',
  ],
  options: {
    ...comparisonCard.options,
    beta: 'How many times more recall weighs than precision.',
    lowerCase: 'Whether case is ignored.',
    characterOrder: 'The longest sequences of characters.',
  },
  evidence:
    'sacreBLEU 2.6 to 1e-9, in eight settings, sentences and corpora with one to three references: `npm run parity`.',
}
