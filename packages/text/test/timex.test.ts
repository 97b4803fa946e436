import { describe, expect, it } from 'vitest'
import { parseTimexValue } from '../src/index.ts'

describe('parseTimexValue', () => {
  it.each([
    ['20', { kind: 'century', century: 20 }],
    ['199', { kind: 'decade', decade: 199 }],
    ['2026', { kind: 'year', year: 2026 }],
    ['2026-H2', { kind: 'half', year: 2026, half: 2 }],
    ['2026-Q3', { kind: 'quarter', year: 2026, quarter: 3 }],
    ['2026-WI', { kind: 'season', year: 2026, season: 'WI' }],
    ['2026-03', { kind: 'month', year: 2026, month: 3 }],
    ['2026-W27', { kind: 'week', year: 2026, week: 27 }],
    ['2026-W27-WE', { kind: 'weekend', year: 2026, week: 27 }],
    ['2026-W27-1', { kind: 'day', year: 2026, month: 6, day: 29 }],
    ['2024-02-29', { kind: 'day', year: 2024, month: 2, day: 29 }],
    ['2026-03-10TEV', { kind: 'part-of-day', year: 2026, month: 3, day: 10, part: 'EV' }],
    ['2026-03-10T09', { kind: 'time', year: 2026, month: 3, day: 10, hour: 9, minute: null }],
    ['2026-03-10T09:30', { kind: 'time', year: 2026, month: 3, day: 10, hour: 9, minute: 30 }],
    ['2026-03-10T09:30:15', { kind: 'time', year: 2026, month: 3, day: 10, hour: 9, minute: 30 }],
    ['2026-03-10T24:00', { kind: 'time', year: 2026, month: 3, day: 10, hour: 24, minute: 0 }],
    ['P4Y', { kind: 'duration', amounts: [{ amount: 4, unit: 'Y' }] }],
    ['P2.5DE', { kind: 'duration', amounts: [{ amount: 2.5, unit: 'DE' }] }],
    ['PXM', { kind: 'duration', amounts: [{ amount: null, unit: 'M' }] }],
    [
      'P1YT5M30S',
      {
        kind: 'duration',
        amounts: [
          { amount: 1, unit: 'Y' },
          { amount: 5, unit: 'minute' },
          { amount: 30, unit: 'second' },
        ],
      },
    ],
    ['PRESENT_REF', { kind: 'reference', reference: 'PRESENT_REF' }],
    ['XXXX-03-10', { kind: 'unspecified', value: 'XXXX-03-10' }],
    ['2026-QX', { kind: 'unspecified', value: '2026-QX' }],
    ['XXXX-WXX-1TNI', { kind: 'unspecified', value: 'XXXX-WXX-1TNI' }],
    ['T10:30', { kind: 'unspecified', value: 'T10:30' }],
  ])('reads %s', (value, expected) => {
    expect(parseTimexValue(value)).toEqual(expected)
  })

  it.each([
    ['no text at all', ''],
    ['a day that does not exist', '2025-02-30'],
    ['29 February of a common year', '2100-02-29'],
    ['a thirteenth month', '2025-13'],
    ['week 53 of a year with 52', '2021-W53'],
    ['a fifth quarter', '2025-Q5'],
    ['the 25th hour', '2025-01-01T25:00'],
    ['a minute behind 24:00', '2025-01-01T24:01'],
    ['a duration of nothing', 'P'],
    ['a time of nothing', 'PT'],
    ['words', 'tomorrow'],
    ['white space around it', ' 2025'],
    ['a year of five digits', '12025'],
    ['a long run of digits', '9'.repeat(100_000)],
    ['a long run of X', `P${'X'.repeat(100_000)}`],
  ])('is null for %s', (_, value) => {
    expect(parseTimexValue(value)).toBeNull()
  })
})
