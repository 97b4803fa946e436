import { rankRows } from '@assay/scorer'
import { AssayError, leaderboardSchema, type RunRecord } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { buildReport, type ReportInput } from '../src/build.ts'
import { tinyInput } from './model.ts'
import { metricFor, repeated, shareMetric, shareSheet, tenArticles } from './sheets.ts'

function report(input: Partial<ReportInput>) {
  return buildReport({
    dataset: tenArticles,
    systems: [],
    bounds: [],
    metrics: [shareMetric],
    runs: [],
    ...input,
  })
}

describe('a board', () => {
  it('orders rows by value, then name, the undefined last, and bounds apart at the end', () => {
    const { leaderboard } = report({
      systems: [
        shareSheet('low', repeated(2)),
        shareSheet('b-equal', repeated(5)),
        shareSheet('undefined', []),
        shareSheet('a-equal', repeated(5)),
        shareSheet('high', repeated(9)),
      ],
      bounds: [
        shareSheet('empty', repeated(0), { kind: 'bound' }),
        shareSheet('oracle', repeated(10), { kind: 'bound' }),
      ],
    })
    expect(leaderboard.boards[0]?.rows.map(({ system, kind, value }) => [system, kind, value])).toEqual([
      ['high', 'ranked', 9 / 10],
      ['a-equal', 'ranked', 5 / 10],
      ['b-equal', 'ranked', 5 / 10],
      ['low', 'ranked', 2 / 10],
      ['undefined', 'ranked', null],
      ['oracle', 'bound', 1],
      ['empty', 'bound', 0],
    ])
  })

  it('passes ranks, pairs and the smallest difference of the scorer through', () => {
    const systems = [
      shareSheet('a', [9, 8, 9, 9, 8, 9, 7, 9, 8, 9]),
      shareSheet('b', [9, 7, 9, 9, 8, 9, 8, 9, 8, 8]),
      shareSheet('c', [2, 3, 2, 1, 3, 2, 2, 4, 2, 3]),
    ]
    const ranking = rankRows(systems, shareMetric)
    const board = report({ systems }).leaderboard.boards[0]
    expect(board?.rows.map(({ rank }) => rank)).toEqual([
      [1, 2],
      [1, 2],
      [3, 3],
    ])
    expect(board?.pairs).toEqual(ranking.pairs)
    expect(board?.smallestDifference).toBe(ranking.smallestDifference)
  })

  it('gives a row below 95 % coverage no rank, and says why; its score stays', () => {
    const { leaderboard } = report({
      systems: [shareSheet('whole', repeated(5)), shareSheet('holes', repeated(6), { failed: 1 })],
    })
    expect(leaderboard.boards[0]?.rows[0]).toEqual({
      system: 'holes',
      kind: 'ranked',
      value: 6 / 10,
      low: null,
      high: null,
      intervalBecause: 'made by hand',
      rank: null,
      unrankedBecause: expect.stringContaining('9 of 10 articles'),
      articles: 10,
      failed: 1,
    })
    expect(leaderboard.boards[0]?.rows[1]?.rank).toEqual([1, 1])
  })

  it('gives an undefined score no rank, with the reason of the score', () => {
    const { leaderboard } = report({ systems: [shareSheet('mute', [])] })
    expect(leaderboard.boards[0]?.rows[0]).toMatchObject({
      value: null,
      because: 'no tries',
      rank: null,
      unrankedBecause: 'no tries',
    })
  })

  it('stands in the order of tasks, and only where a system is scored', () => {
    const metrics = [metricFor('summaries'), metricFor('dates'), metricFor('entities')]
    const [summaries, dates, entities] = metrics
    const { leaderboard } = report({
      metrics,
      systems: [
        shareSheet('s', repeated(5), { metric: summaries! }),
        shareSheet('d', repeated(5), { metric: dates! }),
      ],
      bounds: [shareSheet('oracle', repeated(10), { metric: entities!, kind: 'bound' })],
    })
    expect(leaderboard.boards.map(({ task, metric }) => [task, metric])).toEqual([
      ['dates', 'share-dates.share'],
      ['summaries', 'share-summaries.share'],
    ])
  })
})

describe('what may not share a table', () => {
  it.each([
    [
      'two signatures of a metric',
      [shareSheet('a', repeated(1)), shareSheet('b', repeated(1), { signature: 'share|2' })],
    ],
    ['two rows of one name', [shareSheet('a', repeated(1)), shareSheet('a', repeated(2))]],
    ['another gold', [shareSheet('a', repeated(1), { gold: 'other' })]],
  ])('is refused: %s', (_, systems) => {
    const refused = () => report({ systems })
    expect(refused).toThrow(AssayError)
    expect(refused).toThrow(expect.objectContaining({ code: 'not-comparable' }))
  })

  it('is refused for bounds as well', () => {
    const bounds = [shareSheet('oracle', repeated(10), { kind: 'bound', signature: 'share|2' })]
    expect(() => report({ systems: [shareSheet('a', repeated(1))], bounds })).toThrow('"oracle" as share|2')
  })
})

