import { type EntityType, entityTypes, type Mention, type PredictedMention, type Span } from '@assay/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mentionsMetric } from '../src/index.ts'
import { mentionItems } from '../src/spans/items.ts'
import { layOut } from '../src/spans/layout.ts'
import { bestCredit, matchSpans, semevalCounts } from '../src/spans/match.ts'
import { mentionSchemes } from '../src/spans/schemes.ts'
import { collect, prf, text } from './cases.ts'

const schemes = ['strict', 'exact', 'partial', 'type']
const flat = mentionsMetric()
const nested = mentionsMetric({ view: 'nested' })

const span: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(14), fc.integer({ min: 1, max: 6 }))
  .map(([start, length]) => ({ start, end: start + length }))
const type: fc.Arbitrary<EntityType> = fc.constantFrom('PERSON', 'ORG', 'GPE')
const said: fc.Arbitrary<PredictedMention> = fc.record({ span, type })
const answer = fc.array(said, { maxLength: 6 })
const plain = fc.record({ span, type }).map((item): Omit<Mention, 'id'> => ({ ...item, surface: 'x' }))
const rich: fc.Arbitrary<Omit<Mention, 'id'>> = fc.record(
  {
    span,
    type,
    surface: fc.constant('x'),
    tier: fc.constantFrom('core', 'core', 'optional', 'excluded'),
    alternatives: fc.array(fc.record({ span, type }, { requiredKeys: [] }), { maxLength: 2 }),
  },
  { requiredKeys: ['span', 'type', 'surface'] },
)
const numbered = (items: readonly Omit<Mention, 'id'>[]): Mention[] =>
  items.map((item, i) => ({ ...item, id: `m${i}` }))
const plainGold = fc.array(plain, { maxLength: 6 }).map(numbered)
const richGold = fc.array(rich, { maxLength: 6 }).map(numbered)
const metric = fc.constantFrom(flat, nested)

const counted = (of: typeof flat, mentions: readonly Mention[], predicted: readonly PredictedMention[]) =>
  collect(of, { mentions }, { mentions: predicted })

