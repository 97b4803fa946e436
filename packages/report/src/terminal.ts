import { type ReportModel, visible } from '@assay/schema'
import Table from 'cli-table3'
import stringWidth from 'string-width'
import {
  formatCount,
  formatCoverage,
  formatInterval,
  formatMilliseconds,
  formatRank,
  formatScore,
  none,
} from './format.ts'
import { type BoardView, boardNotes, boardViews, taskTitles } from './view.ts'

export interface TerminalOptions {
  readonly color: boolean
  /** Columns of the terminal. A narrow one loses coverage, then the two extra columns; then names are cut. */
  readonly width: number
}

/** The boards for a terminal, each with its notes. Every line ends with a newline; empty without boards. */
export function renderTerminal(model: ReportModel, options: TerminalOptions): string {
  const style = styles(options.color)
  const { notResult } = model.leaderboard
  const banner = notResult === undefined ? [] : [style.warn(`not a result: ${visible(notResult)}`)]
  const boards = boardViews(model).map((view) => renderBoard(view, model, options.width, style))
  return [...banner, ...boards].map((block) => `${block}\n`).join('\n')
}

type Style = ReturnType<typeof styles>

function styles(color: boolean) {
  const paint = (code: string) => (text: string) => (color ? `\u001b[${code}m${text}\u001b[0m` : text)
  return { title: paint('1'), dim: paint('2'), warn: paint('1;33') }
}

function renderBoard(view: BoardView, model: ReportModel, width: number, style: Style): string {
  const { board, headline } = view
  const { articles } = model.leaderboard.dataset
  return [
    `${style.title(taskTitles[board.task])}  ${visible(headline.label)}, ${formatCount(articles, 'article')}`,
    fitting(columnsOf(view, model, style), width),
    ...boardNotes(view).map((note) => style.dim(` note: ${visible(note)}`)),
  ].join('\n')
}

interface Column {
  readonly head: string
  readonly cells: readonly string[]
  /** Columns with the highest number are left out first; 0 stays. */
  readonly dropped?: number
  /** Names stand to the left and are the only thing that is ever cut. */
  readonly isName?: boolean
}

function columnsOf(view: BoardView, { speed }: ReportModel, style: Style): Column[] {
  const { board, headline, companions } = view
  const median = new Map(speed.map((row) => [row.system, row.median]))
  const column = (head: string, cell: (row: (typeof board.rows)[number]) => string, more = {}): Column => ({
    head: style.dim(visible(head)),
    cells: board.rows.map((row) => (row.kind === 'bound' ? style.dim(cell(row)) : cell(row))),
    ...more,
  })
  return [
    column('rank', ({ rank }) => formatRank(rank)),
    column('system', (row) => visible(row.system) + (row.kind === 'bound' ? ' (bound)' : ''), {
      isName: true,
    }),
    column(headline.label, ({ value }) => formatScore(value, headline)),
    column('95 % interval', (row) => formatInterval(row, headline)),
    ...companions.map((companion) =>
      column(
        companion.column.label,
        ({ system }) => formatScore(companion.scoreOf(system), companion.column),
        {
          dropped: 1,
        },
      ),
    ),
    column('answered', formatCoverage, { dropped: 2 }),
    column('ms/article', ({ system }) => {
      const milliseconds = median.get(system)
      return milliseconds === undefined ? none : formatMilliseconds(milliseconds)
    }),
  ]
}

/** The widest choice of columns that fits; with the fewest columns, names are cut to fit, to 8 characters at least. */
function fitting(columns: readonly Column[], width: number): string {
  for (const limit of [2, 1]) {
    const table = drawn(columns.filter(({ dropped = 0 }) => dropped <= limit))
    if (widthOf(table) <= width) return table
  }
  const fewest = columns.filter(({ dropped = 0 }) => dropped === 0)
  const excess = widthOf(drawn(fewest)) - width
  if (excess <= 0) return drawn(fewest)
  return drawn(
    fewest,
    fewest.map(({ isName, head, cells }) =>
      isName
        ? Math.max(8, Math.max(...[head, ...cells].map((text) => stringWidth(text))) - excess) + padding
        : null,
    ),
  )
}

const padding = 2

function drawn(columns: readonly Column[], colWidths: (number | null)[] = []): string {
  const table = new Table({
    head: columns.map(({ head }) => head),
    colAligns: columns.map(({ isName }) => (isName ? 'left' : 'right')),
    colWidths,
    style: { head: [], border: [], 'padding-left': padding - 1, 'padding-right': 1 },
    chars: borderless,
  })
  const rows = columns[0]?.cells.length ?? 0
  for (let i = 0; i < rows; i++) table.push(columns.map(({ cells }) => cells[i] ?? ''))
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}

function widthOf(text: string): number {
  return Math.max(...text.split('\n').map((line) => stringWidth(line)))
}

/** No lines around cells: white space keeps columns apart. */
const borderless = Object.fromEntries(
  ['top', 'bottom', 'left', 'mid', 'right']
    .flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`])
    .concat('middle')
    .map((place) => [place, '']),
)
