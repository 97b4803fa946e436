import type { CountRow, Counts } from '@assay/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bcaInterval,
  bootstrapPaired,
  comparePaired,
  percentileInterval,
  resampleSums,
  scoresWithIntervals,
} from '../src/index.ts'
import { f1Metric } from './cases.ts'

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, v) => sum + v, 0) / values.length
const sd = (values: ArrayLike<number>) => {
  const middle = mean(values)
  return Math.sqrt(mean(Array.from(values, (value) => (value - middle) ** 2)))
}

describe('sums over random samples of units', () => {
  it('add up as many units as there are, the same units for all columns', () => {
    const column = [1, 5, 2, 9, 4, 4, 0]
    const [ones, once, twice, halves] = resampleSums([
      column.map(() => 1),
      column,
      column.map((value) => 2 * value),
      column.map((value) => value / 2),
    ])
    expect(new Set(ones)).toEqual(new Set([7]))
    expect(twice).toEqual(once!.map((value) => 2 * value))
    expect(halves).toEqual(once!.map((value) => value / 2))
  })

  it('take every unit equally often, also one alone and an odd number of them', () => {
    for (const units of [1, 2, 3, 17, 1_000]) {
      // Sums of powers of 4 show how often each of the first three units was drawn, up to three times.
      const columns = Array.from({ length: Math.min(units, 3) }, (_, unit) =>
        Array.from({ length: units }, (_, i) => (i === unit ? 1 : 0)),
      )
      for (const sums of resampleSums(columns, { resamples: 20_000, seed: 3 })) {
        // A unit is drawn once on average, with variance 1 - 1/n: five standard errors are below 5/sqrt(20,000).
        expect(Math.abs(mean(sums) - 1)).toBeLessThan(5 / Math.sqrt(20_000))
        expect(Math.abs(sd(sums) ** 2 - (1 - 1 / units))).toBeLessThan(0.06)
      }
    }
  })

  it('draw units independently of each other', () => {
    const unit = (which: number) => Array.from({ length: 10 }, (_, i) => (i === which ? 1 : 0))
    const counts = resampleSums(Array.from({ length: 10 }, (_, which) => unit(which)))
    for (let i = 0; i < 10; i++) {
      for (let j = 0; j < i; j++) {
        // Multinomial: covariance -1/n.
        const product = mean(counts[i]!.map((value, r) => (value - 1) * (counts[j]![r]! - 1)))
        expect(Math.abs(product + 1 / 10)).toBeLessThan(0.05)
      }
    }
  })

  it('are those of xoroshiro64*, two units of a call, in all versions: published intervals rest on them', () => {
    const powers = [1, 8, 64, 512, 4096, 32_768]
    const sums = [...resampleSums([powers], { resamples: 4, seed: 1 })[0]!]
    expect(sums).toEqual([...resampleSums([powers], { resamples: 4 })[0]!])
    expect(sums).toEqual(plainDraws(4, 1).map((drawn) => drawn.reduce((sum, i) => sum + powers[i]!, 0)))
  })

  it('are the same for the same seed and others for another, for every seed', () => {
    const column = [[3, 1, 4, 1, 5, 9, 2, 6]]
    const drawn = (seed: number) => resampleSums(column, { resamples: 200, seed })[0]!
    expect(drawn(7)).toEqual(drawn(7))
    for (const seed of [0, 1, 2, -1, 0x9e3779b9, -0x9e3779b9]) {
      expect(drawn(seed)).not.toEqual(drawn(seed + 3))
      expect(sd(drawn(seed))).toBeGreaterThan(3)
    }
  })

  it('do not depend on which columns are drawn together', () => {
    const number = fc.oneof(
      fc.nat(30),
      fc.nat(2 ** 40),
      fc.double({ min: -5, max: 5, noNaN: true }),
      fc.integer(),
    )
    const columns = fc.integer({ min: 1, max: 9 }).chain((units) => {
      const column = fc.array(number, { minLength: units, maxLength: units })
      const counts = fc.array(fc.nat(20), { minLength: units, maxLength: units })
      return fc.array(fc.oneof(column, counts), { minLength: 1, maxLength: 8 })
    })
    fc.assert(
      fc.property(columns, (all) => {
        const together = resampleSums(all, { resamples: 20 })
        all.forEach((column, i) => {
          const alone = resampleSums([column], { resamples: 20 })[0]!
          expect(Array.from(together[i]!, (sum) => sum + 0)).toEqual(Array.from(alone, (sum) => sum + 0))
        })
      }),
      { numRuns: 200 },
    )
  })

  it('refuse columns of different lengths, and no units', () => {
    expect(() => resampleSums([[1, 2], [1]])).toThrow('columns of 2, 1 units')
    expect(() => resampleSums([[]])).toThrow('columns of 0 units')
    expect(() => resampleSums([])).toThrow('columns of')
    expect(() => resampleSums([new Float64Array(65_537)])).toThrow('columns of 65537 units')
  })
})

