import { type Metric, type MetricCard, type MetricColumn, timexTypes } from '@assay/schema'
import { assign } from '../matching/assignment.ts'
import { sameSpan, timexItems } from '../spans/items.ts'
import { layOut } from '../spans/layout.ts'
import { bestCredit } from '../spans/match.ts'
import { timexValueSchemes } from '../spans/schemes.ts'
import { shareColumn } from './columns.ts'
import { count, ratio } from './ratio.ts'

/**
 * Normalisation alone: of the gold dates whose boundaries a system gave exactly, how many have the right value. With
 * predictions made on the gold spans it is plain accuracy, as in normalisation tasks with given expressions.
 */
export function dateValuesMetric(): Metric {
  return {
    id: 'date-values',
    version: '1',
    task: 'dates',
    title: 'Values of dates',
    meaning: 'How many of the dates whose boundaries are right have the right TIMEX3 value.',
    options: {},
    columns,
    card,

    collect({ gold, predicted }) {
      if (gold.timexes === undefined) return {}
      const items = timexItems(gold.timexes).map((item) => ({
        ...item,
        required: item.required && item.readings[0].value !== null,
      }))
      const layout = layOut(items, predicted.timexes ?? [])
      const given = assign(
        layout.required.flatMap((item, g) =>
          layout.predicted.flatMap((candidate, p) => {
            if (!item.readings.some(({ span }) => sameSpan(span, candidate.span))) return []
            const [value, interval] = timexValueSchemes.map((scheme) => bestCredit(item, candidate, scheme))
            return [{ gold: g, predicted: p, value, interval, weight: [1, value!, 4 * interval!] }]
          }),
        ),
      )
      const counts: Record<string, number> = { gold: 0, given: 0, right: 0, near: 0 }
      const add = (name: string, type: string, amount: number) => {
        counts[name]! += amount
        counts[`${name}/${type}`] = (counts[`${name}/${type}`] ?? 0) + amount
      }
      for (const { readings } of layout.required) add('gold', readings[0].type, 1)
      for (const pair of given) {
        const { type } = layout.required[pair.gold]!.readings[0]
        add('given', type, 1)
        add('right', type, pair.value!)
        add('near', type, pair.interval!)
      }
      return counts
    },

    finish(total) {
      const accuracy = (suffix: string) =>
        ratio(
          count(total, `right${suffix}`),
          count(total, `given${suffix}`),
          'no date has its exact boundaries',
        )
      const types = timexTypes.filter((type) => `gold/${type}` in total)
      return {
        accuracy: accuracy(''),
        interval: ratio(count(total, 'near'), count(total, 'given'), 'no date has its exact boundaries'),
        given: ratio(count(total, 'given'), count(total, 'gold'), 'no date with a known value is gold'),
        ...Object.fromEntries(types.map((type) => [`accuracy/${type}`, accuracy(`/${type}`)])),
      }
    },
  }
}

const columns: readonly MetricColumn[] = [
  shareColumn(
    'accuracy',
    'value accuracy',
    'Share of dates given with their exact boundaries whose value is accepted.',
  ),
  shareColumn(
    'interval',
    'interval credit',
    'Mean interval credit of dates given with their exact boundaries.',
  ),
  shareColumn(
    'given',
    'given',
    'Share of gold dates with a known value whose boundaries were given exactly.',
  ),
]

const card: MetricCard = {
  formula: 'right values / gold dates with a known value whose boundaries, in any reading, a prediction has.',
  edgeCases: [
    'Read `accuracy` beside `given`: few dates with easy boundaries can be normalised well.',
    'Of two predictions on one span the better one counts, and the other costs nothing here.',
    'A date found without a value is wrong.',
    'Gold without a known value, the publication date, and what is optional or excluded are left out.',
    'Undefined where no boundaries are right; a failed article gives none.',
  ],
  evidence:
    'Cases worked by hand. A property test holds that on the gold spans it is the share of right values, and that its right values never outnumber the credit of `value`.',
}
