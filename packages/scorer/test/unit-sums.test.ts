import type { Counts } from '@assay/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createUnitSums } from '../src/index.ts'

type Row = readonly [unit: string, counts: Counts]

function sumsOf(rows: readonly Row[]) {
  const sums = createUnitSums()
  for (const [unit, counts] of rows) sums.add(unit, counts)
  return { units: sums.units(), total: sums.total(), areBlocks: sums.areBlocks }
}

const rowsOf = (units: number): Row[] =>
  Array.from({ length: units }, (_, i) => [`article ${i}`, { gold: (i % 7) + 1, share: 1 / ((i % 9) + 3) }])

describe('sums by unit', () => {
  it('add up the articles of a story, and keep a counted 0 apart from nothing', () => {
    expect(
      sumsOf([
        ['story', { gold: 2, credit: 0 }],
        ['b', { gold: 1, 'gold/ORG': 1 }],
        ['story', { credit: 0, gold: 3 }],
        ['empty', { gold: 0 }],
        ['none', {}],
      ]),
    ).toEqual({
      units: [
        { id: 'b', counts: { gold: 1, 'gold/ORG': 1 } },
        { id: 'story', counts: { gold: 5, credit: 0 } },
      ],
      total: { gold: 6, credit: 0, 'gold/ORG': 1 },
      areBlocks: false,
    })
  })

  it('take a key that a hundred others of another unit came before', () => {
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`gold/${i}`, 1]))
    const { units } = sumsOf([
      ['a', { gold: 1 }],
      ['b', many],
      ['a', { 'gold/99': 2 }],
    ])
    expect(units[0]).toEqual({ id: 'a', counts: { gold: 1, 'gold/99': 2 } })
  })

  it('are empty without rows', () => {
    expect(sumsOf([])).toEqual({ units: [], total: {}, areBlocks: false })
  })

  it('are kept for each of 10,000 units, and for 1,000 blocks above', () => {
    const rows = rowsOf(10_000)
    const all = sumsOf([...rows, ...rows])
    expect(all.units).toHaveLength(10_000)
    expect(all.areBlocks).toBe(false)
    const more = sumsOf([...rows, ['one more', { gold: 1 }], ...rows])
    expect(more.units).toHaveLength(1_000)
    expect(more.areBlocks).toBe(true)
    expect(more.total).toEqual({ gold: all.total['gold']! + 1, share: all.total['share'] })
    // Blocks are chosen by id: both articles of a unit lie in one, and the sizes are even.
    const sizes = sumsOf(rowsOf(20_000).map(([unit]) => [unit, { articles: 1 }])).units
    expect(sizes).toHaveLength(1_000)
    expect(Math.max(...sizes.map(({ counts }) => counts['articles']!))).toBeLessThan(60)
  })

  it('do not depend on the order of rows, to the bit', () => {
    const real = fc.oneof(
      fc.nat(1000),
      fc.double({ min: -1e6, max: 1e6, noNaN: true, noDefaultInfinity: true }),
    )
    const counts = fc.dictionary(fc.constantFrom('a', 'b', 'c'), real)
    const row = fc.tuple(fc.constantFrom('x', 'y', 'z'), counts)
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (rows) => {
        expect(sumsOf(rows.toReversed())).toEqual(sumsOf(rows))
      }),
      { numRuns: 200 },
    )
    const many = rowsOf(12_000)
    expect(sumsOf(many.toReversed())).toEqual(sumsOf(many))
  })

  it('are right to the last digit where plain sums drift', () => {
    const { total } = sumsOf(
      Array.from({ length: 30_000 }, (_, i) => [`a${i % 3}`, { share: 1 / 3, tenth: 0.1 }]),
    )
    expect(total).toEqual({ share: 10_000, tenth: 3_000 })
  })

  it('take a unit that is named like a property of every object', () => {
    expect(sumsOf([['__proto__', { constructor: 1, toString: 2 }]])).toEqual({
      units: [{ id: '__proto__', counts: { constructor: 1, toString: 2 } }],
      total: { constructor: 1, toString: 2 },
      areBlocks: false,
    })
  })
})