describe('bootstrap intervals', () => {
  it('by percentiles are interpolated', () => {
    // 5 values: 2.5 % lies at 0.1, 97.5 % at 3.9 of the way from the first (0) to the last (4).
    const [low, high] = percentileInterval(Float64Array.of(50, 10, 40, 20, 30))
    expect(low).toBeCloseTo(11, 12)
    expect(high).toBeCloseTo(49, 12)
    expect(percentileInterval(Float64Array.of(1, 2, 3), 0)).toEqual([2, 2])
  })

  it('BCa is the percentile interval where nothing is biased or skewed', () => {
    const resampled = Float64Array.from({ length: 101 }, (_, i) => i)
    const [low, high] = bcaInterval(50, resampled, [1, 2, 3])!
    expect(low).toBeCloseTo(2.5, 9)
    expect(high).toBeCloseTo(97.5, 9)
    // No spread without the units: no skewness.
    expect(bcaInterval(50, resampled, [2, 2, 2])![0]).toBeCloseTo(2.5, 9)
  })

  it('BCa moves the percentiles by bias and skewness', () => {
    // 69.146 % of a normal distribution lie below 1/2. 1,383 of 2,000 values below the estimate: bias 0.500107.
    const resampled = Float64Array.from({ length: 2_000 }, (_, i) => i)
    // Leave-outs 0, 0, 3: mean 1, mean minus each 1, 1, -2: a = (1 + 1 - 8) / (6 (1 + 1 + 4)^1.5) = -1/6^1.5.
    const [low, high] = bcaInterval(1_382.5, resampled, [0, 0, 3])!
    const bias = 0.500_106_6
    const z = 1.959_963_985
    const a = -1 / 6 ** 1.5
    // Phi by its own series of Hastings (Abramowitz and Stegun 26.2.17), error below 1e-7.
    const phi = (x: number) => {
      const t = 1 / (1 + 0.231_641_9 * Math.abs(x))
      const series =
        t *
        (0.319_381_53 + t * (-0.356_563_782 + t * (1.781_477_937 + t * (-1.821_255_978 + t * 1.330_274_429))))
      const tail = (series * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI)
      return x > 0 ? 1 - tail : tail
    }
    const end = (at: number) => 1_999 * phi(bias + (bias + at) / (1 - a * (bias + at)))
    expect(low).toBeCloseTo(end(-z), 1)
    expect(high).toBeCloseTo(end(z), 1)
  })

  it('BCa does not exist where all resampled values lie on one side', () => {
    expect(bcaInterval(5, Float64Array.of(6, 7), [1, 2])).toBeNull()
    expect(bcaInterval(5, Float64Array.of(3, 4), [1, 2])).toBeNull()
    expect(bcaInterval(5, Float64Array.of(5, 5), [5, 5])).toEqual([5, 5])
  })
})

describe('the methods of an interval', () => {
  const units: Counts[] = Array.from({ length: 24 }, (_, i) => ({
    credit: i % 4,
    gold: 4,
    predicted: 3 + (i % 3),
  }))
  const total = Object.fromEntries(
    ['credit', 'gold', 'predicted'].map((key) => [key, units.reduce((sum, unit) => sum + unit[key]!, 0)]),
  )
  const f1 = (options: Parameters<typeof scoresWithIntervals>[3]) =>
    scoresWithIntervals(f1Metric, total, units, options)['f1']!

  it('agree about where the score lies, and say which one was asked for', () => {
    const plain = f1({})
    expect(plain).not.toHaveProperty('intervalBy')
    for (const method of ['percentile', 'bca'] as const) {
      const other = f1({ method, seed: 4 })
      expect(other.value).toBe(plain.value)
      expect(other.intervalBy).toBe(`${method} bootstrap, 10000 samples, seed 4`)
      expect(Math.abs(other.low! - plain.low!)).toBeLessThan(0.03)
      expect(Math.abs(other.high! - plain.high!)).toBeLessThan(0.03)
      expect(f1({ method, seed: 4 })).toEqual(other)
      expect(f1({ method, seed: 5 })).not.toEqual(other)
    }
  })

  it('say that blocks of units were used', () => {
    expect(f1({ areBlocks: true })).toEqual({ ...f1({}), intervalBy: 'leave-one-out of blocks of units' })
    expect(f1({ areBlocks: true, method: 'bca', resamples: 100 }).intervalBy).toBe(
      'bca bootstrap of blocks of units, 100 samples, seed 1',
    )
  })

  it('give no interval where there is none by leaving out, and where a sample is undefined', () => {
    const perfect = Array.from({ length: 9 }, () => ({ credit: 1, gold: 1, predicted: 1 }))
    const sure = scoresWithIntervals(f1Metric, { credit: 9, gold: 9, predicted: 9 }, perfect, {
      method: 'bca',
    })
    expect(sure['f1']).toMatchObject({ value: 1, low: null, intervalBecause: 'a score of 1 has no interval' })
    expect(sure['f1']).not.toHaveProperty('intervalBy')
    // Two of nine units hold everything: (7/9)^9, a tenth of the samples, draw neither.
    const rare = perfect.map((_, i) => (i < 2 ? { credit: i, gold: 1, predicted: 1 } : { other: 1 }))
    const often = scoresWithIntervals(f1Metric, { credit: 1, gold: 2, predicted: 2 }, rare, {
      method: 'percentile',
    })
    expect(often['f1']).toEqual({
      value: 1 / 2,
      low: null,
      high: null,
      intervalBecause: 'in one of the samples the score is undefined',
    })
  })
})

