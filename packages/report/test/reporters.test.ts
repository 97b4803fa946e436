import type { Reporter, ReportModel } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { renderTerminal, reporters } from '../src/index.ts'
import { handMade } from './hand-made.ts'

function render(id: string, model: ReportModel = handMade): string {
  const reporter = reporters.find((reporter): reporter is Reporter => reporter.id === id)
  if (reporter === undefined) throw new Error(`no reporter ${id}`)
  return reporter.render(model)
}

function withNotResult(notResult: string): ReportModel {
  return { ...handMade, leaderboard: { ...handMade.leaderboard, notResult } }
}

it('the catalogue holds one reporter per format, each with a file of its own', () => {
  expect(reporters.map(({ id, file }) => `${id}: ${file}`)).toEqual([
    'html: index.html',
    'markdown: leaderboard.md',
    'csv: leaderboard.csv',
    'json: leaderboard.json',
  ])
})

describe('json', () => {
  it('is exactly the leaderboard', () => {
    expect(JSON.parse(render('json'))).toEqual(handMade.leaderboard)
    expect(render('json')).toBe(`${JSON.stringify(handMade.leaderboard, null, 2)}\n`)
  })
})

describe('csv', () => {
  it('has a row per column and system, all digits, numbers as numbers and names that are no formulas', () => {
    expect(render('csv').split('\n')).toEqual([
      'task,metric,column,headline,system,kind,value,because,low,high,interval_because,rank_best,rank_worst,unranked_because,flagged,articles,failed,signature',
      'dates,timexes,value.precision,no,wink,system,0.7,,,,,,,,,10,0,timexes|1',
      "dates,timexes,value.precision,no,'=regex,system,,nothing was predicted,,,,,,,,10,0,timexes|1",
      'dates,timexes,value.recall,no,wink,system,0.6,,,,,,,,,10,0,timexes|1',
      'dates,timexes,value.f1,yes,wink,system,0.64,,0.569,0.702,,1,2,,,10,0,timexes|1',
      "dates,timexes,value.f1,yes,'=regex,system,0.415,,0.3,0.5,,3,3,,,10,0,timexes|1",
      'dates,timexes,drift,no,wink,system,-1.25,,,,not additive,,,,,10,0,timexes|1',
      '',
    ])
  })
})

describe('markdown', () => {
  it('has a table per board, its notes, its signature and an overview', () => {
    expect(render('markdown')).toBe(`# Leaderboard

Ten articles (ten 1.0.0), 0123456789ab: 10 articles, 9 units.

## Dates

|  Rank | System   |    F1 | 95 % interval |     P |     R | Answered |
| ----: | :------- | ----: | ------------: | ----: | ----: | -------: |
|   1–2 | wink     | 0.640 |   0.569–0.702 | 0.700 | 0.600 |    10/10 |
|   1–2 | chrono   | 0.667 |             – |     – |     – |    10/10 |
|     3 | \`=regex\` | 0.415 |   0.300–0.500 |     – |     – |    10/10 |
|     – | holes    | 0.300 |   0.200–0.400 |     – |     – |     7/10 |
|     – | mute     |     – |             – |     – |     – |    10/10 |
| bound | oracle   | 1.000 |             – |     – |     – |    10/10 |

- smallest difference that this many articles could have shown: 5.4 points
- few: intervals rest on 9 units, fewer than 20
- ranks 1–2 cannot be separated
- holes has no rank: answered 7 of 10 articles; a rank needs 95 %
- mute has no rank: nothing is gold
- chrono: no interval, fewer than 8 units

Signature: \`timexes|1\`

## Overview

| System   |            Dates |
| :------- | ---------------: |
| \`=regex\` |   0.415 (rank 3) |
| chrono   | 0.667 (rank 1–2) |
| holes    |   0.300 (rank –) |
| mute     |       – (rank –) |
| wink     | 0.640 (rank 1–2) |
`)
  })

  it('says first of all why it is not a result', () => {
    expect(render('markdown', withNotResult('limited to 3 articles')).split('\n').slice(2, 3)).toEqual([
      '> **Not a result**: limited to 3 articles',
    ])
  })
})

