import type { Annotation, Output } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { timexesMetric } from '../src/index.ts'
import { collect, dated, prf, scores, timex } from './cases.ts'

const metric = timexesMetric()
const gold = (...timexes: NonNullable<Annotation['timexes']>): Annotation => ({ timexes })
const output = (...timexes: NonNullable<Output['timexes']>): Output => ({ timexes })

function credits(annotation: Annotation, predicted: Output) {
  const counts = collect(metric, annotation, predicted)
  return Object.fromEntries(
    ['strict', 'relaxed', 'type', 'value', 'interval'].map((id) => [id, counts[`${id}.credit`]]),
  )
}

describe('the schemes of dates', () => {
  const march = gold(timex('t1', '2026-03', 10, 20))

  it.each([
    ['all right', dated('2026-03', 10, 20), { strict: 1, relaxed: 1, type: 1, value: 1, interval: 1 }],
    ['other boundaries', dated('2026-03', 12, 22), { strict: 0, relaxed: 1, type: 1, value: 1, interval: 1 }],
    ['other year', dated('2025-03', 10, 20), { strict: 1, relaxed: 1, type: 1, value: 0, interval: 0 }],
    ['no value', dated(null, 10, 20), { strict: 1, relaxed: 1, type: 1, value: 0, interval: 0 }],
    [
      'other type',
      { ...dated('2026-03', 10, 20), type: 'TIME' as const },
      { strict: 1, relaxed: 1, type: 0, value: 1, interval: 1 },
    ],
    ['touching', dated('2026-03', 20, 25), { strict: 0, relaxed: 0, type: 0, value: 0, interval: 0 }],
  ])('%s', (_, predicted, expected) => {
    expect(credits(march, output(predicted))).toEqual(expected)
  })

  it('score 2 credit / (gold + predicted)', () => {
    const all = scores(
      metric,
      gold(timex('t1', '2026-03', 0, 5), timex('t2', 'P4Y', 10, 15), timex('t3', '2025', 20, 25)),
      output(dated('2026-03', 0, 5), dated('P5Y', 10, 15)),
    )
    expect(prf(all, 'value')).toEqual([1 / 2, 1 / 3, 2 / 5])
    expect(prf(all, 'strict')).toEqual([2 / 2, 2 / 3, 4 / 5])
  })

  it('match each scheme by itself: a value is found beside a better boundary', () => {
    // [10, 20) has the boundaries, [15, 25) the value; the greedy alignment of the boundary would lose the value.
    const all = credits(march, output(dated('2020', 10, 20), dated('2026-03', 15, 25)))
    expect(all).toEqual({ strict: 1, relaxed: 1, type: 1, value: 1, interval: 1 })
  })

  it('count two values on one span as two predictions', () => {
    const all = scores(metric, march, output(dated('2026-03', 10, 20), dated('2026-04', 10, 20)))
    expect(prf(all, 'value')).toEqual([1 / 2, 1, 2 / 3])
    expect(prf(all, 'strict')).toEqual([1 / 2, 1, 2 / 3])
  })

  it('are undefined on two empty sides, and by type', () => {
    const none = scores(metric, gold(), output())
    expect(none['value.f1']).toEqual({ value: null, because: 'nothing is gold and nothing was predicted' })
    const all = scores(
      metric,
      gold(timex('t1', 'P4Y', 0, 5, { type: 'DURATION' })),
      output(dated('2026', 20, 25)),
    )
    expect(all['value.f1/DURATION']).toEqual({ value: 0 })
    expect(all['value.precision/DURATION']).toEqual({ value: null, because: 'nothing was predicted' })
    expect(all['value.recall/DATE']).toEqual({ value: null, because: 'nothing is gold' })
    expect(all['value.f1/SET']).toBeUndefined()
  })

  it('count nothing where dates are not annotated, and a missing layer of the output as empty', () => {
    expect(collect(metric, {}, output(dated('2026-03', 10, 20)))).toEqual({})
    expect(collect(metric, march, {})).toEqual(collect(metric, march, output()))
  })
})

describe('alternatives of dates', () => {
  const item = timex('t1', '2024', 10, 20, {
    alternatives: [{ value: '2024-12' }, { span: { start: 14, end: 20 }, type: 'TIME' }],
  })

  it.each([
    ['the value', dated('2024', 10, 20), { strict: 1, type: 1, value: 1 }],
    ['another value', dated('2024-12', 10, 20), { strict: 1, type: 1, value: 1 }],
    ['another span, same value', dated('2024', 14, 20), { strict: 1, type: 1, value: 1 }],
    [
      'an equivalent value that gold does not list',
      dated('2024-01', 10, 20),
      { strict: 1, type: 1, value: 0 },
    ],
    ['another type', { ...dated('2024', 14, 20), type: 'TIME' as const }, { strict: 1, type: 1, value: 1 }],
  ])('%s', (_, predicted, expected) => {
    expect(credits(gold(item), output(predicted))).toMatchObject(expected)
  })
})

