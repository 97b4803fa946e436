import type { Annotation, Article, ScoringItem } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { unsupportedMetric } from '../src/metrics/unsupported.ts'
import { createSupportChecker } from '../src/summaries/support.ts'
import { claim } from './claims-harbour.ts'

const article: Article = {
  id: 'harbour',
  title: 'Ferry strike in Port Ansel',
  text: [
    'PORT ANSEL, 11 March 2026 - Anna Lind, who heads the Maritime Safety Board, stopped 8,970 passengers on Tuesday.',
    'The French ferry owner, Norvik Shipping, lost about $5m, or 4.9 percent, and 30 km of cable in April 2025.',
    'The prime minister of Norland and nine thousand dockers of the Norland Trade Union waited three days.',
    'It was the fourth strike; the U.N. watched.',
  ].join(' '),
  publishedAt: '2026-03-11',
}

const gold: Annotation = {
  entities: [
    { id: 'e1', type: 'PERSON', name: 'Anna Lind', aliases: ['Anna Maria Lindqvist'], salience: 2 },
    {
      id: 'e2',
      type: 'ORG',
      name: 'Norvik Shipping',
      aliases: ['Norvik Line'],
      demonyms: ['Norviker'],
      salience: 1,
    },
    { id: 'e3', type: 'ORG', name: 'Harbour Ferry Company', aliases: [], salience: 1 },
  ],
  mentions: [{ id: 'm', span: { start: 0, end: 3 }, surface: 'Seadog', type: 'ORG', entityId: 'e2' }],
  timexes: [
    {
      id: 't',
      span: { start: 0, end: 3 },
      surface: 'x',
      type: 'DATE',
      value: '2019-07-04',
      basis: 'world',
      alternatives: [{ value: '2018-05-06' }, {}],
    },
    { id: 'u', span: { start: 0, end: 3 }, surface: 'x', type: 'DATE', value: null, basis: 'vague' },
  ],
  claims: [claim('The Zorg Bureau counted 77 boats in June 2021.')],
  summaries: [],
}

const check = createSupportChecker(article, gold)
const units = (summary: string) =>
  check(summary).map(({ kind, span, isSupported }) => [
    kind,
    summary.slice(span.start, span.end),
    isSupported,
  ])
const wrong = (summary: string) =>
  check(summary)
    .filter((unit) => !unit.isSupported)
    .map(({ span }) => summary.slice(span.start, span.end))

describe('the units of a summary', () => {
  it('are its numbers, dates and names', () => {
    expect(units('The ferries of Norvik Shipping lost $5m on Tuesday.')).toEqual([
      ['number', '$5m', true],
      ['date', 'Tuesday', true],
      ['name', 'Norvik Shipping', true],
    ])
    expect(units('')).toEqual([])
    expect(units('a strike')).toEqual([])
  })

  it('each of one kind: the figures of a date are no number, its words no name', () => {
    expect(units('on 10 March 2026')).toEqual([['date', '10 March 2026', true]])
    expect(units('30 degrees Celsius')).toEqual([['number', '30 degrees Celsius', false]])
    expect(units('a loss of US$5m')).toMatchObject([['number', 'US$5m', true]])
  })
})

describe('a number', () => {
  it.each([
    'nine thousand dockers',
    '9,000 dockers',
    '9,000 passengers',
    '8,970 passengers',
    '$5m',
    '5 million dollars',
    '$4.9m',
    'about 31 km',
    '4.9%',
    'the fourth strike',
    '3 days',
    'one or two ferries',
    '77 boats',
  ])('is supported: %s', (summary) => expect(wrong(summary)).toEqual([]))

  it.each([
    ['9,400 passengers', ['9,400']],
    ['€5m', ['€5m']],
    ['$6m', ['$6m']],
    ['4.9 percentage points', ['4.9 percentage points']],
    ['30 miles', ['30 miles']],
    ['31 km', ['31 km']],
    ['the fifth strike', ['fifth']],
    ['30 ferries', ['30']],
    ['three ferries', ['three']],
    ['78 boats', ['78']],
  ])('is not: %s', (summary, numbers) => {
    expect(wrong(summary)).toEqual(numbers)
  })
})

describe('a date', () => {
  it.each([
    ['as in the article', 'on 10 March 2026'],
    ['the publication date', 'on 11 March 2026'],
    ['a month around a day', 'in March 2026'],
    ['a year around a month', 'in 2025'],
    ['relative', 'yesterday'],
    ['a value of gold', 'on 4 July 2019'],
    ['around a value of gold', 'in July 2019'],
    ['an alternative value of gold', 'on 6 May 2018'],
    ['of a gold claim', 'in June 2021'],
  ])('is supported: %s', (_, summary) => expect(wrong(summary)).toEqual([]))

  it.each([
    ['another day', 'on 12 March 2026', ['12 March 2026']],
    ['a day inside a month', 'on 10 April 2025', ['10 April 2025']],
    ['a month inside nothing', 'in May 2026', ['May 2026']],
    ['another year', 'in 2024', ['2024']],
  ])('is not: %s', (_, summary, dates) => expect(wrong(summary)).toEqual(dates))

  it('the publication date supports only where there is one', () => {
    const { publishedAt: _, ...undated } = article
    const text = 'Ferries stopped.'
    const wrongIn = (article: Article) =>
      createSupportChecker(article, {})('on 11 March 2026').map((u) => u.isSupported)
    expect(wrongIn({ ...article, text })).toEqual([true])
    expect(wrongIn({ ...undated, text })).toEqual([false])
  })
})

