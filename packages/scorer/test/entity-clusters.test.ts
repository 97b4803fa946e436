import type { Annotation, Mention, PredictedMention } from '@assay/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addCounts, entityClustersMetric, scoreBounds } from '../src/index.ts'
import { article, collect, dataset, mention, prf, said, scores } from './cases.ts'

const metric = entityClustersMetric()
const gold = (...mentions: readonly Mention[]): Annotation => ({ mentions })
const linked = (entityId: string, start: number, end: number): PredictedMention => ({
  ...said('ORG', start, end),
  entityId,
})
const of = (entityId: string, id: string, start: number, end: number, more: Partial<Mention> = {}): Mention =>
  mention(id, 'ORG', start, end, { entityId, ...more })

/** e1 has m1, m2, m3; e2 has m4, m5. */
const two = [
  of('e1', 'm1', 0, 5),
  of('e1', 'm2', 10, 15),
  of('e1', 'm3', 20, 25),
  of('e2', 'm4', 30, 35),
  of('e2', 'm5', 40, 45),
]

describe('entity clusters', () => {
  it('are perfect where the same mentions stand together, whatever the ids', () => {
    const answer = two.map(({ span, entityId }) =>
      linked(entityId === 'e1' ? 'x' : 'y', span.start, span.end),
    )
    const all = scores(metric, gold(...two), { mentions: answer })
    expect(Object.values(all)).toEqual(Object.values(all).map(() => ({ value: 1 })))
  })

  it('are worked by hand where one mention is put with the others', () => {
    // MUC: {m1 m2}{m3} and {m3}{m4 m5}: 1 + 1 of 3, 1 + 1 of 3. CEAF: {m1 m2 m3} with {m1 m2}, {m4 m5} with {m3 m4 m5}.
    const answer = [
      linked('x', 0, 5),
      linked('x', 10, 15),
      linked('y', 20, 25),
      linked('y', 30, 35),
      linked('y', 40, 45),
    ]
    const all = scores(metric, gold(...two), { mentions: answer })
    const close = (value: number) => expect.closeTo(value, 12)
    expect(prf(all, 'muc')).toEqual([2 / 3, 2 / 3, close(2 / 3)])
    // B-cubed recall: 2/3 + 2/3 + 1/3 + 1 + 1 of 5; precision: 1 + 1 + 1/3 + 2/3 + 2/3.
    expect(prf(all, 'b-cubed')).toEqual([close(11 / 15), close(11 / 15), close(11 / 15)])
    expect(prf(all, 'ceaf-e')).toEqual([close(4 / 5), close(4 / 5), close(4 / 5)])
    expect(prf(all, 'ceaf-m')).toEqual([4 / 5, 4 / 5, close(4 / 5)])
    expect(all['conll.f1']).toEqual({ value: close((2 / 3 + 11 / 15 + 4 / 5) / 3) })
  })

  it.each([
    { says: 'two things', ids: ['a', 'b'] },
    { says: 'two things, the other way round', ids: ['b', 'a'] },
    { says: 'something once', ids: [undefined, 'a'] },
    { says: 'something once, first', ids: ['a', undefined] },
  ])('take the first name in code order where one span $says', ({ ids }) => {
    const doubled = ids.map((id) => (id === undefined ? said('ORG', 0, 5) : linked(id, 0, 5)))
    const all = scores(metric, gold(...two), {
      mentions: [...doubled, linked('a', 10, 15), linked('b', 40, 45)],
    })
    // {m1 m2} by the name a: one of the links m1-m2, m2-m3, m4-m5, and none that is wrong.
    expect(prf(all, 'muc')).toEqual([1, 1 / 3, expect.closeTo(1 / 2, 12)])
  })

  it('match mentions by boundaries, whatever the type', () => {
    const moved = [linked('x', 0, 5), linked('x', 11, 15), { ...linked('x', 20, 25), type: 'GPE' }]
    // {m1, m3, another}: links 1 of 3 gold and of 2 predicted.
    expect(prf(scores(metric, gold(...two), { mentions: moved }), 'muc')).toEqual([
      1 / 2,
      1 / 3,
      expect.closeTo(2 / 5, 12),
    ])
  })

  it('take an alternative for its mention, once', () => {
    const items = [
      of('e1', 'm1', 0, 5, { alternatives: [{ span: { start: 0, end: 9 } }] }),
      of('e1', 'm2', 10, 15),
    ]
    expect(
      prf(scores(metric, gold(...items), { mentions: [linked('x', 0, 9), linked('x', 10, 15)] }), 'muc'),
    ).toEqual([1, 1, 1])
    const both = { mentions: [linked('x', 0, 5), linked('x', 0, 9), linked('x', 10, 15)] }
    expect(prf(scores(metric, gold(...items), both), 'muc')).toEqual([1 / 2, 1, expect.closeTo(2 / 3, 12)])
  })

  it('give a span to the mention it is the main reading of', () => {
    const items = [
      of('e1', 'm1', 0, 5, { alternatives: [{ span: { start: 10, end: 15 } }] }),
      of('e2', 'm2', 10, 15),
      of('e2', 'm3', 20, 25),
    ]
    const answer = { mentions: [linked('x', 10, 15), linked('x', 20, 25)] }
    expect(prf(scores(metric, gold(...items), answer), 'muc')).toEqual([1, 1, 1])
  })

  it('leave out neutral predictions and labels that are none', () => {
    const optional = of('e1', 'm6', 50, 55, { tier: 'optional' })
    const answer = [
      ...two.map(({ span, entityId }) => linked(entityId!, span.start, span.end)),
      linked('e1', 50, 55),
    ]
    const more = [...answer, { ...linked('e1', 60, 65), type: 'MISC' }]
    expect(scores(metric, gold(...two, optional), { mentions: more })['conll.f1']).toEqual({ value: 1 })
  })

  it('of two predictions on one span the first by id counts, and one with an id before one without', () => {
    const answer = [linked('z', 0, 5), linked('x', 0, 5), linked('x', 10, 15), said('ORG', 10, 15)]
    expect(
      prf(scores(metric, gold(of('e1', 'm1', 0, 5), of('e1', 'm2', 10, 15)), { mentions: answer }), 'muc'),
    ).toEqual([1, 1, 1])
  })

  it('a mention without entity is a cluster of its own', () => {
    const kept = entityClustersMetric({ singletons: 'in' })
    const items = [mention('m1', 'ORG', 0, 5), mention('m2', 'ORG', 10, 15)]
    const answer = { mentions: [said('ORG', 0, 5), linked('x', 10, 15)] }
    expect(prf(scores(kept, gold(...items), answer), 'b-cubed')).toEqual([1, 1, 1])
    expect(scores(metric, gold(...items), answer)['conll.f1']!.value).toBeNull()
  })
})

