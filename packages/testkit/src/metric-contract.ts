import {
  type Annotation,
  type Counts,
  type GoldArticle,
  layerOfTask,
  type Metric,
  type Output,
  type Score,
  type ScoringItem,
  splitsSurrogatePair,
} from '@assay/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tinyNews } from './tiny-news.ts'
import { judgementsByWords } from './word-judge.ts'

/**
 * The laws every metric keeps, as a vitest suite: over tinyNews and damaged answers to it, the order of items
 * and of articles changes nothing, counts are finite and add up over any split, scores stay in the range of
 * their column, what is undefined has a reason, arguments are not changed, and an article whose gold lacks the
 * layer counts nothing. A metric that asks a judge is given the answers of `wordJudge`.
 */
export function metricContract(metric: Metric): void {
  const collect = (item: ScoringItem) => metric.collect(deepFreeze(judged(metric, item)))
  const finish = (total: Counts) => metric.finish(deepFreeze({ ...total }))

  describe(`the metric contract: ${metric.id}`, () => {
    it('describes itself', () => {
      const keys = metric.columns.map(({ key }) => key)
      expect(new Set(keys).size).toBe(keys.length)
      expect(metric.id).toMatch(/^[a-z][a-z0-9-]*$/)
      for (const text of [metric.version, metric.title, metric.meaning]) expect(text).not.toBe('')
      for (const column of metric.columns) {
        expect(column.label).not.toBe('')
        expect(column.meaning).toMatch(/\.$/)
        expect(column.range[1] === null || column.range[0] < column.range[1]).toBe(true)
      }
      if (metric.headline !== undefined) expect(keys).toContain(metric.headline)
    })

    it('gives every column, and no other, whatever was counted', () => {
      const keys = metric.columns.map(({ key }) => key)
      fc.assert(
        fc.property(corpus, (items) => {
          const scores = Object.keys(finish(sum(items.map(collect))))
          expect(scores).toEqual(expect.arrayContaining(keys))
          expect(scores.filter((key) => !keys.includes(key.split('/')[0]!))).toEqual([])
        }),
        runs,
      )
    })

    it('keeps scores in range, gives a reason for what is undefined, and counts finite numbers', () => {
      fc.assert(
        fc.property(corpus, (items) => {
          const counts = items.map(collect)
          expect(
            counts.flatMap((row) => Object.values(row)).filter((value) => !Number.isFinite(value)),
          ).toEqual([])
          checkScores(metric, finish(sum(counts)))
        }),
        runs,
      )
      checkScores(metric, finish({}))
    })

    it('does not depend on the order of items in gold and in the output', () => {
      fc.assert(
        fc.property(item, fc.infiniteStream(fc.nat()), (item, keys) => {
          expectSame(collect(shuffleItem(item, keys)), collect(item))
        }),
        runs,
      )
    })

    it('adds up over any split of the articles, in any order', () => {
      fc.assert(
        fc.property(corpus, fc.nat(), fc.infiniteStream(fc.nat()), (items, cut, keys) => {
          const counts = items.map(collect)
          const whole = finish(sum(counts))
          const at = cut % (counts.length + 1)
          expectSame(finish(sum([sum(counts.slice(0, at)), sum(counts.slice(at))])), whole)
          expectSame(finish(sum(shuffle(counts, keys))), whole)
        }),
        runs,
      )
    })

    it('counts nothing where the layer is not annotated', () => {
      const layer = metric.task === 'summaries' ? 'summaries' : layerOfTask[metric.task]
      for (const { article, annotation } of tinyNews.articles) {
        if (annotation[layer as keyof Annotation] !== undefined || annotation.entities !== undefined) continue
        expect(collect({ article, gold: annotation, predicted: {}, produced: false })).toEqual({})
      }
    })

    if (metric.questions !== undefined) {
      it('asks the same questions whatever the order of items, each once', () => {
        const ids = (item: ScoringItem) => metric.questions!(deepFreeze(item)).map(({ id }) => id)
        fc.assert(
          fc.property(item, fc.infiniteStream(fc.nat()), (item, keys) => {
            expect(new Set(ids(item)).size).toBe(ids(item).length)
            expect(ids(shuffleItem(item, keys)).sort()).toEqual(ids(item).sort())
          }),
          runs,
        )
      })

      it('counts nothing without judgements', () => {
        fc.assert(
          fc.property(item, (item) => {
            expect(metric.collect(deepFreeze(item))).toEqual({})
          }),
          runs,
        )
      })
    }

    it('gives the same counts and scores when asked again', () => {
      fc.assert(
        fc.property(item, (item) => {
          const counts = collect(item)
          expect(collect(item)).toEqual(counts)
          expect(finish(counts)).toEqual(finish(counts))
        }),
        runs,
      )
    })
  })
}

const runs = { numRuns: 40, seed: 1 }

function judged(metric: Metric, item: ScoringItem): ScoringItem {
  if (metric.questions === undefined) return item
  return { ...item, judgements: judgementsByWords(metric.questions(item)) }
}

