import type { Annotation, Entity, Mention } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { documentEntitiesMetric } from '../src/index.ts'

const metric = documentEntitiesMetric()
const text =
  'Norvik Shipping and Smith met Ana Smith of the Afghan Port Board in Kabul; NORVIK’S boss, the Dean, left.'

function spanOf(surface: string) {
  const start = text.indexOf(surface)
  if (start < 0) throw new Error(`no ${surface}`)
  return { start, end: start + surface.length }
}

const entity = (id: string, name: string, ...aliases: string[]): Entity => ({
  id,
  type: 'ORG',
  name,
  aliases,
  salience: 1,
})

const mention = (surface: string, more: Partial<Mention> = {}): Mention => ({
  id: surface,
  span: spanOf(surface),
  surface,
  type: 'ORG',
  ...more,
})

function counts(gold: Annotation, ...surfaces: readonly (string | readonly [string, string])[]) {
  const mentions = surfaces.map((item) => {
    const [surface, type] = typeof item === 'string' ? [item, 'PERSON'] : item
    return { span: spanOf(surface), type }
  })
  return metric.collect({ article: { id: 'a', text }, gold, predicted: { mentions }, produced: true })
}

const norvik = entity('e1', 'Norvik Shipping', 'Norvik')
const kabul = entity('e2', 'Kabul')

describe('document entities', () => {
  it('are hit by any of their names, whatever the type, case and possessive', () => {
    expect(counts({ entities: [norvik, kabul] }, 'NORVIK’S')).toEqual({ found: 1, gold: 2, predicted: 1 })
    expect(counts({ entities: [norvik, kabul] }, 'Norvik Shipping', 'Kabul')).toEqual({
      found: 2,
      gold: 2,
      predicted: 2,
    })
  })

  it('count once, whatever the number of names', () => {
    expect(counts({ entities: [norvik, kabul] }, 'Norvik Shipping', 'NORVIK’S')).toEqual({
      found: 1,
      gold: 2,
      predicted: 1,
    })
  })

  it('count a surface that names nobody once', () => {
    expect(counts({ entities: [norvik] }, 'Norvik Shipping', 'Dean', 'Dean', 'boss')).toEqual({
      found: 1,
      gold: 1,
      predicted: 3,
    })
  })

  it('are matched one to one, as many as possible', () => {
    const two = [entity('e1', 'Smith'), entity('e2', 'Ana Smith', 'Smith')]
    expect(counts({ entities: two }, 'Smith', 'Ana Smith')).toEqual({ found: 2, gold: 2, predicted: 2 })
    expect(counts({ entities: two }, 'Smith')).toEqual({ found: 1, gold: 2, predicted: 1 })
  })

  it('accept what their mentions are called, in every reading', () => {
    const board = entity('e1', 'Board of the Port')
    const linked = mention('Port Board', {
      entityId: 'e1',
      alternatives: [{ span: spanOf('Afghan Port Board') }],
    })
    expect(counts({ entities: [board], mentions: [linked] }, 'Port Board')).toEqual({
      found: 1,
      gold: 1,
      predicted: 1,
    })
    expect(counts({ entities: [board], mentions: [linked] }, 'Afghan Port Board')).toEqual({
      found: 1,
      gold: 1,
      predicted: 1,
    })
  })

  it('are not asked for if all their mentions are optional or excluded, and naming them is neutral', () => {
    const gold = (tier: 'core' | 'optional' | 'excluded'): Annotation => ({
      entities: [norvik, kabul],
      mentions: [
        mention('Norvik Shipping', { entityId: 'e1' }),
        mention('Kabul', { entityId: 'e2', tier: 'excluded' }),
        mention('Dean', { entityId: 'e2', tier }),
      ],
    })
    expect(counts(gold('optional'), 'Norvik Shipping', 'Kabul')).toEqual({ found: 1, gold: 1, predicted: 1 })
    expect(counts(gold('core'), 'Norvik Shipping', 'Kabul')).toEqual({ found: 2, gold: 2, predicted: 2 })
  })

  it('leave mentions linked to none, and nationality words, neutral', () => {
    const gold: Annotation = {
      entities: [{ ...kabul, demonyms: ['Afghan'] }],
      mentions: [mention('Dean')],
    }
    expect(counts(gold, 'Kabul', 'Dean', 'Afghan')).toEqual({ found: 1, gold: 1, predicted: 1 })
    expect(counts(gold, 'Dean', 'Afghan')).toEqual({ found: 0, gold: 1, predicted: 0 })
  })

  it('take no surface whose label is no entity type', () => {
    expect(counts({ entities: [norvik] }, ['Norvik Shipping', 'MISC'])).toEqual({
      found: 0,
      gold: 1,
      predicted: 0,
    })
  })

  it('score precision, recall and F1 from the sums', () => {
    expect(metric.finish({ found: 2, gold: 4, predicted: 3 })).toEqual({
      precision: { value: 2 / 3 },
      recall: { value: 2 / 4 },
      f1: { value: 4 / 7 },
    })
    expect(metric.finish({})).toEqual({
      precision: { value: null, because: 'nothing was predicted' },
      recall: { value: null, because: 'nothing is gold' },
      f1: { value: null, because: 'nothing is gold and nothing was predicted' },
    })
  })

  it('count nothing where entities are not annotated', () => {
    expect(counts({ mentions: [mention('Dean')] }, 'Dean')).toEqual({})
  })

  it('take an output without mentions as empty', () => {
    const item = { article: { id: 'a', text }, gold: { entities: [norvik] }, predicted: {}, produced: false }
    expect(metric.collect(item)).toEqual({ found: 0, gold: 1, predicted: 0 })
  })
})
