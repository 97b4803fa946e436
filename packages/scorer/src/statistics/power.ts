import { fewestUnits } from './interval.ts'
import { studentTQuantile } from './student-t.ts'

/**
 * The smallest true difference that a board would call significant with 80 % power: `pairs` comparisons of two
 * systems over `units` units, where a difference has this standard error.
 */
export function smallestDifference(standardError: number, units: number, pairs: number): number {
  const degrees = units - 1
  const significant = studentTQuantile(1 - 0.05 / (2 * pairs), degrees)
  return (significant + studentTQuantile(0.8, degrees)) * standardError
}

/**
 * The fewest units, at least 8, that would show a true difference in one of `pairs` comparisons with 80 % power, where
 * the per-unit influences of two systems differ with standard deviation `sd`. `difference` and `sd` are above 0.
 */
export function unitsNeeded(sd: number, difference: number, pairs: number): number {
  const isEnough = (units: number) => smallestDifference(sd / Math.sqrt(units), units, pairs) <= difference
  let most = fewestUnits
  while (!isEnough(most)) most *= 2
  if (most === fewestUnits) return most
  let tooFew = most / 2
  while (most - tooFew > 1) {
    const middle = Math.floor((most + tooFew) / 2)
    if (isEnough(middle)) most = middle
    else tooFew = middle
  }
  return most
}

/** The credit of a system on one unit and its size, gold plus predicted. */
export interface UnitCredit {
  readonly credit: number
  readonly size: number
}

/**
 * What the standard error of an F1 difference will be on `units` units, planned from a pilot of two systems on
 * the same units: `sd(hA - hB) / sqrt(units)` with `h = (2 credit - F1 size) / mean(size)`. At least two pilot units.
 */
export function plannedStandardError(
  a: readonly UnitCredit[],
  b: readonly UnitCredit[],
  units: number,
): number {
  const influenceA = influence(a)
  const influenceB = influence(b)
  const differences = influenceA.map((value, i) => value - influenceB[i]!)
  const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length
  const squares = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / (differences.length - 1) / units)
}

function influence(system: readonly UnitCredit[]): number[] {
  const credit = system.reduce((sum, unit) => sum + unit.credit, 0)
  const size = system.reduce((sum, unit) => sum + unit.size, 0)
  const f1 = (2 * credit) / size
  return system.map((unit) => (2 * unit.credit - f1 * unit.size) / (size / system.length))
}
