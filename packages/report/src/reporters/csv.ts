import {
  type Board,
  type DetailRow,
  type MetricColumn,
  type MetricDetail,
  type Reporter,
  visible,
} from '@assay/schema'
import { stringify } from 'csv-stringify/sync'

/**
 * `leaderboard.csv`: one row per metric column and system, with all digits. Text that a spreadsheet would take
 * for a formula gets a leading apostrophe; numbers stay numbers.
 */
export const csv: Reporter = {
  id: 'csv',
  file: 'leaderboard.csv',
  render: ({ leaderboard: { boards }, details }) => {
    const records = details.flatMap((detail) => {
      const board = boards.find(({ task }) => task === detail.task)
      return detail.columns.flatMap((column) =>
        detail.rows.flatMap((row) => recordOf(detail, column, row, board) ?? []),
      )
    })
    return stringify(records, { header: true, columns, escape_formulas: true, cast: { string: visible } })
  },
}

const columns = [
  'task',
  'metric',
  'column',
  'headline',
  'system',
  'kind',
  'value',
  'because',
  'low',
  'high',
  'interval_because',
  'rank_best',
  'rank_worst',
  'unranked_because',
  'flagged',
  'articles',
  'failed',
  'signature',
] as const

type CsvRecord = Readonly<Partial<Record<(typeof columns)[number], string | number | null | undefined>>>

/** Null where the row has no such column: a type of another system's. */
function recordOf(
  detail: MetricDetail,
  column: MetricColumn,
  { system, kind, values }: DetailRow,
  board: Board | undefined,
): CsvRecord | null {
  const score = values[column.key]
  if (score === undefined) return null
  const isHeadline = board?.metric === `${detail.metric}.${column.key}`
  const row = board?.rows.find((row) => row.system === system)
  return {
    task: detail.task,
    metric: detail.metric,
    column: column.key,
    headline: isHeadline ? 'yes' : 'no',
    system,
    kind,
    value: score.value,
    because: score.because,
    low: score.low,
    high: score.high,
    interval_because: score.intervalBecause,
    ...(isHeadline && {
      rank_best: row?.rank?.[0],
      rank_worst: row?.rank?.[1],
      unranked_because: row?.unrankedBecause,
      flagged: row?.flagged,
    }),
    articles: row?.articles,
    failed: row?.failed,
    signature: detail.signature,
  }
}
