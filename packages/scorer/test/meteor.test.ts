import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meteorScore } from '../src/index.ts'

const words = (text: string) => text.split(' ').filter((word) => word !== '')
const score = (gold: string, predicted: string) => meteorScore([words(gold)], words(predicted))

describe('METEOR without synonyms', () => {
  it('lowers the weighted mean of precision and recall by the number of chunks', () => {
    // 3 of 4 predicted words and 3 of 5 gold words match, in 2 chunks: "the cat" and "mat".
    const [precision, recall] = [3 / 4, 3 / 5]
    const mean = (precision * recall) / (0.9 * precision + 0.1 * recall)
    expect(score('the cat on a mat', 'the cat was mat')).toBeCloseTo((1 - 0.5 * (2 / 3) ** 3) * mean, 12)
  })

  it('takes alpha, beta and gamma', () => {
    const [precision, recall] = [3 / 4, 3 / 5]
    const mean = (precision * recall) / (0.5 * precision + 0.5 * recall)
    const value = meteorScore([words('the cat on a mat')], words('the cat was mat'), {
      alpha: 0.5,
      beta: 1,
      gamma: 0.3,
    })
    expect(value).toBeCloseTo((1 - 0.3 * (2 / 3)) * mean, 12)
  })

  it('matches stems where forms differ, and case never counts', () => {
    // One chunk of three: precision and recall are 1.
    expect(score('Banks raised rates', 'bank RAISES rate')).toBeCloseTo(1 - 0.5 * (1 / 3) ** 3, 12)
  })

  it('lets a form match before a stem', () => {
    // "bank" finds "bank", though "banks" stands nearer the end: places 0 and 2, two chunks.
    expect(score('bank x banks', 'bank banks')).toBeCloseTo(
      (1 - 0.5 * (2 / 2) ** 3) * ((1 * (2 / 3)) / (0.9 + 0.1 * (2 / 3))),
      12,
    )
  })

  it('gives the last of equal words away first', () => {
    // "a" takes the second "a": one chunk with "b". The first would make two.
    expect(score('a c a b', 'a b')).toBeCloseTo(
      (1 - 0.5 * (1 / 2) ** 3) * ((1 * (2 / 4)) / (0.9 + 0.1 * (2 / 4))),
      12,
    )
  })

  it('takes the best reference', () => {
    const references = ['x y', 'the cat', 'the dog'].map(words)
    expect(meteorScore(references, words('the cat'))).toBe(score('the cat', 'the cat'))
  })

  it('is 0 where nothing is in common', () => {
    expect(score('a b', 'c d')).toBe(0)
    expect(score('', 'c')).toBe(0)
    expect(score('a', '')).toBe(0)
    expect(meteorScore([], ['a'])).toBe(0)
  })

  it('stays between 0 and 1, and a text against itself loses only the penalty of one chunk', () => {
    const text = fc.array(fc.constantFrom('bank', 'banks', 'a', 'rate', 'Rates'), { maxLength: 12 })
    fc.assert(
      fc.property(text, text, (gold, predicted) => {
        const value = meteorScore([gold], predicted)
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
        const own = meteorScore([gold], gold)
        expect(own).toBeCloseTo(gold.length === 0 ? 0 : 1 - 0.5 * (1 / gold.length) ** 3, 12)
      }),
      { numRuns: 200, seed: 1 },
    )
  })
})
