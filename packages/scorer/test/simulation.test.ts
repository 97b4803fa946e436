import type { CountRow, Counts, ScoredSystem } from '@assay/schema'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import {
  comparePaired,
  type IntervalOptions,
  plannedStandardError,
  rankRows,
  scoresWithIntervals,
  smallestDifference,
} from '../src/index.ts'
import { dataset, f1Metric } from './cases.ts'

/*
 * What the statistics promise, on simulated systems, with fixed seeds and 4,000 draws: one standard error of a
 * coverage near 95 % is 0.3 points. Units differ in size and in difficulty, as news articles do.
 */

const draws = 4_000
/** Milliseconds; many times what it takes on an idle core. */
const timeout = 600_000

type Random = () => number

function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed)
  return () => (generator.next() >>> 0) / 2 ** 32
}

interface UnitKind {
  readonly gold: number
  readonly difficulty: number
}

/** Gold items of a unit. */
type Size = (random: Random) => number

const even: Size = (random) => 4 + Math.floor(random() * 16)
/** Most units are small and a few hold much of the gold. */
const uneven: Size = (random) => 2 + Math.floor(40 * random() ** 4)

function drawKinds(n: number, random: Random, size: Size = even): UnitKind[] {
  return Array.from({ length: n }, () => ({ gold: size(random), difficulty: random() * 0.4 - 0.2 }))
}

/** A system finds an item with probability skill + difficulty, and in half of the other cases says something wrong. */
function answer({ gold, difficulty }: UnitKind, skill: number, random: Random) {
  let [credit, predicted] = [0, 0]
  for (let i = 0; i < gold; i++) {
    const found = random() < skill + difficulty
    if (found) credit++
    if (found || random() < 0.5) predicted++
  }
  return { credit, gold, predicted }
}

const answers = (kinds: readonly UnitKind[], skill: number, random: Random) =>
  kinds.map((kind) => answer(kind, skill, random))

/** F1 over all units there are: credit is `skill` of gold on average, predicted `(1 + skill)/2` of it. */
const trueF1 = (skill: number) => (2 * skill) / (1 + (1 + skill) / 2)
const skillOf = (f1: number) => (3 * f1) / (4 - f1)

function totalOf(units: readonly Counts[]): Counts {
  const total = { credit: 0, gold: 0, predicted: 0 }
  for (const unit of units) {
    for (const key of ['credit', 'gold', 'predicted'] as const) total[key] += unit[key]!
  }
  return total
}

const rowsOf = (units: readonly Counts[]): CountRow[] =>
  units.map((counts, i) => ({ metric: 'f1', article: `a${i}`, unit: `a${i}`, counts }))

/** Percent of draws in which the interval holds the true score; no interval is a miss. */
function coverage(
  n: number,
  skill: number,
  size: Size,
  count: number,
  options: IntervalOptions = {},
): number {
  const random = createRandom(n)
  const truth = trueF1(skill)
  let held = 0
  for (let i = 0; i < count; i++) {
    const units = answers(drawKinds(n, random, size), skill, random)
    const { low, high } = scoresWithIntervals(f1Metric, totalOf(units), units, options)['f1']!
    if (low !== null && high !== null && low <= truth && truth <= high) held++
  }
  return (100 * held) / count
}

describe('the interval holds the true score', () => {
  it.each([
    [12, 90],
    [30, 91],
    [60, 92],
  ])('of %d units in %d to 97 percent of draws', { timeout }, (n, least) => {
    const populations = [
      [0.25, even],
      [0.5, even],
      [0.7, even],
      [0.8, even],
      [0.5, uneven],
    ] as const
    for (const [skill, size] of populations) {
      const percent = coverage(n, skill, size, draws)
      expect(percent, `skill ${skill}`).toBeGreaterThanOrEqual(least)
      expect(percent, `skill ${skill}`).toBeLessThanOrEqual(97)
    }
  })

  it('of 12 units less often by either bootstrap than by leaving out', { timeout }, () => {
    const by = (method: 'percentile' | 'bca') =>
      coverage(12, 0.5, uneven, 1_000, { method, resamples: 1_000 })
    const leavingOut = coverage(12, 0.5, uneven, 1_000)
    expect(by('percentile')).toBeLessThan(leavingOut - 2)
    expect(by('bca')).toBeLessThan(leavingOut - 2)
  })
})

describe('two systems', () => {
  const significant = (n: number, skillA: number, skillB: number, seed: number) => {
    const random = createRandom(seed)
    let count = 0
    for (let i = 0; i < draws; i++) {
      const kinds = drawKinds(n, random)
      const a = rowsOf(answers(kinds, skillA, random))
      const b = rowsOf(answers(kinds, skillB, random))
      if (comparePaired(a, b, f1Metric).p! <= 0.05) count++
    }
    return (100 * count) / draws
  }

  it.each([12, 30])(
    'that are equal are told apart in at most 7 percent of draws of %d units',
    { timeout },
    (n) => {
      expect(significant(n, 0.6, 0.6, 5)).toBeLessThanOrEqual(7)
    },
  )

  it('that differ by the planned smallest difference are told apart in at least 77 percent', {
    timeout,
  }, () => {
    const [n, skill] = [30, 0.6]
    const random = createRandom(8)
    const pilot = drawKinds(2_000, random)
    const credits = (skill: number) =>
      answers(pilot, skill, random).map(({ credit, gold, predicted }) => ({ credit, size: gold + predicted }))
    const planned = smallestDifference(plannedStandardError(credits(skill), credits(0.5), n), n, 1)
    expect(significant(n, skill, skillOf(trueF1(skill) - planned), 9)).toBeGreaterThanOrEqual(77)
  })
})

describe('a board of exchangeable systems', () => {
  it('calls one ahead of another in at most 5.7 percent of draws', { timeout }, () => {
    const random = createRandom(6)
    const names = ['a', 'b', 'c', 'd']
    const { identity } = dataset([])
    let wrong = 0
    for (let i = 0; i < draws; i++) {
      const kinds = drawKinds(12, random)
      const systems = names.map((name): ScoredSystem => {
        const counts = rowsOf(answers(kinds, 0.6, random))
        const { f1 } = f1Metric.finish(totalOf(counts.map((row) => row.counts)))
        return {
          sheet: {
            schema: 'assay.scores/1',
            kind: 'system',
            name,
            run: name,
            system: null,
            dataset: identity,
            articles: 12,
            failed: 0,
            skipped: 0,
            scores: [
              {
                metric: 'f1',
                version: '1',
                task: 'entities',
                signature: 's',
                articles: 12,
                units: 12,
                values: { f1: { value: f1!.value, low: null, high: null } },
              },
            ],
          },
          counts,
        }
      })
      if (rankRows(systems, f1Metric).pairs.some(({ verdict }) => verdict === 'ahead')) wrong++
    }
    expect((100 * wrong) / draws).toBeLessThanOrEqual(5.7)
  })
})
