import type { Metric, MetricCard, MetricColumn } from '@assay/schema'
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
    version: '2',
    task: 'summaries',
    title: 'Unsupported units',
    meaning: 'How many numbers, dates and names of a summary stand neither in the article nor in its gold.',
    options: {
      numbers: 'rounded+about-5%',
      dates: 'contains',
      names: 'alias+words+acronym+last-name+demonym',
    },
    columns,
    card,

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

const card: MetricCard = {
  formula: 'clean = summaries with a word and without an unsupported unit / all articles',
  edgeCases: [
    'An article without a summary is not clean, and in no other rate.',
    'Support is the text and title of the article, its gold names, time values and claims, and the publication date; never a reference.',
    'A date that is coarser than one of the article is supported, a finer one is not; a date that cannot be read is not checked.',
    'The words `one` and `two` are not checked.',
    'A number that the summary computes itself, such as a sum, is a false alarm.',
    'Right names and numbers in a wrong statement are not seen.',
    'A word in front of a name at the start of a sentence is no part of it if it is common, a participle, or part of a date.',
  ],
  options: {
    numbers:
      'Numbers agree if equal, rounded to the digits shown, or within 5 % where one is marked as approximate.',
    dates: 'A date is supported by one that it equals or contains.',
    names:
      'What supports a name: an alias, the same words in a row, an acronym, the last name of a person, a demonym.',
  },
  evidence:
    'Tables of supported and unsupported units in `packages/scorer/test/unsupported.test.ts` and `unsupported-names.test.ts`; every reference of `datasets/newswire` is clean (`unsupported-newswire.test.ts`).',
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
