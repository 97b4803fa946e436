import type { Dataset, Metric, ScoredSystem } from '@assay/schema'
import { metrics, scoreSystem } from '@assay/scorer'
import { tinyNews } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { blocksToHtml, blocksToMarkdown, blocksToTerminal, comparisonBlocks } from '../src/index.ts'
import { buildComparison, type Comparison } from '../src/compare/comparison.ts'
import { articleParts, slicesOf } from '../src/compare/parts.ts'
import { hostileText } from './model.ts'
import { madeUpRun } from './runs.ts'
import { repeated, shareMetric, shareSheet, tenArticles } from './sheets.ts'

const everyTask = ['entities', 'dates', 'claims', 'summaries'] as const

function compared(dataset: Dataset, name: string, quality: number) {
  const { record, predictions } = madeUpRun(dataset, { name, tasks: everyTask, quality })
  return { record, predictions, scored: scoreSystem(dataset, record, predictions) }
}

function metricOf(id: string): Metric {
  return metrics.find((metric) => metric.id === id)!
}

const columns = [
  { metric: metricOf('mentions'), column: 'strict.f1' },
  { metric: metricOf('timexes'), column: 'value.f1' },
  { metric: metricOf('claims'), column: 'f1' },
  { metric: metricOf('claim-recall'), column: 'unweighted-recall' },
]

function compare(dataset: Dataset = tinyNews, qualities: readonly [number, number] = [0.5, 0.9]): Comparison {
  const [a, b] = [compared(dataset, 'first', qualities[0]), compared(dataset, 'second', qualities[1])]
  return buildComparison({ dataset, a, b, columns })
}

function total({ counts }: ScoredSystem, metric: string, key: string): number {
  return counts
    .filter((row) => row.metric === metric)
    .reduce((sum, { counts }) => sum + (counts[key] ?? 0), 0)
}

describe('the items of a comparison', () => {
  const [a, b] = [compared(tinyNews, 'first', 0.5), compared(tinyNews, 'second', 0.9)]
  const { columns: found } = buildComparison({ dataset: tinyNews, a, b, columns })

  it.each([
    ['mentions', 0, 'strict.credit', 'strict.gold'],
    ['timexes', 1, 'value.credit', 'value.gold'],
    ['claims', 2, 'matched', 'gold'],
    ['claim-recall', 3, 'found', 'units'],
  ])('of %s are those that the score counts', (metric, i, right, gold) => {
    const { fixed, broken, bothRight, bothWrong } = found[i]!.items!
    expect(bothRight.length + broken.length).toBe(total(a.scored, metric, right))
    expect(bothRight.length + fixed.length).toBe(total(b.scored, metric, right))
    expect(fixed.length + broken.length + bothRight.length + bothWrong.length).toBe(
      total(a.scored, metric, gold),
    )
    expect(fixed.length).toBeGreaterThan(0)
  })

  it('name the article, the gold item, and what each system said', () => {
    const { fixed, broken } = found[0]!.items!
    for (const item of fixed) expect(item.b).toBe(item.gold)
    for (const item of broken) expect(item.a).toBe(item.gold)
    expect(fixed.some(({ a }) => a === null)).toBe(true)
    expect(tinyNews.articles.map(({ article }) => article.id)).toContain(fixed[0]?.article)
  })

  it('turn round with the two runs', () => {
    const turned = buildComparison({ dataset: tinyNews, a: b, b: a, columns })
    const swap = <Item extends { a: string | null; b: string | null }>(items: readonly Item[]) =>
      items.map((item) => ({ ...item, a: item.b, b: item.a }))
    found.forEach((column, i) => {
      const back = turned.columns[i]!
      expect(swap(back.items!.fixed)).toEqual(column.items!.broken)
      expect(swap(back.items!.spuriousGone)).toEqual(column.items!.spuriousNew)
      expect(back.difference).toBe(column.difference === null ? null : -column.difference)
    })
  })

  it('are none where a metric has no single items', () => {
    const metric = metricOf('document-entities')
    const comparison = buildComparison({ dataset: tinyNews, a, b, columns: [{ metric, column: 'f1' }] })
    expect(comparison.columns[0]?.items).toBeNull()
    expect(comparison.columns[0]?.articles.length).toBeGreaterThan(0)
  })
})

