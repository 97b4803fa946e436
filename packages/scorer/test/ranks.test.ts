import type { CountRow, Metric, MetricScores, ScoredSystem, ScoreSheet } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import {
  addCounts,
  comparePaired,
  rankRows,
  scoresWithIntervals,
  smallestDifference,
  studentTQuantile,
  unitsOf,
} from '../src/index.ts'
import { f1Metric } from './cases.ts'

/** A system with that much credit of 10 gold and 10 predicted on each unit. */
function system(
  name: string,
  credits: readonly number[],
  sheet: Partial<ScoreSheet> = {},
  metric: Metric = f1Metric,
): ScoredSystem {
  const counts = credits.map(
    (credit, i): CountRow => ({
      metric: metric.id,
      article: `a${i}`,
      unit: `a${i}`,
      counts: { credit, gold: 10, predicted: 10 },
    }),
  )
  const scores: MetricScores = {
    metric: metric.id,
    version: '1',
    task: 'entities',
    signature: 'f1|version:1',
    articles: counts.length,
    units: counts.length,
    values: scoresWithIntervals(
      metric,
      addCounts(counts.map(({ counts }) => counts)),
      unitsOf(counts).map(({ counts }) => counts),
    ),
  }
  return {
    sheet: {
      schema: 'assay.scores/1',
      kind: 'system',
      name,
      run: null,
      system: null,
      dataset: { name: 'cases', version: '1', texts: '', gold: '', articles: credits.length },
      articles: credits.length,
      failed: 0,
      skipped: 0,
      scores: [scores],
      ...sheet,
    },
    counts,
  }
}

const repeat = (pattern: readonly number[], n: number) =>
  Array.from({ length: n }, (_, i) => pattern[i % pattern.length]!)
const ranks = (ranking: ReturnType<typeof rankRows>) => Object.fromEntries(ranking.ranks)
const verdicts = (ranking: ReturnType<typeof rankRows>) =>
  ranking.pairs.map(({ a, b, verdict }) => `${a} ${verdict} ${b}`)

describe('rank intervals', () => {
  it('only A ahead of C: A [1, 2], B [1, 3], C [2, 3]', () => {
    const a = system('A', repeat([9, 8, 7], 12))
    const b = system('B', repeat([9, 3, 9, 6, 10, 5], 12))
    const c = system('C', repeat([7, 6, 5], 12))
    const ranking = rankRows([c, a, b], f1Metric)
    expect(verdicts(ranking)).toEqual(['A too-few B', 'A ahead C', 'B too-few C'])
    expect(ranks(ranking)).toEqual({ A: { rank: [1, 2] }, B: { rank: [1, 3] }, C: { rank: [2, 3] } })
  })

  it('all apart: one rank each', () => {
    const ranking = rankRows(
      [
        system('low', repeat([2, 3], 12)),
        system('high', repeat([8, 9], 12)),
        system('middle', repeat([5, 6], 12)),
      ],
      f1Metric,
    )
    expect(ranks(ranking)).toEqual({
      low: { rank: [3, 3] },
      high: { rank: [1, 1] },
      middle: { rank: [2, 2] },
    })
    expect(verdicts(ranking)).toEqual(['high ahead middle', 'high ahead low', 'middle ahead low'])
  })

  it('with fewer than 8 units everybody may be anywhere', () => {
    const ranking = rankRows([system('A', repeat([9], 7)), system('B', repeat([1], 7))], f1Metric)
    expect(ranks(ranking)).toEqual({ A: { rank: [1, 2] }, B: { rank: [1, 2] } })
    expect(ranking.pairs).toEqual([
      { a: 'A', b: 'B', difference: 9 / 10 - 1 / 10, low: null, high: null, p: null, verdict: 'too-few' },
    ])
    expect(ranking).toMatchObject({
      smallestDifference: null,
      smallestDifferenceBecause: 'fewer than 8 units',
    })
  })

  it('one system alone is first', () => {
    const ranking = rankRows([system('A', repeat([9], 12))], f1Metric)
    expect(ranks(ranking)).toEqual({ A: { rank: [1, 1] } })
    expect(ranking).toMatchObject({
      pairs: [],
      smallestDifference: null,
      smallestDifferenceBecause: 'fewer than two ranked systems',
    })
  })

  it('nobody is an empty ranking', () => {
    expect(rankRows([], f1Metric).ranks.size).toBe(0)
  })
})

