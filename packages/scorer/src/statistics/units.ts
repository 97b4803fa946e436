import type { CountRow, Counts } from '@assay/schema'

/** A statistical unit: a story, or an article that belongs to none; a block of them in a very large dataset. */
export interface Unit {
  readonly id: string
  readonly counts: Counts
}

/** Above this many units, blocks of them are left out instead. */
const mostUnits = 10_000
const blocks = 1_000

/**
 * Units with something to score, in the order of their ids. Rows of one unit are added up. Rows of two systems
 * over the same articles give the same units, apart from those where one of them has nothing.
 */
export function unitsOf(rows: readonly CountRow[]): Unit[] {
  const stories = sumBy(rows, ({ unit }) => unit)
  const units =
    stories.length > mostUnits ? sumBy(stories, ({ id }) => `block ${hash(id) % blocks}`) : stories
  return units
    .filter(({ counts }) => Object.values(counts).some((value) => value !== 0))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The sum of rows, in their order. */
export function addCounts(rows: readonly Counts[]): Counts {
  const total: Record<string, number> = {}
  for (const row of rows) {
    for (const [key, value] of Object.entries(row)) total[key] = (total[key] ?? 0) + value
  }
  return total
}

/**
 * `use` of the sum of all units but one, for each unit. Sums run from both ends, so nothing is subtracted and
 * an exact 0 stays 0.
 */
export function leaveOneOut<T>(units: readonly Counts[], use: (others: Counts) => T): T[] {
  const keys = Object.keys(addCounts(units))
  const width = keys.length
  const after = new Float64Array((units.length + 1) * width)
  for (let i = units.length - 1; i >= 0; i--) {
    keys.forEach((key, k) => {
      after[i * width + k] = after[(i + 1) * width + k]! + (units[i]![key] ?? 0)
    })
  }
  const before = new Float64Array(width)
  return units.map((unit, i) => {
    const others: Record<string, number> = {}
    keys.forEach((key, k) => {
      others[key] = before[k]! + after[(i + 1) * width + k]!
      before[k]! += unit[key] ?? 0
    })
    return use(others)
  })
}

function sumBy<Row extends { readonly counts: Counts }>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
): Unit[] {
  const groups = new Map<string, Counts[]>()
  for (const row of rows) {
    const group = groups.get(idOf(row))
    if (group === undefined) groups.set(idOf(row), [row.counts])
    else group.push(row.counts)
  }
  return [...groups].map(([id, counts]) => ({ id, counts: addCounts(counts) }))
}

/** FNV-1a over UTF-16 code units, 32 bit. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}
