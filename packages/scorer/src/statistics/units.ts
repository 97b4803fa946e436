import type { CountRow, Counts } from '@assay/schema'
import { createUnitSums, type Unit } from './unit-sums.ts'

/**
 * Units with something to score, in the order of their ids; above 10,000 of them 1,000 blocks, the same for every
 * system. Rows of one unit are added up. Rows of two systems over the same articles give the same units, apart
 * from those where one of them has nothing.
 */
export function unitsOf(rows: readonly CountRow[]): Unit[] {
  const sums = createUnitSums()
  for (const { unit, counts } of rows) sums.add(unit, counts)
  return sums.units()
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