describe('dates that are not asked for', () => {
  const known = timex('t1', '2026-03', 0, 5)
  const found = dated('2026-03', 0, 5)

  it('value null: asked for by boundaries, not by value, where a prediction is neutral', () => {
    const unknown = timex('t2', null, 10, 20)
    const silent = scores(metric, gold(known, unknown), output(found))
    expect(prf(silent, 'value')).toEqual([1, 1, 1])
    expect(prf(silent, 'interval')).toEqual([1, 1, 1])
    expect(prf(silent, 'strict')).toEqual([1, 1 / 2, 2 / 3])
    for (const value of ['2020', null]) {
      const guessed = scores(metric, gold(known, unknown), output(found, dated(value, 10, 20)))
      expect(prf(guessed, 'value')).toEqual([1, 1, 1])
      expect(prf(guessed, 'strict')).toEqual([1, 1, 1])
      expect(guessed['neutral']).toEqual({ value: 0 })
    }
  })

  it('value null stays unknown, though an alternative has a value', () => {
    const unknown = timex('t2', null, 10, 20, { alternatives: [{ value: '2020' }] })
    expect(prf(scores(metric, gold(known, unknown), output(found)), 'value')).toEqual([1, 1, 1])
  })

  it.each([
    ['optional', timex('t2', '2020', 10, 20, { tier: 'optional' })],
    ['excluded', timex('t2', '2020', 10, 20, { tier: 'excluded' })],
    ['the publication date itself', timex('t0', '2020', 10, 20)],
  ])('%s: never asked for, a prediction is neutral', (_, item) => {
    for (const predicted of [
      output(found),
      output(found, dated('1999', 10, 20)),
      output(found, dated('1', 12, 30)),
    ]) {
      const all = scores(metric, gold(known, item), predicted)
      for (const scheme of ['strict', 'relaxed', 'type', 'value', 'interval']) {
        expect(prf(all, scheme)).toEqual([1, 1, 1])
      }
      expect(all['neutral']).toEqual({ value: predicted.timexes!.length - 1 })
    }
  })
})

describe('the interval credit', () => {
  it.each([
    ['2026-04-17', '2026-04-17', 1, 'equal'],
    ['2026-04-17', '2026-04', 1 / 2, '30 times as long'],
    ['2026-04', '2026-04-17', 1 / 2, 'contained the other way'],
    ['2026-03-17', '2026-03', 1 / 2, '31 times as long'],
    ['2026-04-17', '2026', 1 / 4, '365 times as long'],
    ['2026', '2026-04-17', 1 / 4, 'contained the other way, too short'],
    ['2026-04-17', '2025-04-17', 0, 'disjoint'],
    ['2026-04-17', '2026-04-18', 0, 'adjacent'],
    ['2026-04-18', '2026-04-17', 0, 'adjacent the other way'],
    ['2026-W27', '2026-07', 1 / 4, 'a partial overlap: 29 June to 5 July'],
    ['2026-07', '2026-W27', 1 / 4, 'a partial overlap the other way'],
    ['2026-Q2', '2026-04', 1 / 2, 'same start'],
    ['2026-Q2', '2026-06', 1 / 2, 'same end'],
    ['2026-04', '2026-Q2', 1 / 2, 'same start, the other way'],
    ['2026-06', '2026-Q2', 1 / 2, 'same end, the other way'],
    ['2024-03-18', '2024-W12-1', 1, 'one interval, two ways to write it'],
    ['2026-WI', '2027-02', 1 / 2, 'winter ends in the next year'],
    ['2026-04-17TNI', '2026-04-18T05:00', 1 / 4, '600 minutes as long'],
    ['2026-04-17TMO', '2026-04-17T09', 1 / 2, '6 hours as long'],
    ['PRESENT_REF', 'PRESENT_REF', 1, 'equal references'],
    ['PRESENT_REF', '2026', 0, 'a reference is nowhere'],
    ['2026', 'PRESENT_REF', 0, 'a reference is nowhere, the other way'],
    ['P2Y', 'P24M', 0, 'durations are equal or not'],
    ['P2Y', 'P2Y', 1, 'equal durations'],
    ['XXXX-WXX-7', 'XXXX-WXX-7', 1, 'equal sets'],
    ['XXXX-03', '2026-03', 0, 'an unknown year'],
  ])('gold %s, predicted %s: %d, %s', (value, predicted, credit) => {
    expect(credits(gold(timex('t1', value, 0, 5)), output(dated(predicted, 0, 5)))['interval']).toBe(credit)
    expect(credits(gold(timex('t1', value, 0, 5)), output(dated(predicted, 6, 8)))['interval']).toBe(0)
  })

  it('is the best over the alternatives', () => {
    const item = timex('t1', '2026-04-17', 0, 5, { alternatives: [{ value: '2025' }] })
    expect(credits(gold(item), output(dated('2025-06', 0, 5)))['interval']).toBe(1 / 2)
  })

  it('prefers the pairs of largest total', () => {
    // Straight: 1/4 + 0. Crossed: 1/2 + 1.
    const items = [timex('t1', '2026-04-17', 0, 10), timex('t2', '2026', 5, 15)]
    const predicted = output(dated('2026', 4, 8), dated('2026-04', 6, 12))
    expect(credits(gold(...items), predicted)['interval']).toBe(1 + 1 / 2)
  })
})
