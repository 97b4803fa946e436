import type { Annotation, Mention, Output, PredictedMention } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { addCounts, mentionsMetric } from '../src/index.ts'
import { collect, mention, prf, said, scores } from './cases.ts'

const flat = mentionsMetric()
const nested = mentionsMetric({ view: 'nested' })
const gold = (...mentions: NonNullable<Annotation['mentions']>): Annotation => ({ mentions })
const output = (...mentions: NonNullable<Output['mentions']>): Output => ({ mentions })

/** F1 of one gold and one predicted mention is the credit of the pair. */
function credits(annotation: Annotation, predicted: Output) {
  const all = scores(flat, annotation, predicted)
  return Object.fromEntries(['strict', 'exact', 'partial', 'type'].map((id) => [id, all[`${id}.f1`]!.value]))
}

describe('the schemes', () => {
  it.each([
    ['same boundaries, same type', said('ORG', 10, 20), { strict: 1, exact: 1, partial: 1, type: 1 }],
    ['same boundaries, other type', said('GPE', 10, 20), { strict: 0, exact: 1, partial: 1, type: 0 }],
    ['overlap, same type', said('ORG', 12, 25), { strict: 0, exact: 0, partial: 1 / 2, type: 1 }],
    ['overlap, other type', said('GPE', 12, 25), { strict: 0, exact: 0, partial: 1 / 2, type: 0 }],
    ['one end in common', said('ORG', 10, 19), { strict: 0, exact: 0, partial: 1 / 2, type: 1 }],
    ['the other end in common', said('ORG', 11, 20), { strict: 0, exact: 0, partial: 1 / 2, type: 1 }],
    ['one code unit shared', said('ORG', 19, 30), { strict: 0, exact: 0, partial: 1 / 2, type: 1 }],
    ['touching on the right', said('ORG', 20, 30), { strict: 0, exact: 0, partial: 0, type: 0 }],
    ['touching on the left', said('ORG', 0, 10), { strict: 0, exact: 0, partial: 0, type: 0 }],
    ['far apart', said('ORG', 50, 60), { strict: 0, exact: 0, partial: 0, type: 0 }],
  ])('%s', (_, predicted, expected) => {
    expect(credits(gold(mention('m1', 'ORG', 10, 20)), output(predicted))).toEqual(expected)
  })

  it('have a matching each: what helps exact does not cost type', () => {
    const person = gold(mention('m1', 'PERSON', 0, 3))
    const late = said('PERSON', 2, 5)
    const both = output(late, said('ORG', 0, 3))
    // One prediction: type 1 of 1. Two predictions: exact and type 1 of 1 gold, 1 of 2 predicted, F1 2/3.
    expect(prf(scores(flat, person, output(late)), 'type')).toEqual([1, 1, 1])
    expect(prf(scores(flat, person, output(late)), 'exact')).toEqual([0, 0, 0])
    expect(prf(scores(flat, person, both), 'type')).toEqual([1 / 2, 1, 2 / 3])
    expect(prf(scores(flat, person, both), 'exact')).toEqual([1 / 2, 1, 2 / 3])
    expect(prf(scores(flat, person, both), 'strict')).toEqual([0, 0, 0])
  })

  it('match one to one: a mention split in two counts once', () => {
    const split = scores(
      flat,
      gold(mention('m1', 'ORG', 0, 20)),
      output(said('ORG', 0, 8), said('ORG', 10, 20)),
    )
    // partial: 1/2 credit, 1 gold, 2 predicted; type: 1 credit.
    expect(prf(split, 'partial')).toEqual([1 / 4, 1 / 2, 1 / 3])
    expect(prf(split, 'type')).toEqual([1 / 2, 1, 2 / 3])
  })

  it('match by largest total credit, where a greedy pass would lose some', () => {
    // The first prediction overlaps both gold mentions, the second only the first.
    const all = scores(
      flat,
      gold(mention('m1', 'ORG', 0, 10), mention('m2', 'ORG', 12, 20)),
      output(said('ORG', 0, 14), said('ORG', 8, 11)),
    )
    expect(prf(all, 'type')).toEqual([2 / 2, 2 / 2, 1])
    expect(prf(all, 'partial')).toEqual([1 / 2, 1 / 2, 1 / 2])
  })
})

