import type { Claim, PredictedClaim, ScoringItem, Span } from '@assay/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { oracleOutput } from '../src/bounds.ts'
import { claimsMetric } from '../src/metrics/claims.ts'
import { article, claim, goldOf } from './claims-harbour.ts'

const metric = claimsMetric()

function item(gold: readonly Claim[], predicted?: readonly PredictedClaim[]): ScoringItem {
  return {
    article,
    gold: goldOf(...gold),
    predicted: predicted === undefined ? {} : { claims: predicted },
    produced: predicted !== undefined,
  }
}

const gold = [
  claim('30 red ships sailed', { weight: 3, holder: { entityId: 'e4' }, certainty: 'PR' }),
  claim('blue boats sank', { weight: 2 }),
  claim('green cars'),
  claim('white trees', { tier: 'optional' }),
]

describe('the claims metric', () => {
  it('counts and scores a worked example', () => {
    const counts = metric.collect(
      item(gold, [
        { text: '30 red ships sailed', holder: 'Anna Lind', certainty: 'PR' },
        { text: 'the 30 red ships sailed' },
        { text: '40 red ships sailed' },
        { text: 'blue boats sank', certainty: 'PS' },
        { text: 'white trees' },
        { text: 'yellow birds' },
      ]),
    )
    expect(counts).toEqual({
      matched: 2,
      gold: 3,
      // all but the optional white trees
      predicted: 5,
      matchedWeight: 3 + 2,
      goldWeight: 3 + 2 + 1,
      holders: 2,
      certainties: 1,
      evidence: 0,
      evidenced: 0,
      covered: 2,
      duplicates: 1,
      contradictions: 1,
      neutral: 1,
    })
    expect(metric.finish(counts)).toEqual({
      precision: { value: 2 / 5 },
      recall: { value: 2 / 3 },
      f1: { value: 4 / 8 },
      'weighted-recall': { value: 5 / 6 },
      'holder-accuracy': { value: 2 / 2 },
      'certainty-accuracy': { value: 1 / 2 },
      'evidence-overlap': { value: null, because: 'no matched claim points to evidence' },
      'coverage-recall': { value: 2 / 3 },
      duplicates: { value: 1 },
      contradictions: { value: 1 },
      neutral: { value: 1 },
    })
  })

  it('compares the evidence of matched claims, where both sides give some', () => {
    const sentences = [
      { start: 0, end: 10 },
      { start: 11, end: 20 },
      { start: 21, end: 30 },
    ]
    const evidence = [{ sentences: [0, 1] }, { sentences: [2] }]
    const scored = (spans: readonly Span[], known?: readonly Span[]) => {
      const units = [claim('red ships', { evidence }), claim('blue boats')]
      const scoring = item(units, [{ text: 'red ships', evidence: spans }, { text: 'blue boats' }])
      const gold = { ...scoring.gold, ...(known && { sentences: known }) }
      const counts = metric.collect({ ...scoring, gold })
      return [counts.evidence, counts.evidenced]
    }
    // One of the two sentences of the first set; both; the one of the second set; that one and two others.
    expect(scored([{ start: 0, end: 5 }], sentences)).toEqual([1 / 2, 1])
    expect(scored([{ start: 5, end: 12 }], sentences)).toEqual([2 / 2, 1])
    expect(scored([{ start: 21, end: 30 }], sentences)).toEqual([1 / 1, 1])
    expect(scored([{ start: 0, end: 30 }], sentences)).toEqual([2 / 3, 1])
    // The space between two sentences belongs to neither.
    expect(scored([{ start: 10, end: 11 }], sentences)).toEqual([0, 1])
    expect(scored([], sentences)).toEqual([0, 0])
    expect(scored([{ start: 0, end: 5 }])).toEqual([0, 0])
    expect(metric.finish({ matched: 2, evidence: 1 / 2, evidenced: 1 })).toMatchObject({
      'evidence-overlap': { value: 1 / 2 },
    })
  })

  it('covers more than it matches where units are alike', () => {
    const counts = metric.collect(
      item([claim('red green blue'), claim('red green white')], [{ text: 'red green' }]),
    )
    expect(counts).toMatchObject({ matched: 1, covered: 2 })
    expect(metric.finish(counts)).toMatchObject({
      recall: { value: 1 / 2 },
      'coverage-recall': { value: 2 / 2 },
    })
  })

  it('a wrong holder leaves the match alone', () => {
    const counts = metric.collect(item(gold, [{ text: '30 red ships sailed' }]))
    expect(counts).toMatchObject({ matched: 1, holders: 0, certainties: 0 })
  })

  it('says why a score is undefined', () => {
    expect(metric.finish(metric.collect(item([], [])))).toMatchObject({
      precision: { value: null, because: 'nothing was predicted' },
      recall: { value: null, because: 'nothing is gold' },
      f1: { value: null, because: 'nothing is gold and nothing was predicted' },
      'weighted-recall': { value: null, because: 'nothing is gold' },
      'coverage-recall': { value: null, because: 'nothing is gold' },
      'holder-accuracy': { value: null, because: 'no claim was matched' },
      'certainty-accuracy': { value: null, because: 'no claim was matched' },
    })
  })

  it('counts a failed article as an empty answer', () => {
    expect(metric.collect(item(gold))).toEqual(metric.collect(item(gold, [])))
    expect(metric.finish(metric.collect(item(gold)))).toMatchObject({
      precision: { value: null },
      recall: { value: 0 },
      f1: { value: 0 },
    })
  })

  it('counts nothing without the layer', () => {
    expect(metric.collect({ ...item([], [{ text: 'red' }]), gold: {} })).toEqual({})
  })

  it('states its thresholds and takes others', () => {
    expect(metric.options).toEqual({
      recall: 0.55,
      precision: 1 / 2,
      tokens: 'names+dates+numbers+concepts',
    })
    const lenient = claimsMetric({ recall: 1 / 3 })
    expect(lenient.options).toMatchObject({ recall: 1 / 3, precision: 1 / 2 })
    const strict = claimsMetric({ precision: 1 })
    const half = item([claim('red green blue')], [{ text: 'red black' }])
    const more = item([claim('red green blue')], [{ text: 'red green blue black' }])
    expect([metric, lenient, strict].map((one) => one.collect(half).matched)).toEqual([0, 1, 0])
    expect([metric, lenient, strict].map((one) => one.collect(more).matched)).toEqual([1, 1, 0])
  })

  it('ranks by F1', () => {
    expect(metric.headline).toBe('f1')
    expect(metric.columns.map(({ key }) => key)).toEqual(Object.keys(metric.finish({})))
  })
})

