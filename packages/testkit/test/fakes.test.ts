import { type Article, type Extractor, parseOutput, type System } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { fakes, systemContract } from '../src/index.ts'

const article: Article = { id: 'a', text: 'Ida left Oslo.' }
const other: Article = { id: 'b', text: 'so did Jo.' }
const context = { signal: new AbortController().signal, seed: 1, repeat: 0, spend: () => {} }
const onlyA = (id: string) => id === 'a'

async function answer(system: System, asked: Article): Promise<unknown> {
  return (system as Extractor).extract(asked, context)
}

systemContract('the fake echo', fakes.echo)
systemContract('the fake fixed', () => fakes.fixed({ mentions: [], timexes: [], claims: [] }))
systemContract('a fake with a slow start', () => fakes.slowStart(1))

describe('a fake misbehaves', () => {
  it('on the articles it is told to, and answers the others', async () => {
    const found = { mentions: [{ span: { start: 7, end: 9 }, surface: 'Jo', type: 'ORG' }] }
    for (const make of [
      fakes.throws,
      fakes.rejects,
      fakes.nonsense,
      fakes.exits,
      fakes.killsItself,
      fakes.hangs,
    ]) {
      expect(await answer(make(onlyA), other)).toEqual(found)
    }
  })

  it('by throwing', async () => {
    await expect(answer(fakes.throws(), article)).rejects.toThrow('refused a')
    await expect(answer(fakes.rejects(), article)).rejects.toThrow('rejected a')
    await expect(answer(fakes.throwsUndefined(), article)).rejects.toBeUndefined()
    await expect(fakes.throwsInPrepare().prepare?.({ allowNetwork: false })).rejects.toThrow(
      'the model is not there',
    )
  })

  it.each([
    ['nonsense', fakes.nonsense(), /mentions: /],
    ['wrong offsets', fakes.wrongOffsets(), /ends outside the text/],
    ['a wrong surface', fakes.wrongSurface(), /reads "I", not "I\?"/],
    ['a score that is no number', fakes.nanScores(), /mentions\[0\]\.score/],
  ])('by answering %s', async (_, system, message) => {
    const output = await answer(system, article)
    expect(() => parseOutput(output, article, system.tasks)).toThrow(message)
  })

  it('by changing the article', async () => {
    const given = { ...article }
    await answer(fakes.mutator(), given)
    expect(given).toEqual({ id: 'changed', text: 'changed' })
  })
})
