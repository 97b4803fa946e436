import { datasetStats, identityOf, selectArticles } from '@assay/dataset'
import { tinyNews } from '@assay/testkit'
import { expect, test } from 'vitest'

function ids(selection: Parameters<typeof selectArticles>[1]): string[] {
  return selectArticles(tinyNews, selection).articles.map(({ article }) => article.id)
}

test('an empty selection is the whole dataset, with the same identity', () => {
  expect(selectArticles(tinyNews, {})).toEqual(tinyNews)
})

test('grep looks at ids and titles, limit takes the first in id order', () => {
  expect(ids({ grep: '^bridge-' })).toEqual(['bridge-costs', 'bridge-opening'])
  expect(ids({ grep: 'Varga' })).toEqual(['Ledger'])
  expect(ids({ limit: 2 })).toEqual(['../<script>', 'Ledger'])
  expect(ids({ grep: 'e', limit: 1 })).toEqual(['../<script>']) // by its title
})

test('the selection has an identity of its own and keeps only links inside it', () => {
  const both = selectArticles(tinyNews, { grep: '^bridge' })
  const one = selectArticles(tinyNews, { grep: '^bridge-costs' })
  expect(both.manifest.links).toHaveLength(1)
  expect(one.manifest.links).toEqual([])
  expect(one.identity).toEqual(identityOf(one.manifest, one.articles))
  expect(new Set([tinyNews, both, one].map(({ identity }) => identity.texts)).size).toBe(3)
})

test('a selection that leaves nothing, or whose expression is none, is an error of usage', () => {
  expect(() => ids({ grep: 'zebra' })).toThrow('the selection leaves none of the 10 articles of tiny-news')
  expect(() => ids({ limit: 0 })).toThrow('the selection leaves none')
  expect(() => ids({ grep: '(' })).toThrow('--grep "(" is not a regular expression')
})

test('the identity of texts does not see gold, and no identity sees the order of articles or keys', () => {
  const [first, ...others] = tinyNews.articles
  const { gold, texts } = tinyNews.identity
  const unannotated = identityOf(tinyNews.manifest, [{ ...first!, annotation: {} }, ...others])
  expect(unannotated.texts).toBe(texts)
  expect(unannotated.gold).not.toBe(gold)

  const backwards = Object.fromEntries(Object.entries(first!).reverse()) as unknown as typeof first
  expect(identityOf(tinyNews.manifest, [...others, backwards!].reverse())).toEqual(tinyNews.identity)

  const { links: _, ...unlinked } = tinyNews.manifest
  expect(identityOf(unlinked, tinyNews.articles).gold).not.toBe(gold)
})

test('statistics count layers, types and tiers', () => {
  const { layers, ...stats } = datasetStats(selectArticles(tinyNews, { grep: '^bridge|no-gold' }))
  // Words: bridge-costs 20 + 9 + 13 + 13, bridge-opening 15 + 19 + 9 + 8 + 10, no-gold 13
  expect(stats).toEqual({
    articles: 3,
    units: 2,
    stories: 1,
    words: 129,
    sentences: 9,
    links: 1,
    tasks: ['entities', 'dates', 'claims', 'summaries'],
  })
  expect(layers.mentions).toEqual({
    articles: 2,
    items: 9,
    types: { FAC: 1, GPE: 3, ORG: 2, PERSON: 3 },
    tiers: { core: 7, optional: 2 },
  })
  expect(layers.entities).toEqual({
    articles: 2,
    items: 7,
    types: { FAC: 1, GPE: 2, ORG: 2, PERSON: 2 },
    tiers: {},
  })
  expect(layers.timexes.types).toEqual({ DATE: 7, DURATION: 1, SET: 1, TIME: 1 })
  expect(layers.claims.tiers).toEqual({ core: 12, extra: 1, optional: 1 })
  expect(layers.summaries).toEqual({ articles: 2, items: 7, types: { headline: 1, short: 6 }, tiers: {} })
})

test('an empty dataset has statistics of zeros', () => {
  const { layers, ...stats } = datasetStats({ ...tinyNews, articles: [] })
  expect(stats).toMatchObject({ articles: 0, units: 0, words: 0, sentences: 0 })
  expect(layers.claims).toEqual({ articles: 0, items: 0, types: {}, tiers: {} })
})
