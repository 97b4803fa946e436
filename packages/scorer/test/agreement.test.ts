import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cohenKappa,
  daviesFleissKappa,
  fleissKappa,
  krippendorffAlpha,
  type Label,
  type Labelled,
  meanCohenKappa,
  observedAgreement,
  randolphKappa,
  type Ratings,
  scottPi,
  spanAgreement,
} from '../src/index.ts'

/** Two raters on ten units. Both yes on 4, both no on 3, only the first yes on 2, only the second on 1. */
const [first, second] = [
  ['yes', 'yes', 'yes', 'yes', 'no', 'no', 'no', 'yes', 'yes', 'no'],
  ['yes', 'yes', 'yes', 'yes', 'no', 'no', 'no', 'no', 'no', 'yes'],
]
const close = (value: number) => ({ value: expect.closeTo(value, 12) as number })

describe('agreement of two raters by hand', () => {
  it('is 7/10 as observed', () => {
    expect(observedAgreement([first, second])).toEqual({ value: 7 / 10 })
  })

  it('is 2/5 by Cohen: chance is 6/10 x 5/10 + 4/10 x 5/10', () => {
    expect(cohenKappa(first, second)).toEqual(close((7 / 10 - 1 / 2) / (1 - 1 / 2)))
  })

  it('is (7/10 - 101/200) / (99/200) by Scott: 11 of 20 ratings are yes', () => {
    // (11/20)^2 + (9/20)^2 = 202/400.
    expect(scottPi(first, second)).toEqual(close((7 / 10 - 101 / 200) / (99 / 200)))
    expect(fleissKappa([first, second])).toEqual(close((7 / 10 - 101 / 200) / (99 / 200)))
  })

  it('is 2/5 by Randolph: chance is 1/2', () => {
    expect(randolphKappa([first, second])).toEqual(close(2 / 5))
    // With a third answer that nobody gave chance is 1/3.
    expect(randolphKappa([first, second], 3)).toEqual(close((7 / 10 - 1 / 3) / (2 / 3)))
  })

  it('is 1 - 19 x 3/99 by Krippendorff', () => {
    // Disagreeing ordered pairs 2 x 3 over 20 ratings; expected 2 x 11 x 9 over 20 x 19.
    expect(krippendorffAlpha([first, second])).toEqual(close(1 - (19 * 3) / 99))
  })
})

describe('weights', () => {
  it('count a disagreement by its distance in the order of labels', () => {
    // Distances 1 and 2. Expected over 4 pairs: labels 1 3 against 2 1: 1, 0, 1, 2, linear 4, squared 6.
    const [a, b] = [
      [1, 3],
      [2, 1],
    ]
    expect(cohenKappa(a, b, { weights: 'linear' })).toEqual(close(1 - (2 * (1 + 2)) / (1 + 0 + 1 + 2)))
    expect(cohenKappa(a, b, { weights: 'quadratic' })).toEqual(close(1 - (2 * (1 + 4)) / (1 + 0 + 1 + 4)))
    // Another order: 1 and 2 lie two apart, 1 and 3 one.
    const labels = [1, 3, 2]
    expect(cohenKappa(a, b, { weights: 'linear', labels })).toEqual(
      close(1 - (2 * (2 + 1)) / (2 + 0 + 1 + 1)),
    )
  })

  it('need every label in the order', () => {
    expect(() => cohenKappa(['a', 'b'], ['a', 'c'], { labels: ['a', 'b'] })).toThrow('"c" is not among')
  })
})

describe('several raters', () => {
  const three: Ratings = [
    ['a', 'a', 'b', 'b'],
    ['a', 'b', 'b', 'b'],
    ['a', 'a', 'b', 'a'],
  ]

  it('by Fleiss', () => {
    // Pairs that agree: 3, 1, 3, 1 of 3 each: 8/12. 6 of 12 ratings are a: chance 1/2.
    expect(observedAgreement(three)).toEqual(close(8 / 12))
    expect(fleissKappa(three)).toEqual(close((8 / 12 - 1 / 2) / (1 / 2)))
  })

  it('by the mean of Cohen, and by Davies and Fleiss', () => {
    // First and second: 3/4 against (2 x 1 + 2 x 3)/16; first and third: 3/4 against (2 x 3 + 2 x 1)/16; second and
    // third: 2/4 against (1 x 3 + 3 x 1)/16.
    const kappas = [(3 / 4 - 8 / 16) / (8 / 16), (3 / 4 - 8 / 16) / (8 / 16), (2 / 4 - 6 / 16) / (10 / 16)]
    expect(meanCohenKappa(three)).toEqual(close((kappas[0]! + kappas[1]! + kappas[2]!) / 3))
    const chance = (8 / 16 + 8 / 16 + 6 / 16) / 3
    expect(daviesFleissKappa(three)).toEqual(close((8 / 12 - chance) / (1 - chance)))
  })
})

