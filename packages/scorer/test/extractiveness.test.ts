import type { ScoringItem, Summary } from '@assay/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractivenessMetric } from '../src/metrics/extractiveness.ts'
import { extractiveFragments } from '../src/summaries/fragments.ts'
import { novelShare, repeatedShare } from '../src/summaries/ngram-shares.ts'

const metric = extractivenessMetric()
const article = 'Red ships sailed to the harbour. Blue boats sank in the harbour.'
const short: Summary = { id: 's', text: 'Not read.', author: 'a', length: 'short', claims: [] }

function item(summary?: string, summaries: Summary[] | undefined = [short]): ScoringItem {
  return {
    article: { id: 'a', text: article },
    gold: { summaries },
    predicted: summary === undefined ? {} : { summary: { text: summary } },
    produced: summary !== undefined,
  }
}

describe('extractive fragments', () => {
  const fragments = (article: string, summary: string) =>
    extractiveFragments(article.split(' ').filter(Boolean), summary.split(' ').filter(Boolean))

  it('are the longest runs that the article holds, read from the left', () => {
    expect(fragments('a b c d e', 'a b x d e')).toEqual([2, 2])
    expect(fragments('a b c d e', 'd e a b c')).toEqual([2, 3])
    expect(fragments('a b a b c', 'a b c')).toEqual([3])
    expect(fragments('a a a b', 'a a b')).toEqual([3])
    expect(fragments('a b', 'x y')).toEqual([])
    expect(fragments('a b', 'a a a')).toEqual([1, 1, 1])
    expect(fragments('', 'a')).toEqual([])
    expect(fragments('a', '')).toEqual([])
    expect(fragments('a b', 'a b c')).toEqual([2])
    expect(fragments('c a b', 'a b')).toEqual([2])
  })

  it('never hold more words than the summary, and all of them where it is the article', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
    fc.assert(
      fc.property(words, words, (article, summary) => {
        const sum = extractiveFragments(article, summary).reduce((sum, length) => sum + length, 0)
        expect(sum).toBe(summary.filter((word) => article.includes(word)).length)
        expect(extractiveFragments(summary, summary)).toEqual(summary.length > 0 ? [summary.length] : [])
      }),
    )
  })
})

describe('novel n-grams', () => {
  it('are the distinct ones that the article lacks', () => {
    expect(novelShare(['a', 'b', 'c'], ['a', 'b', 'd'], 2)).toBe(1 / 2)
    expect(novelShare(['a', 'b'], ['a', 'b', 'a', 'b'], 2)).toBe(1 / 2)
    expect(novelShare(['a', 'b'], ['b', 'a'], 2)).toBe(1)
    expect(novelShare(['a', 'b'], ['a'], 2)).toBeNull()
    expect(novelShare(['a', 'b'], [], 1)).toBeNull()
    expect(novelShare(['a', 'b'], ['a', 'c', 'c'], 1)).toBe(1 / 2)
    // a-b-c is known, b-c-a is not
    expect(novelShare(['a', 'b', 'c'], ['a', 'b', 'c', 'a'], 3)).toBe(1 / 2)
    expect(novelShare(['a', 'b', 'c'], ['a', 'b', 'c', 'a'], 4)).toBe(1)
  })
})

describe('repetition', () => {
  it('is the share of n-grams that stand earlier in the text', () => {
    // a-b-c, b-c-a, c-a-b, a-b-c: the last one stood before
    expect(repeatedShare(['a', 'b', 'c', 'a', 'b', 'c'], 3)).toBe(1 / 4)
    expect(repeatedShare(['a', 'a', 'a', 'a', 'a'], 3)).toBe(1 - 1 / 3)
    expect(repeatedShare(['a', 'b', 'c'], 3)).toBe(0)
    expect(repeatedShare(['a', 'b'], 3)).toBeNull()
  })
})

describe('the extractiveness metric', () => {
  it('counts a worked example', () => {
    // "red ships sailed", then "sank" alone and "in the harbour" after "slowly": 7 of 8 words copied
    expect(metric.collect(item('Red ships sailed, sank slowly in the harbour.'))).toEqual({
      produced: 1,
      coverage: 7 / 8,
      density: (9 + 1 + 9) / 8,
      novel1: 1 / 8,
      'novel1.summaries': 1,
      // sailed-sank, sank-slowly, slowly-in of 7 pairs
      novel2: 3 / 7,
      'novel2.summaries': 1,
      // all but red-ships-sailed and in-the-harbour, of 6
      novel3: 4 / 6,
      'novel3.summaries': 1,
      novel4: 1,
      'novel4.summaries': 1,
      repeated: 0,
      'repeated.summaries': 1,
      compression: 12 / 8,
      words: 8,
      cut: 0,
    })
  })

  it('means over produced outputs, each by its own n', () => {
    const rows = ['Red ships sailed.', 'Cars', undefined, ''].map((text) => metric.collect(item(text)))
    const total: Record<string, number> = {}
    for (const row of rows)
      for (const [key, value] of Object.entries(row)) total[key] = (total[key] ?? 0) + value
    expect(metric.finish(total)).toEqual({
      coverage: { value: (1 + 0) / 2 },
      density: { value: (9 / 3 + 0) / 2 },
      // "Red ships sailed" has none of 3 words, "Cars" one of one.
      'novel-words': { value: (0 + 1) / 2 },
      'novel-bigrams': { value: 0 },
      'novel-trigrams': { value: 0 },
      'novel-4-grams': { value: null, because: 'no summary has four words' },
      repetition: { value: 0 },
      compression: { value: (12 / 3 + 12 / 1) / 2 },
      words: { value: (3 + 1) / 2 },
      cut: { value: 0 },
      produced: { value: 2 },
    })
  })

  it('does not see capitals', () => {
    expect(metric.collect(item('RED SHIPS SAILED'))).toEqual(metric.collect(item('red ships sailed')))
  })

  it('counts words between white space and cuts over the budget of the class', () => {
    const words = (count: number) => 'a-b '.repeat(count)
    expect(metric.collect(item(words(60)))).toMatchObject({ words: 60, cut: 0 })
    expect(metric.collect(item(words(61)))).toMatchObject({ words: 61, cut: 1 })
    const standard: Summary[] = [{ ...short, length: 'standard' }]
    expect(metric.collect(item(words(120), standard))).toMatchObject({ cut: 0 })
    expect(metric.collect(item(words(121), standard))).toMatchObject({ cut: 1 })
  })

  it('says why nothing is known of nothing', () => {
    expect(metric.finish(metric.collect(item()))).toMatchObject({
      coverage: { value: null, because: 'no summary was produced' },
      'novel-bigrams': { value: null, because: 'no summary has two words' },
      produced: { value: 0 },
    })
    expect(metric.collect({ ...item('Red ships'), gold: {} })).toEqual({})
  })

  it('judges nothing', () => {
    expect(metric.columns.every(({ better }) => better === 'neither')).toBe(true)
    expect(metric.headline).toBeUndefined()
    expect(metric.columns.map(({ key }) => key)).toEqual(Object.keys(metric.finish({})))
    expect(metric.options).toEqual({
      tokens: 'lower-case-words',
      novel: 'distinct-1-to-4-grams',
      repeated: 'trigrams',
    })
    const ranges = Object.fromEntries(metric.columns.map(({ key, range }) => [key, range]))
    expect(ranges).toMatchObject({ coverage: [0, 1], density: [0, null], words: [0, null], cut: [0, 1] })
  })
})
