import { type Reporter, type ReportModel, tasks, visible } from '@assay/schema'
import type { AlignType, PhrasingContent, RootContent, Table } from 'mdast'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown } from 'mdast-util-to-markdown'
import { formatCount, formatCoverage, formatInterval, formatRank, formatScore } from '../format.ts'
import { type BoardView, boardNotes, boardViews, overview, taskTitles } from '../view.ts'

/** `leaderboard.md`: one table per task and an overview, for a repository page or a comment. */
export const markdown: Reporter = {
  id: 'markdown',
  file: 'leaderboard.md',
  render: (model) =>
    toMarkdown(
      {
        type: 'root',
        children: [...headOf(model), ...boardViews(model).flatMap(boardOf), ...overviewOf(model)],
      },
      { extensions: [gfmTableToMarkdown()], bullet: '-' },
    ),
}

function headOf({ leaderboard, dataset }: ReportModel): RootContent[] {
  const { name, version, digest, articles, units } = leaderboard.dataset
  return [
    heading(1, [words('Leaderboard')]),
    ...(leaderboard.notResult === undefined
      ? []
      : [quote([strong('Not a result'), words(': '), data(leaderboard.notResult)])]),
    paragraph([
      data(dataset.title),
      words(' ('),
      data(`${name} ${version}`),
      words('), '),
      data(digest.slice(0, 12)),
      words(`: ${formatCount(articles, 'article')}, ${formatCount(units, 'unit')}.`),
    ]),
  ]
}

function boardOf(view: BoardView): RootContent[] {
  const { board, headline, companions } = view
  const head = [
    'Rank',
    'System',
    headline.label,
    '95 % interval',
    ...companions.map(({ column }) => column.label),
  ]
  const rows = board.rows.map((row) => [
    words(row.kind === 'bound' ? 'bound' : formatRank(row.rank)),
    data(row.system),
    words(formatScore(row.value, headline)),
    words(formatInterval(row, headline)),
    ...companions.map(({ column, scoreOf }) => words(formatScore(scoreOf(row.system), column))),
    words(formatCoverage(row)),
  ])
  return [
    heading(2, [words(taskTitles[board.task])]),
    table([...head.map(data), words('Answered')], rows),
    list(boardNotes(view).map((note) => [data(note)])),
    paragraph([words('Signature: '), code(board.signature)]),
  ]
}

function overviewOf(model: ReportModel): RootContent[] {
  const boards = new Map(boardViews(model).map((view) => [view.board.task, view]))
  const shown = tasks.filter((task) => boards.has(task))
  if (shown.length === 0) return []
  const rows = overview(model).map(({ system, rows }) => [
    data(system),
    ...shown.map((task) => {
      const row = rows[task]
      if (row === undefined) return words('')
      return words(`${formatScore(row.value, boards.get(task)?.headline)} (rank ${formatRank(row.rank)})`)
    }),
  ])
  return [
    heading(2, [words('Overview')]),
    table([words('System'), ...shown.map((task) => words(taskTitles[task]))], rows),
  ]
}

/** Text of ours. */
function words(value: string): PhrasingContent {
  return { type: 'text', value }
}

/**
 * Text that is data. Plain words stay words; anything that could become a link, an image, a mention, an issue
 * number or markup is shown as code, where none of them takes effect.
 */
function data(value: string): PhrasingContent {
  return /^[\p{L}\p{N} .,;:%()'’–−-]*$/u.test(value) && !/https?:|www\./iu.test(value)
    ? words(value)
    : code(value)
}

function code(value: string): PhrasingContent {
  return { type: 'inlineCode', value: visible(value) }
}

function strong(value: string): PhrasingContent {
  return { type: 'strong', children: [words(value)] }
}

function heading(depth: 1 | 2, children: PhrasingContent[]): RootContent {
  return { type: 'heading', depth, children }
}

function paragraph(children: PhrasingContent[]): RootContent {
  return { type: 'paragraph', children }
}

function quote(children: PhrasingContent[]): RootContent {
  return { type: 'blockquote', children: [{ type: 'paragraph', children }] }
}

function list(items: PhrasingContent[][]): RootContent {
  return {
    type: 'list',
    spread: false,
    children: items.map((children) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children }],
    })),
  }
}

/** The second column is a name, every other one is aligned to the right. */
function table(head: PhrasingContent[], rows: PhrasingContent[][]): Table {
  const nameColumn = head.length > 5 ? 1 : 0
  return {
    type: 'table',
    align: head.map((_, i): AlignType => (i === nameColumn ? 'left' : 'right')),
    children: [head, ...rows].map((cells) => ({
      type: 'tableRow',
      children: cells.map((cell) => ({ type: 'tableCell', children: [cell] })),
    })),
  }
}