describe('the details of a metric', () => {
  it('hold fixed columns first, then per-type ones in the order of the types', () => {
    const more = {
      'share/WORK': 0.1,
      'share/PERSON': 0.2,
      'tries/ORG': 3,
      'share/ZZZ': 0.3,
      'share/AAA': 0.4,
    }
    const { details } = report({ systems: [shareSheet('a', repeated(1), { more })] })
    expect(details[0]?.columns.map(({ key, label }) => `${key} = ${label}`)).toEqual([
      'share = share',
      'tries = tries',
      'share/PERSON = share PERSON',
      'share/WORK = share WORK',
      'share/AAA = share AAA',
      'share/ZZZ = share ZZZ',
      'tries/ORG = tries ORG',
    ])
  })

  it('stand in the order of the board', () => {
    const { details } = report({
      systems: [shareSheet('a', repeated(1)), shareSheet('b', repeated(2))],
      bounds: [shareSheet('0-bound', repeated(10), { kind: 'bound' })],
    })
    expect(details[0]?.rows.map(({ system }) => system)).toEqual(['b', 'a', '0-bound'])
  })
})

describe('the rest of a report', () => {
  it('counts stories as units, and passes the reason why it is no result', () => {
    expect(report({ notResult: 'only a look' }).leaderboard).toEqual({
      schema: 'assay.leaderboard/1',
      dataset: { name: 'ten', version: '1.0.0', digest: 'gold-digest-of-ten', articles: 10, units: 9 },
      notResult: 'only a look',
      boards: [],
      runs: [],
    })
  })

  it('names the runs it was made from, by system, with the hash of their predictions', () => {
    const { runs } = tinyInput()
    const { leaderboard } = report({ runs: runs.toReversed() })
    expect(leaderboard.runs).toEqual(
      runs.map(({ record }) => ({
        system: record.system.name,
        run: record.id,
        predictions: record.predictions,
      })),
    )
  })

  it('finds selections and partial runs by itself', () => {
    const { runs } = tinyInput()
    const change = (i: number, change: Partial<RunRecord>) => ({
      ...runs[i]!,
      record: { ...runs[i]!.record, ...change },
    })
    const { leaderboard } = report({
      runs: [
        change(0, { selection: { limit: 3 } }),
        change(1, { selection: { limit: 3 } }),
        change(2, { status: 'partial', counts: { expected: 10, ok: 3, failed: 1, skipped: 0 } }),
      ],
    })
    expect(leaderboard.notResult).toBe('limited to 3 articles; flaky saw 4 of 10 articles')
  })

  it('scores each article alone from its counts', () => {
    const { articles } = report({ systems: [shareSheet('a', [7, 0])] })
    expect(articles.slice(0, 3).map(({ scores }) => scores)).toEqual([
      [{ system: 'a', metric: 'share', values: { share: { value: 7 / 10 }, tries: { value: 10 } } }],
      [{ system: 'a', metric: 'share', values: { share: { value: 0 }, tries: { value: 10 } } }],
      [],
    ])
  })

  it('gives speed by name: the middle and the 95th percentile of the measured times', () => {
    const { runs } = tinyInput()
    const timed = {
      ...runs[1]!,
      // 1 to 20 ms: the 10th of 20 is the median by nearest rank, the 19th the 95th percentile.
      timings: Array.from({ length: 20 }, (_, i) => ({
        article: `a${i % 10}`,
        repeat: Math.floor(i / 10),
        milliseconds: 20 - i,
      })),
    }
    expect(report({ runs: [timed, { ...runs[0]!, timings: [] }] }).speed).toEqual([
      { system: 'capitals', articles: 10, median: 10, p95: 19, environment: timed.environment },
    ])
  })

  it('does not depend on the order of sheets and runs', () => {
    const input = tinyInput()
    const reversed = {
      ...input,
      systems: input.systems.toReversed(),
      bounds: input.bounds.toReversed(),
      runs: input.runs.toReversed(),
    }
    expect(buildReport(reversed)).toEqual(buildReport(input))
  })

  it('makes a leaderboard that keeps its published schema', () => {
    const { leaderboard } = buildReport(tinyInput())
    expect(leaderboardSchema.parse(leaderboard)).toEqual(leaderboard)
    expect(leaderboard.boards.map(({ task }) => task)).toEqual(['entities', 'dates', 'claims', 'summaries'])
  })
})
