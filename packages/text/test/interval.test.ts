import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timexInterval } from '../src/index.ts'

const minutes = (day: string) => Date.parse(`${day}Z`) / 60_000

describe('timexInterval', () => {
  it.each([
    ['19', '1900-01-01T00:00', '2000-01-01T00:00'],
    ['199', '1990-01-01T00:00', '2000-01-01T00:00'],
    ['2024', '2024-01-01T00:00', '2025-01-01T00:00'],
    ['2024-H2', '2024-07-01T00:00', '2025-01-01T00:00'],
    ['2024-Q1', '2024-01-01T00:00', '2024-04-01T00:00'],
    ['2024-SP', '2024-03-01T00:00', '2024-06-01T00:00'],
    ['2024-SU', '2024-06-01T00:00', '2024-09-01T00:00'],
    ['2024-FA', '2024-09-01T00:00', '2024-12-01T00:00'],
    ['2024-WI', '2024-12-01T00:00', '2025-03-01T00:00'],
    ['2024-02', '2024-02-01T00:00', '2024-03-01T00:00'],
    ['2024-12', '2024-12-01T00:00', '2025-01-01T00:00'],
    ['2026-W01', '2025-12-29T00:00', '2026-01-05T00:00'],
    ['2020-W53', '2020-12-28T00:00', '2021-01-04T00:00'],
    ['2025-W27-WE', '2025-07-05T00:00', '2025-07-07T00:00'],
    ['2025-W27-4', '2025-07-03T00:00', '2025-07-04T00:00'],
    ['2024-02-29', '2024-02-29T00:00', '2024-03-01T00:00'],
    ['2024-02-29TMO', '2024-02-29T06:00', '2024-02-29T12:00'],
    ['2024-02-29TAF', '2024-02-29T12:00', '2024-02-29T18:00'],
    ['2024-02-29TEV', '2024-02-29T18:00', '2024-03-01T00:00'],
    ['2024-02-29TNI', '2024-02-29T20:00', '2024-03-01T06:00'],
    ['2024-02-29T10', '2024-02-29T10:00', '2024-02-29T11:00'],
    ['2024-02-29T10:30', '2024-02-29T10:30', '2024-02-29T10:31'],
    ['2024-02-29T24:00', '2024-03-01T00:00', '2024-03-01T00:01'],
  ])('of %s begins at %s and ends before %s', (value, begin, end) => {
    expect(timexInterval(value)).toEqual({ begin: minutes(begin), end: minutes(end) })
  })

  it('counts from 1970 and reaches back before year 100', () => {
    expect(timexInterval('1970-01-01')).toEqual({ begin: 0, end: 1440 })
    // 0099 is a common year of 365 days.
    const year = timexInterval('0099')
    expect(year!.end - year!.begin).toBe(365 * 1440)
  })

  it.each(['PRESENT_REF', 'P1D', 'XXXX-03-10', '2026-QX', 'T10:30', '2025-02-30', ''])(
    'is null for "%s"',
    (value) => {
      expect(timexInterval(value)).toBeNull()
    },
  )

  const pad = (number: number, width = 2) => String(number).padStart(width, '0')
  const days = fc.record({
    year: fc.integer({ min: 1, max: 9998 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })

  it('of a day lies inside those of its month, quarter, half, year, decade and century', () => {
    fc.assert(
      fc.property(days, ({ year, month, day }) => {
        const y = pad(year, 4)
        const inner = timexInterval(`${y}-${pad(month)}-${pad(day)}`)!
        expect(inner.end - inner.begin).toBe(1440)
        const quarter = Math.ceil(month / 3)
        for (const value of [
          `${y}-${pad(month)}`,
          `${y}-Q${quarter}`,
          `${y}-H${Math.ceil(month / 6)}`,
          y,
          y.slice(0, 3),
          y.slice(0, 2),
        ]) {
          const outer = timexInterval(value)!
          expect(outer.begin).toBeLessThanOrEqual(inner.begin)
          expect(outer.end).toBeGreaterThanOrEqual(inner.end)
        }
      }),
    )
  })

  it.each([
    ['months', (year: string) => Array.from({ length: 12 }, (_, index) => `${year}-${pad(index + 1)}`)],
    ['quarters', (year: string) => ['Q1', 'Q2', 'Q3', 'Q4'].map((part) => `${year}-${part}`)],
    ['halves', (year: string) => ['H1', 'H2'].map((part) => `${year}-${part}`)],
  ])('of the %s of a year fill the year without a gap', (_, parts) => {
    fc.assert(
      fc.property(days, ({ year }) => {
        const whole = timexInterval(pad(year, 4))!
        let at = whole.begin
        for (const part of parts(pad(year, 4))) {
          const interval = timexInterval(part)!
          expect(interval.begin).toBe(at)
          at = interval.end
        }
        expect(at).toBe(whole.end)
      }),
    )
  })

  it('of an ISO week is seven days from a Monday, and one week begins where the last one ends', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 2, max: 52 }), ({ year }, week) => {
        const interval = timexInterval(`${pad(year, 4)}-W${pad(week)}`)!
        expect(interval.end - interval.begin).toBe(7 * 1440)
        expect(new Date(interval.begin * 60_000).getUTCDay()).toBe(1)
        expect(timexInterval(`${pad(year, 4)}-W${pad(week - 1)}`)!.end).toBe(interval.begin)
      }),
    )
  })
})