describe('a name', () => {
  it.each([
    ['as in the article', 'they met Anna Lind'],
    ['as in the title', 'in Port Ansel'],
    ['in another case', 'the ANNA LIND affair'],
    ['with a possessive', "they met Anna Lind's crew"],
    ['in the plural', 'they met the Lind and Norvik Shippings'],
    ['a part of a name that stands in a row', 'they met Norvik'],
    ['an alias', 'they met Norvik Line'],
    ['an alias that the article lacks, whole', 'they met Anna Maria Lindqvist'],
    ['the last name of a gold person', 'they met Lindqvist'],
    ['a nationality word of gold', 'they met Norvikers'],
    ['the surface of a linked mention', 'they met Seadog'],
    ['of a gold claim', 'they met the Zorg Bureau'],
    ['the acronym of a name of the article', 'they met the MSB'],
    ['the acronym of a gold name', 'they met the HFC'],
    ['an acronym with dots', 'they met the M.S.B.'],
    ['what an acronym of the article stands for', 'they met the United Nations'],
    ['a place by its demonym', 'in France'],
    ['a demonym', 'a Frenchman'],
    ['words that the article writes in lower case', 'they met the Prime Minister of Norland'],
    ['put together from a title and a name', 'they met Ferry Owner Norvik Shipping'],
    ['put together from a place, a title and a name', 'they met Norland Prime Minister Anna Lind'],
    ['put together with a common word', 'they met Director Anna Lind'],
    ['put together with a last name', 'they met Minister Lindqvist'],
    ['a common word at the start', 'Officials met'],
    ['a small word inside', 'they met the Prime Minister of Norland'],
  ])('is supported: %s', (_, summary) => expect(wrong(summary)).toEqual([]))

  it.each([
    ['somebody else', 'they met Maria Zorn', ['Maria Zorn']],
    ['at the start of a sentence', 'Zorn met them', ['Zorn']],
    ['another first name', 'they met Maria Lind', ['Maria Lind']],
    ['a first name with another last name', 'they met Anna Zorg', ['Anna Zorg']],
    ['two names of the article mixed', 'they met Norvik Safety Board', ['Norvik Safety Board']],
    ['another acronym', 'they met the MSX', ['MSX']],
    ['another place', 'in Sweden', ['Sweden']],
    ['another demonym', 'a Swedish ferry', ['Swedish']],
    ['common words alone', 'they met the Labour Council', ['Labour Council']],
    ['lower-case words of the article, not in a row', 'they met the Ferry Minister', ['Ferry Minister']],
    ['the last word of a name that is no person', 'they met the Company', ['Company']],
    ['a word of another name in front', 'they met Maritime Anna Lind', ['Maritime Anna Lind']],
    ['a longer name than the article has', 'they met Anna Lind Zorn', ['Anna Lind Zorn']],
  ])('is not: %s', (_, summary, names) => expect(wrong(summary)).toEqual(names))

  it('the references support nothing', () => {
    const summaries = [{ id: 's', text: 'They met Zorn.', author: 'a', length: 'short', claims: [] }] as const
    expect(createSupportChecker(article, { summaries })('they met Zorn')).toMatchObject([
      { isSupported: false },
    ])
  })
})

describe('the unsupported metric', () => {
  const metric = unsupportedMetric()
  const item = (summary?: string): ScoringItem => ({
    article,
    gold,
    predicted: summary === undefined ? {} : { summary: { text: summary } },
    produced: summary !== undefined,
  })

  it('counts a worked example', () => {
    expect(metric.collect(item('Zorn and Anna Lind lost $6m, or 3%, on 12 March 2026 and Tuesday.'))).toEqual(
      {
        articles: 1,
        produced: 1,
        clean: 0,
        units: 6,
        unsupported: 4,
        numbers: 2,
        dates: 1,
        names: 1,
      },
    )
    expect(metric.collect(item('Anna Lind lost.'))).toMatchObject({ clean: 1, units: 1, unsupported: 0 })
  })

  it('silence is not clean', () => {
    const silent = {
      articles: 1,
      produced: 0,
      clean: 0,
      units: 0,
      unsupported: 0,
      numbers: 0,
      dates: 0,
      names: 0,
    }
    expect(metric.collect(item())).toEqual(silent)
    expect(metric.collect(item(' \n'))).toEqual(silent)
  })

  it('divides by produced summaries, and clean ones by all articles', () => {
    const total = {
      articles: 4,
      produced: 3,
      clean: 1,
      units: 8,
      unsupported: 4,
      numbers: 2,
      dates: 1,
      names: 1,
    }
    expect(metric.finish(total)).toEqual({
      clean: { value: 1 / 4 },
      numbers: { value: 2 / 3 },
      dates: { value: 1 / 3 },
      names: { value: 1 / 3 },
      unsupported: { value: 4 / 3 },
      share: { value: 4 / 8 },
      units: { value: 8 },
      produced: { value: 3 },
    })
  })

  it('says why a rate is undefined', () => {
    expect(metric.finish({})).toMatchObject({
      clean: { value: null, because: 'there is no article' },
      numbers: { value: null, because: 'no summary was produced' },
      share: { value: null, because: 'no summary holds a number, date or name' },
    })
  })

  it('reads the whole summary, and nothing without the layer', () => {
    expect(metric.collect(item(`${'a '.repeat(200)}Zorn`))).toMatchObject({ names: 1 })
    expect(metric.collect({ ...item('Zorn'), gold: {} })).toEqual({})
  })

  it('ranks nothing and states its rules', () => {
    expect(metric.headline).toBeUndefined()
    expect(metric.columns.map(({ key }) => key)).toEqual(Object.keys(metric.finish({})))
    expect(metric.options).toEqual({
      numbers: 'rounded+about-5%',
      dates: 'contains',
      names: 'alias+words+acronym+last-name+demonym',
    })
  })
})
