import { entityTypes, type EntityType, type Mention, type PredictedMention, type Span } from '@assay/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  mentionConfusionMetric,
  mentionErrorsMetric,
  type MentionOutcome,
  mentionOutcomes,
  mentionsMetric,
} from '../src/index.ts'
import { collect, mention, said, scores } from './cases.ts'

const errors = mentionErrorsMetric()
const confusion = mentionConfusionMetric()

/** The classes that are not 0. */
function outcomes(gold: readonly Mention[], predicted: readonly PredictedMention[], metric = errors) {
  const counts = collect(metric, { mentions: gold }, { mentions: predicted })
  return Object.fromEntries(
    mentionOutcomes.flatMap((outcome) => (counts[outcome] === 0 ? [] : [[outcome, counts[outcome]]])),
  )
}

describe('the classes of mention errors', () => {
  const org = mention('m1', 'ORG', 10, 20)

  it.each<[string, PredictedMention[], Partial<Record<MentionOutcome, number>>]>([
    ['the same', [said('ORG', 10, 20)], { correct: 1 }],
    ['too short on the left', [said('ORG', 14, 20)], { 'boundary-left': 1 }],
    ['too long on the left', [said('ORG', 5, 20)], { 'boundary-left': 1 }],
    ['too long on the right', [said('ORG', 10, 25)], { 'boundary-right': 1 }],
    ['both ends inside', [said('ORG', 12, 18)], { 'boundary-both': 1 }],
    ['other type', [said('GPE', 10, 20)], { type: 1 }],
    ['other type and end', [said('GPE', 10, 21)], { 'boundary-and-type': 1 }],
    ['nothing', [], { missed: 1 }],
    ['beside it', [said('ORG', 20, 25)], { missed: 1, spurious: 1 }],
    [
      'two pieces: the longer one is its own',
      [said('ORG', 10, 13), said('ORG', 14, 20)],
      { 'boundary-left': 1, split: 1 },
    ],
    [
      'three pieces',
      [said('ORG', 10, 13), said('ORG', 14, 17), said('GPE', 18, 20)],
      { 'boundary-right': 1, split: 2 },
    ],
    ['found, and a piece of it too', [said('ORG', 10, 20), said('GPE', 12, 15)], { correct: 1, spurious: 1 }],
    [
      'another type on the same span too',
      [said('ORG', 10, 20), said('GPE', 10, 20)],
      { correct: 1, spurious: 1 },
    ],
    ['said twice', [said('ORG', 10, 20), said('ORG', 10, 20)], { correct: 1 }],
    ['a label that is none', [said('MISC', 10, 20)], { missed: 1 }],
  ])('%s', (_, predicted, expected) => {
    expect(outcomes([org], predicted)).toEqual(expected)
  })

  it('a prediction over two mentions merges them: the one it overlaps most is its own', () => {
    const gold = [mention('m1', 'PERSON', 0, 3), mention('m2', 'PERSON', 8, 20)]
    expect(outcomes(gold, [said('PERSON', 0, 20)])).toEqual({ 'boundary-left': 1, merge: 1 })
  })

  it('a mention inside one that is found exactly is missed, in the nested view', () => {
    const gold = [mention('m1', 'ORG', 0, 20), mention('m2', 'GPE', 8, 12)]
    const nested = mentionErrorsMetric({ view: 'nested' })
    expect(outcomes(gold, [said('ORG', 0, 20)], nested)).toEqual({ correct: 1, missed: 1 })
    expect(outcomes(gold, [said('ORG', 0, 20)])).toEqual({ correct: 1 })
  })

  it('a neutral prediction is in no class', () => {
    const gold = [org, mention('m2', 'GPE', 30, 35, { tier: 'optional' })]
    expect(outcomes(gold, [said('ORG', 10, 20), said('GPE', 30, 35)])).toEqual({ correct: 1 })
  })

  it('an alternative is right, and lends its ends to be compared', () => {
    const item = mention('m1', 'ORG', 10, 20, {
      alternatives: [{ span: { start: 12, end: 26 }, type: 'GPE' }],
    })
    expect(outcomes([item], [said('GPE', 12, 26)])).toEqual({ correct: 1 })
    expect(outcomes([item], [said('GPE', 15, 26)])).toEqual({ 'boundary-left': 1 })
    // ORG is the type of [10, 20) alone.
    expect(outcomes([item], [said('ORG', 15, 26)])).toEqual({ 'boundary-both': 1 })
  })

  it('stand by type of the mention, or of the prediction where there is none', () => {
    const all = scores(errors, { mentions: [org] }, { mentions: [said('GPE', 10, 20), said('LOC', 30, 40)] })
    expect(all['type/ORG']).toEqual({ value: 1 })
    expect(all['spurious/LOC']).toEqual({ value: 1 })
    expect(all['type']).toEqual({ value: 1 })
    expect(all['missed']).toEqual({ value: 0 })
  })

  it('count nothing where mentions are not annotated', () => {
    expect(collect(errors, {}, { mentions: [said('ORG', 0, 1)] })).toEqual({})
    expect(collect(confusion, {}, { mentions: [said('ORG', 0, 1)] })).toEqual({})
  })
})

