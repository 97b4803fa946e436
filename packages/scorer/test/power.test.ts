import { describe, expect, it } from 'vitest'
import { plannedStandardError, smallestDifference, unitsNeeded } from '../src/index.ts'

describe('the smallest difference', () => {
  // sd 0.11 of the influence difference, 30 units.
  const se = 0.11 / Math.sqrt(30)

  it('is 2.90 x 0.0201 = 5.8 points for one pair', () => {
    expect(smallestDifference(se, 30, 1) / se).toBeCloseTo(2.9, 2)
    expect(smallestDifference(se, 30, 1)).toBeCloseTo(0.058, 3)
  })

  it('is 4.05 x 0.0201 = 8.1 points for the 15 pairs of six systems', () => {
    expect(smallestDifference(se, 30, 15) / se).toBeCloseTo(4.05, 2)
    expect(smallestDifference(se, 30, 15)).toBeCloseTo(0.081, 3)
  })
})

describe('the planned standard error', () => {
  it('is the sd of the influence differences over the root of the units', () => {
    const system = (...credits: readonly number[]) => credits.map((credit) => ({ credit, size: 4 }))
    // F1 is 12/12. h of 3, 1, 2: (6 - 4)/4, (2 - 4)/4, (4 - 4)/4; of 2, 2, 2: 0. Variance (1/4 + 1/4) / 2.
    expect(plannedStandardError(system(3, 1, 2), system(2, 2, 2), 50)).toBeCloseTo(Math.sqrt(1 / 4 / 50), 12)
  })

  it('weighs units by their size', () => {
    // F1 is 4/8. h: (2 - 1)/4, (2 - 3)/4; against (2 - 2)/4, (2 - 2)/4. Variance 2 (1/4)^2 / 1.
    const uneven = [
      { credit: 1, size: 2 },
      { credit: 1, size: 6 },
    ]
    const even = [
      { credit: 1, size: 4 },
      { credit: 1, size: 4 },
    ]
    expect(plannedStandardError(uneven, even, 50)).toBeCloseTo(Math.sqrt(1 / 8 / 50), 12)
  })
})

describe('the units needed', () => {
  it('are the fewest that show the difference', () => {
    for (const [difference, pairs] of [
      [0.058, 1],
      [0.03, 1],
      [0.01, 45],
    ] as const) {
      const units = unitsNeeded(0.11, difference, pairs)
      const shown = (n: number) => smallestDifference(0.11 / Math.sqrt(n), n, pairs)
      expect(shown(units)).toBeLessThanOrEqual(difference)
      expect(shown(units - 1)).toBeGreaterThan(difference)
    }
    // 2.90 x 0.11/sqrt(n) = 0.0582 at 30 units.
    expect(unitsNeeded(0.11, 0.0583, 1)).toBe(30)
  })

  it('are never fewer than a test asks for', () => {
    expect(unitsNeeded(0.11, 0.9, 1)).toBe(8)
  })
})