function checkScores(metric: Metric, scores: Readonly<Record<string, Score>>): void {
  const ranges = new Map(metric.columns.map(({ key, range }) => [key, range]))
  for (const [key, score] of Object.entries(scores)) {
    if (score.value === null) {
      expect(score.because, `${key} is undefined`).toMatch(/\S/)
      continue
    }
    const [low, high] = ranges.get(key.split('/')[0]!)!
    expect(score.value, key).toBeGreaterThanOrEqual(low)
    expect(score.value, key).toBeLessThanOrEqual(high ?? Number.MAX_VALUE)
  }
}

/** Equal keys; equal numbers up to the rounding of sums in another order. */
function expectSame(actual: unknown, expected: unknown): void {
  expect(rounded(actual)).toEqual(rounded(expected))
}

function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Math.abs(value) < 1e-12 ? 0 : Number(value.toPrecision(11))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]))
}

function sum(rows: readonly Counts[]): Counts {
  const total: Record<string, number> = {}
  for (const row of rows) {
    for (const [key, value] of Object.entries(row)) total[key] = (total[key] ?? 0) + value
  }
  return total
}

/** Gold of the article as an answer: the core items, and one reference as the summary. */
function goldOutput({ annotation }: GoldArticle): Output {
  const { mentions = [], timexes = [], claims = [], summaries = [] } = annotation
  const isCore = ({ tier = 'core' }: { readonly tier?: string }) => tier === 'core'
  return {
    mentions: mentions.filter(isCore).map(({ span, type }) => ({ span, type })),
    timexes: timexes.filter(isCore).map(({ span, type, value }) => ({ span, type, value })),
    claims: claims.filter(isCore).map(({ text, polarity, certainty }) => ({ text, polarity, certainty })),
    summary: { text: summaries[0]?.text ?? '' },
  }
}

/** An article with a damaged answer, or none. */
const item: fc.Arbitrary<ScoringItem> = fc.constantFrom(...tinyNews.articles).chain((gold) => {
  const { article, annotation } = gold
  const perfect = goldOutput(gold)
  const scoring = (predicted: Output, produced = true) => ({ article, gold: annotation, predicted, produced })
  const mentions = damaged(
    perfect.mentions!,
    article.text,
    (mention, type: string) => ({ ...mention, type }),
    ['PERSON', 'GPE', 'not a type'],
  )
  const timexes = damaged(
    perfect.timexes!,
    article.text,
    (timex, value: string | null) => ({ ...timex, value }),
    ['2024', '2024-03-11', 'P1D', 'no value', null],
  )
  const claims = fc.array(
    fc.oneof(
      ...perfect.claims!.map((claim) => fc.constant(claim)),
      fc
        .constantFrom('Nobody said so.', 'Port Ansel did not open 15 bridges.', '?')
        .map((text) => ({ text })),
    ),
    { maxLength: 8 },
  )
  const words = perfect.summary!.text.split(' ')
  const summary = fc
    .tuple(fc.nat(words.length), fc.constantFrom('', ' Norvik lost 31 million euros on 3 May 1999.'))
    .map(([length, more]) => ({ text: words.slice(0, length).join(' ') + more }))
  return fc.oneof(
    fc.constant(scoring({}, false)),
    fc.constant(scoring(perfect)),
    fc.constant(scoring({ mentions: [], timexes: [], claims: [], summary: { text: '' } })),
    fc.record({ mentions, timexes, claims, summary }).map((output) => scoring(output)),
  )
})

const corpus = fc.array(item, { maxLength: 6 })

/** Some of the items, with moved ends and other labels, some twice. */
function damaged<Item extends { readonly span: { readonly start: number; readonly end: number } }, Label>(
  items: readonly Item[],
  text: string,
  relabel: (item: Item, label: Label) => Item,
  labels: readonly Label[],
): fc.Arbitrary<Item[]> {
  if (items.length === 0) return fc.constant([])
  const step = fc.integer({ min: -4, max: 4 })
  const one = fc
    .tuple(fc.constantFrom(...items), step, step, fc.option(fc.constantFrom(...labels), { nil: undefined }))
    .map(([item, left, right, label]) => {
      const span = {
        start: Math.max(0, item.span.start + left),
        end: Math.min(text.length, item.span.end + right),
      }
      const fits =
        span.start < span.end &&
        !splitsSurrogatePair(text, span.start) &&
        !splitsSurrogatePair(text, span.end)
      const moved = fits ? { ...item, span } : item
      return label === undefined ? moved : relabel(moved, label)
    })
  return fc.array(fc.oneof(one, fc.constantFrom(...items)), { maxLength: 10 })
}

/** The lists of an item in another order. Sentences stay: evidence counts them. */
function shuffleItem({ gold, predicted, ...rest }: ScoringItem, keys: Iterator<number>): ScoringItem {
  const shuffled = <Layers extends object>(layers: Layers): Layers =>
    Object.fromEntries(
      Object.entries(layers).map(([layer, value]) => [
        layer,
        Array.isArray(value) && layer !== 'sentences' ? shuffle(value, keys) : value,
      ]),
    ) as Layers
  return { ...rest, gold: shuffled(gold), predicted: shuffled(predicted) }
}

function shuffle<Item>(items: readonly Item[], keys: Iterator<number>): Item[] {
  return items
    .map((item) => ({ item, key: keys.next().value as number }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item)
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) deepFreeze(inner)
  }
  return value
}
