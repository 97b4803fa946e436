import type { Metric, Prediction } from '@assay/schema'
import { scoreSheetSchema } from '@assay/schema'
import { tinyNews } from '@assay/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mentionsMetric, oracleOutput, scoreSystem, signatureOf, timexesMetric } from '../src/index.ts'
import { article, dataset, dated, mention, ok, run, said, timex } from './cases.ts'

const found = said('ORG', 0, 5)
const org = (id: string, story?: string) => article(id, { mentions: [mention('m1', 'ORG', 0, 5)] }, story)
const mentions = { metrics: [mentionsMetric()] }
const strict = (scored: ReturnType<typeof scoreSystem>) => scored.sheet.scores[0]!.values['strict.f1']!.value

describe('scoreSystem', () => {
  it('gives the sheet of a run, with the rows it was summed from', () => {
    const data = dataset([org('a', 'story'), org('b')])
    const record = run(data)
    const metric = mentionsMetric({ types: ['ORG'] })
    const scored = scoreSystem(data, record, [ok('a', { mentions: [found] }), ok('b', { mentions: [] })], {
      metrics: [metric],
    })
    expect(scoreSheetSchema.parse(scored.sheet)).toEqual(scored.sheet)
    expect(scored).toMatchObject({
      sheet: {
        schema: 'assay.scores/1',
        kind: 'system',
        name: 'system',
        run: 'run-1',
        system: record.system,
        dataset: data.identity,
        articles: 2,
        failed: 0,
        skipped: 0,
        scores: [
          {
            metric: 'mentions',
            version: '2',
            task: 'entities',
            signature: signatureOf(metric, data.identity),
            articles: 2,
            units: 2,
          },
        ],
      },
      counts: [
        { metric: 'mentions', article: 'a', unit: 'story', counts: { 'strict.credit': 1, 'strict.gold': 1 } },
        { metric: 'mentions', article: 'b', unit: 'b', counts: { 'strict.credit': 0, 'strict.gold': 1 } },
      ],
    })
    // 1 of 2 gold found, 1 predicted.
    expect(scored.sheet.scores[0]!.values['strict.f1']).toEqual({
      value: 2 / 3,
      low: null,
      high: null,
      intervalBecause: 'fewer than 8 units',
    })
  })

  it('counts failed, skipped and missing articles as empty: the denominator stays', () => {
    const data = dataset(['a', 'b', 'c', 'd'].map((id) => org(id)))
    const predictions: Prediction[] = [
      ok('a', { mentions: [found] }),
      { article: 'b', repeat: 0, status: 'failed', code: 'threw', message: 'no' },
      { article: 'c', repeat: 0, status: 'skipped', reason: 'too long' },
    ]
    const scored = scoreSystem(data, run(data), predictions, mentions)
    expect(scored.sheet).toMatchObject({ articles: 4, failed: 2, skipped: 1 })
    expect(scored.sheet.scores[0]).toMatchObject({ articles: 4, units: 4 })
    expect(strict(scored)).toBe(2 / 5)
    expect(scored.counts.map(({ article }) => article)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('tells a metric whether an output was produced', () => {
    const data = dataset([org('a'), org('b')])
    const metric: Metric = {
      ...mentionsMetric(),
      collect: ({ produced, predicted }) => ({
        produced: produced ? 1 : 0,
        layers: Object.keys(predicted).length,
      }),
    }
    const scored = scoreSystem(data, run(data), [ok('a', { mentions: [] })], { metrics: [metric] })
    expect(scored.counts.map(({ counts }) => counts)).toEqual([
      { produced: 1, layers: 1 },
      { produced: 0, layers: 0 },
    ])
  })

  it('failing can raise F1: 162/215 answered, 160/205 failed', () => {
    const gold = Array.from({ length: 5 }, (_, i) => mention(`m${i}`, 'ORG', i * 10, i * 10 + 5))
    const right = gold.map(({ span, type }) => ({ span, type }))
    const wrong = (n: number) => Array.from({ length: n }, (_, i) => said('ORG', 100 + i * 10, 105 + i * 10))
    const data = dataset(Array.from({ length: 21 }, (_, i) => article(`a${i}`, { mentions: gold })))
    // 20 articles: 4 right and 1 wrong of 5 gold each. The bad one: 1 right of 10.
    const elsewhere = Array.from({ length: 20 }, (_, i) =>
      ok(`a${i}`, { mentions: [...right.slice(0, 4), ...wrong(1)] }),
    )
    const bad = ok('a20', { mentions: [...right.slice(0, 1), ...wrong(9)] })
    expect(strict(scoreSystem(data, run(data), [...elsewhere, bad], mentions))).toBe(162 / 215)
    const failed = scoreSystem(data, run(data), elsewhere, mentions)
    expect(strict(failed)).toBe(160 / 205)
    expect(failed.sheet.failed).toBe(1)
  })

  it('averages repeats inside the article', () => {
    const data = dataset([org('a'), org('b')])
    const predictions = [
      ok('a', { mentions: [found] }, 0),
      ok('a', { mentions: [] }, 1),
      ok('b', { mentions: [found, said('ORG', 20, 25)] }, 0),
    ]
    const scored = scoreSystem(data, run(data, {}, { repeats: 2 }), predictions, mentions)
    expect(scored.counts.map(({ counts }) => [counts['strict.credit'], counts['strict.predicted']])).toEqual([
      [1 / 2, 1 / 2],
      [1 / 2, 2 / 2],
    ])
    // 2 x 1 / (2 + 3/2).
    expect(strict(scored)).toBe(2 / 3.5)
    // The second pass over b is missing.
    expect(scored.sheet).toMatchObject({ failed: 1, skipped: 0 })
  })

  it('counts an article as skipped only if no pass over it failed', () => {
    const data = dataset([org('a'), org('b')])
    const skipped = (id: string, repeat: number): Prediction => ({
      article: id,
      repeat,
      status: 'skipped',
      reason: 'too long',
    })
    const predictions: Prediction[] = [
      skipped('a', 0),
      { article: 'a', repeat: 1, status: 'failed', code: 'timeout', message: 'slow' },
      ok('b', { mentions: [] }, 0),
      skipped('b', 1),
    ]
    const scored = scoreSystem(data, run(data, {}, { repeats: 2 }), predictions, mentions)
    expect(scored.sheet).toMatchObject({ failed: 1, skipped: 1 })
  })

  it('has no scores for a task the system does not declare, or the dataset does not', () => {
    const both = article('a', {
      mentions: [mention('m1', 'ORG', 0, 5)],
      timexes: [timex('t1', '2026', 10, 15)],
    })
    const predictions = [ok('a', { mentions: [found], timexes: [dated('2026', 10, 15)] })]
    const scored = (data: ReturnType<typeof dataset>, tasks: ('entities' | 'dates')[]) =>
      scoreSystem(data, run(data, { tasks }), predictions, { metrics: [mentionsMetric(), timexesMetric()] })
    const ids = (result: ReturnType<typeof scored>) => [
      result.sheet.scores.map(({ metric }) => metric),
      result.counts.map(({ metric }) => metric),
    ]
    expect(ids(scored(dataset([both]), ['entities', 'dates']))).toEqual([
      ['mentions', 'timexes'],
      ['mentions', 'timexes'],
    ])
    expect(ids(scored(dataset([both]), ['dates']))).toEqual([['timexes'], ['timexes']])
    expect(ids(scored(dataset([both], ['entities']), ['entities', 'dates']))).toEqual([
      ['mentions'],
      ['mentions'],
    ])
  })

  it('has no row for an article whose layer is not annotated, and no scores where none is', () => {
    const data = dataset([org('a'), article('b', {})])
    const scored = scoreSystem(data, run(data), [], { metrics: [mentionsMetric(), timexesMetric()] })
    expect(scored.counts.map(({ metric, article }) => [metric, article])).toEqual([['mentions', 'a']])
    expect(scored.sheet.scores.map(({ metric }) => metric)).toEqual(['mentions'])
    expect(scored.sheet.articles).toBe(2)
  })

  it('keeps the row of an article that is empty on both sides, and does not count it among the scored', () => {
    const data = dataset([org('a'), article('b', { mentions: [] })])
    const scored = scoreSystem(
      data,
      run(data),
      [ok('a', { mentions: [found] }), ok('b', { mentions: [] })],
      mentions,
    )
    expect(scored.counts).toHaveLength(2)
    expect(scored.sheet.scores[0]).toMatchObject({ articles: 1, units: 1 })
  })

  it('counts stories as one unit', () => {
    const data = dataset([org('a', 's'), org('b', 's'), org('c')])
    expect(scoreSystem(data, run(data), [], mentions).sheet.scores[0]).toMatchObject({
      articles: 3,
      units: 2,
    })
  })

  it('gives a second F1 over the types that the system declares', () => {
    const data = dataset([
      article('a', {
        mentions: [mention('m1', 'ORG', 0, 5), mention('m2', 'PERSON', 10, 15), mention('m3', 'LAW', 20, 25)],
      }),
    ])
    const predictions = [ok('a', { mentions: [found, said('PERSON', 30, 35), said('GPE', 40, 45)] })]
    const values = (entityTypes?: ('ORG' | 'PERSON')[]) =>
      scoreSystem(data, run(data, entityTypes === undefined ? {} : { entityTypes }), predictions, mentions)
        .sheet.scores[0]!.values
    // All types: 1 credit, 3 gold, 3 predicted. ORG and PERSON: 1 credit, 2 gold, 2 predicted.
    expect(values()['strict.f1']!.value).toBe(2 / 6)
    expect(values()['declared.strict.f1']!.value).toBe(2 / 6)
    expect(values(['ORG', 'PERSON'])['strict.f1']!.value).toBe(2 / 6)
    expect(values(['ORG', 'PERSON'])['declared.strict.f1']!.value).toBe(2 / 4)
    expect(values(['ORG', 'PERSON'])['strict.f1/LAW']!.value).toBe(0)
  })

  it('refuses a run on other texts', () => {
    const data = dataset([org('a')])
    const other = dataset([org('b')])
    expect(() => scoreSystem(data, run(other), [])).toThrow(
      'run run-1 was made on other texts than cases 1.2.0',
    )
  })

  describe('names a metric that', () => {
    const data = dataset([org('a')])
    const columns = mentionsMetric().columns.filter(({ key }) => key === 'strict.f1')
    const scoring = (change: Partial<Metric>) => () =>
      scoreSystem(data, run(data), [], {
        metrics: [
          {
            ...mentionsMetric(),
            columns,
            collect: () => ({ gold: 1 }),
            finish: () => ({ 'strict.f1': { value: 1 } }),
            ...change,
          },
        ],
      })
    const finishing = (score: unknown) => () => ({ 'strict.f1': score }) as ReturnType<Metric['finish']>

    it.each<[string, Partial<Metric>, string]>([
      ['counts NaN', { collect: () => ({ gold: Number.NaN }) }, 'counted NaN for gold on article a'],
      ['counts infinity', { collect: () => ({ gold: Number.POSITIVE_INFINITY }) }, 'counted Infinity'],
      [
        'waits',
        { collect: (async () => ({})) as unknown as Metric['collect'] },
        'gave a promise on article a',
      ],
      [
        'throws on an article',
        {
          collect: () => {
            throw new Error('boom')
          },
        },
        'failed on article a: boom',
      ],
      [
        'throws at the end',
        {
          finish: () => {
            throw new Error('boom')
          },
        },
        'failed in finish: boom',
      ],
      ['scores NaN', { finish: finishing({ value: Number.NaN }) }, 'scored NaN for strict.f1'],
      [
        'scores out of range',
        { finish: finishing({ value: 7 }) },
        'scored 7 for strict.f1, outside its range [0, 1]',
      ],
      [
        'scores below range',
        { finish: finishing({ value: -1 }) },
        'scored -1 for strict.f1, outside its range [0, 1]',
      ],
      [
        'gives no reason',
        { finish: finishing({ value: null }) },
        'gives null for strict.f1 without saying why',
      ],
      ['leaves out a column', { finish: () => ({}) }, 'gives no score for its column strict.f1'],
    ])('%s', (_, change, message) => {
      expect(scoring(change)).toThrow(`metric mentions ${message}`)
    })

    it('and lets a right one pass', () => {
      expect(scoring({})).not.toThrow()
    })
  })

  it('does not depend on the order of predictions', () => {
    const predictions = tinyNews.articles.map((gold) => ok(gold.article.id, oracleOutput(gold)))
    const record = run(tinyNews, { tasks: ['entities', 'dates', 'claims'] })
    const expected = JSON.stringify(scoreSystem(tinyNews, record, predictions))
    fc.assert(
      fc.property(fc.shuffledSubarray(predictions, { minLength: predictions.length }), (shuffled) => {
        expect(JSON.stringify(scoreSystem(tinyNews, record, shuffled))).toBe(expected)
      }),
      { numRuns: 5 },
    )
  })
})

describe('the signature', () => {
  it('names metric, version, options by name, articles and gold', () => {
    const identity = { name: 'cases', version: '1.2.0', texts: 'ff', gold: '0123456789abcdef', articles: 60 }
    expect(signatureOf(mentionsMetric({ view: 'nested', types: ['ORG', 'GPE'] }), identity)).toBe(
      'mentions|version:2|types:ORG+GPE|view:nested|gold:cases@1.2.0/60/0123456789ab',
    )
    expect(signatureOf({ ...timexesMetric(), options: { b: 2, a: null, c: { d: true } } }, identity)).toBe(
      'timexes|version:2|a:null|b:2|c:{"d":true}|gold:cases@1.2.0/60/0123456789ab',
    )
  })
})
