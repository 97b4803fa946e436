/** One line of the table: ours against one peer. */
export interface Row {
  readonly bench: string
  readonly unit: string
  readonly peer: string
  /** Items per second. */
  readonly ours: number
  /** Null if the peer was not found: `because` says what to install. */
  readonly theirs: number | null
  readonly because?: string
  readonly floor?: number
  readonly aim?: number
}

export type Verdict = 'below the floor' | 'below the aim' | 'at the aim' | 'measured' | 'not found'

/** Ours / theirs, or null. */
export function ratioOf({ ours, theirs }: Row): number | null {
  return theirs === null ? null : ours / theirs
}

export function verdictOf(row: Row): Verdict {
  const ratio = ratioOf(row)
  if (ratio === null) return 'not found'
  if (row.floor !== undefined && ratio < row.floor) return 'below the floor'
  if (row.aim === undefined) return 'measured'
  return ratio < row.aim ? 'below the aim' : 'at the aim'
}

export const heading = line(['peer', 'ours/s', 'peer/s', 'ratio', 'floor', 'aim', ''])

export function renderRow(row: Row): string {
  const bounds = [times(row.floor), times(row.aim)]
  if (row.theirs === null) {
    const wanted = [
      row.floor === undefined ? [] : [`floor ${times(row.floor)}`],
      row.aim === undefined ? [] : [`aim ${times(row.aim)}`],
    ].flat()
    return `  ${[`${row.peer}: ${row.because ?? 'not found'}`, wanted.join(', ')].filter(Boolean).join('; ')}`
  }
  const ratio = ratioOf(row)!
  return line([row.peer, rate(row.ours), rate(row.theirs), times(ratio), ...bounds, distance(row, ratio)])
}

/** How far from the aim, or below the floor. */
function distance(row: Row, ratio: number): string {
  if (verdictOf(row) === 'below the floor') return `BELOW THE FLOOR by ${times(row.floor! / ratio)}`
  if (row.aim === undefined) return ''
  return ratio < row.aim ? `${times(row.aim / ratio)} from the aim` : 'aim reached'
}

function line([peer, ...cells]: readonly string[]): string {
  const note = cells.pop()!
  return `  ${peer!.padEnd(34)}${cells.map((cell) => cell.padStart(12)).join('')}  ${note}`.trimEnd()
}

function rate(value: number): string {
  return value >= 1000 ? Math.round(value).toString() : value.toPrecision(3)
}

function times(value: number | undefined): string {
  if (value === undefined) return ''
  return `${value >= 100 ? Math.round(value) : Number(value.toPrecision(3))}x`
}
