import type { CountRow, Counts } from '@assay/schema'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import { comparePaired, scoresWithIntervals } from '../src/index.ts'
import { f1Metric } from './cases.ts'

/**
 * What the statistics promise, on simulated systems with fixed seeds. Units differ in size and in difficulty,
 * as news articles do. Fewer draws than the promise was made with, so that the test stays short.
 */
function createRandom(seed: number) {
  const generator = xoroshiro128plus(seed)
  return () => (generator.next() >>> 0) / 2 ** 32
}

interface UnitKind {
  readonly gold: number
  readonly difficulty: number
}

function drawUnit(random: () => number): UnitKind {
  return { gold: 4 + Math.floor(random() * 16), difficulty: random() * 0.4 - 0.2 }
}

function answer({ gold, difficulty }: UnitKind, skill: number, random: () => number): Counts {
  let [credit, predicted] = [0, 0]
  for (let i = 0; i < gold; i++) {
    const found = random() < skill + difficulty
    if (found) credit++
    if (found || random() < 0.5) predicted++
  }
  return { credit, gold, predicted }
}

const f1 = (units: readonly Counts[]) => {
  const sum = (key: string) => units.reduce((sum, unit) => sum + unit[key]!, 0)
  return (2 * sum('credit')) / (sum('gold') + sum('predicted'))
}
const draw = (units: readonly UnitKind[], skill: number, random: () => number) =>
  units.map((unit) => answer(unit, skill, random))
const kinds = (n: number, random: () => number) => Array.from({ length: n }, () => drawUnit(random))

describe('on simulated systems', () => {
  it.each([
    [12, 0.7, 90, 97],
    [30, 0.7, 91, 97],
    [12, 0.25, 90, 97],
    [60, 0.7, 92, 97],
  ])(
    'the interval of %d units at skill %d holds the true score in %d to %d percent of draws',
    (n, skill, least, most) => {
      const random = createRandom(n)
      const truth = f1(draw(kinds(200_000, random), skill, random))
      const draws = 1_500
      let held = 0
      for (let i = 0; i < draws; i++) {
        const units = draw(kinds(n, random), skill, random)
        const total = { credit: 0, gold: 0, predicted: 0 }
        for (const unit of units)
          for (const key of ['credit', 'gold', 'predicted'] as const) total[key] += unit[key]!
        const { low, high } = scoresWithIntervals(f1Metric, total, units)['f1']!
        if (low !== null && high !== null && low <= truth && truth <= high) held++
      }
      expect((100 * held) / draws).toBeGreaterThanOrEqual(least)
      expect((100 * held) / draws).toBeLessThanOrEqual(most)
    },
  )

  it('two equal systems are told apart in at most 7 % of draws, and unequal ones often', () => {
    const random = createRandom(5)
    const rows = (units: readonly Counts[]): CountRow[] =>
      units.map((counts, i) => ({ metric: 'f1', article: `a${i}`, unit: `a${i}`, counts }))
    const significant = (skillA: number, skillB: number, draws: number) => {
      let count = 0
      for (let i = 0; i < draws; i++) {
        const units = kinds(10, random)
        const a = rows(draw(units, skillA, random))
        const b = rows(draw(units, skillB, random))
        if (comparePaired(a, b, f1Metric).p! <= 0.05) count++
      }
      return (100 * count) / draws
    }
    expect(significant(0.6, 0.6, 400)).toBeLessThanOrEqual(7)
    expect(significant(0.75, 0.45, 100)).toBeGreaterThan(80)
  })
})
