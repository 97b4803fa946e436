import type { Metric, MetricCard } from '@assay/schema'
import { bleuCounts } from '../summaries/bleu/counts.ts'
import { bleuScore, type BleuSmoothing } from '../summaries/bleu/score.ts'
import type { BleuTokenizer } from '../summaries/bleu/tokenize.ts'
import {
  byOrder,
  comparedCounts,
  comparisonCard,
  type ComparisonOptions,
  fromOrders,
} from '../summaries/compared.ts'
import { shareColumn } from './columns.ts'
import { count } from './ratio.ts'

export interface BleuMetricOptions extends ComparisonOptions {
  /** Default `13a`. */
  readonly tokenizer?: BleuTokenizer
  /** Default `exp`. */
  readonly smoothing?: BleuSmoothing
  /** Default false. */
  readonly lowerCase?: boolean
  /** Default 4. */
  readonly maxOrder?: number
}

/** Corpus BLEU, 0 to 1: counts are summed over articles and divided once. sacreBLEU prints it times 100. */
export function bleuMetric({
  tokenizer = '13a',
  smoothing = 'exp',
  lowerCase = false,
  maxOrder = 4,
  references = 'mean',
  cut = true,
}: BleuMetricOptions = {}): Metric {
  return {
    id: 'bleu',
    version: '1',
    task: 'summaries',
    title: 'BLEU',
    meaning: 'How precisely the word sequences of summaries repeat those of reference summaries.',
    source: 'Papineni et al. 2002; sacreBLEU 2.6',
    options: { tokenizer, smoothing, lowerCase, maxOrder, references, cut },
    columns,
    card,

    collect(item) {
      return comparedCounts(item, { references, cut }, (gold, predicted) => {
        const counts = bleuCounts(gold, predicted, { tokenizer, lowerCase, maxOrder })
        return {
          ...byOrder('matches', counts.matches),
          ...byOrder('totals', counts.totals),
          predicted: counts.predictedLength,
          gold: counts.goldLength,
        }
      })
    },

    finish(total) {
      if (count(total, 'articles') === 0)
        return { bleu: { value: null, because: 'no article has a reference' } }
      const counts = {
        matches: fromOrders(total, 'matches', maxOrder),
        totals: fromOrders(total, 'totals', maxOrder),
        predictedLength: count(total, 'predicted'),
        goldLength: count(total, 'gold'),
      }
      return { bleu: { value: bleuScore(counts, { smoothing }).score } }
    },
  }
}

const columns = [
  shareColumn(
    'bleu',
    'BLEU',
    'Geometric mean of the shares of word sequences of summaries that references have, lowered where summaries are shorter than references.',
  ),
]

const card: MetricCard = {
  formula:
    '`min(1, exp(1 - gold / predicted)) * exp(mean(log(matches / totals)))` over orders 1 to 4, counts summed over articles',
  edgeCases: [
    ...comparisonCard.edgeCases,
    'Without a single match BLEU is 0; an order without a match is smoothed.',
    'It is a score of the whole: the mean of scores of articles is another number.',
  ],
  options: {
    ...comparisonCard.options,
    tokenizer: 'The tokenizer, by its sacreBLEU name: `13a`, `intl`, `zh`, `char` or `none`.',
    smoothing:
      'What stands for the precision of an order without a match: `exp`, `floor`, `add-k` or `none`.',
    lowerCase: 'Whether case is ignored.',
    maxOrder: 'The longest word sequences.',
  },
  evidence:
    'sacreBLEU 2.6 to 1e-9, in eleven settings, sentences and corpora with one to three references: `npm run parity`.',
}