describe('the confusion of types', () => {
  it('holds what is taken for what, what is missed and what is spurious', () => {
    const gold = [
      mention('m1', 'ORG', 0, 5),
      mention('m2', 'ORG', 10, 15),
      mention('m3', 'GPE', 20, 25),
      mention('m4', 'GPE', 30, 35, { alternatives: [{ type: 'LOC' }] }),
    ]
    const predicted = [said('ORG', 0, 5), said('GPE', 10, 18), said('LOC', 30, 35), said('PERSON', 50, 55)]
    expect(scores(confusion, { mentions: gold }, { mentions: predicted })).toEqual({
      // Found: m1 and m4 with an accepted type, m2 without.
      agreement: { value: 2 / 3 },
      cells: { value: 5 },
      'cells/ORG as ORG': { value: 1 },
      'cells/ORG as GPE': { value: 1 },
      'cells/GPE as none': { value: 1 },
      'cells/GPE as GPE': { value: 1 },
      'cells/none as PERSON': { value: 1 },
    })
  })

  it('agrees with nothing where nothing is found', () => {
    expect(scores(confusion, { mentions: [] }, { mentions: [said('ORG', 0, 5)] })['agreement']).toEqual({
      value: null,
      because: 'no mention is found',
    })
  })
})

const span: fc.Arbitrary<Span> = fc
  .tuple(fc.nat(14), fc.integer({ min: 1, max: 6 }))
  .map(([start, length]) => ({ start, end: start + length }))
const type: fc.Arbitrary<EntityType> = fc.constantFrom('PERSON', 'ORG', 'GPE')
const side = fc.array(fc.record({ span, type }), { maxLength: 6 })
const distinct = fc.uniqueArray(fc.record({ span, type }), {
  maxLength: 6,
  selector: ({ span, type }) => `${span.start} ${span.end} ${type}`,
})
const rich = fc
  .array(
    fc.record(
      {
        span,
        type,
        surface: fc.constant('x'),
        tier: fc.constantFrom('core', 'optional', 'excluded'),
        alternatives: fc.array(fc.record({ span, type }, { requiredKeys: [] }), { maxLength: 2 }),
      },
      { requiredKeys: ['span', 'type', 'surface'] },
    ),
    { maxLength: 6 },
  )
  .map((items): Mention[] => items.map((item, i) => ({ ...item, id: `m${i}` })))
const named = (items: readonly { span: Span; type: EntityType }[]): Mention[] =>
  items.map((item, i) => ({ ...item, id: `m${i}`, surface: 'x' }))

describe('the laws of mention errors and confusion', () => {
  const views = fc.constantFrom('flat', 'nested')

  it('the classes add up to gold and to predicted, and correct is strict credit', () => {
    fc.assert(
      fc.property(rich, side, views, (gold, predicted, view) => {
        const counts = collect(mentionErrorsMetric({ view }), { mentions: gold }, { mentions: predicted })
        const strict = collect(mentionsMetric({ view }), { mentions: gold }, { mentions: predicted })
        const sum = (...left: MentionOutcome[]) =>
          mentionOutcomes.filter((outcome) => !left.includes(outcome)).reduce((n, key) => n + counts[key]!, 0)
        expect(sum('split', 'spurious')).toBe(strict['strict.gold'])
        expect(sum('merge', 'missed')).toBe(strict['strict.predicted'])
        expect(counts['correct']).toBe(strict['strict.credit'])
        for (const outcome of mentionOutcomes) {
          const byType = entityTypes.reduce((n, type) => n + (counts[`${outcome}/${type}`] ?? 0), 0)
          expect(byType).toBe(counts[outcome])
        }
      }),
      { numRuns: 200 },
    )
  })

  it('the rows of the confusion add up to gold by type, its columns to predicted', () => {
    fc.assert(
      fc.property(rich, side, (gold, predicted) => {
        const all = collect(confusion, { mentions: gold }, { mentions: predicted })
        const strict = collect(mentionsMetric(), { mentions: gold }, { mentions: predicted })
        const labels = [...entityTypes, 'none']
        const sum = (cells: readonly string[]) =>
          cells.reduce((n, cell) => n + (all[`cells/${cell}`] ?? 0), 0)
        for (const type of entityTypes) {
          expect(sum(labels.map((label) => `${type} as ${label}`))).toBe(strict[`strict.gold/${type}`] ?? 0)
        }
        const columns = entityTypes.flatMap((type) => labels.map((label) => `${label} as ${type}`))
        expect(sum(columns)).toBe(strict['strict.predicted'])
      }),
      { numRuns: 200 },
    )
  })

  it('exchanging the sides transposes the confusion, where the spans of a side do not overlap', () => {
    const apart = distinct.map((items) =>
      items.filter(({ span: a }, i) =>
        items.slice(0, i).every(({ span: b }) => a.end <= b.start || b.end <= a.start),
      ),
    )
    fc.assert(
      fc.property(apart, apart, (a, b) => {
        const nested = mentionConfusionMetric({ view: 'nested' })
        const forth = collect(nested, { mentions: named(a) }, { mentions: b })
        const back = collect(nested, { mentions: named(b) }, { mentions: a })
        const transposed = Object.fromEntries(
          Object.entries(back).map(([key, value]) => [key.replace(/\/(\w+) as (\w+)/, '/$2 as $1'), value]),
        )
        expect(transposed).toEqual(forth)
      }),
      { numRuns: 200 },
    )
  })
})
