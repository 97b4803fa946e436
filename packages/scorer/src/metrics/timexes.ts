import { type Metric, type MetricCard, type MetricColumn, timexTypes } from '@assay/schema'
import { countedSchemes, countSchemes, schemeKeys, schemeScores } from '../spans/counts.ts'
import { type GoldItem, timexItems } from '../spans/items.ts'
import { layOut } from '../spans/layout.ts'
import { addUnlocated, countPlacements, placementColumns, placementScores } from '../spans/placements.ts'
import { timexSpanSchemes, timexValueSchemes } from '../spans/schemes.ts'
import { neutralColumn, schemeColumns } from './columns.ts'
import { count } from './ratio.ts'

/**
 * Dates, times, durations and sets by boundaries, type and TIMEX3 value. `value` equals the attribute F1 of
 * TempEval-3, except that it does not depend on the order of items, and that two empty sides are undefined
 * instead of 1. `mod` is not scored, nor is the publication date itself (`t0`). Gold whose value cannot be
 * known (null) is not asked for under `value` and `interval`; a prediction of it is neutral there.
 */
export function timexesMetric(): Metric {
  return {
    id: 'timexes',
    version: '2',
    task: 'dates',
    title: 'Dates',
    meaning: 'How many temporal expressions are found and resolved to the right TIMEX3 value.',
    source: 'UzZaman et al. 2013 (TempEval-3), section 4.1',
    options: {},
    columns,
    card,
    headline: 'value.f1',

    collect({ gold, predicted }) {
      if (gold.timexes === undefined) return {}
      const items = timexItems(gold.timexes)
      const produced = predicted.timexes ?? []
      const layout = layOut(items, produced)
      const asked = layOut(items.map(askedForValue), produced)
      const counts = { ...countSchemes(layout, timexSpanSchemes), ...countSchemes(asked, timexValueSchemes) }
      const unlocated = predicted.unlocated?.timexes ?? []
      return {
        ...addUnlocated(counts, [...timexSpanSchemes, ...timexValueSchemes], unlocated),
        neutral: layout.neutral.length,
        ...countPlacements(produced, unlocated),
      }
    },

    finish(total) {
      return {
        ...schemeScores(total, totalKeys),
        neutral: { value: count(total, 'neutral') },
        ...placementScores(total),
        ...schemeScores(total, countedSchemes(total, typeKeys)),
      }
    },
  }
}

const totalKeys = [...timexSpanSchemes, ...timexValueSchemes].map(({ id }) => schemeKeys(id))
const typeKeys = timexTypes.map((type) => schemeKeys('value', type))

function askedForValue(item: GoldItem): GoldItem {
  return { ...item, required: item.required && item.readings[0].value !== null }
}

const columns: readonly MetricColumn[] = [
  ...schemeColumns('value', 'dates', 'an overlap and an accepted value'),
  ...schemeColumns('strict', 'dates', 'the same boundaries'),
  ...schemeColumns('relaxed', 'dates', 'an overlap'),
  ...schemeColumns('type', 'dates', 'an overlap and an accepted type'),
  ...schemeColumns('interval', 'dates', 'an overlap and a value near the right one (informative)'),
  neutralColumn,
  ...placementColumns,
]

const card: MetricCard = {
  formula:
    '`2 credit / (gold + predicted)` over the sums of all articles; credit 1 for an overlap with an equal value, by the one-to-one matching of largest total credit.',
  edgeCases: [
    'A value is right if its string equals that of gold or of an accepted alternative: P24M is P2Y only where gold lists both. `mod` is not scored.',
    'Gold whose value cannot be known is not asked for under `value` and `interval`, and a prediction of it is neutral there.',
    'The publication date itself (`t0`), optional and excluded expressions are never asked for, and predictions of them neutral.',
    'Interval credit: 1 for the same stretch of time; 1/2 where one holds the other and is at most 31 times as long; 1/4 where it is longer, or they overlap in part; durations, references and unknown digits 1 if equal.',
    'Precision is undefined where nothing is predicted, recall where nothing is gold, F1 only where both are empty.',
    'A string without offsets that stands nowhere in the text is predicted and wrong, each time it is given.',
    'A failed article predicts nothing. That can raise F1, so coverage stands beside it.',
  ],
  evidence:
    '`npm run parity` compares the TempEval-3 toolkit with `tempEvalCounts` and `tempEvalScores`, its own greedy alignment included, on 80 documents; the value F1 of this metric is the same on each. It differs where a better matching exists, where texts but not places agree under `strict`, and on two empty sides (undefined, not 1).',
}