describe('a system that does not say which entity a mention names', () => {
  const answer = { mentions: two.map(({ span }) => said('ORG', span.start, span.end)) }

  it('has no score, with a reason', () => {
    const all = scores(metric, gold(...two), answer)
    const none = { value: null, because: 'no predicted mention says which entity it names' }
    expect(Object.values(all)).toEqual(metric.columns.map(() => none))
  })

  it('is told from one that does so elsewhere: there its mentions stand alone', () => {
    const elsewhere = collect(metric, gold(...two), {
      mentions: two.map(({ span, entityId }) => linked(entityId!, span.start, span.end)),
    })
    const total = addCounts([elsewhere, collect(metric, gold(...two), answer)])
    expect(prf(metric.finish(total), 'muc')).toEqual([1, 3 / 6, expect.closeTo(2 / 3, 12)])
  })

  it('and finds nothing at all, has recall and F1 0', () => {
    const all = scores(metric, gold(...two), { mentions: [] })
    expect(prf(all, 'b-cubed')).toEqual([null, 0, 0])
    expect(all['conll.f1']).toEqual({ value: 0 })
  })

  it('is clustered by name on request: without case and possessive', () => {
    const byName = entityClustersMetric({ by: 'name' })
    const text = 'Norvik and Kabul; NORVIK’S boss, Norvik, Kabul'
    const spans = [
      [0, 6],
      [18, 26],
      [33, 39],
      [11, 16],
      [41, 46],
    ] as const
    const items = spans.map(([start, end], i) => of(i < 3 ? 'e1' : 'e2', `m${i}`, start, end))
    const mentions = spans.map(([start, end]) => said('ORG', start, end))
    const counts = collect(byName, gold(...items), { mentions }, text)
    expect(byName.finish(counts)['conll.f1']).toEqual({ value: 1 })
    expect(byName.options).toEqual({ by: 'name', singletons: 'out' })
  })
})

describe('the laws of the metric', () => {
  const mentions = fc.uniqueArray(fc.record({ start: fc.nat(15), entity: fc.option(fc.nat(3)) }), {
    maxLength: 8,
    selector: ({ start }) => start,
  })
  const idOf = (entity: number | null) => (entity === null ? {} : { entityId: `e${entity}` })
  const span = (start: number) => ({ start: 10 * start, end: 10 * start + 5 })

  it('exchanging the sides exchanges precision and recall, but for BLANC with one gold cluster', () => {
    const metrics = fc.constantFrom(metric, entityClustersMetric({ singletons: 'in' }))
    fc.assert(
      fc.property(metrics, mentions, mentions, (metric, a, b) => {
        fc.pre([a, b].every((side) => side.some(({ entity }) => entity !== null)))
        const run = (g: typeof a, p: typeof a) =>
          scores(
            metric,
            gold(
              ...g.map(({ start, entity }, i) =>
                mention(`m${i}`, 'ORG', 10 * start, 10 * start + 5, idOf(entity)),
              ),
            ),
            { mentions: p.map(({ start, entity }) => ({ span: span(start), type: 'ORG', ...idOf(entity) })) },
          )
        const [forth, back] = [run(a, b), run(b, a)]
        for (const id of ['muc', 'b-cubed', 'ceaf-e', 'ceaf-m', 'lea']) {
          const [precision, recall, f1] = prf(back, id)
          prf(forth, id).forEach((value, i) => {
            const other = [recall, precision, f1][i]!
            if (value === null) expect(other).toBeNull()
            else expect(value).toBeCloseTo(other, 9)
          })
        }
      }),
      { numRuns: 100 },
    )
  })

  it('the oracle of a dataset is perfect', () => {
    const data = dataset([
      article('a', { mentions: two, entities: [] }),
      article('b', { mentions: two.slice(0, 3) }),
    ])
    const oracle = scoreBounds(data, { metrics: [metric] }).find(({ sheet }) => sheet.name === 'oracle')
    expect(oracle?.sheet.scores[0]!.values['conll.f1']).toMatchObject({ value: 1 })
  })
})
