import { type Metric, scoreSheetSchema, type Summary } from '@assay/schema'
import { tinyNews } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { mentionsMetric, metrics, oracleOutput, scoreBounds, timexesMetric } from '../src/index.ts'
import { article, dataset } from './cases.ts'

const bound = (name: string, all = scoreBounds(tinyNews)) => all.find(({ sheet }) => sheet.name === name)!

describe('the bounds', () => {
  it('are sheets of kind bound, of no run and no system', () => {
    for (const { sheet } of scoreBounds(tinyNews)) {
      expect(scoreSheetSchema.parse(sheet)).toEqual(sheet)
      expect(sheet).toMatchObject({
        kind: 'bound',
        run: null,
        system: null,
        articles: 10,
        failed: 0,
        skipped: 0,
      })
    }
  })

  it('the oracle scores exactly 1 wherever agreement with gold is scored', () => {
    const { sheet } = bound('oracle')
    for (const metric of metrics.filter(({ task }) => task !== 'summaries')) {
      const scores = sheet.scores.find((scores) => scores.metric === metric.id)!
      if (metric.headline !== undefined)
        expect(scores.values[metric.headline], metric.id).toMatchObject({ value: 1 })
      for (const [key, { value }] of Object.entries(scores.values)) {
        if (/(precision|recall|f1)(\/|$)/.test(key)) expect(value, `${metric.id} ${key}`).toBe(1)
      }
    }
    expect(sheet.scores.some(({ task }) => task === 'summaries')).toBe(false)
  })

  it('the oracle scores 1 in the nested view too', () => {
    const { sheet } = bound(
      'oracle',
      scoreBounds(tinyNews, { metrics: [mentionsMetric({ view: 'nested' })] }),
    )
    expect(sheet.scores[0]!.values['strict.f1']).toMatchObject({ value: 1 })
  })

  it('the empty answer has recall and F1 0, and no precision', () => {
    const { sheet } = bound('empty')
    for (const metric of [mentionsMetric(), timexesMetric()]) {
      const { values } = sheet.scores.find((scores) => scores.metric === metric.id)!
      const scheme = metric.headline!.replace('.f1', '')
      expect(values[`${scheme}.precision`]).toMatchObject({ value: null, because: 'nothing was predicted' })
      expect(values[`${scheme}.recall`]).toMatchObject({ value: 0 })
      expect(values[`${scheme}.f1`]).toMatchObject({ value: 0 })
    }
  })

  it('are missing where they have no scores', () => {
    const names = (task: 'entities' | 'summaries') =>
      scoreBounds(tinyNews, { metrics: metrics.filter((metric) => metric.task === task) }).map(
        ({ sheet }) => sheet.name,
      )
    expect(names('entities')).toEqual(['oracle', 'empty'])
    expect(scoreBounds(tinyNews, { metrics: [] })).toEqual([])
  })
})

