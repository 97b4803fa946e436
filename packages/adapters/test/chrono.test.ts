import { afterEach, describe, expect, it } from 'vitest'
import { chrono } from '../src/index.ts'
import { times } from './call.ts'

const thursday = '2026-03-05'

describe('chrono gives TIMEX3 values', () => {
  it.each([
    ['of a day', 'It opened on 12 March 2025.', [['DATE', '12 March 2025', '2025-03-12']]],
    ['of a month', 'It opened in October 2025.', [['DATE', 'October 2025', '2025-10']]],
    ['of a month without a year', 'It opened in October.', [['DATE', 'October', '2025-10']]],
    ['of a weekday', 'It opened on Tuesday.', [['DATE', 'Tuesday', '2026-03-03']]],
    ['of a week', 'It opened last week.', [['DATE', 'last week', '2026-W09']]],
    ['of a weekend', 'It opens this weekend.', [['DATE', 'this weekend', '2026-W10-WE']]],
    ['of a month from here', 'It opened last month.', [['DATE', 'last month', '2026-02']]],
    ['of a year from here', 'It opened two years ago.', [['DATE', 'two years ago', '2024']]],
    [
      'of a time',
      'It opened at 9:15 a.m. on 4 May 2025.',
      [['TIME', '9:15 a.m. on 4 May 2025', '2025-05-04T09:15']],
    ],
    ['of a part of the day', 'It opened on Monday evening.', [['TIME', 'Monday evening', '2026-03-02TEV']]],
    ['of last night', 'It opened last night.', [['TIME', 'last night', '2026-03-04TNI']]],
    ['of now', 'It opens now.', [['DATE', 'now', 'PRESENT_REF']]],
    ['but none that needs the time of day', 'It opened two hours ago.', [['TIME', 'two hours ago', null]]],
    ['and nothing for what it does not know', 'In 2019, the spring of 2020 and Q3 2021.', []],
  ])('%s', async (_, text, expected) => {
    expect(await times(chrono(), text, thursday)).toEqual(expected)
  })

  it.each([
    [
      'It ran from 3 to 5 March 2025.',
      [
        ['DATE', '3', '2025-03-03'],
        ['DATE', '5 March 2025', '2025-03-05'],
      ],
    ],
    [
      'It ran on March 3-5, 2025.',
      [
        ['DATE', 'March 3', '2025-03-03'],
        ['DATE', '5, 2025', '2025-03-05'],
      ],
    ],
  ])('of both ends of a range: %s', async (text, expected) => {
    expect(await times(chrono(), text, thursday)).toEqual(expected)
  })

  it('without a publication date only where none is needed', async () => {
    const text = 'On Tuesday, last year, in October, on 12 March 2025 and in May 2024.'
    expect(await times(chrono(), text)).toEqual([
      ['DATE', 'Tuesday', null],
      ['DATE', 'last year', null],
      ['DATE', 'October', null],
      ['DATE', '12 March 2025', '2025-03-12'],
      ['DATE', 'May 2024', '2024-05'],
    ])
  })
})

describe('chrono knows no time zone', () => {
  const own = process.env.TZ
  afterEach(() => {
    if (own === undefined) delete process.env.TZ
    else process.env.TZ = own
  })

  it.each([
    ['Pacific/Kiritimati', -840],
    ['America/Los_Angeles', 480],
  ])('in %s', async (zone, offset) => {
    process.env.TZ = zone
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(offset)
    expect(await times(chrono(), 'Yesterday, on Sunday and last week.', '2026-01-01')).toEqual([
      ['DATE', 'Yesterday', '2025-12-31'],
      ['DATE', 'Sunday', '2026-01-04'],
      ['DATE', 'last week', '2025-W52'],
    ])
  })
})
