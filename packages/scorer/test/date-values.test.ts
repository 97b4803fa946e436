import type { Annotation, TimexBasis } from '@assay/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dateErrorsMetric,
  dateValuesMetric,
  timexesMetric,
  type ValueError,
  valueErrorOf,
  valueErrors,
} from '../src/index.ts'
import { collect, dated, scores, timex } from './cases.ts'

const values = dateValuesMetric()
const errors = dateErrorsMetric()
const gold = (...timexes: NonNullable<Annotation['timexes']>): Annotation => ({ timexes })

describe('values of dates on right boundaries', () => {
  it('are right values among the gold dates whose boundaries were given', () => {
    const annotation = gold(
      timex('t1', '2026-03', 0, 5),
      timex('t2', '2026-04', 10, 15),
      timex('t3', '2025', 20, 25),
    )
    const answer = { timexes: [dated('2026-03', 0, 5), dated('2026', 10, 15), dated('2025', 20, 26)] }
    expect(scores(values, annotation, answer)).toEqual({
      accuracy: { value: 1 / 2 },
      // A month in its year is 12 times as long: half.
      interval: { value: (1 + 1 / 2) / 2 },
      given: { value: 2 / 3 },
      'accuracy/DATE': { value: 1 / 2 },
    })
  })

  it('accept the boundaries and values of alternatives', () => {
    const item = timex('t1', '2024', 10, 20, {
      alternatives: [{ span: { start: 14, end: 20 }, value: '2024-12' }],
    })
    for (const value of ['2024', '2024-12']) {
      for (const start of [10, 14]) {
        const { accuracy } = scores(values, gold(item), { timexes: [dated(value, start, 20)] })
        // A reading is a span with its value: [14, 20) says 2024-12, and either value is accepted for the item.
        expect(accuracy).toEqual({ value: 1 })
      }
    }
  })

  it('take the better of two predictions on one span', () => {
    const answer = { timexes: [dated('2020', 0, 5), dated('2026-03', 0, 5)] }
    expect(scores(values, gold(timex('t1', '2026-03', 0, 5)), answer)['accuracy']).toEqual({ value: 1 })
  })

  it('are wrong without a value, and leave out gold without one, the publication date and what is optional', () => {
    const annotation = gold(
      timex('t0', '2026-01-01', 0, 5),
      timex('t1', null, 10, 15),
      timex('t2', '2020', 20, 25, { tier: 'optional' }),
      timex('t3', '2020', 30, 35),
    )
    const answer = { timexes: [0, 10, 20, 30].map((start) => dated(null, start, start + 5)) }
    expect(collect(values, annotation, answer)).toMatchObject({ gold: 1, given: 1, right: 0 })
  })

  it('are undefined where no boundaries are right, and count nothing without annotation', () => {
    const all = scores(values, gold(timex('t1', '2026', 0, 5)), { timexes: [dated('2026', 0, 6)] })
    expect(all['accuracy']).toEqual({ value: null, because: 'no date has its exact boundaries' })
    expect(all['given']).toEqual({ value: 0 })
    expect(scores(values, gold(), {})['given']).toEqual({
      value: null,
      because: 'no date with a known value is gold',
    })
    expect(collect(values, {}, {})).toEqual({})
  })

  const value = fc.constantFrom('2026', '2026-04', '2026-04-17', 'P1D', null)

  it('on the gold spans are the share of right values, and never more than the credit of value', () => {
    const items = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(items, fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }), (pairs, shifts) => {
        const annotation = gold(...pairs.map(([right], i) => timex(`t${i + 1}`, right, 10 * i, 10 * i + 5)))
        const onGold = { timexes: pairs.map(([, said], i) => dated(said, 10 * i, 10 * i + 5)) }
        const known = pairs.filter(([right]) => right !== null)
        const right = known.filter(([gold, said]) => gold === said).length
        const counts = collect(values, annotation, onGold)
        expect(counts).toMatchObject({ gold: known.length, given: known.length, right })
        const moved = { timexes: pairs.map(([, said], i) => dated(said, 10 * i, 10 * i + 5 + shifts[i]!)) }
        const found = collect(timexesMetric(), annotation, moved)['value.credit']!
        expect(collect(values, annotation, moved)['right']).toBeLessThanOrEqual(found)
      }),
      { numRuns: 100 },
    )
  })
})

