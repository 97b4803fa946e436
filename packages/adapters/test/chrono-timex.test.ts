import { existsSync, readFileSync } from 'node:fs'
import type { Extractor } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { chrono, chronoTimex } from '../src/index.ts'
import { times } from './call.ts'

const thursday = '2026-03-05'

describe('chrono-timex gives type and value', () => {
  it.each([
    ['a day', 'It opened on 12 March 2025.', ['DATE', '12 March 2025', '2025-03-12']],
    ['a weekday, the latest one', 'It opened on Tuesday.', ['DATE', 'Tuesday', '2026-03-03']],
    ['a weekday, the publication day included', 'It opened on Thursday.', ['DATE', 'Thursday', thursday]],
    ['a weekday ahead', 'It will open on Tuesday.', ['DATE', 'Tuesday', '2026-03-10']],
    ['a month', 'It opened in October.', ['DATE', 'October', '2025-10']],
    ['a month of last year', 'It opened last October.', ['DATE', 'last October', '2025-10']],
    ['a week', 'It opened last week.', ['DATE', 'last week', '2026-W09']],
    ['a quarter', 'Sales fell in the fourth quarter.', ['DATE', 'the fourth quarter', '2025-Q4']],
    ['the quarter that ended', 'Sales fell in the quarter.', ['DATE', 'the quarter', '2025-Q4']],
    [
      'a quarter of another year',
      "Last year's third quarter.",
      ['DATE', "Last year's third quarter", '2025-Q3'],
    ],
    ['a half', 'In the second half of last year.', ['DATE', 'the second half of last year', '2025-H2']],
    ['a fiscal year', 'In fiscal 2024 it rose.', ['DATE', 'fiscal 2024', '2024']],
    ['a decade', 'It was the 1990s.', ['DATE', 'the 1990s', '199']],
    ['a season', 'It opened in the summer.', ['DATE', 'the summer', '2025-SU']],
    ['a season with its year', 'It opened in spring 2024.', ['DATE', 'spring 2024', '2024-SP']],
    ['so long ago', 'It opened three weeks ago.', ['DATE', 'three weeks ago', '2026-W07']],
    ['so far ahead', 'It opens two months from now.', ['DATE', 'two months from now', '2026-05']],
    ['a week by its day', 'It was the week of 4 May 2025.', ['DATE', 'the week of 4 May 2025', '2025-W18']],
    [
      'a night by its day',
      'On the night of 4 May 2025.',
      ['TIME', 'the night of 4 May 2025', '2025-05-04TNI'],
    ],
    ['a year in words', 'In nineteen ninety-four it closed.', ['DATE', 'nineteen ninety-four', '1994']],
    ['a clock time on a day', 'At 9 a.m. on Tuesday.', ['TIME', '9 a.m. on Tuesday', '2026-03-03T09:00']],
    ['the last night', 'It fell overnight.', ['TIME', 'overnight', '2026-03-04TNI']],
    ['a length', 'It lasted two weeks.', ['DURATION', 'two weeks', 'P2W']],
    ['a length in decades', 'It lasted three decades.', ['DURATION', 'three decades', 'P30Y']],
    ['a length with a half', 'It lasted 5 1/2 hours.', ['DURATION', '5 1/2 hours', 'PT5H30M']],
    ['an hour and a half', 'It lasted an hour and a half.', ['DURATION', 'an hour and a half', 'PT1H30M']],
    ['half a year', 'It took half a year.', ['DURATION', 'half a year', 'P6M']],
    ['an unknown length', 'It took several months.', ['DURATION', 'several months', 'PXM']],
    ['an unknown length without a count', 'In recent weeks.', ['DURATION', 'recent weeks', 'PXW']],
    ['a range of lengths', 'The next 12 to 18 months.', ['DURATION', 'The next 12 to 18 months', 'PXM']],
    ['an attributive length', 'The two-year plan.', ['DURATION', 'two-year', 'P2Y']],
    ['an age before a noun', 'A 47-year-old pilot.', ['DURATION', '47-year-old', 'P47Y']],
    ['a length in words', 'Almost a hundred years.', ['DURATION', 'Almost a hundred years', 'P100Y']],
    ['a length up to now', 'In the past decade.', ['DURATION', 'the past decade', 'P10Y']],
    ['a weekday that comes again', 'It opens every Monday.', ['SET', 'every Monday', 'XXXX-WXX-1']],
    ['weekdays that come again', 'It is closed on Mondays.', ['SET', 'Mondays', 'XXXX-WXX-1']],
    [
      'an evening that comes again',
      'Every Friday evening.',
      ['SET', 'Every Friday evening', 'XXXX-WXX-5TEV'],
    ],
    ['a month that comes again', 'It floods each May.', ['SET', 'each May', 'XXXX-05']],
    ['every two years', 'It meets every two years.', ['SET', 'every two years', 'P2Y']],
    ['every other week', 'It meets every other week.', ['SET', 'every other week', 'P2W']],
    ['so often', 'Four times a year it floods.', ['SET', 'Four times a year', 'P1Y']],
    ['a rate', 'It makes 400 barrels a day.', ['SET', 'a day', 'P1D']],
    ['an adverb', 'It is checked weekly.', ['SET', 'weekly', 'P1W']],
    ['the present', 'It is closed now.', ['DATE', 'now', 'PRESENT_REF']],
    ['the past', 'It closed recently.', ['DATE', 'recently', 'PAST_REF']],
    ['an unknown time ago', 'It closed a few years ago.', ['DATE', 'a few years ago', 'PAST_REF']],
    ['the future', 'It opens in the near future.', ['DATE', 'the near future', 'FUTURE_REF']],
  ])('of %s', async (_, text, expected) => {
    expect(await times(chronoTimex(), text, thursday)).toEqual([expected])
  })

  it.each([
    'Former ministers met for the first time.',
    'The sun sat on a second man, who may march on.',
    'He is 35 years old. She is aged 61.',
    'They held a minute’s silence.',
    'A quarter of the light fell on the wall.',
    'He won 3-1 in the second half, in the 73rd minute.',
    'It drove at 80 kilometres an hour past a house.',
    'She reads the Daily Herald.',
  ])('and none of: %s', async (text) => {
    expect(await times(chronoTimex(), text, thursday)).toEqual([])
  })

  it.each([
    ['earlier this year', 'START'],
    ['the middle of 2025', 'MID'],
    ['the end of the month', 'END'],
    ['year-end', 'END'],
    ['late last month', 'END'],
    ['about two weeks', 'APPROX'],
    ['two weeks or so', 'APPROX'],
    ['nearly two weeks', 'LESS_THAN'],
    ['more than two weeks', 'MORE_THAN'],
    ['at least two weeks', 'EQUAL_OR_MORE'],
    ['no more than two weeks', 'EQUAL_OR_LESS'],
    ['two weeks', undefined],
  ])('with what modifies it: %s', async (text, mod) => {
    const context = { signal: new AbortController().signal, seed: 1, repeat: 0, spend: () => {} }
    const { timexes } = await chronoTimex().extract({ id: 'a', text, publishedAt: thursday }, context)
    expect(timexes!.map((timex) => [text.slice(timex.span.start, timex.span.end), timex.mod])).toEqual([
      [text, mod],
    ])
  })
})