describe('the laws of the span engine', () => {
  it('order changes nothing', () => {
    const shuffled = fc.tuple(richGold, answer).chain(([gold, predicted]) =>
      fc.record({
        gold: fc.constant(gold),
        predicted: fc.constant(predicted),
        otherGold: fc.shuffledSubarray(gold, { minLength: gold.length }),
        otherPredicted: fc.shuffledSubarray(predicted, { minLength: predicted.length }),
      }),
    )
    fc.assert(
      fc.property(metric, shuffled, (metric, { gold, predicted, otherGold, otherPredicted }) => {
        expect(counted(metric, otherGold, otherPredicted)).toEqual(counted(metric, gold, predicted))
      }),
      { numRuns: 500 },
    )
  })

  it('adding any prediction never lowers the credit of any scheme, nor recall', () => {
    fc.assert(
      fc.property(metric, richGold, answer, said, (metric, gold, predicted, more) => {
        const before = counted(metric, gold, predicted)
        const after = counted(metric, gold, [...predicted, more])
        for (const scheme of schemes) {
          expect(after[`${scheme}.credit`]).toBeGreaterThanOrEqual(before[`${scheme}.credit`]!)
          expect(after[`${scheme}.gold`]).toBe(before[`${scheme}.gold`])
        }
      }),
      { numRuns: 500 },
    )
  })

  it('a prediction that touches nothing in gold lowers precision and leaves recall alone', () => {
    fc.assert(
      fc.property(metric, richGold, answer, (metric, gold, predicted) => {
        const stray: PredictedMention = { span: { start: 300, end: 305 }, type: 'ORG' }
        const before = metric.finish(counted(metric, gold, predicted))
        const after = metric.finish(counted(metric, gold, [...predicted, stray]))
        for (const scheme of schemes) {
          expect(after[`${scheme}.recall`]).toEqual(before[`${scheme}.recall`])
          const precision = before[`${scheme}.precision`]!.value
          if (precision !== null && precision > 0) {
            expect(after[`${scheme}.precision`]!.value).toBeLessThan(precision)
          }
        }
      }),
    )
  })

  it('strict <= exact <= partial and strict <= type, in precision, recall and F1', () => {
    fc.assert(
      fc.property(metric, richGold, answer, (metric, gold, predicted) => {
        const all = metric.finish(counted(metric, gold, predicted))
        for (const [low, high] of [
          ['strict', 'exact'],
          ['exact', 'partial'],
          ['strict', 'type'],
        ] as const) {
          prf(all, low).forEach((value, i) => {
            if (value !== null) expect(value).toBeLessThanOrEqual(prf(all, high)[i]!)
          })
        }
      }),
      { numRuns: 500 },
    )
  })

  it('gold against itself is 1', () => {
    const core = fc.array(plain, { minLength: 1, maxLength: 6 }).map(numbered)
    fc.assert(
      fc.property(metric, core, (metric, gold) => {
        const all = metric.finish(counted(metric, gold, gold))
        for (const scheme of schemes) expect(prf(all, scheme)).toEqual([1, 1, 1])
        expect(all['macro.f1']).toEqual({ value: 1 })
      }),
    )
    fc.assert(
      fc.property(richGold, (gold) => {
        const core = gold.filter(({ tier = 'core' }) => tier === 'core')
        fc.pre(core.length > 0)
        const all = nested.finish(counted(nested, gold, core))
        for (const scheme of schemes) expect(prf(all, scheme)).toEqual([1, 1, 1])
      }),
    )
  })

  it('without tiers and alternatives, swapping gold and predicted swaps precision and recall', () => {
    fc.assert(
      fc.property(plainGold, plainGold, (a, b) => {
        const forth = nested.finish(counted(nested, a, b))
        const back = nested.finish(counted(nested, b, a))
        for (const scheme of schemes) {
          expect(forth[`${scheme}.precision`]!.value).toEqual(back[`${scheme}.recall`]!.value)
          expect(forth[`${scheme}.f1`]!.value).toEqual(back[`${scheme}.f1`]!.value)
        }
      }),
    )
  })

  it('the types add up to the total', () => {
    fc.assert(
      fc.property(metric, richGold, answer, (metric, gold, predicted) => {
        const counts = counted(metric, gold, predicted)
        for (const scheme of schemes) {
          for (const name of ['credit', 'gold', 'predicted']) {
            const key = `${scheme}.${name}`
            const sum = entityTypes.reduce((sum, type) => sum + (counts[`${key}/${type}`] ?? 0), 0)
            expect(sum).toBe(counts[key])
          }
          for (const type of entityTypes) {
            const of = (name: string) => counts[`${scheme}.${name}/${type}`] ?? 0
            expect(of('credit')).toBeLessThanOrEqual(Math.min(of('gold'), of('predicted')))
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  it('the matching is the best there is: credit, then full credits, then overlapping pairs', () => {
    fc.assert(
      fc.property(richGold, answer, (gold, predicted) => {
        const layout = layOut(mentionItems(gold, 'nested'), predicted)
        for (const scheme of mentionSchemes) {
          const pairs = matchSpans(layout, scheme)
          expect(new Set(pairs.map((pair) => pair.gold)).size).toBe(pairs.length)
          expect(new Set(pairs.map((pair) => pair.predicted)).size).toBe(pairs.length)
          expect(worth(pairs.map(({ credit }) => credit))).toEqual(bruteForce(layout, scheme))
        }
      }),
      { numRuns: 200 },
    )
  })

  it('the SemEval counts add up to gold and to predicted', () => {
    fc.assert(
      fc.property(richGold, answer, (gold, predicted) => {
        const layout = layOut(mentionItems(gold, 'nested'), predicted)
        for (const scheme of mentionSchemes) {
          const { correct, incorrect, partial, missed, spurious } = semevalCounts(layout, scheme)
          expect(correct + incorrect + partial + missed).toBe(layout.required.length)
          expect(correct + incorrect + partial + spurious).toBe(layout.predicted.length)
        }
      }),
    )
  })

  it('500 mentions that all overlap are scored in reasonable time', () => {
    const gold = numbered(
      Array.from({ length: 500 }, (_, i) => ({
        span: { start: i, end: 600 + i },
        type: 'ORG',
        surface: 'x',
      })),
    )
    expect(prf(nested.finish(counted(nested, gold, gold)), 'strict')).toEqual([1, 1, 1])
  })
})

describe('the SemEval counts', () => {
  it('tell a wrong pair from a missed and a spurious item', () => {
    const gold = numbered([
      { span: { start: 0, end: 5 }, type: 'ORG', surface: text.slice(0, 5) },
      { span: { start: 10, end: 15 }, type: 'ORG', surface: text.slice(0, 5) },
      { span: { start: 20, end: 25 }, type: 'ORG', surface: text.slice(0, 5) },
      { span: { start: 40, end: 45 }, type: 'ORG', surface: text.slice(0, 5) },
    ])
    const predicted = [
      { span: { start: 0, end: 5 }, type: 'ORG' },
      { span: { start: 10, end: 16 }, type: 'ORG' },
      { span: { start: 20, end: 25 }, type: 'GPE' },
      { span: { start: 60, end: 65 }, type: 'GPE' },
      { span: { start: 70, end: 75 }, type: 'GPE' },
    ]
    const layout = layOut(mentionItems(gold, 'flat'), predicted)
    const counts = Object.fromEntries(
      mentionSchemes.map((scheme) => [scheme.id, semevalCounts(layout, scheme)]),
    )
    expect(counts).toEqual({
      strict: { correct: 1, incorrect: 2, partial: 0, missed: 1, spurious: 2 },
      exact: { correct: 2, incorrect: 1, partial: 0, missed: 1, spurious: 2 },
      partial: { correct: 2, incorrect: 0, partial: 1, missed: 1, spurious: 2 },
      type: { correct: 2, incorrect: 1, partial: 0, missed: 1, spurious: 2 },
    })
  })

  const semeval = (scheme: string, gold: readonly Span[], predicted: readonly Span[]) => {
    const mentions = numbered(gold.map((span) => ({ span, type: 'ORG', surface: 'x' })))
    const layout = layOut(
      mentionItems(mentions, 'nested'),
      predicted.map((span) => ({ span, type: 'ORG' })),
    )
    return semevalCounts(layout, mentionSchemes.find(({ id }) => id === scheme)!)
  }

  it('hold one full credit rather than two halves', () => {
    const gold = [
      { start: 0, end: 10 },
      { start: 5, end: 20 },
    ]
    const predicted = [
      { start: 0, end: 10 },
      { start: 0, end: 3 },
    ]
    // [0, 10) could go to [5, 20) for a half, and [0, 3) to [0, 10) for another.
    expect(semeval('partial', gold, predicted)).toEqual({
      correct: 1,
      incorrect: 0,
      partial: 0,
      missed: 1,
      spurious: 1,
    })
  })

  it('hold as many overlapping pairs as there can be', () => {
    const gold = [
      { start: 0, end: 10 },
      { start: 8, end: 20 },
    ]
    const predicted = [
      { start: 9, end: 12 },
      { start: 0, end: 3 },
    ]
    expect(semeval('exact', gold, predicted)).toEqual({
      correct: 0,
      incorrect: 2,
      partial: 0,
      missed: 0,
      spurious: 0,
    })
  })
})

type Layout = ReturnType<typeof layOut>

function worth(credits: readonly number[]): number[] {
  return [
    credits.reduce((sum, credit) => sum + credit, 0),
    credits.filter((credit) => credit === 1).length,
    credits.length,
  ]
}

/** The best worth over every one-to-one choice of overlapping pairs. */
function bruteForce({ required, predicted }: Layout, scheme: (typeof mentionSchemes)[number]): number[] {
  const partial = mentionSchemes.find(({ id }) => id === 'partial')!
  let best = [0, 0, 0]
  const visit = (gold: number, taken: ReadonlySet<number>, credits: readonly number[]) => {
    const item = required[gold]
    if (item === undefined) {
      const now = worth(credits)
      const level = now.findIndex((value, i) => value !== best[i])
      if (level !== -1 && now[level]! > best[level]!) best = now
      return
    }
    visit(gold + 1, taken, credits)
    predicted.forEach((candidate, index) => {
      if (taken.has(index) || bestCredit(item, candidate, partial) === 0) return
      visit(gold + 1, new Set([...taken, index]), [...credits, bestCredit(item, candidate, scheme)])
    })
  }
  visit(0, new Set(), [])
  return best
}
