import type { Board, BoardPair, BoardRow, MetricColumn, MetricDetail, ReportModel, Task } from '@assay/schema'
import { formatPoints } from './format.ts'
import { byText } from './order.ts'

/** A board with what readable reports put beside it. */
export interface BoardView {
  readonly board: Board
  readonly detail: MetricDetail
  readonly headline: MetricColumn
  /** The two columns that explain the headline best: its own scheme's others (precision, recall), else the next ones. */
  readonly companions: readonly MetricColumn[]
  /** The headline split by type; empty where the metric has no types. */
  readonly byType: readonly MetricColumn[]
}

export const taskTitles: Readonly<Record<Task, string>> = {
  entities: 'Entities',
  dates: 'Dates',
  claims: 'Claims',
  summaries: 'Summaries',
}

/** Boards in order. A board whose metric has no detail is left out; `buildReport` makes none. */
export function boardViews(model: ReportModel): BoardView[] {
  return model.leaderboard.boards.flatMap((board) => {
    for (const detail of model.details) {
      const headline = detail.columns.find(({ key }) => board.metric === `${detail.metric}.${key}`)
      if (headline === undefined || detail.task !== board.task) continue
      return [{ board, detail, headline, ...columnsAround(detail, headline) }]
    }
    return []
  })
}

function columnsAround(detail: MetricDetail, headline: MetricColumn) {
  const others = detail.columns.filter(({ key }) => key !== headline.key && !key.includes('/'))
  const scheme = headline.key.slice(0, headline.key.lastIndexOf('.') + 1)
  const sameScheme = others.filter(({ key }) => scheme !== '' && key.startsWith(scheme))
  return {
    companions: [...new Set([...sameScheme, ...others])].slice(0, 2),
    byType: detail.columns.filter(({ key }) => key.startsWith(`${headline.key}/`)),
  }
}

export function rankedRows(board: Board): BoardRow[] {
  return board.rows.filter(({ kind }) => kind === 'ranked')
}

/** The verdict on `row` against `column`, seen from `row`; null where the board has no such pair. */
export function pairOf(board: Board, row: string, column: string): BoardPair | null {
  for (const pair of board.pairs) {
    if (pair.a === row && pair.b === column) return pair
    if (pair.a === column && pair.b === row) return mirrored(pair)
  }
  return null
}

const opposite = { ahead: 'behind', behind: 'ahead', tied: 'tied', 'too-few': 'too-few' } as const

function mirrored({ a, b, difference, low, high, p, verdict }: BoardPair): BoardPair {
  const minus = (value: number | null) => (value === null ? null : -value)
  return {
    a: b,
    b: a,
    difference: minus(difference),
    low: minus(high),
    high: minus(low),
    p,
    verdict: opposite[verdict],
  }
}

/** What a reader of a board must know, one sentence each: what the data could show, what they could not, what is missing. */
export function boardNotes(board: Board): string[] {
  const ranked = rankedRows(board)
  return [
    smallestDifferenceNote(board),
    ...inseparable(board),
    ...ranked
      .filter(({ rank }) => rank === null)
      .map(({ system, unrankedBecause }) => `${system} has no rank: ${unrankedBecause ?? 'no reason given'}`),
    ...grouped(ranked.filter(({ value, low }) => value !== null && low === null)),
  ]
}

function smallestDifferenceNote(board: Board): string {
  return board.smallestDifference === null
    ? `smallest difference: none given, ${board.smallestDifferenceBecause ?? 'no reason given'}`
    : `smallest difference that this many articles could have shown: ${formatPoints(board.smallestDifference)} points`
}

/** Runs of ranks that overlap, each once. */
function inseparable(board: Board): string[] {
  const shared = rankedRows(board)
    .flatMap(({ rank }) => (rank === null || rank[0] === rank[1] ? [] : [rank]))
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const groups: [number, number][] = []
  for (const [best, worst] of shared) {
    const last = groups.at(-1)
    if (last === undefined || best > last[1]) groups.push([best, worst])
    else last[1] = Math.max(last[1], worst)
  }
  return groups.map(([best, worst]) => `ranks ${best}–${worst} cannot be separated`)
}

function grouped(rows: readonly BoardRow[]): string[] {
  const reasons = [...new Set(rows.map(({ intervalBecause }) => intervalBecause ?? 'no reason given'))]
  return reasons.map((reason) => {
    const names = rows.filter((row) => (row.intervalBecause ?? 'no reason given') === reason)
    return `${names.map(({ system }) => system).join(', ')}: no interval, ${reason}`
  })
}

export interface OverviewRow {
  readonly system: string
  /** By task; absent where the system did not do it. */
  readonly rows: Readonly<Partial<Record<Task, BoardRow>>>
}

/** Every ranked system with its row on each board, by name. There is no overall score. */
export function overview(model: ReportModel): OverviewRow[] {
  const systems = new Map<string, Partial<Record<Task, BoardRow>>>()
  for (const board of model.leaderboard.boards) {
    for (const row of rankedRows(board)) {
      systems.set(row.system, { ...systems.get(row.system), [board.task]: row })
    }
  }
  return [...systems].map(([system, rows]) => ({ system, rows })).sort((a, b) => byText(a.system, b.system))
}
