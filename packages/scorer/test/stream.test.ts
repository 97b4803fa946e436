import { readdirSync, readFileSync } from 'node:fs'
import { type Dataset, type EntityType, entityTypes, type GoldArticle, type ScoringItem } from '@assay/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  createStreamScorer,
  createUnitSums,
  metrics,
  oracleOutput,
  scoresWithIntervals,
  scoreSystem,
} from '../src/index.ts'
import { takeApart } from '../src/spans/atoms.ts'
import { mention, ok, run, said, text } from './cases.ts'

const mentions = metrics.find(({ id }) => id === 'mentions')!
const identity = { name: 'd', version: '1', texts: '', gold: '0'.repeat(64), articles: 1 }

/** Mentions and predictions in text order, often at the same boundaries, sometimes overlapping or with a tier. */
const drawn = fc
  .array(
    fc.record({
      gap: fc.integer({ min: -1, max: 2 }),
      length: fc.integer({ min: 1, max: 4 }),
      type: fc.constantFrom<EntityType>('ORG', 'GPE', 'PERSON'),
      saidType: fc.constantFrom('ORG', 'GPE', 'MISC', 'A\nB'),
      side: fc.constantFrom('gold', 'predicted', 'both', 'both'),
      isOptional: fc.integer({ min: 0, max: 20 }).map((n) => n === 0),
    }),
    { maxLength: 8 },
  )
  .map((parts): ScoringItem => {
    let at = 1
    const gold = []
    const predicted = []
    for (const [i, { gap, length, type, saidType, side, isOptional }] of parts.entries()) {
      const start = Math.max(0, at + gap)
      at = start + length
      const more = isOptional ? { tier: 'optional' as const } : {}
      if (side !== 'predicted') gold.push(mention(`m${i}`, type, start, at, more))
      if (side !== 'gold') predicted.push(said(saidType, start, at))
    }
    return {
      article: { id: 'a', text },
      gold: { mentions: gold },
      predicted: { mentions: predicted },
      produced: true,
    }
  })

describe('a stream of articles', () => {
  it('has the scores of the same articles at once, on newswire to the byte', () => {
    const dataset = newswire()
    const outputs = dataset.articles.map((gold, i) =>
      i === 3 ? {} : { ...oracleOutput(gold), mentions: oracleOutput(gold).mentions?.slice(i % 4) },
    )
    const predictions = dataset.articles.map(({ article: { id } }, i) => ok(id, outputs[i]! as never))
    const tasks = ['entities', 'dates', 'claims', 'summaries'] as const
    const record = run(dataset, { tasks })
    const { sheet } = scoreSystem(dataset, record, predictions)
    // Backwards, so that the order is seen to be of no account.
    const scorer = createStreamScorer(metrics)
    for (const [i, { article, annotation, story }] of [...dataset.articles.entries()].reverse()) {
      scorer.add(
        [
          {
            article,
            gold: annotation,
            predicted: predictions[i]!.status === 'ok' ? outputs[i]! : {},
            produced: true,
          },
        ],
        story ?? article.id,
      )
    }
    expect(JSON.stringify(scorer.finish(dataset.identity))).toBe(JSON.stringify(sheet.scores))
  })

  it('counts by parts what the metric counts article by article', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(drawn, fc.constantFrom('s', 't', 'u')), { maxLength: 12 }), (items) => {
        const quick = createStreamScorer([mentions])
        const slow = createStreamScorer([mentions], { onCounts: () => {} })
        for (const [item, unit] of items) {
          quick.add([item], unit)
          slow.add([item], unit)
        }
        expect(quick.finish(identity)).toEqual(slow.finish(identity))
      }),
      { numRuns: 200 },
    )
  })

  it('takes most articles apart, and none whose spans touch', () => {
    const isTaken = (predicted: ScoringItem['predicted']['mentions'], more = {}) =>
      takeApart(
        {
          article: { id: 'a', text },
          gold: { mentions: [mention('m', 'ORG', 5, 10, more)] },
          predicted: { mentions: predicted! },
          produced: true,
        },
        () => {},
      )
    expect(isTaken([said('ORG', 0, 5), said('GPE', 5, 10), said('X', 10, 12)])).toBe(true)
    expect(isTaken([said('ORG', 4, 6)])).toBe(false)
    expect(isTaken([said('ORG', 5, 9)])).toBe(false)
    expect(isTaken([said('ORG', 5, 10), said('ORG', 5, 10)])).toBe(false)
    expect(isTaken([said('ORG', 12, 13), said('ORG', 11, 12)])).toBe(false)
    expect(isTaken([], { tier: 'optional' })).toBe(false)
    expect(isTaken([], { alternatives: [{ type: 'GPE' }] })).toBe(false)
  })

  it('of more than 10,000 articles rests on the blocks of its unit sums', () => {
    const items = Array.from({ length: 12_000 }, (_, i): [string, ScoringItem] => [
      `article ${i}`,
      {
        article: { id: `article ${i}`, text },
        gold: { mentions: [mention('m', entityTypes[i % 10]!, 0, 5)] },
        predicted: { mentions: i % 3 === 0 ? [] : [said(entityTypes[i % 7]!, 0, 5)] },
        produced: true,
      },
    ])
    const scorer = createStreamScorer([mentions])
    const sums = createUnitSums()
    for (const [unit, item] of items) {
      scorer.add([item], unit)
      sums.add(unit, mentions.collect(item))
    }
    const [scores] = scorer.finish(identity)
    expect(scorer.areBlocks).toBe(true)
    expect(scores).toMatchObject({ articles: 12_000, units: 1_000 })
    const units = sums.units().map(({ counts }) => counts)
    expect(scores!.values).toEqual(scoresWithIntervals(mentions, sums.total(), units, { areBlocks: true }))
  })

  it('says nothing of a metric that counted nothing, and goes on after it was asked', () => {
    const scorer = createStreamScorer([mentions])
    expect(scorer.finish(identity)).toEqual([])
    const item = {
      article: { id: 'a', text },
      gold: { mentions: [mention('m', 'ORG', 0, 5)] },
      predicted: {},
    }
    scorer.add([{ ...item, produced: false }], 'a')
    expect(scorer.finish(identity)[0]).toMatchObject({ articles: 1, units: 1 })
    scorer.add([{ ...item, produced: false }], 'b')
    expect(scorer.finish(identity)[0]).toMatchObject({ articles: 2, units: 2 })
  })
})

function newswire(): Dataset {
  const folder = new URL('../../../datasets/newswire/', import.meta.url)
  const read = (path: string) => JSON.parse(readFileSync(new URL(path, folder), 'utf8'))
  const articles: GoldArticle[] = readdirSync(new URL('articles/', folder))
    .sort()
    .map((name) => read(`articles/${name}`))
  const manifest = read('dataset.json')
  const { name, version } = manifest
  return {
    manifest,
    articles,
    identity: { name, version, texts: 't', gold: '0'.repeat(64), articles: articles.length },
  }
}
