import type { Counts, Metric, MetricCard, MetricColumn, Score } from '@assay/schema'
import { countWords, wordTokens } from '@assay/text'
import { extractiveFragments } from '../summaries/fragments.ts'
import { novelShare, repeatedShare } from '../summaries/ngram-shares.ts'
import { budgetOf, referencesOfOneClass } from '../summaries/references.ts'
import { count, ratio } from './ratio.ts'

/** The n of the n-grams that are novel, and their columns. */
const orders = [1, 2, 3, 4] as const
const novelColumns = ['novel-words', 'novel-bigrams', 'novel-trigrams', 'novel-4-grams'] as const
/** The n of the n-grams that are repeated. */
const repeatedOrder = 3

/**
 * How much of a summary is copied, how much it repeats itself, and how long it is: neither good nor bad, but to be read beside every other
 * column. Means over produced, non-empty summaries, whole ones.
 */
export function extractivenessMetric(): Metric {
  return {
    id: 'extractiveness',
    version: '1',
    task: 'summaries',
    title: 'Extractiveness and length',
    meaning:
      'How much of a summary is copied from the article, how much it repeats itself, and how long it is.',
    source: 'Grusky et al. 2018, section 4; See et al. 2017, section 6',
    options: { tokens: 'lower-case-words', novel: 'distinct-1-to-4-grams', repeated: 'trigrams' },
    columns,
    card,

    collect({ article, gold, predicted }) {
      if (gold.summaries === undefined) return {}
      const text = predicted.summary?.text ?? ''
      const summary = lowerWords(text)
      if (summary.length === 0) return nothing
      const source = lowerWords(article.text)
      const fragments = extractiveFragments(source, summary)
      const repeated = repeatedShare(summary, repeatedOrder)
      const words = countWords(text)
      const { length } = referencesOfOneClass(gold.summaries)
      return {
        produced: 1,
        coverage: sum(fragments) / summary.length,
        density: sum(fragments.map((length) => length * length)) / summary.length,
        ...Object.fromEntries(orders.flatMap((n) => counted(`novel${n}`, novelShare(source, summary, n)))),
        ...Object.fromEntries(counted('repeated', repeated)),
        compression: source.length / summary.length,
        words,
        cut: words > budgetOf(length) ? 1 : 0,
      }
    },

    finish(total) {
      const mean = (key: string) =>
        ratio(count(total, key), count(total, 'produced'), 'no summary was produced')
      return {
        coverage: mean('coverage'),
        density: mean('density'),
        ...Object.fromEntries(orders.map((n) => [novelColumns[n - 1], meanOfLong(total, `novel${n}`, n)])),
        repetition: meanOfLong(total, 'repeated', repeatedOrder),
        compression: mean('compression'),
        words: mean('words'),
        cut: mean('cut'),
        produced: { value: count(total, 'produced') },
      }
    },
  }
}

const nothing = {
  produced: 0,
  coverage: 0,
  density: 0,
  ...Object.fromEntries(orders.flatMap((n) => counted(`novel${n}`, null))),
  ...Object.fromEntries(counted('repeated', null)),
  compression: 0,
  words: 0,
  cut: 0,
}

/** A share, and whether the summary is long enough to have one. */
function counted(key: string, share: number | null): [string, number][] {
  return [
    [key, share ?? 0],
    [`${key}.summaries`, share === null ? 0 : 1],
  ]
}

function meanOfLong(total: Counts, key: string, words: number): Score {
  const because = `no summary has ${['', 'a word', 'two words', 'three words', 'four words'][words]}`
  return ratio(count(total, key), count(total, `${key}.summaries`), because)
}

function lowerWords(text: string): string[] {
  return wordTokens(text).map((token) => token.text.toLowerCase())
}

function sum(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

const card: MetricCard = {
  formula:
    'coverage = sum of fragment lengths / words of the summary; density = sum of squared lengths / words',
  edgeCases: [
    'A fragment is the longest run of words at its place that the article holds; it is read from the left, and words that the article lacks are passed over.',
    'An article without a summary, or with one that has no word, is in no mean; `produced` says how many are.',
    'A summary shorter than n words is in no mean over runs of n words.',
    'The whole summary is looked at, also behind the budget that reference metrics see.',
    'Case and punctuation make no difference; inflected forms are different words.',
  ],
  options: {
    tokens: 'What a word is: a word token in lower case.',
    novel: 'Whether a run of words that a summary repeats counts once (`distinct`), and how long runs are.',
    repeated: 'How long the runs of words are whose repetition is counted.',
  },
  evidence:
    'Hand-worked fragments, shares and means, and laws over random texts in `packages/scorer/test/extractiveness.test.ts`.',
}

function column(key: string, label: string, meaning: string, highest: number | null): MetricColumn {
  return { key, label, meaning, range: [0, highest], better: 'neither' }
}

const columns: readonly MetricColumn[] = [
  column('coverage', 'coverage', 'Mean share of the words of a summary that stand in copied fragments.', 1),
  column(
    'density',
    'density',
    'Mean length of the copied fragment that a word of a summary stands in.',
    null,
  ),
  ...novelColumns.map((key, i) => {
    const units = ['words', 'word pairs', 'runs of three words', 'runs of four words'][i]
    return column(
      key,
      key.replace('-', ' '),
      `Mean share of the distinct ${units} of a summary that the article lacks.`,
      1,
    )
  }),
  column(
    'repetition',
    'repetition',
    'Mean share of the runs of three words of a summary that stand in it earlier already.',
    1,
  ),
  column('compression', 'compression', 'Mean of words of the article per word of the summary.', null),
  column('words', 'words', 'Mean length of a summary in words.', null),
  column(
    'cut',
    'cut',
    'Share of summaries longer than the budget, of which reference metrics see a part.',
    1,
  ),
  column('produced', 'summaries', 'How many summaries with a word in them the means are over.', null),
]