describe('precision, recall and F1', () => {
  const two = gold(mention('m1', 'ORG', 0, 5), mention('m2', 'ORG', 10, 15))

  it('come from summed counts', () => {
    // Article 1: 1 of 2 gold found, 1 predicted. Article 2: 1 of 1 found, 3 predicted.
    const total = addCounts([
      collect(flat, two, output(said('ORG', 0, 5))),
      collect(
        flat,
        gold(mention('m1', 'GPE', 0, 5)),
        output(said('GPE', 0, 5), said('GPE', 20, 25), said('GPE', 30, 35)),
      ),
    ])
    expect(prf(flat.finish(total), 'strict')).toEqual([2 / 4, 2 / 3, 4 / 7])
  })

  it('leave precision undefined where nothing is predicted', () => {
    const all = scores(flat, two, output())
    expect(all['strict.precision']).toEqual({ value: null, because: 'nothing was predicted' })
    expect(all['strict.recall']).toEqual({ value: 0 })
    expect(all['strict.f1']).toEqual({ value: 0 })
  })

  it('leave recall undefined where nothing is gold', () => {
    const all = scores(flat, gold(), output(said('ORG', 0, 5)))
    expect(all['strict.precision']).toEqual({ value: 0 })
    expect(all['strict.recall']).toEqual({ value: null, because: 'nothing is gold' })
    expect(all['strict.f1']).toEqual({ value: 0 })
  })

  it('leave F1 undefined only where both are empty', () => {
    const all = scores(flat, gold(), output())
    expect(all['strict.f1']).toEqual({ value: null, because: 'nothing is gold and nothing was predicted' })
    expect(all['macro.f1']).toEqual({ value: null, because: 'nothing is gold' })
    expect(all['unmapped']).toEqual({ value: null, because: 'nothing was predicted' })
    expect(all['neutral']).toEqual({ value: 0 })
  })

  it('take a missing layer of the output as empty', () => {
    expect(collect(flat, two, {})).toEqual(collect(flat, two, output()))
  })

  it('count nothing where mentions are not annotated', () => {
    expect(collect(flat, {}, output(said('ORG', 0, 5)))).toEqual({})
  })
})

describe('tiers', () => {
  const optional = mention('m2', 'ORG', 10, 20, { tier: 'optional' })
  const excluded = mention('m2', 'ORG', 10, 20, { tier: 'excluded' })
  const core = mention('m1', 'ORG', 0, 5)
  const found = said('ORG', 0, 5)

  it.each([
    ['optional', optional],
    ['excluded', excluded],
  ])('never ask for an %s mention, and set a prediction of it aside', (_, item) => {
    expect(prf(scores(flat, gold(core, item), output(found)), 'strict')).toEqual([1, 1, 1])
    for (const predicted of [
      said('ORG', 10, 20),
      said('GPE', 10, 20),
      said('ORG', 12, 30),
      said('LAW', 14, 15),
    ]) {
      const all = scores(flat, gold(core, item), output(found, predicted))
      expect(prf(all, 'strict')).toEqual([1, 1, 1])
      expect(prf(all, 'partial')).toEqual([1, 1, 1])
      expect(all['neutral']).toEqual({ value: 1 })
    }
  })

  it('count a prediction beside an optional mention', () => {
    expect(prf(scores(flat, gold(core, optional), output(found, said('ORG', 20, 30))), 'strict')).toEqual([
      1 / 2,
      1,
      2 / 3,
    ])
  })

  it('count a prediction that overlaps an optional and a core mention', () => {
    const next = mention('m1', 'ORG', 20, 30)
    const far = mention('m3', 'ORG', 60, 70)
    const all = scores(flat, gold(next, optional, far), output(said('ORG', 15, 25)))
    expect(all['neutral']).toEqual({ value: 0 })
    expect(prf(all, 'type')).toEqual([1, 1 / 2, 2 / 3])
  })

  it('set aside a prediction with the boundaries of an optional mention, though it overlaps a core one', () => {
    const around = mention('m1', 'ORG', 5, 30)
    const all = scores(flat, gold(around, optional), output(said('ORG', 10, 20)))
    expect(all['neutral']).toEqual({ value: 1 })
    expect(prf(all, 'type')).toEqual([null, 0, 0])
  })

  it('count a prediction with the boundaries of a core reading, though an optional one has them too', () => {
    const around = mention('m1', 'ORG', 5, 30, { alternatives: [{ span: { start: 10, end: 20 } }] })
    const all = scores(flat, gold(around, optional), output(said('ORG', 10, 20)))
    expect(all['neutral']).toEqual({ value: 0 })
    expect(prf(all, 'strict')).toEqual([1, 1, 1])
  })

  it('set aside by the alternatives of an optional mention too', () => {
    const wide = { ...optional, alternatives: [{ span: { start: 10, end: 40 } }] }
    expect(scores(flat, gold(core, wide), output(said('ORG', 30, 50)))['neutral']).toEqual({ value: 1 })
  })
})