describe('a date that hangs on another', () => {
  it.each([
    ['It fell in the third quarter of 2024 from a year earlier.', ['2024-Q3', '2023-Q3']],
    ['It opened in spring 2022. It had closed two years earlier.', ['2022-SP', '2020']],
    ['It opened on 30 May 2025 and closed three days later.', ['2025-05-30', '2025-06-02']],
    // A month is too coarse to count days from.
    [
      'It opened on 30 May 2025, in May 2025. The following day it closed.',
      ['2025-05-30', '2025-05', '2025-05-31'],
    ],
    ['It opened on 30 May 2025 at 9 a.m. and closed at noon.', ['2025-05-30T09:00', '2025-05-30T12:00']],
    ['It opened on 30 May 2025. Later that year it closed.', ['2025-05-30', '2025']],
    // Nothing before it but the day of publication.
    ['A year earlier it closed.', ['2025']],
  ])('%s', async (text, expected) => {
    expect((await times(chronoTimex(), text, thursday)).map(([, , value]) => value)).toEqual(expected)
  })

  it('has no value without a publication date', async () => {
    expect(
      await times(chronoTimex(), 'A year earlier it closed, on Tuesday, by the end of the year.'),
    ).toEqual([
      ['DATE', 'A year earlier', null],
      ['DATE', 'the end of the year', null],
    ])
  })
})

const table = new URL('../../../../shared/data/timex-table/timex-table.jsonl', import.meta.url)

describe.skipIf(!existsSync(table))('787 expressions of newswire (only where ../shared is present)', () => {
  interface Row {
    readonly expression: string
    readonly dct: string
    readonly type: string
    readonly value: string
  }

  /** How many rows have the right type and value, by the expression alone: of several found, the longest counts. */
  async function right(system: Extractor): Promise<number> {
    const rows = readFileSync(table, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row)
    let count = 0
    for (const { expression, dct, type, value } of rows) {
      const found = await times(system, expression, dct.slice(0, 10))
      const longest = found.toSorted(([, a], [, b]) => b!.length - a!.length)[0]
      if (longest?.[0] === type && longest[2] === value) count++
    }
    return count
  }

  it('chrono has the type and value of 366', async () => {
    expect(await right(chrono())).toBe(366)
  })

  it('chrono-timex has the type and value of 643', async () => {
    expect(await right(chronoTimex())).toBe(643)
  })
})
