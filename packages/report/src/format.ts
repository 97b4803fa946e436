import type { BoardRow, IntervalScore, MetricColumn } from '@assay/schema'

/** How numbers are written wherever people read them. Files for machines keep every digit. */

/** Shown where there is nothing to show. */
export const none = '–'

/** Three digits for shares; for what goes beyond 1 (words, rates) none where whole, two below 10, else one. */
export function formatScore(value: number | null, column?: MetricColumn): string {
  if (value === null) return none
  const isShare = column === undefined || (column.range[1] !== null && column.range[1] <= 1)
  if (isShare) return fixed(value, 3)
  return fixed(value, Number.isInteger(value) ? 0 : Math.abs(value) < 10 ? 2 : 1)
}

/** `0.569–0.702`, or `–`. */
export function formatInterval(score: Pick<IntervalScore, 'low' | 'high'>, column?: MetricColumn): string {
  if (score.low === null || score.high === null) return none
  return `${formatScore(score.low, column)}–${formatScore(score.high, column)}`
}

/** `1`, `2–3`, or `–`. */
export function formatRank(rank: BoardRow['rank']): string {
  if (rank === null) return none
  return rank[0] === rank[1] ? `${rank[0]}` : `${rank[0]}–${rank[1]}`
}

/** Answered of all: `11/12`. Exact, so that nearly complete never reads as complete. */
export function formatCoverage(row: Pick<BoardRow, 'articles' | 'failed'>): string {
  return `${row.articles - row.failed}/${row.articles}`
}

/** `1 unit`, `2 units`. */
export function formatCount(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** A difference of shares in points: `5.4`; with a sign where asked: `+5.4`, `−5.4`. */
export function formatPoints(difference: number, options: { sign?: boolean } = {}): string {
  const text = fixed(difference * 100, 1)
  return options.sign === true && difference > 0 && text !== '0.0' ? `+${text}` : text
}

/** `0.012`, and `<0.001` below. */
export function formatP(p: number): string {
  return p < 0.001 ? '<0.001' : fixed(p, 3)
}

/** Milliseconds with about two telling digits: `0.04`, `3.1`, `41`. */
export function formatMilliseconds(milliseconds: number): string {
  return fixed(milliseconds, milliseconds >= 10 ? 0 : milliseconds >= 1 ? 1 : 2)
}

/** `toFixed` with a typographic minus and without a negative zero. */
function fixed(value: number, digits: number): string {
  const text = Math.abs(value).toFixed(digits)
  return value < 0 && Number(text) !== 0 ? `−${text}` : text
}
