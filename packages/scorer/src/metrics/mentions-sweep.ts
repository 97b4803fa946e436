import { entityTypes, type Metric, type MetricCard, type MetricColumn } from '@assay/schema'
import { countSchemes, schemeKeys, schemeScores } from '../spans/counts.ts'
import { mentionItems, type View } from '../spans/items.ts'
import { layOut } from '../spans/layout.ts'
import { overlapScheme, sweepTenths } from '../spans/sweep.ts'
import { shareColumn } from './columns.ts'

export interface MentionsSweepOptions {
  /** As for `mentionsMetric`. Default: `flat`. */
  readonly view?: View
}

/** F1 of mentions as the overlap asked for grows from a tenth to all of it: how much of a score hangs on boundaries. */
export function mentionsSweepMetric({ view = 'flat' }: MentionsSweepOptions = {}): Metric {
  return {
    id: 'mentions-sweep',
    version: '1',
    task: 'entities',
    title: 'Mentions by overlap',
    meaning: 'How the F1 of mentions falls as the overlap that is asked for grows.',
    options: { view },
    columns,
    card,

    collect({ gold, predicted }) {
      if (gold.mentions === undefined) return {}
      const known = (predicted.mentions ?? []).filter(({ type }) =>
        (entityTypes as readonly string[]).includes(type),
      )
      const counts = countSchemes(layOut(mentionItems(gold.mentions, view), known), schemes)
      return Object.fromEntries(Object.entries(counts).filter(([key]) => !key.includes('/')))
    },

    finish(total) {
      const scores = schemeScores(total, keys)
      return Object.fromEntries(columns.map(({ key }) => [key, scores[key]!]))
    },
  }
}

const schemes = sweepTenths.map(overlapScheme)
const keys = schemes.map(({ id }) => schemeKeys(id))

const columns: readonly MetricColumn[] = schemes.map(({ id }) => {
  const share = id.slice('jaccard-'.length)
  return shareColumn(
    `${id}.f1`,
    `F1 at ${share}`,
    `F1 of mentions with an accepted type and an overlap of at least ${share}.`,
  )
})

const card: MetricCard = {
  formula:
    '`2 credit / (gold + predicted)`; a pair has credit 1 if the type is accepted and shared code units / code units of either span is at least the threshold. One best matching for each threshold.',
  edgeCases: [
    'At 1.0 the boundaries must be the same: this is strict F1.',
    'F1 never rises with the threshold.',
    'Undefined only if nothing is gold and nothing predicted; a failed article predicts nothing.',
    'Tiers, alternatives and neutral predictions are as in `mentions`.',
  ],
  options: { view: '`flat`: outermost core mentions count; `nested`: all core mentions do.' },
  evidence:
    'Cases worked by hand on both sides of a threshold. Property tests hold that F1 never rises with it, equals strict F1 at 1.0 and never exceeds the F1 of `type`.',
}