describe('the terminal', () => {
  it('has the board and under it what the data could not show', () => {
    expect(renderTerminal(handMade, { color: false, width: 100 })).toBe(`Dates  F1, 10 articles
 rank  system             F1  95 % interval      P      R  answered  ms/article
  1–2  wink            0.640    0.569–0.702  0.700  0.600     10/10         3.1
  1–2  chrono          0.667              –      –      –     10/10           –
    3  =regex          0.415    0.300–0.500      –      –     10/10           –
    –  holes           0.300    0.200–0.400      –      –      7/10           –
    –  mute                –              –      –      –     10/10           –
    –  oracle (bound)  1.000              –      –      –     10/10           –
 note: smallest difference that this many articles could have shown: 5.4 points
 note: few: intervals rest on 9 units, fewer than 20
 note: ranks 1–2 cannot be separated
 note: holes has no rank: answered 7 of 10 articles; a rank needs 95 %
 note: mute has no rank: nothing is gold
 note: chrono: no interval, fewer than 8 units
`)
  })

  it('leaves columns out and then cuts names where it is narrow', () => {
    const lines = (width: number) =>
      renderTerminal(handMade, { color: false, width })
        .split('\n')
        .filter((line) => /^ +(rank|–) /.test(line))
    expect(lines(70)[0]).toBe(' rank  system             F1  95 % interval      P      R  ms/article')
    expect(lines(60)[0]).toBe(' rank  system             F1  95 % interval  ms/article')
    expect(lines(50).at(-1)).toBe('    –  oracle (…  1.000              –           –')
  })

  it('colours nothing when asked not to, and nothing but its own words when asked to', () => {
    const colored = renderTerminal(withNotResult('\u001b[31mlimit'), { color: true, width: 100 })
    expect(colored).toContain('\u001b[1;33mnot a result: \\u{1b}[31mlimit\u001b[0m\n')
    expect(colored).toContain('\u001b[1mDates\u001b[0m')
    // oxlint-disable-next-line no-control-regex -- it is about them
    expect(colored.replace(/\u001b\[(0|1|2|1;33)m/g, '')).toBe(
      renderTerminal(withNotResult('\u001b[31mlimit'), { color: false, width: 100 }),
    )
  })
})

describe('notes', () => {
  const { boards } = handMade.leaderboard
  const noted = (change: Partial<(typeof boards)[number]>) =>
    renderTerminal(
      { ...handMade, leaderboard: { ...handMade.leaderboard, boards: [{ ...boards[0]!, ...change }] } },
      { color: false, width: 100 },
    )

  it('tell tied from too few', () => {
    const pairs = boards[0]!.pairs.map((pair) => ({ ...pair, verdict: 'tied' as const }))
    expect(noted({ pairs })).toContain('note: ranks 1–2 are tied\n')
  })

  it('say so where only some of a group can be told apart', () => {
    const ranks = [
      [1, 2],
      [1, 3],
      [2, 3],
    ] as const
    const rows = boards[0]!.rows.slice(0, 3).map((row, i) => ({ ...row, rank: ranks[i]! }))
    expect(noted({ rows })).toContain('note: ranks 1–3 can only be separated in part\n')
  })

  it('say why there is no smallest difference', () => {
    const change = { smallestDifference: null, smallestDifferenceBecause: 'fewer than 8 units' }
    expect(noted(change)).toContain('note: smallest difference: none given, fewer than 8 units\n')
  })

  it('call intervals few below 20 units, and not without intervals', () => {
    const few = (units: number, low: number | null) => {
      const rows = boards[0]!.rows.map((row) => ({ ...row, low, high: low }))
      const leaderboard = {
        ...handMade.leaderboard,
        dataset: { ...handMade.leaderboard.dataset, units },
        boards: [{ ...boards[0]!, rows }],
      }
      return renderTerminal({ ...handMade, leaderboard }, { color: false, width: 100 }).includes('note: few:')
    }
    expect([few(19, 0.5), few(20, 0.5), few(19, null)]).toEqual([true, false, false])
  })
})