describe('alternatives', () => {
  const item = mention('m1', 'ORG', 10, 20, {
    alternatives: [
      { span: { start: 6, end: 20 } },
      { type: 'FAC' },
      { span: { start: 10, end: 30 }, type: 'GPE' },
    ],
  })

  it.each([
    ['the mention itself', said('ORG', 10, 20), 1],
    ['another span, same type', said('ORG', 6, 20), 1],
    ['another type, same span', said('FAC', 10, 20), 1],
    ['another span and type', said('GPE', 10, 30), 1],
    ['the span of one and the type of another', said('FAC', 6, 20), 0],
    ['the type of the third on the main span', said('GPE', 10, 20), 0],
  ])('%s: strict credit', (_, predicted, credit) => {
    expect(credits(gold(item), output(predicted))['strict']).toBe(credit)
  })

  it('count once', () => {
    const all = scores(flat, gold(item), output(said('ORG', 10, 20), said('ORG', 6, 20)))
    expect(prf(all, 'strict')).toEqual([1 / 2, 1, 2 / 3])
  })

  it('take the overlap of any reading', () => {
    expect(credits(gold(item), output(said('GPE', 25, 40)))).toEqual({
      strict: 0,
      exact: 0,
      partial: 1 / 2,
      type: 1,
    })
  })
})

describe('the view', () => {
  const outer = mention('m1', 'ORG', 0, 17)
  const inner = mention('m2', 'GPE', 12, 17)
  const [saidOuter, saidInner] = [said('ORG', 0, 17), said('GPE', 12, 17)]

  it('flat: what stands inside a core mention is optional', () => {
    expect(prf(scores(flat, gold(outer, inner), output(saidOuter, saidInner)), 'strict')).toEqual([1, 1, 1])
    expect(prf(scores(flat, gold(outer, inner), output(saidOuter)), 'strict')).toEqual([1, 1, 1])
    const onlyInner = scores(flat, gold(outer, inner), output(saidInner))
    expect(prf(onlyInner, 'strict')).toEqual([null, 0, 0])
    expect(onlyInner['neutral']).toEqual({ value: 1 })
  })

  it('nested: all core mentions count', () => {
    expect(prf(scores(nested, gold(outer, inner), output(saidOuter, saidInner)), 'strict')).toEqual([1, 1, 1])
    expect(prf(scores(nested, gold(outer, inner), output(saidOuter)), 'strict')).toEqual([1, 1 / 2, 2 / 3])
    expect(prf(scores(nested, gold(outer, inner), output(saidInner)), 'strict')).toEqual([1, 1 / 2, 2 / 3])
  })

  it.each([
    ['at the start', mention('m2', 'GPE', 0, 5)],
    ['in the middle', mention('m2', 'GPE', 5, 9)],
    ['at the end', mention('m2', 'GPE', 12, 17)],
  ])('flat: inside is inside %s', (_, inside) => {
    expect(collect(flat, gold(outer, inside), {})['strict.gold']).toBe(1)
  })

  it('flat: mentions that cross, or share their boundaries, both count', () => {
    expect(collect(flat, gold(outer, mention('m2', 'GPE', 12, 18)), {})['strict.gold']).toBe(2)
    expect(collect(flat, gold(outer, mention('m2', 'GPE', 0, 17)), {})['strict.gold']).toBe(2)
  })

  it('flat: an optional mention makes nothing inside it optional', () => {
    expect(collect(flat, gold({ ...outer, tier: 'optional' }, inner), {})['strict.gold']).toBe(1)
  })
})