describe('verdicts', () => {
  it('tied: the 90 % interval of the difference is inside 3 points', () => {
    // Differences of +1 and -1 in 10 on every other of 200 units: d = 0, se = 1/10/sqrt(200) about 0.7 points.
    const a = system('A', repeat([6, 5], 200))
    const b = system('B', repeat([5, 6], 200))
    expect(verdicts(rankRows([a, b], f1Metric))).toEqual(['A tied B'])
    expect(verdicts(rankRows([a, b], f1Metric, { margin: 0.01 }))).toEqual(['A too-few B'])
  })

  it('tied needs the far end of the interval inside the margin', () => {
    const a = system('A', repeat([6, 5, 6, 5, 6, 5, 6, 5, 6, 5], 20))
    const b = system('B', repeat([5, 6, 5, 6, 5, 6, 5, 6, 5, 5], 20))
    const { difference, standardError, p } = comparePaired(a.counts, b.counts, f1Metric)
    expect(p).toBeGreaterThan(0.05)
    // t(0.95) with 19 degrees of freedom is 1.729.
    const far = difference! + 1.729 * standardError!
    expect(verdicts(rankRows([a, b], f1Metric, { margin: far - 1e-4 }))).toEqual(['A too-few B'])
    expect(verdicts(rankRows([a, b], f1Metric, { margin: far + 1e-4 }))).toEqual(['A tied B'])
    const exact = difference! + studentTQuantile(0.95, 19) * standardError!
    expect(verdicts(rankRows([a, b], f1Metric, { margin: exact }))).toEqual(['A too-few B'])
  })

  it('too few: neither', () => {
    const ranking = rankRows([system('A', repeat([6, 5], 12)), system('B', repeat([5, 6], 12))], f1Metric)
    expect(verdicts(ranking)).toEqual(['A too-few B'])
  })

  it('p is corrected for all pairs of the board', () => {
    // Alone, A against B is significant (p between 0.01 and 0.05); among ten pairs it is not.
    const a = system('A', [9, 8, 9, 8, 9, 8, 9, 8, 9, 8, 9, 7])
    const b = system('B', [8, 8, 8, 7, 9, 7, 9, 7, 8, 8, 9, 7])
    const alone = rankRows([a, b], f1Metric).pairs[0]!
    expect(alone.p).toBeGreaterThan(0.01)
    expect(alone.p).toBeLessThanOrEqual(0.05)
    expect(alone.verdict).toBe('ahead')
    const others = ['X', 'Y', 'Z'].map((name, i) => system(name, repeat([4 - i, 6 - i, 9 - i], 12)))
    const among = rankRows([a, b, ...others], f1Metric).pairs.find(
      (pair) => pair.a === 'A' && pair.b === 'B',
    )!
    expect(among.p).toBeGreaterThan(0.05)
    expect(among.verdict).not.toBe('ahead')
  })

  it('a significant difference inside the margin is ahead, not tied', () => {
    const a = system('A', repeat([6, 6, 6, 7], 200))
    const b = system('B', repeat([6], 200))
    expect(verdicts(rankRows([a, b], f1Metric))).toEqual(['A ahead B'])
  })
})

