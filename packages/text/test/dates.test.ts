import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDates, timexInterval } from '../src/index.ts'

/** `[10 March 2026] 2026-03-10` for each date found. */
function dates(text: string, publishedAt?: string): string[] {
  return findDates(text, publishedAt).map(
    ({ span, value }) => `[${text.slice(span.start, span.end)}] ${value}`,
  )
}

describe('findDates without a publication date', () => {
  it.each([
    ['a day, day first', 'It opened on 10 March 2026.', ['[10 March 2026] 2026-03-10']],
    ['a day, month first', 'On March 10, 2026, it opened.', ['[March 10, 2026] 2026-03-10']],
    ['an ordinal day', 'the 3rd of May 2021', ['[3rd of May 2021] 2021-05-03']],
    [
      'a short month',
      'Sept. 12, 2001 and 1 Jan 2002',
      ['[Sept. 12, 2001] 2001-09-12', '[1 Jan 2002] 2002-01-01'],
    ],
    ['a day with its weekday', 'Tuesday, 10 March 2026', ['[Tuesday, 10 March 2026] 2026-03-10']],
    ['an ISO date', 'from 2026-03-10 on', ['[2026-03-10] 2026-03-10']],
    ['an ISO date with a time', 'at 2026-03-10T09:30', ['[2026-03-10T09:30] 2026-03-10T09:30']],
    [
      'a slashed date with one reading',
      '25/12/2025 or 12/25/2025',
      ['[25/12/2025] 2025-12-25', '[12/25/2025] 2025-12-25'],
    ],
    [
      'both ends of a range of days',
      'March 10-12, 2026; 3-5 May 2021',
      ['[March 10] 2026-03-10', '[12, 2026] 2026-03-12', '[3] 2021-05-03', '[5 May 2021] 2021-05-05'],
    ],
    ['a month', 'In March 2026 and May 2021', ['[March 2026] 2026-03', '[May 2021] 2021-05']],
    [
      'a quarter',
      'Q3 2025, 2025 Q3, the third quarter of 2025',
      ['[Q3 2025] 2025-Q3', '[2025 Q3] 2025-Q3', '[the third quarter of 2025] 2025-Q3'],
    ],
    ['a half', 'the first half of 2025', ['[the first half of 2025] 2025-H1']],
    [
      'a season',
      'summer 2024, the winter of 2023-24',
      ['[summer 2024] 2024-SU', '[the winter of 2023-24] 2023-WI'],
    ],
    ['a decade', "the 1990s and the '80s", ['[the 1990s] 199', "[the '80s] 198"]],
    [
      'a century',
      'the 20th century, nineteenth-century art',
      ['[the 20th century] 19', '[nineteenth-century] 18'],
    ],
    [
      'a narrowed date with what narrows it',
      'early 2020, in mid-March 2021, the late 1990s',
      ['[early 2020] 2020', '[mid-March 2021] 2021-03', '[the late 1990s] 199'],
    ],
    [
      'years with a cue',
      'in 2023, since 2003, by 1850, from 1914 to 1918 (2020)',
      ['[2023] 2023', '[2003] 2003', '[1850] 1850', '[1914] 1914', '[1918] 1918', '[2020] 2020'],
    ],
    [
      'a year before a noun',
      'the 2021 withdrawal, a 2015 deal, the 2024 elections',
      ['[2021] 2021', '[2015] 2015', '[2024] 2024'],
    ],
    ['a year before a plural behind a cue', 'In 2021 soldiers left.', ['[2021] 2021']],
    ['a year that runs over', 'the 2019-20 season', ['[2019-20] 2019']],
    ['a year in a range', 'the 2014–2018 plan', ['[2014] 2014', '[2018] 2018']],
  ])('finds %s', (_, text, expected) => {
    expect(dates(text)).toEqual(expected)
  })

  it.each([
    ['a count of people', 'They met 2021 soldiers and 1500 people.'],
    ['a measure', 'It is 2000 km, 1999 metres or 2000 percent.'],
    ['an estimate', 'About 2000 came, more than 1900 left.'],
    ['money', 'It cost $2000, €1999 and 2000 dollars.'],
    ['a bare number before 1900', 'The tower has 1500 in it.'],
    ['a part of a longer number', '2,021 and 2021.5 and 12021 and A2021 and 2021%'],
    ['a day that does not exist', 'on 2025-02-30'],
    ['a slashed date with two readings', 'on 03/04/2025'],
    [
      'what needs a publication date',
      'March 10, 10 March, Tuesday, yesterday, last week, in May, two years ago',
    ],
    ['a clock time', 'at 20:20 or 1900 GMT'],
    ['nothing', ''],
  ])('finds none in %s', (_, text) => {
    expect(dates(text)).toEqual([])
  })
})

