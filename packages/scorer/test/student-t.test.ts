import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { studentTCdf, studentTQuantile, twoSidedP } from '../src/index.ts'

describe("Student's t", () => {
  it.each([
    // One degree of freedom is the Cauchy distribution: tan(pi (p - 1/2)).
    [0.975, 1, Math.tan(Math.PI * 0.475)],
    [0.9, 1, Math.tan(Math.PI * 0.4)],
    // Two degrees: (2p - 1) / sqrt(2 p (1 - p)).
    [0.975, 2, 0.95 / Math.sqrt(2 * 0.975 * 0.025)],
    [0.8, 2, 0.6 / Math.sqrt(2 * 0.8 * 0.2)],
  ])('has the quantile %d at %d degrees of freedom in closed form', (p, degrees, t) => {
    expect(Math.abs(studentTQuantile(p, degrees) / t - 1)).toBeLessThan(1e-10)
  })

  it.each([
    // Printed tables, three decimals.
    [0.975, 5, 2.571],
    [0.975, 7, 2.365],
    [0.975, 11, 2.201],
    [0.95, 11, 1.796],
    [0.975, 29, 2.045],
    [0.8, 29, 0.854],
    [0.995, 29, 2.756],
    [0.975, 59, 2.001],
    [0.9995, 10, 4.587],
    [0.975, 120, 1.98],
    [0.975, 100_000, 1.96],
  ])('has the quantile %d at %d degrees of freedom of the tables', (p, degrees, t) => {
    expect(studentTQuantile(p, degrees)).toBeCloseTo(t, 3)
  })

  it('has the cdf of one and of three degrees of freedom in closed form', () => {
    for (const t of [-8, -1, -0.2, 0, 0.3, 1, 2.5, 40]) {
      expect(Math.abs(studentTCdf(t, 1) - (1 / 2 + Math.atan(t) / Math.PI))).toBeLessThan(1e-12)
      const s = t / Math.sqrt(3)
      const three = 1 / 2 + (s / (1 + s * s) + Math.atan(s)) / Math.PI
      expect(Math.abs(studentTCdf(t, 3) - three)).toBeLessThan(1e-12)
    }
  })

  it('stays accurate far out in the tail', () => {
    // Cauchy: P(|T| > t) = 2 atan(1/t) / pi.
    expect(Math.abs(twoSidedP(1e6, 1) / ((2 * Math.atan(1e-6)) / Math.PI) - 1)).toBeLessThan(1e-10)
    expect(twoSidedP(Number.POSITIVE_INFINITY, 9)).toBe(0)
    expect(twoSidedP(0, 9)).toBe(1)
  })

  it('is symmetric, and the quantile undoes the cdf', () => {
    const p = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })
    fc.assert(
      fc.property(p, fc.integer({ min: 1, max: 2000 }), (p, degrees) => {
        const t = studentTQuantile(p, degrees)
        expect(Math.abs(studentTCdf(t, degrees) - p)).toBeLessThan(1e-10)
        expect(studentTCdf(-t, degrees)).toBeCloseTo(1 - p, 10)
      }),
    )
    expect(studentTQuantile(0.5, 7)).toBe(0)
    expect(studentTQuantile(0.25, 7)).toBe(-studentTQuantile(0.75, 7))
  })
})
