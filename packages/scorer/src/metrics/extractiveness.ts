import type { Metric, MetricColumn } from '@assay/schema'
import { countWords, wordTokens } from '@assay/text'
import { extractiveFragments, novelBigramShare } from '../summaries/fragments.ts'
import { budgetOf, referencesOfOneClass } from '../summaries/references.ts'
import { count, ratio } from './ratio.ts'

/**
 * How much of a summary is copied, and how long it is: neither good nor bad, but to be read beside every other
 * column. Means over produced, non-empty summaries, whole ones.
 */
export function extractivenessMetric(): Metric {
  return {
    id: 'extractiveness',
    version: '1',
    task: 'summaries',
    title: 'Extractiveness and length',
    meaning: 'How much of a summary is copied from the article, and how long it is.',
    source: 'Grusky et al. 2018, section 4',
    options: { tokens: 'lower-case-words', novel: 'distinct-bigrams' },
    columns,

    collect({ article, gold, predicted }) {
      if (gold.summaries === undefined) return {}
      const text = predicted.summary?.text ?? ''
      const summary = lowerWords(text)
      if (summary.length === 0) return nothing
      const source = lowerWords(article.text)
      const fragments = extractiveFragments(source, summary)
      const novel = novelBigramShare(source, summary)
      const words = countWords(text)
      const { length } = referencesOfOneClass(gold.summaries)
      return {
        produced: 1,
        coverage: sum(fragments) / summary.length,
        density: sum(fragments.map((length) => length * length)) / summary.length,
        novel: novel ?? 0,
        withBigrams: novel === null ? 0 : 1,
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
        'novel-bigrams': ratio(
          count(total, 'novel'),
          count(total, 'withBigrams'),
          'no summary has two words',
        ),
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
  novel: 0,
  withBigrams: 0,
  compression: 0,
  words: 0,
  cut: 0,
}

function lowerWords(text: string): string[] {
  return wordTokens(text).map((token) => token.text.toLowerCase())
}

function sum(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
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
  column(
    'novel-bigrams',
    'novel bigrams',
    'Mean share of the word pairs of a summary that the article lacks.',
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