describe('alpha', () => {
  const gaps = [
    [1, 2, 3, null, 4],
    [1, 3, 3, 2, null],
    [null, 2, 3, 2, null],
  ]

  it('leaves out units with one rating, and weighs the others by their ratings', () => {
    // Paired: 1 1 | 2 3 2 | 3 3 3 | 2 2. Of 10 ratings 1 twice, 2 four times, 3 four times.
    // Nominal: 2 unequal pairs of unit 2 over 3 - 1; expected 2x4 + 2x4 + 4x4 over 10 - 1.
    expect(krippendorffAlpha(gaps)).toEqual(close(1 - (9 * (2 / 2)) / 32))
  })

  it('measures distances by level', () => {
    const alpha = (level: 'ordinal' | 'interval' | 'ratio') => krippendorffAlpha(gaps, { level })
    expect(alpha('interval')).toEqual(close(1 - (9 * 1) / (8 * 1 + 8 * 4 + 16 * 1)))
    // From 1 to 2: 2/2 + 4/2 = 3; 2 to 3: 4; 1 to 3: 1 + 4 + 2 = 7.
    expect(alpha('ordinal')).toEqual(close(1 - (9 * 16) / (8 * 9 + 8 * 49 + 16 * 16)))
    expect(alpha('ratio')).toEqual(close(1 - 9 / 25 / (8 / 9 + 8 / 4 + 16 / 25)))
  })

  it('takes 0 and 0 as no distance, and refuses text beyond the nominal level', () => {
    const value = krippendorffAlpha(
      [
        [0, 0, 1],
        [0, 1, 1],
      ],
      { level: 'ratio' },
    )
    // Every unequal pair is ((0 - 1)/1)^2 = 1 apart: 1 of 3 units; expected 3 x 3 over 5.
    expect(value).toEqual(close(1 - (5 * 1) / 9))
    expect(() => krippendorffAlpha([['a'], ['b']], { level: 'interval' })).toThrow('"a" is no number')
  })

  it('is undefined where nothing can be paired, or only one label', () => {
    expect(
      krippendorffAlpha([
        [1, null],
        [null, 2],
      ]),
    ).toEqual({ value: null, because: 'no unit has two ratings' })
    expect(
      krippendorffAlpha([
        [1, 3],
        [1, null],
      ]),
    ).toEqual({
      value: null,
      because: 'all ratings that can be paired are the same label',
    })
  })
})

describe('undefined agreement has a reason', () => {
  it.each([
    ['Cohen', (ratings: Ratings) => cohenKappa(ratings[0]!, ratings[1]!)],
    ['Scott', (ratings: Ratings) => scottPi(ratings[0]!, ratings[1]!)],
    ['Fleiss', fleissKappa],
    ['Randolph', (ratings: Ratings) => randolphKappa(ratings)],
    ['the mean of Cohen', (ratings: Ratings) => meanCohenKappa(ratings)],
    ['Davies and Fleiss', daviesFleissKappa],
  ])('%s', (_, kappa) => {
    expect(
      kappa([
        ['a', 'a'],
        ['a', 'a'],
      ]),
    ).toEqual({
      value: null,
      because: 'all ratings are the same label, so chance agrees as well',
    })
    expect(kappa([[], []])).toEqual({ value: null, because: 'no unit was rated' })
    expect(() => kappa([['a'], []])).toThrow('2 raters on 1, 0 units')
  })

  it('one rater is none too few', () => {
    expect(() => fleissKappa([['a']])).toThrow('ratings of 1 raters')
    expect(() => krippendorffAlpha([])).toThrow('ratings of 0 raters')
  })
})

