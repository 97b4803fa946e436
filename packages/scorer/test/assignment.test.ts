import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assign, type WeightedPair } from '../src/matching/assignment.ts'

const pair = (gold: number, predicted: number, ...weight: number[]): WeightedPair => ({
  gold,
  predicted,
  weight,
})

describe('assign', () => {
  it('has nothing to pair in an empty graph', () => {
    expect(assign([])).toEqual([])
  })

  it('gives up a good pair where two others add up to more', () => {
    // 0-0 alone is 3; 0-1 and 1-0 together are 2 + 2.
    const pairs = [pair(0, 0, 3), pair(0, 1, 2), pair(1, 0, 2)]
    expect(assign(pairs)).toEqual([pairs[1], pairs[2]])
  })

  it('keeps the good pair where two others add up to less', () => {
    const pairs = [pair(0, 0, 5), pair(0, 1, 2), pair(1, 0, 2)]
    expect(assign(pairs)).toEqual([pairs[0]])
  })

  it('never trades an earlier level for a later one, however large', () => {
    // First level: 1 against 0 + 0.
    const pairs = [pair(0, 0, 1, 0), pair(0, 1, 0, 900), pair(1, 0, 0, 900)]
    expect(assign(pairs)).toEqual([pairs[0]])
  })

  it('decides by the later level where the earlier one is equal', () => {
    const pairs = [pair(0, 0, 1, 3), pair(0, 1, 1, 4)]
    expect(assign(pairs)).toEqual([pairs[1]])
  })

  it('leaves out pairs that add nothing', () => {
    expect(assign([pair(0, 0, 0, 0), pair(1, 1, 0, 1)])).toEqual([pair(1, 1, 0, 1)])
  })

  it('solves components by themselves and answers in order', () => {
    const pairs = [pair(7, 2, 1), pair(3, 9, 1), pair(3, 8, 2), pair(5, 8, 1)]
    // 3-9 and 5-8 are worth 2, as much as 3-8 alone: only the sum of both sides is fixed there.
    const result = assign(pairs)
    expect(result.at(-1)).toEqual(pair(7, 2, 1))
    expect(result.reduce((sum, { weight }) => sum + weight[0]!, 0)).toBe(3)
    expect(result.map(({ gold }) => gold)).toEqual(result.map(({ gold }) => gold).sort((a, b) => a - b))
  })

  it('takes the first of equals', () => {
    expect(assign([pair(0, 1, 1), pair(0, 0, 1)])).toEqual([pair(0, 0, 1)])
    expect(assign([pair(1, 0, 1), pair(0, 0, 1)])).toEqual([pair(0, 0, 1)])
  })

  it('equals brute force, is one to one, and does not depend on the order of pairs', () => {
    const graph = fc.uniqueArray(
      fc.record({
        gold: fc.nat(5),
        predicted: fc.nat(5),
        weight: fc.tuple(fc.nat(2), fc.nat(2), fc.nat(3)),
      }),
      { selector: (p) => p.gold * 6 + p.predicted, maxLength: 20 },
    )
    fc.assert(
      fc.property(graph, fc.infiniteStream(fc.nat()), (pairs, keys) => {
        const result = assign(pairs)
        expect(new Set(result.map((p) => p.gold)).size).toBe(result.length)
        expect(new Set(result.map((p) => p.predicted)).size).toBe(result.length)
        expect(total(result)).toEqual(bruteForce(pairs))
        const shuffled = pairs
          .map((p) => ({ p, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ p }) => p)
        expect(assign(shuffled)).toEqual(result)
      }),
      { numRuns: 500 },
    )
  })

  it('works on 500 against 500 that all touch each other', () => {
    const n = 500
    const pairs: WeightedPair[] = []
    for (let gold = 0; gold < n; gold++) {
      for (let predicted = 0; predicted < n; predicted++) {
        pairs.push(pair(gold, predicted, gold === n - 1 - predicted ? 2 : 1, 1, 1))
      }
    }
    const result = assign(pairs)
    expect(result).toHaveLength(n)
    expect(result.every((p) => p.gold === n - 1 - p.predicted)).toBe(true)
  })
})

function total(pairs: readonly WeightedPair[]): number[] {
  return [0, 1, 2].map((level) => pairs.reduce((sum, p) => sum + p.weight[level]!, 0))
}

/** The best total over every one-to-one choice of pairs, compared level by level. */
function bruteForce(pairs: readonly WeightedPair[]): number[] {
  let best = [0, 0, 0]
  const visit = (from: number, chosen: readonly WeightedPair[]) => {
    const sum = total(chosen)
    const level = sum.findIndex((value, i) => value !== best[i])
    if (level !== -1 && sum[level]! > best[level]!) best = sum
    for (let i = from; i < pairs.length; i++) {
      const next = pairs[i]!
      if (chosen.every((p) => p.gold !== next.gold && p.predicted !== next.predicted)) {
        visit(i + 1, [...chosen, next])
      }
    }
  }
  visit(0, [])
  return best
}