describe('the class of a wrong value', () => {
  it.each<[gold: string, predicted: string | null, error: ValueError, why: string]>([
    ['2026-04-17', null, 'unresolved', 'found, not resolved'],
    ['2024-03-18', '2024-W12-1', 'notation', 'the same Monday'],
    ['2026-04-03', '2026-03-04', 'day-month-swap', '3 April as 4 March'],
    ['2026-04-03T10:30', '2026-03-04T10:30', 'day-month-swap', 'the same with a time'],
    ['2026-04-03TMO', '2026-03-04TEV', 'other', 'a swap of everything'],
    ['2026-04-17', '2025-04-17', 'year-flip', 'the year before'],
    ['2026-04', '2016-04', 'year-flip', 'ten years before'],
    ['2026-W27', '2025-W27', 'year-flip', 'a week of the year before'],
    ['2026-SU', '2025-SU', 'year-flip', 'a summer'],
    ['2025-12-31', '2026-01-01', 'off-by-one', 'the next day, over new year'],
    ['2026-04-17', '2026-04-16', 'off-by-one', 'the day before'],
    ['2026-W27', '2026-W28', 'off-by-one', 'the next week'],
    ['2026-04', '2026-05', 'off-by-one', 'the next month'],
    ['2026', '2025', 'off-by-one', 'a year, which is not a flip of one'],
    ['199', '200', 'off-by-one', 'the next decade'],
    ['2026-W27-WE', '2026-W28-WE', 'off-by-one', 'the next weekend, five days later'],
    ['2026-04-17TMO', '2026-04-18TMO', 'off-by-one', 'the next morning'],
    ['2026-04-17TMO', '2026-04-17TAF', 'off-by-one', 'morning and afternoon'],
    ['2026-04-17T10:30', '2026-04-17T10:31', 'off-by-one', 'a minute'],
    ['2026-04-17', '2026-04', 'granularity', 'coarser'],
    ['2026', '2026-04-17', 'granularity', 'finer'],
    ['2026-W27', '2026-07', 'granularity', 'cut otherwise'],
    ['2026-04-17', '2026-04-10', 'other', 'a week before, said outright'],
    ['2026-04', '2026-07', 'other', 'another month'],
    ['2026-04-17', '2025', 'other', 'coarser, and elsewhere'],
    ['P2Y', 'P24M', 'other', 'a duration'],
    ['PAST_REF', '2026-04', 'other', 'a reference'],
    ['2026-04-17', 'PRESENT_REF', 'other', 'a reference predicted'],
    ['2026-04-17', 'last Friday', 'other', 'no value at all'],
  ])('gold %s, predicted %s: %s, %s', (right, predicted, error) => {
    expect(valueErrorOf([right], 'explicit', predicted)).toBe(error)
  })

  it.each<[TimexBasis, ValueError]>([
    ['dct', 'anchor'],
    ['anaphoric', 'anchor'],
    ['explicit', 'other'],
    ['world', 'other'],
    ['vague', 'other'],
  ])('a day a week off is, on basis %s: %s', (basis, error) => {
    expect(valueErrorOf(['2026-04-17'], basis, '2026-04-10')).toBe(error)
    expect(valueErrorOf(['2026-04-17'], basis, '2026-02')).toBe('other')
  })

  it('is the nearest over the accepted values', () => {
    expect(valueErrorOf(['2026-04-17', '2026-04-11'], 'dct', '2026-04-10')).toBe('off-by-one')
    expect(valueErrorOf([], 'dct', '2026')).toBe('other')
  })
})

describe('wrong dates', () => {
  it('are counted among the dates that are found, in total and by type', () => {
    const annotation = gold(
      timex('t1', '2026-04-17', 0, 5),
      timex('t2', '2026-04-18', 10, 15, { basis: 'dct' }),
      timex('t3', 'P2Y', 20, 25, { type: 'DURATION' }),
      timex('t4', '2026', 30, 35),
      timex('t5', null, 40, 45),
    )
    const answer = {
      timexes: [
        dated('2026-04-17', 0, 4),
        dated('2026-04-11', 10, 15),
        dated('P2D', 22, 28),
        dated('1999', 40, 45),
        dated('1999', 60, 65),
      ],
    }
    const none = { value: 0 }
    expect(scores(errors, annotation, answer)).toEqual({
      accuracy: { value: 1 / 3 },
      right: { value: 1 },
      'right/DATE': { value: 1 },
      unresolved: none,
      notation: none,
      'day-month-swap': none,
      'year-flip': none,
      'off-by-one': none,
      granularity: none,
      anchor: { value: 1 },
      'anchor/DATE': { value: 1 },
      other: { value: 1 },
      'other/DURATION': { value: 1 },
    })
  })

  it('are undefined where nothing is found, and count nothing without annotation', () => {
    expect(scores(errors, gold(timex('t1', '2026', 0, 5)), {})['accuracy']).toEqual({
      value: null,
      because: 'no date with a known value is found',
    })
    expect(collect(errors, {}, {})).toEqual({})
  })

  it('add up, with the right ones, to the dates found; right are as many as the credit of value where all are apart', () => {
    const value = fc.constantFrom('2026', '2026-04', '2026-04-17', '2025-04-17', 'P1D', 'PAST_REF')
    fc.assert(
      fc.property(fc.array(fc.tuple(value, fc.option(value)), { maxLength: 8 }), (pairs) => {
        const annotation = gold(...pairs.map(([right], i) => timex(`t${i + 1}`, right, 10 * i, 10 * i + 5)))
        const answer = { timexes: pairs.map(([, said], i) => dated(said, 10 * i + (i % 3), 10 * i + 5)) }
        const counts = collect(errors, annotation, answer)
        const sum = valueErrors.reduce((n, error) => n + counts[error]!, 0)
        expect(counts['right']! + sum).toBe(pairs.length)
        expect(counts['right']).toBe(collect(timexesMetric(), annotation, answer)['value.credit'])
      }),
      { numRuns: 100 },
    )
  })
})