describe('laws of agreement', () => {
  const table = fc
    .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 12 }))
    .chain(([raters, units]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: units, maxLength: units }), {
        minLength: raters,
        maxLength: raters,
      }),
    )
  const measures: Readonly<Record<string, (ratings: readonly (readonly number[])[]) => unknown>> = {
    observed: observedAgreement,
    fleiss: fleissKappa,
    randolph: (ratings) => randolphKappa(ratings, 4),
    cohen: meanCohenKappa,
    linear: (ratings) => meanCohenKappa(ratings, { weights: 'linear' }),
    quadratic: (ratings) => meanCohenKappa(ratings, { weights: 'quadratic' }),
    davies: daviesFleissKappa,
    nominal: krippendorffAlpha,
    ordinal: (ratings) => krippendorffAlpha(ratings, { level: 'ordinal' }),
    interval: (ratings) => krippendorffAlpha(ratings, { level: 'interval' }),
    ratio: (ratings) => krippendorffAlpha(ratings, { level: 'ratio' }),
  }
  const transposed = (ratings: readonly (readonly number[])[], order: readonly number[]) =>
    ratings.map((rater) => order.map((unit) => rater[unit]!))

  it.each(Object.entries(measures))('%s: neither the order of raters nor of units counts', (_, measure) => {
    fc.assert(
      fc.property(table, (ratings) => {
        const order = ratings[0]!.map((_, unit) => unit).reverse()
        expect(measure(transposed(ratings.toReversed(), order))).toEqual(measure(ratings))
      }),
      { numRuns: 100 },
    )
  })

  it.each(Object.entries(measures))('%s: raters who always agree have 1, others less', (_, measure) => {
    const column = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 9 })
    fc.assert(
      fc.property(column, fc.integer({ min: 2, max: 4 }), (labels, raters) => {
        fc.pre(new Set(labels).size > 1)
        const same = Array.from({ length: raters }, () => labels)
        expect(measure(same)).toEqual(close(1))
        const other = labels.map((label, unit) => (unit === 0 ? (label + 1) % 4 : label))
        expect((measure([...same, other]) as { value: number }).value).toBeLessThan(1)
      }),
      { numRuns: 50 },
    )
  })

  it('the names of labels do not count where there are no distances', () => {
    const names: readonly Label[] = ['d', 7, 'constructor', 'a']
    fc.assert(
      fc.property(table, (ratings) => {
        const renamed = ratings.map((rater) => rater.map((label) => names[label]!))
        expect(fleissKappa(renamed)).toEqual(fleissKappa(ratings))
        expect(meanCohenKappa(renamed)).toEqual(meanCohenKappa(ratings))
        expect(daviesFleissKappa(renamed)).toEqual(daviesFleissKappa(ratings))
        const [alpha, again] = [krippendorffAlpha(ratings), krippendorffAlpha(renamed)]
        expect(again).toEqual(alpha.value === null ? alpha : close(alpha.value))
      }),
      { numRuns: 100 },
    )
  })

  it('with two raters Fleiss is Scott', () => {
    fc.assert(
      fc.property(table, ([a, b]) => {
        const pi = scottPi(a!, b!)
        expect(fleissKappa([a!, b!])).toEqual(pi.value === null ? pi : close(pi.value))
      }),
    )
  })
})

describe('span agreement', () => {
  const span = (start: number, end: number, type = 'ORG'): Labelled => ({ span: { start, end }, type })

  it('is the mean F1 of pairs of annotators', () => {
    const annotators = [
      [[span(0, 5), span(10, 15)], [span(0, 3)]],
      [[span(0, 5), span(11, 15)], []],
      [[], [span(0, 3, 'GPE')]],
    ]
    // Same boundaries: 2 x 1/(3 + 2), 0/(3 + 1), 0/(2 + 1). Overlap: 2 x 2/5, 0, 0.
    expect(spanAgreement(annotators)).toEqual(close(2 / 5 / 3))
    expect(spanAgreement(annotators, { match: 'overlap' })).toEqual(close(4 / 5 / 3))
    expect(spanAgreement(annotators.toReversed())).toEqual(spanAgreement(annotators))
  })

  it('matches one to one, counts what is marked twice once, and keeps documents apart', () => {
    const [long, parts] = [[[span(0, 20)]], [[span(0, 8), span(9, 20)]]]
    // One of the two parts: 2 x 1 / (1 + 2).
    expect(spanAgreement([long, parts], { match: 'overlap' })).toEqual(close(2 / 3))
    expect(spanAgreement([[[span(0, 4), span(0, 4)]], [[span(0, 4)]]])).toEqual({ value: 1 })
    expect(
      spanAgreement([
        [[span(0, 4)], []],
        [[], [span(0, 4)]],
      ]),
    ).toEqual({ value: 0 })
  })

  it('leaves out a pair that marked nothing, and is undefined if all did', () => {
    expect(spanAgreement([[[]], [[]], [[span(0, 1)]]])).toEqual({ value: 0 })
    expect(spanAgreement([[[]], [[]]])).toEqual({ value: null, because: 'nobody marked a span' })
    expect(() => spanAgreement([[[]]])).toThrow('1 annotators')
    expect(() => spanAgreement([[[]], []])).toThrow('2 annotators of 1, 0 documents')
  })
})
