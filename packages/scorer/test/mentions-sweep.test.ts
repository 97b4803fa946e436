import type { EntityType, Mention, Span } from '@assay/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mentionsMetric, mentionsSweepMetric, nestedMentionsMetric } from '../src/index.ts'
import { mention, prf, said, scores } from './cases.ts'

const sweep = mentionsSweepMetric()
const thresholds = ['0.1', '0.2', '0.3', '0.4', '0.5', '0.6', '0.7', '0.8', '0.9', '1.0']

function f1s(
  gold: readonly Mention[],
  predicted: readonly { span: Span; type: string }[],
): (number | null)[] {
  const all = scores(sweep, { mentions: gold }, { mentions: predicted })
  return thresholds.map((threshold) => all[`jaccard-${threshold}.f1`]!.value)
}

describe('the sweep over overlaps', () => {
  it('gives credit where shared code units reach the threshold of those of either span', () => {
    // 6 shared of 20: exactly 0.3, which 0.3 as a fraction of two would miss.
    expect(f1s([mention('m1', 'ORG', 0, 10)], [said('ORG', 4, 20)])).toEqual([1, 1, 1, 0, 0, 0, 0, 0, 0, 0])
    // 9 shared of 10.
    expect(f1s([mention('m1', 'ORG', 0, 10)], [said('ORG', 1, 10)])).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 0])
    expect(f1s([mention('m1', 'ORG', 0, 10)], [said('ORG', 0, 10)])).toEqual(thresholds.map(() => 1))
  })

  it('gives none for another type, or for spans that only touch', () => {
    expect(f1s([mention('m1', 'ORG', 0, 10)], [said('GPE', 0, 10)])).toEqual(thresholds.map(() => 0))
    expect(f1s([mention('m1', 'ORG', 0, 10)], [said('ORG', 10, 20)])).toEqual(thresholds.map(() => 0))
  })

  it('drops labels that are none, as `mentions` does', () => {
    expect(f1s([mention('m1', 'ORG', 0, 10)], [said('ORG', 0, 10), said('MISC', 30, 40)])[0]).toBe(1)
  })

  it('is undefined where both sides are empty', () => {
    expect(f1s([], [])).toEqual(thresholds.map(() => null))
  })

  const span: fc.Arbitrary<Span> = fc
    .tuple(fc.nat(14), fc.integer({ min: 1, max: 8 }))
    .map(([start, length]) => ({ start, end: start + length }))
  const type: fc.Arbitrary<EntityType> = fc.constantFrom('PERSON', 'ORG')
  const side = fc.array(fc.record({ span, type }), { maxLength: 6 })

  it('never rises with the threshold, ends at strict F1, and never exceeds that of type', () => {
    fc.assert(
      fc.property(side, side, (a, predicted) => {
        const gold = a.map((item, i): Mention => ({ ...item, id: `m${i}`, surface: 'x' }))
        const values = f1s(gold, predicted)
        const plain = scores(mentionsMetric(), { mentions: gold }, { mentions: predicted })
        expect(values.at(-1)).toBe(plain['strict.f1']!.value)
        if (values[0] === null) return
        values.reduce((before, value) => {
          expect(value!).toBeLessThanOrEqual(before!)
          return value
        }, plain['type.f1']!.value)
      }),
      { numRuns: 200 },
    )
  })
})

describe('nested mentions', () => {
  it('count inner core mentions too, and rank nothing', () => {
    const gold = { mentions: [mention('m1', 'ORG', 0, 17), mention('m2', 'GPE', 12, 17)] }
    const predicted = { mentions: [said('ORG', 0, 17)] }
    const metric = nestedMentionsMetric()
    expect(prf(scores(metric, gold, predicted), 'strict')).toEqual([1, 1 / 2, 2 / 3])
    expect(prf(scores(mentionsMetric(), gold, predicted), 'strict')).toEqual([1, 1, 1])
    expect(metric).toMatchObject({ id: 'mentions-nested', options: { view: 'nested' } })
    expect(metric).not.toHaveProperty('headline')
  })
})
