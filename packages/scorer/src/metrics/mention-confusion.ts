import type { Metric, MetricCard, MetricColumn } from '@assay/schema'
import { confusionCell } from '../spans/confusion.ts'
import { mentionFates } from '../spans/errors.ts'
import type { View } from '../spans/items.ts'
import { shareColumn } from './columns.ts'
import { count, ratio } from './ratio.ts'

export interface MentionConfusionOptions {
  /** As for `mentionsMetric`. Default: `flat`. */
  readonly view?: View
}

/** Which types are taken for which: gold type against predicted type, with what was missed and what is spurious. */
export function mentionConfusionMetric({ view = 'flat' }: MentionConfusionOptions = {}): Metric {
  return {
    id: 'mention-confusion',
    version: '1',
    task: 'entities',
    title: 'Confusion of types',
    meaning: 'Which entity types are taken for which, among mentions that are found at all.',
    options: { view },
    columns,
    card,

    collect({ gold, predicted }) {
      if (gold.mentions === undefined) return {}
      const fates = mentionFates(gold, predicted, view)
      const found = fates.filter((fate) => fate.gold !== null && fate.predicted !== null)
      const counts: Record<string, number> = {
        found: found.length,
        agreed: found.filter((fate) => fate.gold === fate.predicted).length,
        cells: fates.length,
      }
      for (const fate of fates) {
        const key = `cells/${confusionCell(fate)}`
        counts[key] = (counts[key] ?? 0) + 1
      }
      return counts
    },

    finish(total) {
      const cells = Object.keys(total).filter((key) => key.startsWith('cells/'))
      return {
        agreement: ratio(count(total, 'agreed'), count(total, 'found'), 'no mention is found'),
        cells: { value: count(total, 'cells') },
        ...Object.fromEntries(cells.map((key) => [key, { value: count(total, key) }])),
      }
    },
  }
}

const columns: readonly MetricColumn[] = [
  shareColumn(
    'agreement',
    'type agreement',
    'Share of mentions found, in whole or in part, that have an accepted type.',
  ),
  {
    key: 'cells',
    label: 'confusion',
    meaning:
      'Number of mentions and predictions in the matrix; by cell as `gold as predicted`, `none` for neither.',
    range: [0, null],
    better: 'neither',
  },
]

const card: MetricCard = {
  formula:
    '`found with an accepted type / found`, where found are the aligned pairs. `cells/ORG as GPE` counts ORG taken for GPE, `cells/ORG as none` ORG missed, `cells/none as GPE` spurious GPE.',
  edgeCases: [
    'The alignment is that of `mention-errors`; boundaries may differ as long as they overlap.',
    'A type accepted as an alternative stands in the cell of the main type with itself.',
    'Pieces of a split mention are spurious here, and merged mentions missed.',
    'Where nothing is found, agreement is undefined. A failed article predicts nothing.',
  ],
  options: { view: '`flat`: outermost core mentions count; `nested`: all core mentions do.' },
  evidence:
    'A matrix worked by hand. Property tests hold that its rows add up to gold, its columns to predicted, and that exchanging the sides transposes it where the spans of a side do not overlap and gold has neither tiers nor alternatives.',
}
