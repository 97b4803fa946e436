import type { CountRow, Counts } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { comparePaired, mentionsMetric, studentTQuantile, twoSidedP } from '../src/index.ts'
import { f1Metric } from './cases.ts'

/** One unit per number: that much credit of 2 gold and 2 predicted. */
const rows = (...credits: readonly number[]): CountRow[] =>
  credits.map((credit, i) => row(String(i).padStart(3, '0'), { credit, gold: 2, predicted: 2 }))
const row = (unit: string, counts: Counts): CountRow => ({ metric: 'f1', article: unit, unit, counts })

describe('two systems on the same units', () => {
  it('are compared by leave-outs of the difference', () => {
    // F1 is credit/16: A 12/16, B 9/16.
    const result = comparePaired(rows(2, 1, 2, 1, 2, 1, 2, 1), rows(1, 1, 1, 1, 1, 1, 1, 2), f1Metric)
    expect(result.units).toBe(8)
    expect(result.difference).toBeCloseTo(3 / 16, 12)
    // d(-i) = (3 - x)/14 for the unit differences x = 1 0 1 0 1 0 1 -1, mean of x 3/8.
    // Sum of squares of x about its mean: 5 - 9/8 = 31/8; se = sqrt(7/8 * 31/8) / 14.
    const se = Math.sqrt((7 / 8) * (31 / 8)) / 14
    expect(result.standardError).toBeCloseTo(se, 12)
    expect(result.low).toBeCloseTo(3 / 16 - studentTQuantile(0.975, 7) * se, 12)
    expect(result.high).toBeCloseTo(3 / 16 + studentTQuantile(0.975, 7) * se, 12)
    // Swaps: |sum of +-1 over the five units that differ| >= 3 in 2 (1 + 5) of 32 sign patterns.
    expect(twoSidedP(3 / 16 / se, 7)).toBeLessThan(12 / 32)
    expect(result.p).toBeCloseTo(12 / 32, 12)
  })

  it('take the p of the t test where it is the larger', () => {
    // A has 20 more credit on one unit and 1 more on eleven: no swap but all or none reaches 31, p = 2/4096.
    const units = Array.from({ length: 12 }, (_, i) => `u${i}`)
    const a = units.map((unit, i) => row(unit, { credit: i === 0 ? 20 : 1, gold: 20, predicted: 20 }))
    const b = units.map((unit) => row(unit, { credit: 0, gold: 20, predicted: 20 }))
    const result = comparePaired(a, b, f1Metric)
    // d(-i) = (31 - x)/220; x = 20, 11 times 1, mean 31/12: sum of squares 411 - 961/12.
    const se = Math.sqrt((11 / 12) * (411 - 961 / 12)) / 220
    expect(result.standardError).toBeCloseTo(se, 12)
    expect(result.p).toBeCloseTo(twoSidedP(31 / 240 / se, 11), 12)
    expect(result.p).toBeGreaterThan(0.1)
  })

  it('turn the signs round when they change places', () => {
    const [a, b] = [rows(2, 1, 2, 1, 2, 1, 2, 1, 2), rows(1, 1, 1, 1, 1, 0, 1, 2, 0)]
    const forth = comparePaired(a, b, f1Metric)
    const back = comparePaired(b, a, f1Metric)
    expect(back.difference).toBeCloseTo(-forth.difference!, 12)
    expect(back.low).toBeCloseTo(-forth.high!, 12)
    expect(back.p).toBeCloseTo(forth.p!, 12)
  })

  it('are no different if they are the same', () => {
    const a = rows(2, 1, 2, 1, 0, 1, 2, 1)
    expect(comparePaired(a, a, f1Metric)).toEqual({
      units: 8,
      difference: 0,
      standardError: 0,
      low: 0,
      high: 0,
      p: 1,
    })
    // Every one of the 10,000 draws is as large: (10,000 + 1) / (10,000 + 1).
    const many = rows(...Array.from({ length: 40 }, (_, i) => i % 3))
    expect(comparePaired(many, many, f1Metric).p).toBe(1)
  })

  it('differ for certain in the t test if every unit differs alike, and the swap decides', () => {
    const a = rows(...Array.from({ length: 10 }, () => 2))
    const b = rows(...Array.from({ length: 10 }, () => 1))
    const result = comparePaired(a, b, f1Metric)
    expect(result.standardError).toBeCloseTo(0, 12)
    expect(result.p).toBeCloseTo(2 / 1024, 12)
  })

  it('with fewer than 8 units have a difference and nothing else', () => {
    const result = comparePaired(rows(2, 2, 2, 2, 2, 2, 2), rows(1, 1, 1, 1, 1, 1, 1), f1Metric)
    expect(result).toEqual({
      units: 7,
      difference: 1 / 2,
      standardError: null,
      low: null,
      high: null,
      p: null,
    })
  })

  it('have no difference if one of them is undefined', () => {
    const empty = rows(...Array.from({ length: 8 }, () => 0)).map((item) => ({ ...item, counts: {} }))
    expect(comparePaired(rows(2, 1, 2, 1, 0, 1, 2, 1), empty, f1Metric)).toMatchObject({
      difference: null,
      p: null,
    })
  })

  it('have a difference and no test if a leave-out is undefined', () => {
    const alone = Array.from({ length: 8 }, (_, i) =>
      row(String(i), i === 0 ? { gold: 1 } : { credit: 0, other: 1 }),
    )
    const other = Array.from({ length: 8 }, (_, i) => row(String(i), { gold: 1, credit: 0 }))
    expect(comparePaired(alone, other, f1Metric)).toMatchObject({
      units: 8,
      difference: 0,
      p: null,
      low: null,
    })
  })

  it('are paired by unit, also where one of them has nothing to score', () => {
    // B predicted on an article without gold, A did not: the unit counts for both.
    const a = [...rows(2, 1, 2, 1, 2, 1, 2), row('x', { credit: 0, gold: 0, predicted: 0 })]
    const b = [...rows(2, 1, 2, 1, 2, 1, 2), row('x', { credit: 0, gold: 0, predicted: 2 })]
    const result = comparePaired(a, b.toReversed(), f1Metric)
    expect(result.units).toBe(8)
    // 22/28 - 22/30.
    expect(result.difference).toBeCloseTo(22 / 28 - 22 / 30, 12)
  })

  it('take a count that is not there as 0', () => {
    const [a, b] = [rows(2, 0, 2, 1, 0, 1, 2, 0, 2), rows(1, 1, 0, 1, 0, 0, 1, 2, 0)]
    const withoutZeros = (side: readonly CountRow[]) =>
      side.map((item) => ({
        ...item,
        counts: Object.fromEntries(Object.entries(item.counts).filter(([, value]) => value !== 0)),
      }))
    expect(comparePaired(withoutZeros(a), withoutZeros(b), f1Metric)).toEqual(comparePaired(a, b, f1Metric))
  })

  it('try all swaps up to 16 units, and draw 10,000 above', () => {
    const same = (n: number) => Array.from({ length: n }, () => 1)
    const better = (n: number) => Array.from({ length: n }, () => 2)
    expect(comparePaired(rows(...better(16)), rows(...same(16)), f1Metric).p).toBeCloseTo(2 / 2 ** 16, 12)
    // None of the draws reaches it: (0 + 1) / (10,000 + 1).
    expect(comparePaired(rows(...better(40)), rows(...same(40)), f1Metric).p).toBeCloseTo(1 / 10_001, 12)
  })

  it('try swaps of counts that are not whole, as averages of repeats are', () => {
    // Credit and predicted differ by parts on every unit; which of the 2^9 swaps reach the difference is counted.
    const [x, y] = [
      [-0.4, 0.2, -0.3, 0.4, 0.1, -0.1, -0.4, -0.3, -0.5],
      [0.1, 0.8, 0.6, -0.2, -0.1, -0.1, -0.1, 0.7, 0.2],
    ] as const
    const b = x.map((_, i) => row(`u${i}`, { credit: 1, predicted: 4 }))
    const a = x.map((credit, i) => row(`u${i}`, { credit: 1 + credit, predicted: 4 + y[i]! }))
    const differenceOf = (swap: number) => {
      const moved = (by: readonly number[]) =>
        by.reduce((sum, part, i) => sum + (swap & (1 << i) ? 0 : part), 0)
      const stayed = (by: readonly number[]) =>
        by.reduce((sum, part, i) => sum + (swap & (1 << i) ? part : 0), 0)
      return (2 * (9 + moved(x))) / (36 + moved(y)) - (2 * (9 + stayed(x))) / (36 + stayed(y))
    }
    const reached = Array.from({ length: 2 ** 9 }, (_, swap) => Math.abs(differenceOf(swap))).filter(
      (difference) => difference >= Math.abs(differenceOf(0)) - 1e-12,
    ).length
    const { p, difference, standardError } = comparePaired(a, b, f1Metric)
    expect(difference).toBeCloseTo(differenceOf(0), 12)
    expect(twoSidedP(difference! / standardError!, 8)).toBeLessThan(reached / 2 ** 9)
    expect(p).toBeCloseTo(reached / 2 ** 9, 12)
  })

  it('draw the same swaps for the same seed', () => {
    const a = rows(...Array.from({ length: 33 }, (_, i) => (i % 3 === 0 ? 1 : 2)))
    const b = rows(...Array.from({ length: 33 }, (_, i) => (i % 4 === 0 ? 2 : 1)))
    const first = comparePaired(a, b, f1Metric)
    expect(comparePaired(a, b, f1Metric)).toEqual(first)
    expect(comparePaired(a, b, f1Metric, { seed: 1 })).toEqual(first)
    const close = rows(...Array.from({ length: 33 }, (_, i) => (i % 3 === 0 ? 2 : 1)))
    const one = comparePaired(close, b, f1Metric, { seed: 1 })
    const two = comparePaired(close, b, f1Metric, { seed: 2 })
    expect(one.p).not.toBe(two.p)
    expect(Math.abs(one.p! - two.p!)).toBeLessThan(0.05)
  })

  it('swap every unit with an even chance, also above 32 units', () => {
    // Only the last two of 34 units differ, both the same way: half of the swaps keep them together.
    const a = rows(...Array.from({ length: 34 }, (_, i) => (i < 32 ? 1 : 2)))
    const b = rows(...Array.from({ length: 34 }, () => 1))
    expect(comparePaired(a, b, f1Metric).p).toBeGreaterThan(0.48)
    expect(comparePaired(a, b, f1Metric).p).toBeLessThan(0.52)
  })

  it('can be compared by another column, also one that needs the counts by type', () => {
    const metric = mentionsMetric()
    const typed = (unit: string, org: number, law: number): CountRow => ({
      metric: 'mentions',
      article: unit,
      unit,
      counts: {
        'strict.credit': org + law,
        'strict.gold': 4,
        'strict.predicted': 4,
        'strict.credit/ORG': org,
        'strict.gold/ORG': 3,
        'strict.predicted/ORG': 3,
        'strict.credit/LAW': law,
        'strict.gold/LAW': 1,
        'strict.predicted/LAW': 1,
      },
    })
    const units = Array.from({ length: 9 }, (_, i) => `u${i}`)
    const a = units.map((unit) => typed(unit, 3, 0))
    const b = units.map((unit) => typed(unit, 2, 1))
    expect(comparePaired(a, b, metric)).toMatchObject({ difference: 0, p: 1 })
    const macro = comparePaired(a, b, metric, { column: 'macro.f1' })
    expect(macro.difference).toBeCloseTo((1 + 0) / 2 - (2 / 3 + 1) / 2, 12)
    expect(macro.p).toBeCloseTo(2 / 2 ** 9, 12)
  })
})
