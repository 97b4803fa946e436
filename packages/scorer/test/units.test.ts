import type { CountRow, Counts } from '@assay/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCounts, leaveOneOut, unitsOf } from '../src/index.ts'

const row = (article: string, unit: string, counts: Counts): CountRow => ({
  metric: 'm',
  article,
  unit,
  counts,
})

describe('unitsOf', () => {
  it('adds up the articles of a story, in the order of unit ids', () => {
    const rows = [
      row('a', 'story', { gold: 2, credit: 1 }),
      row('b', 'b', { gold: 1 }),
      row('c', 'story', { gold: 3, spurious: 1 }),
      row('d', 'B', { gold: 4 }),
    ]
    expect(unitsOf(rows)).toEqual([
      { id: 'B', counts: { gold: 4 } },
      { id: 'b', counts: { gold: 1 } },
      { id: 'story', counts: { gold: 5, credit: 1, spurious: 1 } },
    ])
  })

  it('leaves out units with nothing to score', () => {
    expect(
      unitsOf([row('a', 'a', { gold: 0, credit: 0 }), row('b', 'b', {}), row('c', 'c', { gold: 1 })]),
    ).toEqual([{ id: 'c', counts: { gold: 1 } }])
  })

  it('works on at most 1,000 blocks above 10,000 units, the same for every system', () => {
    const rows = Array.from({ length: 10_001 }, (_, i) => row(`a${i}`, `a${i}`, { gold: 1 }))
    expect(unitsOf(rows.slice(0, 10_000))).toHaveLength(10_000)
    const blocks = unitsOf(rows)
    expect(blocks).toHaveLength(1_000)
    expect(blocks.reduce((sum, { counts }) => sum + counts['gold']!, 0)).toBe(10_001)
    const sizes = blocks.map(({ counts }) => counts['gold']!)
    // 10 a block on average.
    expect(Math.max(...sizes)).toBeLessThan(40)
    // A system that counted nothing on most of the articles has some of the same blocks.
    const other = unitsOf(rows.map((item, i) => (i < 9_990 ? { ...item, counts: { gold: 0 } } : item)))
    expect(other.length).toBeLessThanOrEqual(11)
    expect(blocks.map(({ id }) => id)).toEqual(expect.arrayContaining(other.map(({ id }) => id)))
  })
})

describe('leaveOneOut', () => {
  it('gives the sum of the others, for each', () => {
    const units = [{ a: 1, b: 2 }, { a: 10 }, { b: 5, c: 1 }]
    expect(leaveOneOut(units, (others) => ({ ...others }))).toEqual([
      { a: 10, b: 5, c: 1 },
      { a: 1, b: 7, c: 1 },
      { a: 11, b: 2, c: 0 },
    ])
  })

  it('has nothing left without the only unit, and nothing to do without any', () => {
    expect(leaveOneOut([{ a: 1 }], (others) => ({ ...others }))).toEqual([{ a: 0 }])
    expect(leaveOneOut([], () => 1)).toEqual([])
  })

  it('keeps an exact 0, where subtracting would leave rounding', () => {
    const thirds = [{ a: 1 / 3 }, { a: 0 }, { a: 0 }]
    expect(leaveOneOut(thirds, (others) => others['a'])).toEqual([0, 1 / 3, 1 / 3])
    const mixed = [{ a: 0.1 }, { a: 0.2 }, { a: 0.3 }]
    expect(leaveOneOut(mixed, (others) => others['a'])).toEqual([0.2 + 0.3, 0.1 + 0.3, 0.1 + 0.2])
  })

  it('equals summing again', () => {
    const counts = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.nat(100))
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 8 }), (units) => {
        const total = addCounts(units)
        leaveOneOut(units, (others) => ({ ...others })).forEach((others, i) => {
          const again = addCounts(units.filter((_, j) => j !== i))
          for (const key of Object.keys(total)) expect(others[key]).toBe(again[key] ?? 0)
        })
      }),
    )
  })
})
