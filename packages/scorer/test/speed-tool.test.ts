import { describe, expect, it } from 'vitest'
import { type Row, ratioOf, renderRow, verdictOf } from '../tools/speed/table.ts'
import { newsPairs } from '../tools/speed/texts.ts'

const row: Row = { bench: 'b', unit: 'pairs', peer: 'peer', ours: 3000, theirs: 100, floor: 15, aim: 100 }

describe('a row of the speed table', () => {
  it('is ours / theirs, held against floor and aim', () => {
    expect(ratioOf(row)).toBe(30)
    expect(verdictOf(row)).toBe('below the aim')
    expect(verdictOf({ ...row, ours: 1499 })).toBe('below the floor')
    expect(verdictOf({ ...row, ours: 1500 })).toBe('below the aim')
    expect(verdictOf({ ...row, ours: 10_000 })).toBe('at the aim')
    const { floor: _, aim: __, ...free } = row
    expect(verdictOf(free)).toBe('measured')
    expect(verdictOf({ ...row, theirs: null })).toBe('not found')
  })

  it('says how far the aim is', () => {
    expect(renderRow(row)).toMatch(/^ {2}peer +3000 +100 +30x +15x +100x {2}3.33x from the aim$/)
    expect(renderRow({ ...row, ours: 1000 })).toMatch(/BELOW THE FLOOR by 1.5x$/)
    expect(renderRow({ ...row, ours: 12_000 })).toMatch(/120x +15x +100x {2}aim reached$/)
  })

  it('says what to install where a peer is not found', () => {
    const missing = { ...row, theirs: null, because: 'not found (pip install rouge-score)' }
    expect(renderRow(missing)).toBe('  peer: not found (pip install rouge-score); floor 15x, aim 100x')
    expect(ratioOf(missing)).toBeNull()
  })
})

describe('the texts of the benches', () => {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

  it.each([
    [60, 4.6],
    [600, 41],
  ])('have about %i words in %f lines on both sides, and share a part of them', (words, lines) => {
    const pairs = newsPairs(1, 200, words, lines)
    for (const side of ['gold', 'predicted'] as const) {
      expect(mean(pairs.map((pair) => pair[side].split(/\s/).length)) / words).toBeCloseTo(1, 0)
      expect(mean(pairs.map((pair) => pair[side].split('\n').length)) / lines).toBeCloseTo(1, 0)
    }
    expect(pairs.every(({ gold, predicted }) => gold !== predicted)).toBe(true)
  })

  it('are the same for the same seed, and others for another', () => {
    expect(newsPairs(7, 3, 60, 4.6)).toEqual(newsPairs(7, 3, 60, 4.6))
    expect(newsPairs(8, 3, 60, 4.6)).not.toEqual(newsPairs(7, 3, 60, 4.6))
  })
})
