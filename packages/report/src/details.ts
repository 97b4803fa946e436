import {
  type Board,
  type DetailRow,
  entityTypes,
  type Metric,
  type MetricColumn,
  type MetricDetail,
  type ScoredSystem,
  tasks,
  timexTypes,
} from '@assay/schema'
import { byText } from './order.ts'

/** Every metric that scored something, by task; its rows stand in the order of the task's board, bounds last. */
export function buildDetails(
  sheets: readonly ScoredSystem[],
  metrics: readonly Metric[],
  boards: readonly Board[],
): MetricDetail[] {
  return tasks.flatMap((task) => {
    const places = new Map(
      boards.find((board) => board.task === task)?.rows.map(({ system }, i) => [system, i] as const),
    )
    return metrics
      .filter((metric) => metric.task === task)
      .flatMap((metric) => detailOf(metric, sheets, places) ?? [])
  })
}

function detailOf(
  metric: Metric,
  sheets: readonly ScoredSystem[],
  places: ReadonlyMap<string, number>,
): MetricDetail | null {
  const place = ({ system, kind }: DetailRow) =>
    places.get(system) ?? places.size + (kind === 'bound' ? 1 : 0)
  const scored = sheets.flatMap(({ sheet }) => {
    const scores = sheet.scores.find((scores) => scores.metric === metric.id)
    return scores === undefined ? [] : [{ sheet, scores }]
  })
  if (!scored.some(({ sheet }) => sheet.kind === 'system')) return null
  return {
    task: metric.task,
    metric: metric.id,
    title: metric.title,
    meaning: metric.meaning,
    ...(metric.source !== undefined && { source: metric.source }),
    signature: scored[0]?.scores.signature ?? '',
    columns: columnsOf(metric, new Set(scored.flatMap(({ scores }) => Object.keys(scores.values)))),
    rows: scored
      .map(
        ({ sheet, scores }): DetailRow => ({ system: sheet.name, kind: sheet.kind, values: scores.values }),
      )
      .sort((a, b) => place(a) - place(b) || byText(a.system, b.system)),
  }
}

const knownTypes: readonly string[] = [...entityTypes, ...timexTypes]

/** The metric's own columns, then `column/TYPE` ones: by column, types in the order of the schema. */
function columnsOf(metric: Metric, keys: ReadonlySet<string>): MetricColumn[] {
  const typed = metric.columns.flatMap((column) =>
    [...keys]
      .filter((key) => key.startsWith(`${column.key}/`))
      .map((key) => key.slice(column.key.length + 1))
      .sort((a, b) => typePlace(a) - typePlace(b) || byText(a, b))
      .map((type) => ({ ...column, key: `${column.key}/${type}`, label: `${column.label} ${type}` })),
  )
  return [...metric.columns, ...typed]
}

function typePlace(type: string): number {
  const place = knownTypes.indexOf(type)
  return place === -1 ? knownTypes.length : place
}