describe('findDates with a publication date', () => {
  // 2026-03-10 is a Tuesday in week 11.
  const published = '2026-03-10'

  it.each([
    [
      'a day without a year by the nearest one past',
      'on March 2 and 30 June',
      ['[March 2] 2026-03-02', '[30 June] 2025-06-30'],
    ],
    ['the day of publication as itself', 'OSLO, March 10', ['[March 10] 2026-03-10']],
    ['a day that is soon to come as ahead', 'on March 12', ['[March 12] 2026-03-12']],
    ['a day far off as ahead behind a clear sign', 'It will open on 30 June.', ['[30 June] 2026-06-30']],
    [
      'a day by the weekday beside it',
      'Sunday, March 15; Saturday, June 20',
      ['[Sunday, March 15] 2026-03-15', '[Saturday, June 20] 2026-06-20'],
    ],
    ['29 February by the nearest leap year', 'on 29 February', ['[29 February] 2024-02-29']],
    ['a day of another year', 'on March 12 last year', ['[March 12 last year] 2025-03-12']],
    [
      'a weekday by the latest one',
      'on Monday and on Wednesday',
      ['[Monday] 2026-03-09', '[Wednesday] 2026-03-04'],
    ],
    ['the weekday of publication as that day', 'on Tuesday', ['[Tuesday] 2026-03-10']],
    ['a weekday ahead', 'It will open on Friday.', ['[Friday] 2026-03-13']],
    ['a weekday of reporting as past', 'It will open, she said on Friday.', ['[Friday] 2026-03-06']],
    [
      'last, this and next weekday',
      'last Tuesday, this Friday, next Tuesday',
      ['[last Tuesday] 2026-03-03', '[this Friday] 2026-03-13', '[next Tuesday] 2026-03-17'],
    ],
    ['a weekday of another week', 'on Friday of last week', ['[Friday of last week] 2026-03-06']],
    [
      'days next to publication',
      'yesterday, today and tomorrow',
      ['[yesterday] 2026-03-09', '[today] 2026-03-10', '[tomorrow] 2026-03-11'],
    ],
    [
      'parts of days',
      'last night, this morning, Monday evening, tonight',
      [
        '[last night] 2026-03-09TNI',
        '[this morning] 2026-03-10TMO',
        '[Monday evening] 2026-03-09TEV',
        '[tonight] 2026-03-10TNI',
      ],
    ],
    [
      'weeks',
      'last week, this week, next week',
      ['[last week] 2026-W10', '[this week] 2026-W11', '[next week] 2026-W12'],
    ],
    [
      'weekends',
      'last weekend, over the weekend',
      ['[last weekend] 2026-W10-WE', '[the weekend] 2026-W10-WE'],
    ],
    [
      'months',
      'last month, this month, next month',
      ['[last month] 2026-02', '[this month] 2026-03', '[next month] 2026-04'],
    ],
    [
      'quarters',
      'last quarter, the third quarter',
      ['[last quarter] 2025-Q4', '[the third quarter] 2025-Q3'],
    ],
    [
      'quarters that words before them put ahead',
      'It will open in the third quarter. It is due in the first quarter. It opened in the first quarter.',
      ['[the third quarter] 2026-Q3', '[the first quarter] 2026-Q1', '[the first quarter] 2026-Q1'],
    ],
    [
      'years',
      'earlier this year, last year, next year',
      ['[earlier this year] 2026', '[last year] 2025', '[next year] 2027'],
    ],
    [
      'named months',
      'last October, this May, October last year',
      ['[last October] 2025-10', '[this May] 2026-05', '[October last year] 2025-10'],
    ],
    ['bare months', 'In December it closed; since August', ['[December] 2025-12', '[August] 2025-08']],
    ['a bare month that is soon to come', 'in April', ['[April] 2026-04']],
    [
      'seasons',
      'last summer, this winter, next spring',
      ['[last summer] 2025-SU', '[this winter] 2025-WI', '[next spring] 2027-SP'],
    ],
    [
      'a time ago at the grain of its unit',
      'two years ago, a month ago, three weeks ago, 10 days ago',
      [
        '[two years ago] 2024',
        '[a month ago] 2026-02',
        '[three weeks ago] 2026-W08',
        '[10 days ago] 2026-02-28',
      ],
    ],
    [
      'an estimated time ago',
      'nearly two decades ago, more than twenty-five years ago',
      ['[nearly two decades ago] 200', '[more than twenty-five years ago] 2001'],
    ],
  ])('reads %s', (_, text, expected) => {
    expect(dates(text, published)).toEqual(expected)
  })

  it('shifts months and years over the end of a year', () => {
    expect(dates('last month, last quarter, last week', '2026-01-01')).toEqual([
      '[last month] 2025-12',
      '[last quarter] 2025-Q4',
      '[last week] 2025-W52',
    ])
  })

  it('puts a quarter that comes next year ahead only where the words before it do', () => {
    expect(
      dates('It will open in the second quarter. It opened in the fourth quarter.', '2026-08-10'),
    ).toEqual(['[the second quarter] 2027-Q2', '[the fourth quarter] 2025-Q4'])
  })

  it.each([
    ['the verb may', 'It may rain. May they come. You may March on.'],
    ['names that hold a weekday', 'Black Friday, the Sunday Times, Good Friday'],
    ['weekdays that come again', 'every Friday, on Mondays'],
    ['a stretch of time', 'in the last week'],
    ['people and marches', 'April Moss led the March on Oslo with Theresa May.'],
    ['USA Today', 'said USA Today'],
  ])('finds none in %s', (_, text) => {
    expect(dates(text, published)).toEqual([])
  })

  it('reads only the day of a publication time', () => {
    expect(dates('today', '2026-03-10T23:59')).toEqual(['[today] 2026-03-10'])
  })

  it('refuses a publication date that is no day', () => {
    expect(() => findDates('today', '2026-02-30')).toThrow(
      new RangeError('publication date "2026-02-30" is not a day, YYYY-MM-DD'),
    )
  })
})

