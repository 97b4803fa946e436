import type { Metric, MetricColumn } from '@assay/schema'
import { createSupportChecker, unitKinds } from '../summaries/support.ts'
import { shareColumn } from './columns.ts'
import { count, ratio } from './ratio.ts'

/**
 * Numbers, dates and names of a summary that neither article nor gold supports. Looks at the whole summary. Says
 * nothing of wrong statements made of right names and numbers; sums that a summary computes itself are known false
 * alarms. Rates are over produced, non-empty summaries; `clean` is a share of all articles, so that silence is
 * not rewarded.
 */
export function unsupportedMetric(): Metric {
  return {
    id: 'unsupported',
    version: '1',
    task: 'summaries',
    title: 'Unsupported units',
    meaning: 'How many numbers, dates and names of a summary stand neither in the article nor in its gold.',
    options: {
      numbers: 'rounded+about-5%',
      dates: 'contains',
      names: 'alias+words+acronym+last-name+demonym',
    },
    columns,

    collect({ article, gold, predicted }) {
      if (gold.summaries === undefined) return {}
      const text = predicted.summary?.text ?? ''
      const units = createSupportChecker(article, gold)(text)
      const wrong = units.filter((unit) => !unit.isSupported)
      const isProduced = text.trim() !== ''
      const byKind = unitKinds.map((kind) => [`${kind}s`, wrong.filter((unit) => unit.kind === kind).length])
      return {
        articles: 1,
        produced: isProduced ? 1 : 0,
        clean: isProduced && wrong.length === 0 ? 1 : 0,
        units: units.length,
        unsupported: wrong.length,
        ...Object.fromEntries(byKind),
      }
    },

    finish(total) {
      const perSummary = (key: string) =>
        ratio(count(total, key), count(total, 'produced'), 'no summary was produced')
      return {
        clean: ratio(count(total, 'clean'), count(total, 'articles'), 'there is no article'),
        numbers: perSummary('numbers'),
        dates: perSummary('dates'),
        names: perSummary('names'),
        unsupported: perSummary('unsupported'),
        share: ratio(
          count(total, 'unsupported'),
          count(total, 'units'),
          'no summary holds a number, date or name',
        ),
        units: { value: count(total, 'units') },
        produced: { value: count(total, 'produced') },
      }
    },
  }
}

function rateColumn(key: string, what: string): MetricColumn {
  return {
    key,
    label: key === 'unsupported' ? key : `wrong ${key}`,
    meaning: `Unsupported ${what} per produced summary. Perfect 0.`,
    range: [0, null],
    better: 'lower',
  }
}

const columns: readonly MetricColumn[] = [
  shareColumn(
    'clean',
    'clean',
    'Share of all articles with a summary in which every number, date and name is supported.',
  ),
  rateColumn('numbers', 'numbers'),
  rateColumn('dates', 'dates'),
  rateColumn('names', 'names'),
  rateColumn('unsupported', 'numbers, dates and names'),
  {
    key: 'share',
    label: 'unsupported share',
    meaning:
      'Share of the numbers, dates and names of all summaries that is unsupported. Perfect 0, hopeless 1.',
    range: [0, 1],
    better: 'lower',
  },
  {
    key: 'units',
    label: 'units',
    meaning: 'How many numbers, dates and names were checked.',
    range: [0, null],
    better: 'neither',
  },
  {
    key: 'produced',
    label: 'summaries',
    meaning: 'How many summaries with a word in them the rates are over.',
    range: [0, null],
    better: 'neither',
  },
]