describe('the paired bootstrap', () => {
  const rows = (...credits: readonly number[]): CountRow[] =>
    credits.map((credit, i) => ({
      metric: 'f1',
      article: `a${i}`,
      unit: `u${String(i).padStart(3, '0')}`,
      counts: { credit, gold: 2, predicted: 2 },
    }))
  const some = (n: number, of: (i: number) => number) => rows(...Array.from({ length: n }, (_, i) => of(i)))

  it('gives the interval of the difference that leaving out gives, about', () => {
    const [a, b] = [some(60, (i) => (i % 5 === 0 ? 1 : 2)), some(60, (i) => (i % 3) / 2 + 0.5)]
    const bootstrap = bootstrapPaired(a, b, f1Metric)
    const leftOut = comparePaired(a, b, f1Metric)
    expect(bootstrap.difference).toBeCloseTo(leftOut.difference!, 12)
    expect(bootstrap.low).toBeCloseTo(leftOut.low!, 1)
    expect(bootstrap.high).toBeCloseTo(leftOut.high!, 1)
    expect(bootstrap).toMatchObject({ units: 60, p: 2 / 10_001 })
  })

  it('turns the signs round when the systems change places, and finds no difference where there is none', () => {
    const [a, b] = [some(20, (i) => i % 3), some(20, (i) => (i * i) % 3)]
    const [forth, back] = [bootstrapPaired(a, b, f1Metric), bootstrapPaired(b, a, f1Metric)]
    expect(back.difference).toBeCloseTo(-forth.difference!, 12)
    expect(back.low).toBeCloseTo(-forth.high!, 12)
    expect(back.p).toBe(forth.p)
    expect(bootstrapPaired(a, a, f1Metric)).toEqual({ units: 20, difference: 0, low: 0, high: 0, p: 1 })
  })

  it('has nothing but the difference below 8 units, and nothing where a system is undefined', () => {
    const seven = some(7, () => 1)
    expect(
      bootstrapPaired(
        some(7, () => 2),
        seven,
        f1Metric,
      ),
    ).toEqual({
      units: 7,
      difference: 1 / 2,
      low: null,
      high: null,
      p: null,
    })
    const empty = some(9, () => 0).map((row) => ({ ...row, counts: {} }))
    expect(
      bootstrapPaired(
        empty,
        some(9, () => 1),
        f1Metric,
      ),
    ).toMatchObject({ difference: null, p: null })
  })
})

/** Samples of six units by the published algorithm on 64-bit integers (Blackman and Vigna 2018; Lemire 2019). */
function plainDraws(samples: number, seed: number): number[][] {
  const word = (value: bigint) => BigInt.asUintN(32, value)
  const rotated = (value: bigint, by: bigint) => word((value << by) | (value >> (32n - by)))
  const scramble = (value: bigint) => {
    let mixed = word(value)
    mixed = word((mixed ^ (mixed >> 16n)) * 0x85ebca6bn)
    mixed = word((mixed ^ (mixed >> 13n)) * 0xc2b2ae35n)
    return mixed ^ (mixed >> 16n)
  }
  let s0 = scramble(BigInt(seed))
  let s1 = scramble(BigInt(seed) + 0x9e3779b9n)
  const next = () => {
    const output = word(s0 * 0x9e3779bbn)
    s1 ^= s0
    s0 = rotated(s0, 26n) ^ s1 ^ word(s1 << 9n)
    s1 = rotated(s1, 13n)
    return output
  }
  const index = (bits: bigint) =>
    ((bits * 6n) & 0xffffn) < 2n ** 16n % 6n ? null : Number((bits * 6n) >> 16n)
  return Array.from({ length: samples }, () => {
    const drawn: number[] = []
    while (drawn.length < 6) {
      const output = next()
      const [high, low] = [index(output >> 16n), index(output & 0xffffn)]
      if (high !== null && low !== null) drawn.push(high, low)
    }
    return drawn
  })
}
