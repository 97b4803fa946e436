import type { Counts, Metric, Score } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { mentionsMetric, scoresWithIntervals, studentTQuantile, withInterval } from '../src/index.ts'
import { f1Metric } from './cases.ts'

const values = (...numbers: readonly number[]): Score[] => numbers.map((value) => ({ value }))
const share = [0, 1] as const

/** Eight units of 2 gold and 2 predicted; four with 2 credit, four with 1. */
const eight: Counts[] = [2, 1, 2, 1, 2, 1, 2, 1].map((credit) => ({ credit, gold: 2, predicted: 2 }))
const totalOf = (units: readonly Counts[]) => ({
  credit: units.reduce((sum, unit) => sum + unit['credit']!, 0),
  gold: units.reduce((sum, unit) => sum + unit['gold']!, 0),
  predicted: units.reduce((sum, unit) => sum + unit['predicted']!, 0),
})

describe('the interval', () => {
  it('is logit(theta) +- t se / (theta (1 - theta)), transformed back', () => {
    // theta = 24/32 = 3/4. Without a full unit 20/28 = 5/7, without a half one 22/28 = 11/14; mean 3/4, each
    // 1/28 away: se = sqrt(7/8 * 8/28^2) = sqrt(7)/28.
    const { f1 } = scoresWithIntervals(f1Metric, totalOf(eight), eight)
    const se = Math.sqrt(7) / 28
    const reach = (studentTQuantile(0.975, 7) * se) / ((3 / 4) * (1 / 4))
    const odds = (sign: number) => 3 * Math.exp(sign * reach)
    expect(f1!.value).toBe(3 / 4)
    expect(f1!.low).toBeCloseTo(odds(-1) / (1 + odds(-1)), 12)
    expect(f1!.high).toBeCloseTo(odds(1) / (1 + odds(1)), 12)
    expect(f1).not.toHaveProperty('intervalBecause')
  })

  it('is plain on other ranges', () => {
    // Each unit is 4 of 32: the size without it is always 28, so the interval is a point.
    const { size } = scoresWithIntervals(f1Metric, totalOf(eight), eight)
    expect(size).toEqual({ value: 32, low: 32, high: 32 })
    // Mean of the leave-outs 5, deviations -1 and 1: se = sqrt(7/8 * 8) = sqrt(7).
    const plain = withInterval({ value: 20 }, values(4, 6, 4, 6, 4, 6, 4, 6), [0, null])
    const reach = studentTQuantile(0.975, 7) * Math.sqrt(7)
    expect(plain.low).toBeCloseTo(20 - reach, 12)
    expect(plain.high).toBeCloseTo(20 + reach, 12)
  })

  it('is cut at the ends of the range', () => {
    const without = values(4, 6, 4, 6, 4, 6, 4, 6)
    expect(withInterval({ value: 1 }, without, [0, null]).low).toBe(0)
    expect(withInterval({ value: 1 }, without, [-100, 2])).toMatchObject({ high: 2 })
    expect(withInterval({ value: 1 }, without, [-100, 2]).low).toBeLessThan(0)
  })

  it('there is none for fewer than 8 units', () => {
    const seven = eight.slice(1)
    const { f1 } = scoresWithIntervals(f1Metric, totalOf(seven), seven)
    expect(f1).toEqual({ value: 20 / 28, low: null, high: null, intervalBecause: 'fewer than 8 units' })
  })

  it('there is none for a score of 0 or 1', () => {
    const ends = (value: number) =>
      withInterval({ value }, values(...Array.from({ length: 8 }, () => value)), share)
    expect(ends(0)).toEqual({
      value: 0,
      low: null,
      high: null,
      intervalBecause: 'a score of 0 has no interval',
    })
    expect(ends(1)).toEqual({
      value: 1,
      low: null,
      high: null,
      intervalBecause: 'a score of 1 has no interval',
    })
  })

  it('there is none where the score of the others is undefined', () => {
    const without = [
      ...values(0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5),
      { value: null, because: 'nothing is gold' },
    ]
    expect(withInterval({ value: 0.5 }, without, share)).toEqual({
      value: 0.5,
      low: null,
      high: null,
      intervalBecause: 'without one of the units the score is undefined',
    })
  })

  it('there is none for an undefined score, which keeps its reason', () => {
    expect(withInterval({ value: null, because: 'nothing is gold' }, [], share)).toEqual({
      value: null,
      because: 'nothing is gold',
      low: null,
      high: null,
      intervalBecause: 'the score is undefined',
    })
  })

  it('of a column by type rests on the units that counted the type', () => {
    const metric = mentionsMetric()
    const counts = (type: string, credit: number): Counts =>
      Object.fromEntries(
        [
          ['strict.credit', credit],
          ['strict.gold', 2],
          ['strict.predicted', 2],
        ].flatMap(([key, value]) => [
          [key, value],
          [`${key}/${type}`, value],
        ]),
      )
    const units: Counts[] = [
      ...[2, 1, 2, 1, 2, 1, 2, 1].map((credit) => counts('ORG', credit)),
      // A 0 is nothing counted.
      ...[2, 1, 1].map((credit) => ({ ...counts('LAW', credit), 'strict.credit/ORG': 0 })),
    ]
    const total = Object.fromEntries(
      Object.keys({ ...units[0], ...units[8] }).map((key) => [
        key,
        units.reduce((sum, unit) => sum + (unit[key] ?? 0), 0),
      ]),
    )
    const all = scoresWithIntervals(metric, total, units)
    // As if the eight units with an ORG were alone.
    const { f1 } = scoresWithIntervals(f1Metric, totalOf(eight), eight)
    expect(all['strict.f1/ORG']!.low).toBeCloseTo(f1!.low!, 12)
    expect(all['strict.f1/ORG']!.high).toBeCloseTo(f1!.high!, 12)
    expect(all['strict.f1/LAW']).toMatchObject({
      value: 4 / 6,
      low: null,
      intervalBecause: 'fewer than 8 units',
    })
    expect(all['strict.f1']!.low).not.toBeNull()
  })

  it('takes the value from the total, and a column without a range as unbounded', () => {
    const metric: Metric = { ...f1Metric, columns: [] }
    const { f1 } = scoresWithIntervals(metric, { credit: 1, gold: 1, predicted: 1 }, eight)
    expect(f1!.value).toBe(1)
    expect(f1!.low).not.toBeNull()
  })
})
