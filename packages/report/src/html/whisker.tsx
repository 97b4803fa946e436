import type { BoardRow, MetricColumn } from '@assay/schema'
import { formatInterval, formatScore } from '../format.ts'

const width = 240
const height = 38
const inset = 8

/** The end of the axis: 1 for shares, else the largest number on the board. */
export function axisEnd(rows: readonly BoardRow[], column: MetricColumn): number {
  return column.range[1] ?? Math.max(1, ...rows.flatMap(({ value, high }) => [value ?? 0, high ?? 0]))
}

/** Labels of the axis that every row of a board shares. */
export function Axis({ end }: { end: number }) {
  return (
    <svg class="axis" viewBox={`0 0 ${width} 14`} width={width} height="14" aria-hidden="true">
      {ticks.map((share) => (
        <text x={place(share)} y="11">
          {formatTick(share * end)}
        </text>
      ))}
    </svg>
  )
}

/** One row of a board as a dot with its interval; hollow where there is no interval, a diamond for a bound. */
export function Whisker({ row, column, end }: { row: BoardRow; column: MetricColumn; end: number }) {
  const { value, low, high } = row
  return (
    <svg class="whisker" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img">
      <title>{describe(row, column)}</title>
      {ticks.map((share) => (
        <line class="grid" x1={place(share)} x2={place(share)} y1="0" y2={height} />
      ))}
      {low !== null && high !== null && (
        <path
          class="range"
          d={`M${place(low / end)} ${middle}H${place(high / end)}M${place(low / end)} ${middle - 4}v8M${place(high / end)} ${middle - 4}v8`}
        />
      )}
      {value !== null && <Dot row={row} x={place(value / end)} />}
    </svg>
  )
}

function Dot({ row, x }: { row: BoardRow; x: number }) {
  if (row.kind === 'bound') return <path class="bound" d={`M${x} ${middle - 5}l5 5l-5 5l-5 -5z`} />
  return <circle class={row.low === null ? 'hollow' : 'dot'} cx={x} cy={middle} r="4.5" />
}

function describe(row: BoardRow, column: MetricColumn): string {
  if (row.value === null) return `undefined: ${row.because ?? 'no reason given'}`
  const value = formatScore(row.value, column)
  return row.low === null
    ? `${value}, no interval: ${row.intervalBecause ?? 'no reason given'}`
    : `${value}, 95 % interval ${formatInterval(row, column)}`
}

const middle = height / 2
const ticks = [0, 0.25, 0.5, 0.75, 1]

function place(share: number): number {
  return Math.round((inset + share * (width - 2 * inset)) * 10) / 10
}

function formatTick(value: number): string {
  return String(Math.round(value * 100) / 100).replace(/^0\./, '.')
}