describe('laws of the claims metric', () => {
  const words = [
    'red',
    'ships',
    'not',
    'Norvik',
    'Halden',
    '30',
    '40',
    'in 2024',
    'in 2025',
    'the',
    'said',
    'sailed',
    'by',
    'was',
  ]
  const text = fc
    .array(fc.constantFrom(...words), { minLength: 1, maxLength: 7 })
    .map((list) => list.join(' '))
  const predictions = fc.array(
    text.map((text) => ({ text })),
    { maxLength: 6 },
  )
  const claims = fc
    .array(fc.tuple(text, fc.constantFrom('core', 'core', 'core', 'optional'), fc.constantFrom(1, 2, 3)), {
      maxLength: 6,
    })
    .map((list) =>
      list.map(([text, tier, weight], i) =>
        claim(text, { id: `c${i}`, tier: tier as Claim['tier'], weight }),
      ),
    )

  it('gold against itself is exactly 1', () => {
    fc.assert(
      fc.property(claims, (gold) => {
        const article1 = { ...item(gold), article }
        const output = oracleOutput({ schema: 'assay.article/1', article, annotation: article1.gold })
        const counts = metric.collect({ ...article1, predicted: output })
        const units = gold.filter(({ tier }) => tier === 'core').length
        expect(counts).toMatchObject({
          matched: units,
          gold: units,
          predicted: units,
          holders: units,
          certainties: units,
        })
      }),
    )
  })

  it('another prediction never lowers recall or coverage', () => {
    fc.assert(
      fc.property(claims, predictions, text, (gold, predicted, more) => {
        const before = metric.collect(item(gold, predicted))
        const after = metric.collect(item(gold, [...predicted, { text: more }]))
        expect(after.matched).toBeGreaterThanOrEqual(before.matched!)
        expect(after.covered).toBeGreaterThanOrEqual(before.covered!)
        expect(after.gold).toBe(before.gold)
      }),
    )
  })

  it('every prediction is counted once', () => {
    fc.assert(
      fc.property(claims, predictions, (gold, predicted) => {
        const counts = metric.collect(item(gold, predicted))
        expect(counts.predicted! + counts.neutral!).toBe(predicted.length)
        expect(counts.matched! + counts.duplicates! + counts.contradictions!).toBeLessThanOrEqual(
          counts.predicted!,
        )
        expect(counts.matched).toBeLessThanOrEqual(counts.covered!)
      }),
    )
  })

  it('order changes nothing', () => {
    fc.assert(
      fc.property(claims, predictions, (gold, predicted) => {
        expect(metric.collect(item(gold.toReversed(), predicted.toReversed()))).toEqual(
          metric.collect(item(gold, predicted)),
        )
      }),
    )
  })
})