describe('the answer of the oracle', () => {
  it('holds the core mentions, inner ones too, and the core dates', () => {
    const opening = tinyNews.articles.find(({ article }) => article.id === 'bridge-opening')!
    const output = oracleOutput(opening)
    expect(output.mentions!.map(({ surface, type }) => [surface, type])).toEqual([
      ['Port Ansel', 'GPE'],
      ['Port Ansel Harbour Authority', 'ORG'],
      ['Port Ansel', 'GPE'],
      ['Ilse Brandt', 'PERSON'],
      ['Brandt', 'PERSON'],
    ])
    expect(output.timexes!.map(({ surface, value }) => [surface, value])).toEqual([
      ['Monday', '2024-03-11'],
      ['nine years', 'P9Y'],
      ['1 April 2024', '2024-04-01'],
    ])
  })

  it('holds the core claims, composites by their parts, with holder and evidence', () => {
    const opening = tinyNews.articles.find(({ article }) => article.id === 'bridge-opening')!
    const { claims } = oracleOutput(opening)
    const gold = opening.annotation.claims!
    const byId = (id: string) => gold.find((claim) => claim.id === id)!.text
    // c3 is a composite of c4 and c5; c6 is optional.
    expect(claims!.map(({ text }) => text)).toEqual(['c1', 'c2', 'c4', 'c5', 'c7', 'c8'].map(byId))
    expect(claims![0]).toEqual({
      text: byId('c1'),
      polarity: '+',
      certainty: 'CT',
      evidence: [opening.annotation.sentences![0]],
    })
    expect(claims![3]).toMatchObject({ holder: 'Port Ansel Harbour Authority', certainty: 'PR' })
    expect(claims![5]).toMatchObject({ polarity: '-', evidence: [opening.annotation.sentences![4]] })
  })

  it('names a described holder by the description, and leaves out layers that gold lacks', () => {
    const claim = {
      id: 'c1',
      text: 'It rains.',
      tier: 'core',
      weight: 1,
      kind: 'state',
      holder: { description: 'analysts' },
      mode: 'indirect',
      certainty: 'PR',
      polarity: '+',
      evidence: [{ sentences: [0] }],
    } as const
    expect(oracleOutput(article('a', { claims: [claim] }))).toEqual({
      claims: [{ text: 'It rains.', holder: 'analysts', polarity: '+', certainty: 'PR' }],
    })
    expect(oracleOutput(article('a', {}))).toEqual({})
  })
})

describe('the human row', () => {
  const summary = (id: string, text: string, length: Summary['length'] = 'short'): Summary => ({
    id,
    text,
    author: id,
    length,
    claims: [],
  })
  /** Counts what it was shown. */
  const shown: { text: string | undefined; others: string[] }[] = []
  const metric: Metric = {
    ...mentionsMetric(),
    id: 'shown',
    columns: [],
    task: 'summaries',
    collect({ gold, predicted, produced }) {
      shown.push({ text: predicted.summary?.text, others: gold.summaries?.map(({ id }) => id) ?? [] })
      return gold.claims === undefined
        ? {}
        : { produced: produced ? 1 : 0, length: predicted.summary!.text.length }
    },
    finish: () => ({}),
  }
  const human = (summaries: Summary[], length?: Summary['length']) => {
    shown.length = 0
    const data = dataset([article('a', { claims: [], summaries })])
    const options = { metrics: [metric], ...(length !== undefined && { length }) }
    return scoreBounds(data, options).find(({ sheet }) => sheet.name === 'human')
  }

  it('shows each reference against the others of its length, averaged inside the article', () => {
    const row = human([
      summary('s1', 'x'),
      summary('s2', 'xx'),
      summary('h1', 'x', 'headline'),
      summary('s3', 'xxxx'),
    ])
    // The first call is that of the empty bound.
    expect(shown.slice(1)).toEqual([
      { text: 'x', others: ['s2', 's3'] },
      { text: 'xx', others: ['s1', 's3'] },
      { text: 'xxxx', others: ['s1', 's2'] },
    ])
    expect(row!.counts).toEqual([
      { metric: 'shown', article: 'a', unit: 'a', counts: { produced: 1, length: 7 / 3 } },
    ])
  })

  it('takes the length class asked for', () => {
    human([summary('s1', 'x'), summary('h1', 'x', 'headline'), summary('h2', 'xx', 'headline')], 'headline')
    expect(shown.slice(1)).toEqual([
      { text: 'x', others: ['h2'] },
      { text: 'xx', others: ['h1'] },
    ])
  })

  it('needs two references', () => {
    expect(human([summary('s1', 'x'), summary('h1', 'x', 'headline')])).toBeUndefined()
    expect(human([summary('s1', 'x'), summary('s2', 'xx')])).toBeDefined()
  })

  it('is about summaries alone', () => {
    expect(bound('human', scoreBounds(tinyNews, { metrics: [mentionsMetric()] }))).toBeUndefined()
  })
})
