import { describe, expect, it } from 'vitest'
import { normalCdf, normalQuantile } from '../src/statistics/normal.ts'

describe('the standard normal distribution', () => {
  it.each([
    [0, 1 / 2],
    [1, 0.8413447460685429],
    [-1.959963984540054, 0.025],
    [10, 1],
    [-10, 0],
  ])('has the table value below %d', (z, share) => expect(normalCdf(z)).toBeCloseTo(share, 14))

  it('has the known quantiles', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12)
    expect(normalQuantile(1 / 2)).toBeCloseTo(0, 12)
  })
})
