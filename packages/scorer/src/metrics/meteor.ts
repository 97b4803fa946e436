import type { Metric, MetricCard } from '@assay/schema'
import { wordTokens } from '@assay/text'
import { comparedCounts, comparisonCard, type ComparisonOptions } from '../summaries/compared.ts'
import { type MeteorOptions, meteorScore } from '../summaries/meteor/meteor.ts'
import { shareColumn } from './columns.ts'
import { count, ratio } from './ratio.ts'

export interface MeteorMetricOptions extends ComparisonOptions, MeteorOptions {}

/** The mean over articles of METEOR without synonyms, 0 to 1, over the word tokens of `@assay/text`. */
export function meteorMetric({
  alpha = 0.9,
  beta = 3,
  gamma = 0.5,
  references = 'mean',
  cut = true,
}: MeteorMetricOptions = {}): Metric {
  return {
    id: 'meteor',
    version: '1',
    task: 'summaries',
    title: 'METEOR without synonyms',
    meaning: 'How many words, by form or stem, summaries share with references, and in how few pieces.',
    source: 'Banerjee and Lavie 2005; NLTK 3.8',
    options: { alpha, beta, gamma, references, cut, tokens: 'words', synonyms: false },
    columns,
    card,

    collect(item) {
      return comparedCounts(item, { references, cut }, (gold, predicted) => ({
        meteor: meteorScore(gold.map(words), words(predicted), { alpha, beta, gamma }),
      }))
    },

    finish(total) {
      return {
        meteor: ratio(count(total, 'meteor'), count(total, 'articles'), 'no article has a reference'),
      }
    },
  }
}

function words(text: string): string[] {
  return wordTokens(text).map((token) => token.text)
}

const columns = [
  shareColumn(
    'meteor',
    'METEOR',
    'Mean over articles of the harmonic mean of word precision and recall (recall nine times as important), lowered where matches stand in many pieces.',
  ),
]

const card: MetricCard = {
  formula:
    '`(1 - gamma (chunks / matches)^beta) P R / (alpha P + (1 - alpha) R)`, article by article, then the mean',
  edgeCases: [
    ...comparisonCard.edgeCases,
    'A text against itself stays just below 1, because all of it is one chunk.',
    'Synonyms do not match: for that a word net would be needed.',
  ],
  options: {
    ...comparisonCard.options,
    alpha: 'How much recall weighs against precision.',
    beta: 'How steeply the penalty grows with the number of chunks.',
    gamma: 'The largest penalty.',
    tokens: '`words`: the word tokens of `@assay/text`; NLTK leaves tokens to its caller.',
    synonyms: 'Always false.',
  },
  evidence: 'NLTK 3.8 to 1e-9 on given tokens, two sets of parameters: `npm run parity`.',
}