describe('the dates found', () => {
  const piece = fc.constantFrom(
    'March',
    '10',
    'last',
    '2026',
    'May',
    'Tuesday',
    'Q3',
    'the',
    'week',
    'ago',
    'two',
    'years',
    '1990s',
    ',',
    '-',
    '\n',
    '😀',
    'first',
    'quarter',
    'of',
  )
  const texts = fc.array(fc.oneof(piece, fc.string())).map((parts) => parts.join(' '))

  it('come in order, apart, inside the text, and all have an interval', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0
        for (const { span, value } of findDates(text, '2026-03-10')) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(span.end).toBeGreaterThan(span.start)
          expect(timexInterval(value)).not.toBeNull()
          end = span.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

const table = new URL('../../../../shared/data/timex-table/timex-table.jsonl', import.meta.url)
const skipped = existsSync(table) ? '' : ' (skipped: there is no shared/data/timex-table)'

describe.skipIf(skipped !== '')(`on the table of time expressions${skipped}`, () => {
  interface Row {
    readonly expression: string
    readonly dct: string
    readonly type: string
    readonly value: string
  }

  /** Share of right values among the expressions that a pattern fits and that stand for a stretch of the calendar. */
  function accuracy(pattern: RegExp): number {
    const rows = readFileSync(table, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Row)
      .filter(
        (row) => row.type === 'DATE' && timexInterval(row.value) !== null && pattern.test(row.expression),
      )
    const right = rows.filter((row) =>
      findDates(row.expression, row.dct).some(({ value }) => value === row.value),
    )
    expect(rows.length).toBeGreaterThan(50)
    return right.length / rows.length
  }

  it('gives expressions that name their year the right value nearly always', () => {
    expect(accuracy(/\b[12]\d{3}\b/)).toBeGreaterThan(0.95)
  })

  it('gives all expressions the right value in three of four cases, although they stand without their sentence', () => {
    expect(accuracy(/./)).toBeGreaterThan(0.75)
  })
})
