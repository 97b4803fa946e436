import type { Json, Metric, MetricColumn } from '@assay/schema'
import { type Block, heading, list, paragraph, table, type Text } from '../blocks/block.ts'

/** The page of a metric: what it means, how it is computed, what happens at its edges, and why to believe it. */
export function metricCard(metric: Metric): Block[] {
  const {
    id,
    version,
    title,
    meaning,
    task,
    source,
    columns,
    headline,
    options,
    card,
    additive = true,
  } = metric
  const main = columns.find(({ key }) => key === headline) ?? columns[0]
  const facts: Text[] = [
    ['Id ', { code: id }, `, version ${version}, task ${task}.`],
    headline === undefined
      ? 'It is reported and does not rank.'
      : ['Systems are ranked by ', { code: headline }, '.'],
    additive
      ? 'Its columns have intervals: counts of articles add up.'
      : 'It has no interval: it scores the corpus as a whole, not sums over articles.',
    ...(source === undefined ? [] : [prose(`Source: ${source}.`)]),
  ]
  return [
    heading(1, title),
    paragraph(prose(meaning)),
    list(facts),
    ...(card === undefined
      ? []
      : [
          heading(2, 'Formula'),
          paragraph([
            ...(main === undefined ? [] : [{ code: main.key }, ' = ']),
            ...(card.formula.includes('`') ? prose(card.formula) : [{ code: card.formula }]),
          ]),
        ]),
    heading(2, 'Columns'),
    table(
      ['Column', 'Label', 'Range', 'Better', 'Meaning'],
      columns.map((column) => [
        [{ code: column.key }],
        column.label,
        rangeOf(column),
        column.better,
        prose(column.meaning),
      ]),
    ),
    ...optionsOf(options, card?.options ?? {}),
    ...(card === undefined
      ? []
      : [
          heading(2, 'Edge cases'),
          list(card.edgeCases.map(prose)),
          heading(2, 'Evidence'),
          paragraph(prose(card.evidence)),
        ]),
  ]
}

function optionsOf(options: Metric['options'], meanings: Readonly<Record<string, string>>): Block[] {
  const keys = Object.keys(options)
  if (keys.length === 0) return []
  return [
    heading(2, 'Options'),
    table(
      ['Option', 'Default', 'Meaning'],
      keys.map((key) => [[{ code: key }], [{ code: valueOf(options[key]) }], prose(meanings[key] ?? '')]),
    ),
  ]
}

function valueOf(value: Json | undefined): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(valueOf).join(', ')
  return JSON.stringify(value)
}

function rangeOf({ range: [low, high] }: MetricColumn): string {
  return high === null ? `from ${low}` : `${low} to ${high}`
}

/** What stands between backticks is code. */
function prose(text: string): Exclude<Text, string> {
  return text
    .split(/`([^`]+)`/)
    .flatMap((part, i) => (part === '' ? [] : [i % 2 === 1 ? { code: part } : part]))
}