describe('predictions', () => {
  const one = gold(mention('m1', 'ORG', 0, 5))

  it('count once if they are the same in span and type', () => {
    expect(prf(scores(flat, one, output(said('ORG', 0, 5), said('ORG', 0, 5))), 'strict')).toEqual([1, 1, 1])
    expect(prf(scores(flat, one, output(said('ORG', 0, 5), said('GPE', 0, 5))), 'strict')).toEqual([
      1 / 2,
      1,
      2 / 3,
    ])
  })

  it('are dropped and counted if their label is no entity type', () => {
    const all = scores(flat, one, output(said('ORG', 0, 5), said('MISC', 0, 5), said('person', 20, 25)))
    expect(prf(all, 'strict')).toEqual([1, 1, 1])
    expect(all['unmapped']).toEqual({ value: 2 / 3 })
  })

  it('gold that says the same twice counts once', () => {
    const twice = gold(mention('m1', 'ORG', 0, 5), mention('m2', 'ORG', 0, 5))
    expect(prf(scores(nested, twice, output(said('ORG', 0, 5))), 'strict')).toEqual([1, 1, 1])
    // The first by id stays, with its alternatives.
    const wide = { alternatives: [{ span: { start: 0, end: 9 } }] }
    const first = gold(mention('m2', 'ORG', 0, 5), mention('m1', 'ORG', 0, 5, wide))
    expect(prf(scores(nested, first, output(said('ORG', 0, 9))), 'strict')).toEqual([1, 1, 1])
    const second = gold(mention('m1', 'ORG', 0, 5), mention('m2', 'ORG', 0, 5, wide))
    expect(prf(scores(nested, second, output(said('ORG', 0, 9))), 'strict')).toEqual([0, 0, 0])
  })
})