describe('the difference of a comparison', () => {
  function shares(hitsA: readonly number[], hitsB: readonly number[], options = {}) {
    const { record, predictions } = madeUpRun(tenArticles, { name: 'x', tasks: ['entities'], quality: 1 })
    return buildComparison({
      dataset: tenArticles,
      a: { record, predictions, scored: shareSheet('x', hitsA) },
      b: { record, predictions, scored: shareSheet('x', hitsB, options) },
      columns: [{ metric: shareMetric, column: 'share' }],
    }).columns[0]!
  }
  const low = [2, 3, 2, 1, 3, 2, 2, 4, 2, 3]
  const high = [9, 8, 9, 9, 8, 9, 7, 9, 8, 9]

  it('is b minus a, with interval, p and verdict, also for two runs of one name', () => {
    const better = shares(low, high)
    expect(better).toMatchObject({ a: 24 / 100, b: 85 / 100, verdict: 'b-ahead', units: 9 })
    expect(better.difference).toBeCloseTo(61 / 100, 12)
    expect(better.low!).toBeLessThan(61 / 100)
    expect(better.high!).toBeGreaterThan(61 / 100)
    expect(better.p!).toBeLessThan(0.05)
    const worse = shares(high, low)
    expect(worse).toMatchObject({ verdict: 'a-ahead', low: -better.high!, high: -better.low! })
  })

  it('is tied where nothing differs, and has too few units to tell where it may be chance', () => {
    expect(shares(high, high)).toMatchObject({ difference: 0, p: 1, verdict: 'tied', articles: [] })
    expect(shares(high, [9, 9, 9, 5, 9, 9, 7, 3, 8, 9])).toMatchObject({ verdict: 'too-few' })
  })

  it('has no verdict where a row would have no rank, and says why', () => {
    const one = shares(high, high, { failed: 1 })
    expect(one.verdict).toBe('no-verdict')
    expect(one.because).toContain('x: answered 9 of 10 articles')
  })

  it('is carried by articles whose contributions sum to it where the score is a mean', () => {
    const { articles, difference } = shares(repeated(5), [5, 5, 5, 5, 5, 5, 5, 5, 9, 3])
    // Of 100 tries b hits four more on a8 and two fewer on a9.
    expect(articles).toEqual([
      {
        article: 'a8',
        a: 5 / 10,
        b: 9 / 10,
        contribution: expect.closeTo(4 / 100),
        share: expect.closeTo(2),
      },
      {
        article: 'a9',
        a: 5 / 10,
        b: 3 / 10,
        contribution: expect.closeTo(-2 / 100),
        share: expect.closeTo(-1),
      },
    ])
    expect(difference).toBeCloseTo(2 / 100, 12)
  })

  it('of a corpus-wide metric is not tested', () => {
    const { record, predictions } = madeUpRun(tenArticles, { name: 'x', tasks: ['entities'], quality: 1 })
    const run = (hits: readonly number[]) => ({ record, predictions, scored: shareSheet('x', hits) })
    const metric = { ...shareMetric, additive: false }
    const { columns } = buildComparison({
      dataset: tenArticles,
      a: run(low),
      b: run(high),
      columns: [{ metric, column: 'share' }],
    })
    expect(columns[0]).toMatchObject({ low: null, p: null, verdict: 'no-verdict', articles: [], slices: [] })
    expect(columns[0]?.difference).toBeCloseTo(61 / 100, 12)
  })
})

describe('the parts of a comparison', () => {
  const both = {
    metric: shareMetric,
    column: 'share',
    a: shareSheet('a', repeated(5), { more: { 'share/ORG': 0.25 } }),
    b: shareSheet('b', [9, 1, 5, 5, 5, 5, 5, 5, 5, 5], { more: { 'share/ORG': 0.5, 'share/LAW': 1 } }),
  }

  it('are types, and what divides the articles: language, source, story, length', () => {
    const articles = tenArticles.articles.map((gold, i) => ({
      ...gold,
      article: {
        ...gold.article,
        text: 'word '.repeat(i === 0 ? 299 : 300),
        language: 'en',
        source: { publisher: i === 0 ? 'P' : 'Q' },
      },
    }))
    expect(slicesOf(both, articles)).toEqual([
      { kind: 'type', name: 'ORG', articles: null, a: 1 / 4, b: 1 / 2 },
      { kind: 'type', name: 'LAW', articles: null, a: null, b: 1 },
      { kind: 'source', name: 'P', articles: 1, a: 5 / 10, b: 9 / 10 },
      { kind: 'source', name: 'Q', articles: 9, a: 45 / 90, b: 41 / 90 },
      { kind: 'story', name: 'one', articles: 2, a: 10 / 20, b: 10 / 20 },
      { kind: 'length', name: 'under 300 words', articles: 1, a: 5 / 10, b: 9 / 10 },
      { kind: 'length', name: '300 to 599 words', articles: 9, a: 45 / 90, b: 41 / 90 },
    ])
  })

  it('have no share where there is no difference', () => {
    expect(articleParts(both).map(({ article, share }) => [article, share])).toEqual([
      ['a0', null],
      ['a1', null],
    ])
  })
})

describe('a comparison as a page', () => {
  it('shows the same on a terminal, in Markdown and in HTML', () => {
    const blocks = comparisonBlocks(compare(), { examples: 1, articles: 2 })
    const pages = [
      blocksToTerminal(blocks, { color: false, width: 200 }),
      blocksToMarkdown(blocks),
      blocksToHtml(blocks, 'x'),
    ]
    for (const page of pages) {
      for (const words of [
        'first against second',
        'Entities: strict F1',
        'fixed',
        'By part',
        'more articles',
      ]) {
        expect(page).toContain(words)
      }
    }
  })

  it('lets no text of an article act: no control, no markup, no link', () => {
    const dataset: Dataset = {
      ...tinyNews,
      articles: tinyNews.articles.map((gold) => ({
        ...gold,
        annotation: {
          ...gold.annotation,
          claims: (gold.annotation.claims ?? []).map((claim) => ({
            ...claim,
            text: `${claim.text} ${hostileText} \u001b[31m\u202e www.example.org @user | end`,
          })),
        },
      })),
    }
    const blocks = comparisonBlocks(compare(dataset), { examples: 99 })
    const terminal = blocksToTerminal(blocks, { color: false, width: 100 })
    const markdown = blocksToMarkdown(blocks)
    expect(markdown).not.toMatch(/(?<!`)www\.|(?<!`)@user|(?<!\\)<script/)
    const html = blocksToHtml(blocks, hostileText)
    for (const page of [terminal, markdown, html]) {
      expect(page).not.toContain('\u001b')
      expect(page).not.toContain('\u202e')
    }
    expect(html).not.toMatch(/<script|<img/)
  })
})