describe('rows', () => {
  const good = system('good', repeat([8, 9], 20))
  const other = system('other', repeat([5, 6], 20))

  it('are paired in the order of value, then of name', () => {
    const twin = system('a twin', repeat([9, 8], 20))
    expect(rankRows([other, good, twin], f1Metric).pairs.map(({ a, b }) => [a, b])).toEqual([
      ['a twin', 'good'],
      ['a twin', 'other'],
      ['good', 'other'],
    ])
  })

  it('below 95 % coverage have no rank and stay out of the count', () => {
    const poor = (failed: number, skipped: number) =>
      system('poor', repeat([9, 10], 20), { articles: 100, failed, skipped })
    const ranking = rankRows([poor(4, 2), good, other], f1Metric)
    expect(ranks(ranking)).toEqual({
      poor: { rank: null, because: 'answered 94 of 100 articles; a rank needs 95 %' },
      good: { rank: [1, 1] },
      other: { rank: [2, 2] },
    })
    expect(ranking.pairs).toHaveLength(1)
    expect(ranks(rankRows([poor(3, 2), good, other], f1Metric))['poor']).toEqual({ rank: [1, 1] })
  })

  it('with an undefined headline have no rank', () => {
    const silent = system('silent', [])
    expect(ranks(rankRows([silent, good], f1Metric))).toEqual({
      silent: { rank: null, because: 'nothing is gold and nothing was predicted' },
      good: { rank: [1, 1] },
    })
  })

  it('are left unranked for the reason given, and bounds always are', () => {
    const oracle = system('oracle', repeat([10], 20), { kind: 'bound' })
    const ranking = rankRows([good, other, oracle], f1Metric, { unranked: { good: 'it wrote the texts' } })
    expect(ranks(ranking)).toEqual({
      good: { rank: null, because: 'it wrote the texts' },
      other: { rank: [1, 1] },
      oracle: { rank: null, because: 'a bound is not ranked' },
    })
  })

  it('without scores of the metric are not there', () => {
    expect(ranks(rankRows([good, system('none', [], { scores: [] })], f1Metric))).toEqual({
      good: { rank: [1, 1] },
    })
  })

  it('use the counts of the metric alone', () => {
    const foreign = good.counts.map(
      (row): CountRow => ({ ...row, metric: 'another', counts: { credit: 0, gold: 99 } }),
    )
    const mixed = { ...good, counts: [...foreign, ...good.counts] }
    expect(rankRows([mixed, other], f1Metric).pairs).toEqual(rankRows([good, other], f1Metric).pairs)
  })

  it('of other signatures are refused', () => {
    const [scores] = other.sheet.scores
    const changed = {
      ...other,
      sheet: { ...other.sheet, scores: [{ ...scores!, signature: 'f1|version:2' }] },
    }
    expect(() => rankRows([good, changed], f1Metric)).toThrow(
      'good and other are scored differently: f1|version:1 against f1|version:2',
    )
  })

  it('a metric without a headline ranks nobody', () => {
    const { headline: _, ...plain } = f1Metric
    expect(() => rankRows([good], plain)).toThrow('metric f1 has no headline column')
  })

  it('lower is better where the column says so', () => {
    const metric: Metric = { ...f1Metric, columns: [{ ...f1Metric.columns[0]!, better: 'lower' }] }
    const ranking = rankRows([good, other], metric)
    expect(verdicts(ranking)).toEqual(['other ahead good'])
    expect(ranks(ranking)).toEqual({ good: { rank: [2, 2] }, other: { rank: [1, 1] } })
  })
})

describe('the smallest difference of a board', () => {
  it('is planned from the median standard error of its pairs', () => {
    const rows = [
      system('A', repeat([9, 8, 7], 12)),
      system('B', repeat([9, 3, 9, 6, 10, 5], 12)),
      system('C', repeat([7, 6, 5], 12)),
    ]
    const errors = [
      [0, 1],
      [0, 2],
      [1, 2],
    ].map(([i, j]) => comparePaired(rows[i!]!.counts, rows[j!]!.counts, f1Metric).standardError!)
    const median = errors.toSorted((a, b) => a - b)[1]!
    expect(rankRows(rows, f1Metric).smallestDifference).toBeCloseTo(smallestDifference(median, 12, 3), 12)
  })

  it('takes the mean of the two middle errors of an even number', () => {
    const rows = [9, 7, 5, 3].map((credit, i) =>
      system(`S${i}`, repeat([credit, credit - i, credit - 1], 15)),
    )
    const errors = rows
      .flatMap((a, i) =>
        rows.slice(i + 1).map((b) => comparePaired(a.counts, b.counts, f1Metric).standardError!),
      )
      .sort((a, b) => a - b)
    const median = (errors[2]! + errors[3]!) / 2
    expect(errors[2]).not.toBeCloseTo(errors[3]!, 6)
    expect(rankRows(rows, f1Metric).smallestDifference).toBeCloseTo(smallestDifference(median, 15, 6), 12)
  })
})
