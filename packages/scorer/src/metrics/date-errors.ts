import type { Metric, MetricCard, MetricColumn, Timex } from '@assay/schema'
import { type ValueError, valueErrorOf, valueErrors } from '../dates/value-errors.ts'
import { alignTimexes } from '../spans/display.ts'
import { shareColumn } from './columns.ts'
import { count, ratio } from './ratio.ts'

/** In how many ways the values of dates that are found go wrong: counts by class, in total and by type. */
export function dateErrorsMetric(): Metric {
  return {
    id: 'date-errors',
    version: '1',
    task: 'dates',
    title: 'Wrong dates',
    meaning: 'How the values of temporal expressions that are found relate to the right ones.',
    options: {},
    columns,
    card,

    collect({ gold, predicted }) {
      if (gold.timexes === undefined) return {}
      const byId = new Map(gold.timexes.map((timex) => [timex.id, timex]))
      const { predicted: statuses } = alignTimexes(gold, predicted)
      const counts: Record<string, number> = { right: 0 }
      for (const error of valueErrors) counts[error] = 0
      statuses.forEach(({ status, gold: id }, i) => {
        const timex = id === undefined ? undefined : byId.get(id)
        if (timex === undefined || timex.value === null) return
        const isRight = status === 'correct' || status === 'boundary'
        const outcome = isRight ? 'right' : errorOf(timex, predicted.timexes![i]!.value)
        for (const key of [outcome, `${outcome}/${timex.type}`]) counts[key] = (counts[key] ?? 0) + 1
      })
      return counts
    },

    finish(total) {
      const wrong = valueErrors.reduce((sum, error) => sum + count(total, error), 0)
      const right = count(total, 'right')
      const byType = Object.keys(total).filter((key) => key.includes('/'))
      return {
        accuracy: ratio(right, right + wrong, 'no date with a known value is found'),
        ...Object.fromEntries(
          ['right', ...valueErrors, ...byType].map((key) => [key, { value: count(total, key) }]),
        ),
      }
    },
  }
}

function errorOf({ value, basis, alternatives = [] }: Timex, predicted: string | null): ValueError {
  const accepted = [value, ...alternatives.map((reading) => reading.value ?? null)]
  return valueErrorOf(
    accepted.filter((text) => text !== null),
    basis,
    predicted,
  )
}

const what: Readonly<Record<ValueError, string>> = {
  unresolved: 'Dates found without a value.',
  notation: 'Dates whose value names the same stretch of time in another notation than gold accepts.',
  'day-month-swap': 'Dates with day and month exchanged.',
  'year-flip': 'Dates of which only the year is wrong.',
  'off-by-one': 'Dates one unit before or after the right one.',
  granularity: 'Dates coarser or finer than the right one, or cut otherwise, that overlap it.',
  anchor: 'Dates as fine as the right one but elsewhere, where gold rests on another date.',
  other: 'Dates wrong in another way, among them durations, references and values that are none.',
}

const columns: readonly MetricColumn[] = [
  shareColumn('accuracy', 'value accuracy', 'Share of dates found, at least in part, whose value is right.'),
  {
    key: 'right',
    label: 'right',
    meaning: 'Dates found, at least in part, whose value is right.',
    range: [0, null],
    better: 'higher',
  },
  ...valueErrors.map(
    (error): MetricColumn => ({
      key: error,
      label: error.replaceAll('-', ' '),
      meaning: what[error],
      range: [0, null],
      better: 'lower',
    }),
  ),
]

const card: MetricCard = {
  formula:
    '`right / (right + all classes of wrong values)`, over gold dates with a prediction aligned to them.',
  edgeCases: [
    'The alignment is the one that the report draws; dates that are missed or spurious are in no class.',
    'The first class that holds, in the order of the columns; of several accepted values, the nearest by that order.',
    'Gold without a known value, the publication date, and what is optional or excluded are left out.',
    'An `anchor` error needs a gold value that rests on the publication date or on another expression.',
    'Undefined where no date with a known value is found; a failed article adds nothing.',
  ],
  evidence:
    'Each class has cases worked by hand; a property test holds that the classes add up to the aligned pairs.',
}
