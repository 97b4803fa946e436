import type {
  Board,
  BoardPair,
  BoardRow,
  MetricColumn,
  MetricDetail,
  PairVerdict,
  ReportModel,
  Task,
} from '@assay/schema'
import { fewUnits } from '@assay/scorer'
import { formatCount, formatPoints } from './format.ts'
import { byText } from './order.ts'
import { placedNotes } from './placed.ts'

/** A board with what readable reports put beside it. */
export interface BoardView {
  readonly board: Board
  /** Statistical units of the dataset. */
  readonly units: number
  readonly detail: MetricDetail
  readonly headline: MetricColumn
  /** The two columns that say most beside it: its precision and recall, else the main columns of other metrics. */
  readonly companions: readonly Companion[]
  /** The headline split by type; empty where the metric has no types. */
  readonly byType: readonly MetricColumn[]
}

interface Companion {
  readonly column: MetricColumn
  /** The score of a row in that column; null if it has none. */
  readonly scoreOf: (system: string) => number | null
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
      return [
        {
          board,
          units: model.leaderboard.dataset.units,
          detail,
          headline,
          companions: companionsOf(detail, headline, model.details),
          byType: detail.columns.filter(({ key }) => key.startsWith(`${headline.key}/`)),
        },
      ]
    }
    return []
  })
}

function companionsOf(
  detail: MetricDetail,
  headline: MetricColumn,
  details: readonly MetricDetail[],
): Companion[] {
  const halves = halvesOf(detail.columns, headline.key).map((column) => ({ detail, column }))
  const others = details.flatMap((other) => {
    if (other.task !== detail.task || other === detail) return []
    return mainColumns(other)
      .slice(0, 1)
      .map((column) => ({ detail: other, column }))
  })
  return [...halves, ...others].slice(0, 2).map(({ detail, column }) => {
    const values = new Map(detail.rows.map((row) => [row.system, row.values[column.key]?.value ?? null]))
    return { column, scoreOf: (system) => values.get(system) ?? null }
  })
}

/** Columns that say how good a system is in one number: not the halves of an F1, not lengths, counts or faults. */
export function mainColumns({ columns }: MetricDetail): MetricColumn[] {
  const halves = new Set(columns.flatMap(({ key }) => halvesOf(columns, key)))
  return columns.filter(
    (column) => column.better === 'higher' && !column.key.includes('/') && !halves.has(column),
  )
}

/** Precision and recall beside an F1 such as `strict.f1`; none where the metric does not have both. */
function halvesOf(columns: readonly MetricColumn[], key: string): MetricColumn[] {
  const scheme = key.slice(0, key.lastIndexOf('.') + 1)
  const halves = columns.filter(({ key }) => key === `${scheme}precision` || key === `${scheme}recall`)
  return halves.length === 2 ? halves : []
}

export function rankedRows(board: Board): BoardRow[] {
  return board.rows.filter(({ kind }) => kind === 'ranked')
}

/** A pair seen from either side. */
export interface SeenPair extends Omit<BoardPair, 'verdict'> {
  readonly verdict: PairVerdict | 'behind'
}

/** The verdict on `row` against `column`, seen from `row`; null where the board has no such pair. */
export function pairOf(board: Board, row: string, column: string): SeenPair | null {
  for (const pair of board.pairs) {
    if (pair.a === row && pair.b === column) return pair
    if (pair.a === column && pair.b === row) return mirrored(pair)
  }
  return null
}

const opposite = { ahead: 'behind', tied: 'tied', 'too-few': 'too-few' } as const

function mirrored({ a, b, difference, low, high, p, verdict }: BoardPair): SeenPair {
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
export function boardNotes({ board, units, detail }: BoardView): string[] {
  const ranked = rankedRows(board)
  return [
    smallestDifferenceNote(board),
    ...fewNote(board, units),
    ...inseparable(board),
    ...ranked
      .filter(({ rank }) => rank === null)
      .map(({ system, unrankedBecause }) => `${system} has no rank: ${unrankedBecause ?? 'no reason given'}`),
    ...ranked.flatMap(({ system, flagged }) => (flagged === undefined ? [] : [`${system} ${flagged}`])),
    ...grouped(ranked.filter(({ value, low }) => value !== null && low === null)),
    ...placedNotes(detail),
  ]
}

/** Intervals that rest on few units are there, and are called few. */
function fewNote(board: Board, units: number): string[] {
  const hasInterval = board.rows.some(({ low }) => low !== null)
  return hasInterval && units < fewUnits
    ? [`few: intervals rest on ${formatCount(units, 'unit')}, fewer than ${fewUnits}`]
    : []
}

function smallestDifferenceNote(board: Board): string {
  return board.smallestDifference === null
    ? `smallest difference: none given, ${board.smallestDifferenceBecause ?? 'no reason given'}`
    : `smallest difference that this many articles could have shown: ${formatPoints(board.smallestDifference)} points`
}

/** Runs of ranks that overlap, each once. */
function inseparable(board: Board): string[] {
  const shared = rankedRows(board)
    .flatMap(({ system, rank }) => (rank === null || rank[0] === rank[1] ? [] : [{ system, rank }]))
    .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1])
  const groups: { systems: Set<string>; best: number; worst: number }[] = []
  for (const { system, rank } of shared) {
    const last = groups.at(-1)
    if (last === undefined || rank[0] > last.worst) {
      groups.push({ systems: new Set([system]), best: rank[0], worst: rank[1] })
    } else {
      last.systems.add(system)
      last.worst = Math.max(last.worst, rank[1])
    }
  }
  return groups.map(({ systems, best, worst }) => `ranks ${best}–${worst} ${relation(board, systems)}`)
}

function relation(board: Board, systems: ReadonlySet<string>): string {
  const verdicts = board.pairs
    .filter(({ a, b }) => systems.has(a) && systems.has(b))
    .map((pair) => pair.verdict)
  if (verdicts.every((verdict) => verdict === 'tied')) return 'are tied'
  return verdicts.includes('ahead') ? 'can only be separated in part' : 'cannot be separated'
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
