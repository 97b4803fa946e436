import type { EntityType, Mention } from '@assay/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addCounts,
  createStreamScorer,
  scoreSystem,
  scoresWithIntervals,
  surfaceFormsMetric,
} from '../src/index.ts'
import { article, dataset, ok, run } from './cases.ts'

const metric = surfaceFormsMetric()

/** One article, its words two letters long; gold and predictions by word. */
function counts(
  words: string,
  gold: Readonly<Record<number, EntityType>>,
  predicted: Readonly<Record<number, string>>,
) {
  const span = (word: string) => ({ start: 3 * Number(word), end: 3 * Number(word) + 2 })
  return metric.collect({
    article: { id: 'a', text: words },
    gold: {
      mentions: Object.entries(gold).map(([word, type]) => {
        const { start, end } = span(word)
        return { id: `m${word}`, span: { start, end }, surface: words.slice(start, end), type }
      }),
    },
    predicted: { mentions: Object.entries(predicted).map(([word, type]) => ({ span: span(word), type })) },
    produced: true,
  })
}

const prf = (...rows: readonly ReturnType<typeof counts>[]) => {
  const { precision, recall, f1 } = metric.finish(addCounts(rows))
  return [precision!.value, recall!.value, f1!.value]
}

describe('surface forms', () => {
  it('count each name with its type once, over all articles', () => {
    // Gold: Al PERSON, Bo GPE, Bo PERSON. Predicted: Al PERSON, Bo GPE, Cy ORG.
    const first = counts('Al Al Bo', { 0: 'PERSON', 1: 'PERSON', 2: 'GPE' }, { 0: 'PERSON', 1: 'PERSON' })
    const second = counts('Bo Bo Cy', { 0: 'GPE', 1: 'PERSON' }, { 0: 'GPE', 2: 'ORG' })
    expect(prf(first, second)).toEqual([2 / 3, 2 / 3, 4 / 6])
  })

  it('compare names as they are written', () => {
    expect(prf(counts('Al AL', { 0: 'PERSON' }, { 1: 'PERSON' }))).toEqual([0, 0, 0])
  })

  it('write white space inside a name as one space', () => {
    const [one, two] = ['Al Bo', 'Al\n Bo'].map((text) => {
      const span = { start: 0, end: text.length }
      return metric.collect({
        article: { id: 'a', text },
        gold: { mentions: [{ id: 'm1', span, surface: text, type: 'PERSON' as const }] },
        predicted: {},
        produced: false,
      })
    })
    expect(two).toEqual(one)
  })

  it('count a prediction of an alternative as its gold mention', () => {
    const text = 'the Al'
    const row = metric.collect({
      article: { id: 'a', text },
      gold: {
        mentions: [
          {
            id: 'm1',
            span: { start: 4, end: 6 },
            surface: 'Al',
            type: 'PERSON',
            alternatives: [{ span: { start: 0, end: 6 }, type: 'ORG' }],
          },
        ],
      },
      predicted: { mentions: [{ span: { start: 0, end: 6 }, type: 'ORG' }] },
      produced: true,
    })
    expect(prf(row)).toEqual([1, 1, 1])
  })

  it('leave out neutral predictions and labels that are none', () => {
    expect(prf(counts('Al Bo', { 0: 'PERSON' }, { 0: 'PERSON', 1: 'MISC' }))).toEqual([1, 1, 1])
  })

  it('are undefined as mentions are, and count nothing without annotation', () => {
    expect(prf()).toEqual([null, null, null])
    expect(prf(counts('Al', { 0: 'PERSON' }, {}))).toEqual([null, 0, 0])
    expect(
      metric.collect({ article: { id: 'a', text: 'Al' }, gold: {}, predicted: {}, produced: true }),
    ).toEqual({})
  })

  it('have no interval, and say why', () => {
    const rows = Array.from({ length: 10 }, (_, i) =>
      counts('Al Bo', { 0: 'PERSON', 1: 'GPE' }, i % 2 === 0 ? { 0: 'PERSON' } : { 0: 'ORG', 1: 'LOC' }),
    )
    // Gold 2 forms; predicted Al PERSON, Al ORG, Bo LOC.
    expect(scoresWithIntervals(metric, addCounts(rows), rows)['f1']).toEqual({
      value: 2 / 5,
      low: null,
      high: null,
      intervalBecause: 'a score of the whole corpus, not of a sum over articles, has no interval',
    })
  })

  it('are scored over a run', () => {
    const mentions = [{ id: 'm1', span: { start: 0, end: 2 }, surface: 'xx', type: 'ORG' as const }]
    const data = dataset(['a', 'b'].map((id) => article(id, { mentions })))
    const answer = { mentions: [{ span: { start: 0, end: 2 }, type: 'ORG' }] }
    const { sheet } = scoreSystem(data, run(data), [ok('a', answer), ok('b', { mentions: [] })], {
      metrics: [metric],
    })
    expect(sheet.scores[0]).toMatchObject({ articles: 2, units: 2, values: { f1: { value: 1, low: null } } })
  })

  it('take memory that grows with the names of a corpus, not with names times articles', () => {
    const scorer = createStreamScorer([metric])
    const size = 1_000
    const before = process.memoryUsage().arrayBuffers
    for (let a = 0; a < size; a++) {
      const names = Array.from({ length: 4 }, (_, i) => `N${a}x${i}`)
      const text = names.join(' ')
      const mentions = names.map((surface, i): Mention => {
        const start = text.indexOf(surface)
        return { id: `m${i}`, span: { start, end: start + surface.length }, surface, type: 'ORG' }
      })
      const item = {
        article: { id: `a${a}`, text },
        gold: { mentions },
        predicted: { mentions },
        produced: true,
      }
      scorer.add([item], `a${a}`)
    }
    const grown = process.memoryUsage().arrayBuffers - before
    const [scores] = scorer.finish(dataset([]).identity)
    // Sums by article would be 1,000 rows of up to 8,000 names, 16 bytes each.
    expect(grown).toBeLessThan(20e6)
    expect(scores).toMatchObject({ articles: size, units: size, values: { f1: { value: 1 } } })
  })

  it('are the sets of a corpus, however it is split', () => {
    const type: fc.Arbitrary<EntityType> = fc.constantFrom('PERSON', 'ORG')
    const name = fc.constantFrom('Al', 'Bo', 'Cy')
    const one = fc.array(fc.record({ name, gold: fc.option(type), predicted: fc.option(type) }), {
      maxLength: 5,
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 5 }), (articles) => {
        const pick = (side: 'gold' | 'predicted', words: (typeof articles)[number]) =>
          Object.fromEntries(words.flatMap((word, i) => (word[side] === null ? [] : [[i, word[side]]])))
        const rows = articles.map((words) =>
          counts(words.map((word) => word.name).join(' '), pick('gold', words), pick('predicted', words)),
        )
        const forms = (side: 'gold' | 'predicted') =>
          new Set(
            articles.flat().flatMap((word) => (word[side] === null ? [] : [`${word.name} ${word[side]}`])),
          )
        const [gold, predicted] = [forms('gold'), forms('predicted')]
        const found = [...gold].filter((form) => predicted.has(form)).length
        expect(prf(...rows)[2]).toBe(
          gold.size + predicted.size === 0 ? null : (2 * found) / (gold.size + predicted.size),
        )
        expect(prf(...rows.reverse())).toEqual(prf(...rows))
      }),
      { numRuns: 100 },
    )
  })
})
