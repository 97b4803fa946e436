import type { MetricColumn } from '@assay/schema'
import { type Block, heading, list, paragraph, table, type Text } from '../blocks/block.ts'
import { formatCount, formatP, formatPoints, formatScore, none } from '../format.ts'
import { taskTitles } from '../view.ts'
import type { ColumnComparison, Comparison } from './comparison.ts'
import type { ComparedItem, Outcomes } from './outcomes.ts'
import type { ArticlePart, Slice } from './parts.ts'

export interface ComparisonOptions {
  /** How many items of each outcome are shown. Default 3. */
  readonly examples?: number
  /** How many articles are shown. Default 10. */
  readonly articles?: number
}

/** A comparison as a page: first what the numbers say, then where the difference comes from. */
export function comparisonBlocks(
  comparison: Comparison,
  { examples = 3, articles = 10 }: ComparisonOptions = {},
): Block[] {
  const { a, b, dataset, columns } = comparison
  return [
    heading(1, `${a.system} against ${b.system}`),
    list([
      ['A is ', { code: a.system }, ', run ', { code: a.run }, '.'],
      ['B is ', { code: b.system }, ', run ', { code: b.run }, '.'],
      `Both over ${formatCount(dataset.articles, 'article')} of ${dataset.name} ${dataset.version}.`,
      'Differences are B minus A. p is for this pair alone; a leaderboard corrects for all of its pairs.',
    ]),
    table(
      ['Task', 'Score', 'A', 'B', 'Difference', '95 % interval', 'p', 'Units', 'Verdict'],
      columns.map(summaryRow),
      [2, 3, 4, 5, 6, 7],
    ),
    ...columns.flatMap((column) => columnBlocks(column, examples, articles)),
  ]
}

function summaryRow(of: ColumnComparison): Text[] {
  const { task, column, a, b, difference, low, high, p, units } = of
  return [
    taskTitles[task],
    column.label,
    formatScore(a, column),
    formatScore(b, column),
    differenceText(difference, column),
    low === null || high === null
      ? none
      : `${differenceText(low, column)} to ${differenceText(high, column)}`,
    p === null ? none : formatP(p),
    `${units}`,
    verdictText(of),
  ]
}

function verdictText({ verdict, because = 'none' }: ColumnComparison): string {
  return verdict === 'no-verdict' ? because : verdicts[verdict]
}

const verdicts = {
  'a-ahead': 'A is ahead',
  'b-ahead': 'B is ahead',
  tied: 'tied',
  'too-few': 'too few to tell',
} as const

function columnBlocks(of: ColumnComparison, examples: number, articles: number): Block[] {
  const { task, column, items, slices } = of
  return [
    heading(2, `${taskTitles[task]}: ${column.label}`),
    ...(items === null ? [] : itemBlocks(items, examples)),
    ...(slices.length === 0 ? [] : [heading(3, 'By part'), sliceTable(slices, column)]),
    ...articleBlocks(of.articles, column, articles),
  ]
}

const outcomes: readonly (readonly [keyof Outcomes, string])[] = [
  ['fixed', 'fixed: wrong in A, right in B'],
  ['broken', 'broken: right in A, wrong in B'],
  ['bothWrong', 'both wrong'],
  ['bothRight', 'both right'],
  ['spuriousGone', 'not in gold, only A says it'],
  ['spuriousNew', 'not in gold, only B says it'],
  ['spuriousBoth', 'not in gold, both say it'],
]

/** Those that tell the two apart, and what neither can do. */
const shownOutcomes: readonly (readonly [keyof Outcomes, string])[] = [
  ['fixed', 'fixed'],
  ['broken', 'broken'],
  ['bothWrong', 'both wrong'],
  ['spuriousGone', 'only A'],
  ['spuriousNew', 'only B'],
]

function itemBlocks(items: Outcomes, examples: number): Block[] {
  const { spuriousGone, spuriousNew, spuriousBoth } = items
  const hasSpurious = [spuriousGone, spuriousNew, spuriousBoth].some(({ length }) => length > 0)
  const shown = shownOutcomes.flatMap(([key, name]) =>
    firstOfEachKind(items[key], examples).map((item) => exampleRow(name, item)),
  )
  return [
    table(
      ['Items', 'Count'],
      outcomes
        .filter(([key]) => hasSpurious || !key.startsWith('spurious'))
        .map(([key, meaning]) => [meaning, `${items[key].length}`]),
      [1],
    ),
    ...(shown.length === 0
      ? []
      : [heading(3, 'Examples'), table(['Outcome', 'Article', 'Gold', 'A says', 'B says'], shown)]),
  ]
}

/** The same surface answered in the same way is shown once. */
function firstOfEachKind(items: readonly ComparedItem[], most: number): ComparedItem[] {
  const kinds = new Map<string, ComparedItem>()
  for (const item of items) {
    const kind = JSON.stringify([item.gold, item.a, item.b])
    if (!kinds.has(kind)) kinds.set(kind, item)
  }
  return [...kinds.values()].slice(0, most)
}

function exampleRow(outcome: string, { article, gold, a, b }: ComparedItem): Text[] {
  return [outcome, article, gold ?? none, a ?? none, b ?? none]
}

function sliceTable(slices: readonly Slice[], column: MetricColumn): Block {
  return table(
    ['Part', 'Articles', 'A', 'B', 'Difference'],
    slices.map(({ kind, name, articles, a, b }) => [
      `${kind} ${name}`,
      articles === null ? none : `${articles}`,
      formatScore(a, column),
      formatScore(b, column),
      differenceText(a === null || b === null ? null : b - a, column),
    ]),
    [1, 2, 3, 4],
  )
}

function articleBlocks(parts: readonly ArticlePart[], column: MetricColumn, most: number): Block[] {
  if (parts.length === 0) return []
  const rest = parts.slice(most)
  const carried = rest.reduce((sum, { contribution }) => sum + contribution, 0)
  return [
    heading(3, 'Articles that carry the difference'),
    table(
      ['Article', 'A', 'B', 'Contribution', 'Share'],
      parts
        .slice(0, most)
        .map(({ article, a, b, contribution, share }) => [
          article,
          formatScore(a, column),
          formatScore(b, column),
          differenceText(contribution, column),
          share === null ? none : `${(100 * share).toFixed(0).replace('-', '−')} %`,
        ]),
      [1, 2, 3, 4],
    ),
    ...(rest.length === 0
      ? []
      : [
          paragraph(
            `${formatCount(rest.length, 'more article')}: ${differenceText(carried, column)} together.`,
          ),
        ]),
  ]
}

/** Shares in points, anything else in its own unit; with a sign. */
function differenceText(difference: number | null, column: MetricColumn): string {
  if (difference === null) return none
  const isShare = column.range[1] !== null && column.range[1] <= 1
  if (isShare) return formatPoints(difference, { sign: true })
  const text = formatScore(difference, column)
  return difference > 0 ? `+${text}` : text
}
