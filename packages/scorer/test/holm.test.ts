import { describe, expect, it } from 'vitest'
import { holm } from '../src/index.ts'

describe('holm', () => {
  it('multiplies the smallest p by the number of tests, the next by one less, and never falls', () => {
    // Sorted 0.01, 0.02, 0.03, 0.5: times 4, 3, 2, 1 are 0.04, 0.06, 0.06, 0.5.
    const corrected = holm([0.03, 0.01, 0.5, 0.02])
    const expected = [0.06, 0.04, 0.5, 0.06]
    corrected.forEach((p, i) => expect(p).toBeCloseTo(expected[i]!, 12))
  })

  it('carries a larger corrected p on to the ones after it', () => {
    // 0.02 x 3 = 0.06; 0.021 x 2 = 0.042, kept at 0.06; 0.03 likewise.
    const corrected = holm([0.021, 0.02, 0.03])
    corrected.forEach((p) => expect(p).toBeCloseTo(0.06, 12))
  })

  it('stops at 1', () => {
    expect(holm([0.6, 0.9])).toEqual([1, 1])
  })

  it('leaves one test, and none, as it is', () => {
    expect(holm([0.04])).toEqual([0.04])
    expect(holm([])).toEqual([])
  })

  it('does not change its argument', () => {
    const p = Object.freeze([0.02, 0.01])
    expect(holm(p)).toEqual([0.02, 0.02])
  })
})
