import type { IntervalScore, Metric, MetricColumn, MetricScores } from '@assay/schema'
import type { ScoreFlags } from '../commands/score.ts'
import { print, printError, printJson } from '../terminal.ts'
import { type ArticleCounts, metricOf, type Scored } from './scored.ts'

/** The scores on stdout, as tables or JSON; what was left out on stderr. */
export function printScored(scored: Scored, flags: ScoreFlags): void {
  for (const note of scored.notes) printError(`assay: ${note}`)
  const { sheet, perArticle } = scored
  if (flags.json) printJson(perArticle === null ? sheet : { sheet, articles: perArticle.map(articleJson) })
  else
    print(
      [
        coverage(scored),
        ...sheet.scores.map((scores) => table(scored, scores)),
        ...perArticleTables(scored),
      ].join('\n\n'),
    )
}

function articleJson({ article, metric, counts }: ArticleCounts) {
  return { article, metric: metric.id, values: metric.finish(counts) }
}

/** `scored 12 of 12 articles; 2 missing counted as empty`. */
function coverage({ sheet, noun, missing, areBlocks }: Scored): string {
  const { articles, failed, skipped } = sheet
  const parts = [
    [missing, 'missing'],
    [failed - missing, 'failed'],
    [skipped, 'skipped'],
  ] as const
  const empty = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`)
  return [
    `scored ${articles} of ${articles} ${noun}`,
    empty.length > 0 ? `; ${empty.join(', ')} counted as empty` : '',
    areBlocks ? '; intervals rest on 1,000 blocks of articles' : '',
  ].join('')
}

/** `mentions, 12 articles in 7 units`, one line a column, and the signature. */
function table({ metrics, noun }: Scored, scores: MetricScores): string {
  const metric = metricOf(metrics, scores)
  const rows = Object.entries(scores.values).map(([key, score]) => row(columnOf(metric, key), key, score))
  const head = `${metric.id}: ${metric.title}, ${scores.articles} ${noun}, ${scores.units} units`
  const by = Object.values(scores.values).find(({ intervalBy }) => intervalBy !== undefined)?.intervalBy
  const interval = by === undefined ? '95 % interval' : `95 % interval (${by})`
  return [head, ...aligned([['', 'score', interval], ...rows]), scores.signature].join('\n')
}

function row(column: MetricColumn | undefined, key: string, score: IntervalScore): string[] {
  const type = key.includes('/') ? ` ${key.slice(key.indexOf('/') + 1)}` : ''
  return [
    `${column?.label ?? key.split('/')[0]}${type}`,
    number(score.value, column),
    score.value === null
      ? (score.because ?? '')
      : score.low === null || score.high === null
        ? `– (${score.intervalBecause ?? 'none'})`
        : `${number(score.low, column)}–${number(score.high, column)}`,
  ]
}

/** Each article's headline, or first column, in each metric. */
function perArticleTables({ perArticle, metrics }: Scored): string[] {
  if (perArticle === null) return []
  return metrics.flatMap((metric) => {
    const rows = perArticle.filter((counted) => counted.metric === metric)
    if (rows.length === 0) return []
    const key = metric.headline ?? metric.columns[0]!.key
    const column = columnOf(metric, key)
    const lines = rows.map(({ article, counts }) => {
      const score = metric.finish(counts)[key]!
      return [
        JSON.stringify(article).slice(1, -1),
        number(score.value, column),
        score.value === null ? score.because : '',
      ]
    })
    return [[`${metric.id} by article: ${column?.label ?? key}`, ...aligned(lines)].join('\n')]
  })
}

function columnOf(metric: Metric, key: string): MetricColumn | undefined {
  return metric.columns.find((column) => column.key === key.split('/')[0])
}

/** Four digits for shares, two for what goes beyond 1, none for whole numbers. */
function number(value: number | null, column: MetricColumn | undefined): string {
  if (value === null) return '–'
  const isShare = column === undefined || (column.range[1] !== null && column.range[1] <= 1)
  return value.toFixed(isShare ? 4 : Number.isInteger(value) ? 0 : 2)
}

/** Columns two spaces apart, the second to the right. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const width = (at: number) => Math.max(...rows.map((row) => row[at]!.length))
  const [first, second] = [width(0), width(1)]
  return rows.map(([label, score, rest]) =>
    `  ${label!.padEnd(first)}  ${score!.padStart(second)}  ${rest}`.trimEnd(),
  )
}