describe('types', () => {
  it('count a credited prediction under the type of its gold mention, any other under its own', () => {
    const counts = collect(
      flat,
      gold(mention('m1', 'ORG', 0, 5), mention('m2', 'PERSON', 10, 15)),
      output(said('GPE', 0, 5), said('PERSON', 30, 35)),
    )
    // exact credits the GPE for the ORG; strict credits nothing.
    expect(counts).toEqual({
      'strict.credit': 0,
      'strict.gold': 2,
      'strict.gold/ORG': 1,
      'strict.gold/PERSON': 1,
      'strict.predicted': 2,
      'strict.predicted/GPE': 1,
      'strict.predicted/PERSON': 1,
      'exact.credit': 1,
      'exact.credit/ORG': 1,
      'exact.gold': 2,
      'exact.gold/ORG': 1,
      'exact.gold/PERSON': 1,
      'exact.predicted': 2,
      'exact.predicted/ORG': 1,
      'exact.predicted/PERSON': 1,
      'partial.credit': 1,
      'partial.credit/ORG': 1,
      'partial.gold': 2,
      'partial.gold/ORG': 1,
      'partial.gold/PERSON': 1,
      'partial.predicted': 2,
      'partial.predicted/ORG': 1,
      'partial.predicted/PERSON': 1,
      'type.credit': 0,
      'type.gold': 2,
      'type.gold/ORG': 1,
      'type.gold/PERSON': 1,
      'type.predicted': 2,
      'type.predicted/GPE': 1,
      'type.predicted/PERSON': 1,
      produced: 2,
      neutral: 0,
      unmapped: 0,
    })
  })

  it('count gold and its credit under the main type, whatever the reading', () => {
    const item = mention('m1', 'ORG', 0, 5, { alternatives: [{ type: 'GPE' }] })
    const all = scores(flat, gold(item), output(said('GPE', 0, 5)))
    expect(all['strict.f1/ORG']).toEqual({ value: 1 })
    expect(all['strict.f1/GPE']).toBeUndefined()
  })

  it('average over the types with core gold', () => {
    const all = scores(
      flat,
      gold(
        mention('m1', 'ORG', 0, 5),
        mention('m2', 'ORG', 10, 15),
        mention('m3', 'LAW', 20, 25),
        mention('m4', 'GPE', 30, 35, { tier: 'optional' }),
      ),
      output(said('ORG', 0, 5), said('WORK', 40, 45)),
    )
    // ORG: 1 credit, 2 gold, 1 predicted, F1 2/3. LAW: 0. WORK and GPE have no core gold.
    expect(all['strict.f1/ORG']).toEqual({ value: 2 / 3 })
    expect(all['strict.precision/ORG']).toEqual({ value: 1 })
    expect(all['strict.recall/ORG']).toEqual({ value: 1 / 2 })
    expect(all['strict.f1/LAW']).toEqual({ value: 0 })
    expect(all['strict.f1/WORK']).toEqual({ value: 0 })
    expect(all['macro.f1']).toEqual({ value: (2 / 3 + 0) / 2 })
    // All types: 1 credit, 3 gold, 2 predicted.
    expect(all['strict.f1']).toEqual({ value: 2 / 5 })
  })

  it('go to the first gold mention by start, end and type where credit is equal, whatever the ids', () => {
    const partial = (first: Mention, second: Mention, predicted: PredictedMention) => {
      const counts = collect(nested, gold(second, first), output(predicted))
      return [counts[`partial.credit/${first.type}`], counts[`partial.credit/${second.type}`] ?? 0]
    }
    const across = said('GPE', 5, 15)
    expect(partial(mention('z', 'ORG', 0, 10), mention('a', 'LAW', 10, 20), across)).toEqual([1 / 2, 0])
    expect(partial(mention('z', 'ORG', 8, 12), mention('a', 'LAW', 8, 18), said('GPE', 7, 9))).toEqual([
      1 / 2,
      0,
    ])
    expect(partial(mention('z', 'LAW', 8, 18), mention('a', 'ORG', 8, 18), said('GPE', 7, 9))).toEqual([
      1 / 2,
      0,
    ])
  })

  it('come from the first prediction by start, end and type where credit is equal', () => {
    const others = (first: PredictedMention, second: PredictedMention) => {
      const counts = collect(flat, gold(mention('m1', 'LAW', 0, 20)), output(second, first))
      return [counts['partial.predicted/LAW'], counts[`partial.predicted/${second.type}`]]
    }
    expect(others(said('ORG', 0, 5), said('GPE', 10, 15))).toEqual([1, 1])
    expect(others(said('ORG', 0, 5), said('GPE', 0, 8))).toEqual([1, 1])
    expect(others(said('GPE', 0, 5), said('ORG', 0, 5))).toEqual([1, 1])
  })

  it('can be restricted, in gold and in predictions', () => {
    const only = mentionsMetric({ types: ['PERSON'] })
    const all = scores(
      only,
      gold(mention('m1', 'ORG', 0, 5), mention('m2', 'PERSON', 10, 15)),
      output(said('GPE', 0, 5), said('PERSON', 10, 15), said('MISC', 20, 25)),
    )
    expect(prf(all, 'strict')).toEqual([1, 1, 1])
    // The GPE is a known label that is not scored: it is not "unmapped".
    expect(all['unmapped']).toEqual({ value: 1 / 3 })
    expect(only.options).toEqual({ view: 'flat', types: ['PERSON'] })
  })

  it('have their order in the options from the schema, whatever the caller wrote', () => {
    expect(mentionsMetric({ types: ['GPE', 'PERSON'] }).options).toEqual({
      view: 'flat',
      types: ['PERSON', 'GPE'],
    })
  })
})
