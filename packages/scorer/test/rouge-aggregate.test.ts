import { describe, expect, it } from 'vitest'
import { aggregateRouge } from '../src/summaries/rouge/aggregate.ts'
import { createNumpyChoice } from '../tools/parity/numpy/mt19937.ts'

const score = (value: number) => ({ precision: value, recall: value / 2, f: value / 4 })

/** Gives these indices again and again. */
function repeating(...indices: readonly number[]): (size: number) => number {
  let at = 0
  return () => indices[at++ % indices.length]!
}

describe('aggregateRouge', () => {
  it('is the percentiles of the means of samples, and the middle one', () => {
    // Samples (0 0), (0 1), (1 1), (0 1), (1 1): means 0, 1/2, 1, 1/2, 1; sorted 0, 1/2, 1/2, 1, 1.
    const draw = repeating(0, 0, 0, 1, 1, 1, 0, 1, 1, 1)
    expect(aggregateRouge([score(0), score(1)], draw, { samples: 5, confidence: 1 })).toEqual({
      low: score(0),
      mid: score(1 / 2),
      high: score(1),
    })
    // A quarter and three quarters of the way through five values are the second and the fourth.
    expect(aggregateRouge([score(0), score(1)], draw, { samples: 5, confidence: 1 / 2 })).toEqual({
      low: score(1 / 2),
      mid: score(1 / 2),
      high: score(1),
    })
  })

  it('interpolates between two means', () => {
    // Means 0 and 1: 2.5 %, half and 97.5 % of the way.
    const { low, mid, high } = aggregateRouge([score(0), score(1)], repeating(0, 0, 1, 1), { samples: 2 })
    expect([low.precision, mid.precision, high.precision].map((value) => value.toFixed(12))).toEqual([
      (0.025).toFixed(12),
      (0.5).toFixed(12),
      (0.975).toFixed(12),
    ])
  })

  it('is one score where there is one, and nothing where there is none', () => {
    expect(aggregateRouge([score(1 / 3)], () => 0, { samples: 3 })).toEqual({
      low: score(1 / 3),
      mid: score(1 / 3),
      high: score(1 / 3),
    })
    expect(() => aggregateRouge([], () => 0)).toThrow('no ROUGE score')
  })
})

describe('the indices of NumPy', () => {
  it('begin with the published outputs of the Mersenne Twister, seed 5489', () => {
    // 3499211612 and 581869302 are its first two numbers; cut to 4 bits 12 and 6, of which 0 to 15 keeps both.
    const choose = createNumpyChoice(5489)
    expect([choose(16), choose(16)]).toEqual([3499211612 % 16, 581869302 % 16])
  })

  it('lie below the size, and draw nothing for one', () => {
    const [choose, other] = [createNumpyChoice(1), createNumpyChoice(1)]
    for (let i = 0; i < 50; i++) expect(choose(1)).toBe(0)
    const drawn = Array.from({ length: 2000 }, () => choose(5))
    expect(drawn).toEqual(Array.from({ length: 2000 }, () => other(5)))
    expect([...new Set(drawn)].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4])
  })
})
