import { describe, expect, it } from 'vitest'
import { plannedStandardError, smallestDifference } from '../src/index.ts'

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
    // A: credit 2 and 1 of sizes 4 and 4: F1 6/8, h = (4 - 3)/4 and (2 - 3)/4 = 1/4, -1/4.
    // B: credit 1 and 1 of sizes 2 and 6: F1 4/8, h = (2 - 1)/4 and (2 - 3)/4 = 1/4, -1/4 ... minus A: 0, 0.
    const a = [
      { credit: 2, size: 4 },
      { credit: 1, size: 4 },
    ]
    const b = [
      { credit: 1, size: 2 },
      { credit: 1, size: 6 },
    ]
    expect(plannedStandardError(a, b, 50)).toBe(0)
    // Against C, with h = -1/2, 1/2 (credit 0 and 2 of 4 and 4: F1 1/2): differences 3/4, -3/4; sd 3/4 sqrt(2).
    const c = [
      { credit: 0, size: 4 },
      { credit: 2, size: 4 },
    ]
    expect(plannedStandardError(a, c, 50)).toBeCloseTo(((3 / 4) * Math.sqrt(2)) / Math.sqrt(50), 12)
  })
})
