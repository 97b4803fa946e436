import { existsSync, readFileSync } from 'node:fs'
import { AssayError } from '@assay/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  mentionSchemes,
  nervaluate,
  type NervaluateOptions,
  type NervaluateScore,
  type NervaluateSpan,
  nervaluateSpans,
  nervaluateStrategies,
  type NervaluateStrategy,
  semevalCounts,
} from '../src/index.ts'
import { checkFile } from '../tools/parity/check-file.ts'
import { nervaluate as vectors } from '../tools/parity/files/nervaluate.ts'

const file = new URL('../../../../shared/parity/nervaluate.json', import.meta.url)

describe.skipIf(!existsSync(file))(
  'nervaluate parity (skipped where shared/parity/nervaluate.json is absent)',
  () => {
    it('every number of 200 corpora is its number, with and without the half credit it lost', () => {
      const { failures, compared, deviations } = checkFile(vectors, JSON.parse(readFileSync(file, 'utf8')))
      expect(failures).toEqual([])
      expect(compared).toBeGreaterThan(40_000)
      // Our own matching gives other counts: at another threshold, or where the first fit is not the best.
      expect(deviations.map(({ name, numbers }) => [name, numbers > 0])).toEqual([['optimal-matching', true]])
    })
  },
)

/** `PER 0-3`: the end included. */
function span(text: string): NervaluateSpan {
  const [label, range] = text.split(' ')
  const [start, end] = range!.split('-').map(Number)
  return { label: label!, start: start!, end: end! }
}
const document = (...spans: string[]) => spans.map(span)

/** correct, incorrect, partial, missed, spurious. */
const counts = ({ correct, incorrect, partial, missed, spurious }: NervaluateScore) => [
  correct,
  incorrect,
  partial,
  missed,
  spurious,
]

function overall(gold: NervaluateSpan[], predicted: NervaluateSpan[], options: NervaluateOptions = {}) {
  const scores = nervaluate([gold], [predicted], options).overall
  return Object.fromEntries(nervaluateStrategies.map((strategy) => [strategy, counts(scores[strategy])]))
}

describe("nervaluate's matching", () => {
  it('tells boundaries from types', () => {
    // Right; wrong type; one token long; nothing there; and LOC missed.
    const gold = document('PER 0-1', 'ORG 3-4', 'PER 6-7', 'LOC 20-20')
    const predicted = document('PER 0-1', 'PER 3-4', 'PER 6-8', 'ORG 12-12')
    expect(overall(gold, predicted)).toEqual({
      strict: [1, 2, 0, 1, 1],
      exact: [2, 1, 0, 1, 1],
      partial: [2, 0, 1, 1, 1],
      ent_type: [2, 1, 0, 1, 1],
    })
    const { partial, ent_type } = nervaluate([gold], [predicted]).overall
    // (2 + 1/2) of 4 predicted and of 4 gold spans.
    expect(partial).toMatchObject({ possible: 4, actual: 4, precision: 5 / 8, recall: 5 / 8, f1: 5 / 8 })
    expect(ent_type).toMatchObject({ precision: 1 / 2, recall: 1 / 2, f1: 1 / 2 })
  })

  it('gives the first gold span that overlaps to a prediction; our own gives it the one it equals', () => {
    const gold = document('ORG 0-2', 'PER 2-5')
    const predicted = document('PER 2-5')
    expect(overall(gold, predicted)).toEqual({
      strict: [0, 1, 0, 1, 0],
      exact: [0, 1, 0, 1, 0],
      partial: [0, 0, 1, 1, 0],
      ent_type: [0, 1, 0, 1, 0],
    })
    expect(ours(gold, predicted)).toEqual({
      strict: [1, 0, 0, 1, 0],
      exact: [1, 0, 0, 1, 0],
      partial: [1, 0, 0, 1, 0],
      ent_type: [1, 0, 0, 1, 0],
    })
  })

  it('goes by the order of the predictions, and counts duplicates', () => {
    const gold = document('PER 0-3')
    expect(overall(gold, document('PER 0-1', 'PER 0-3'))['exact']).toEqual([0, 1, 0, 0, 1])
    expect(overall(gold, document('PER 0-3', 'PER 0-1'))['exact']).toEqual([1, 0, 0, 0, 1])
    expect(overall(gold, document('PER 0-3', 'PER 0-3'))['strict']).toEqual([1, 0, 0, 0, 1])
  })

  it('takes the overlap as a share of the gold span, both ends included', () => {
    const long = document('PER 0-9')
    const short = document('PER 0-4')
    // 5 of 10 tokens; the other way round 5 of 5.
    expect(overall(long, short, { minOverlap: 50 })['partial']).toEqual([0, 0, 1, 0, 0])
    expect(overall(long, short, { minOverlap: 51 })['partial']).toEqual([0, 0, 0, 1, 1])
    expect(overall(short, long, { minOverlap: 100 })['partial']).toEqual([0, 0, 1, 0, 0])
  })

  it('computes the share in floating point as it does: 29 of 100 are less than 29 percent', () => {
    expect((29 / 100) * 100).toBeLessThan(29)
    const gold = document('PER 0-99')
    expect(overall(gold, document('PER 0-28'), { minOverlap: 29 })['partial']).toEqual([0, 0, 0, 1, 1])
    expect(overall(gold, document('PER 0-6'), { minOverlap: 7 })['partial']).toEqual([0, 0, 1, 0, 0])
  })

  it('matches each type on its own: a wrong label is spurious for one and missed for the other', () => {
    const { types } = nervaluate([document('PER 0-1')], [document('ORG 0-1')])
    expect(types.map(({ type, scores }) => [type, counts(scores.exact)])).toEqual([
      ['ORG', [0, 0, 0, 0, 1]],
      ['PER', [0, 0, 0, 1, 0]],
    ])
  })

  it('drops what is not of the types asked for, before anything is matched', () => {
    const gold = document('DATE 0-3', 'PER 2-3')
    const predicted = document('PER 2-3', 'DATE 9-9')
    expect(overall(gold, predicted, { types: ['PER', 'ORG'] })['strict']).toEqual([1, 0, 0, 0, 0])
    const { types } = nervaluate([gold], [predicted], { types: ['PER', 'ORG'] })
    expect(types.map(({ type }) => type)).toEqual(['PER'])
  })

  it('keeps half credit over several documents, unless it is asked to lose it', () => {
    const gold = [document('PER 0-3'), document('PER 0-3')]
    const predicted = [document('PER 0-1'), document('PER 0-3')]
    // One correct, one partial: (1 + 1/2) / 2.
    expect(nervaluate(gold, predicted).overall.partial.f1).toBe(3 / 4)
    const lost = nervaluate(gold, predicted, { mergedHalfCredit: false })
    expect(lost.overall.partial.f1).toBe(1 / 2)
    expect(lost.types[0]!.scores.partial.f1).toBe(1 / 2)
    const single = nervaluate([gold[0]!], [predicted[0]!], { mergedHalfCredit: false })
    expect(single.overall.partial.f1).toBe(1 / 2)
  })

  it('lists which span had which outcome', () => {
    const gold = [document('PER 0-1'), document('PER 0-1', 'LOC 4-4')]
    const predicted = [document('ORG 0-1'), document('PER 7-7', 'PER 0-2')]
    const { indices } = nervaluate(gold, predicted, { indices: true })
    expect(indices).toEqual({
      strict: {
        correct: [],
        incorrect: [
          [0, 0],
          [1, 1],
        ],
        partial: [],
        missed: [[1, 1]],
        spurious: [[1, 0]],
      },
      exact: { correct: [[0, 0]], incorrect: [[1, 1]], partial: [], missed: [[1, 1]], spurious: [[1, 0]] },
      partial: { correct: [[0, 0]], incorrect: [], partial: [[1, 1]], missed: [[1, 1]], spurious: [[1, 0]] },
      ent_type: { correct: [[1, 1]], incorrect: [[0, 0]], partial: [], missed: [[1, 1]], spurious: [[1, 0]] },
    })
    expect(nervaluate(gold, predicted)).not.toHaveProperty('indices')
  })

  it('of nothing is 0 throughout', () => {
    expect(nervaluate([[]], [[]]).overall.strict).toEqual({
      correct: 0,
      incorrect: 0,
      partial: 0,
      missed: 0,
      spurious: 0,
      possible: 0,
      actual: 0,
      precision: 0,
      recall: 0,
      f1: 0,
    })
  })
})

describe('what nervaluate reads off tags', () => {
  it('starts a span at every B, at every change of type, and at an I after O', () => {
    const tags = ['I-PER', 'I-PER', 'B-PER', 'I-LOC', 'O', 'I-WORK-OF-ART']
    expect(nervaluateSpans([tags, []])).toEqual([
      document('PER 0-1', 'PER 2-2', 'LOC 3-3', 'WORK-OF-ART 5-5'),
      [],
    ])
  })
})

describe('spans that nervaluate cannot read', () => {
  const twice = [document('PER 0-1'), []]
  it.each<[string, () => unknown, string]>([
    ['another number of documents', () => nervaluate(twice, [[]]), 'gold has 2 documents, predicted has 1'],
    [
      'an end before the start',
      () => nervaluate([[]], [document('PER 0-1', 'PER 3-2')]),
      'predicted[0][1] is {"label":"PER","start":3,"end":2}',
    ],
    [
      'no label',
      () => nervaluate([[{ start: 0, end: 1 } as NervaluateSpan]], [[]]),
      'gold[0][0] is {"start":0,"end":1}',
    ],
    ['a threshold below 1', () => nervaluate([[]], [[]], { minOverlap: 0.5 }), 'minOverlap is 0.5'],
    ['a threshold above 100', () => nervaluate([[]], [[]], { minOverlap: 101 }), 'minOverlap is 101'],
    ['another scheme', () => nervaluateSpans([['O', 'S-PER']]), 'tags[0][1] is "S-PER"'],
  ])('%s', (_, read, message) => {
    expect(read).toThrow(AssayError)
    expect(read).toThrow(message)
  })
})

describe("laws of nervaluate's matching", () => {
  const anySpan: fc.Arbitrary<NervaluateSpan> = fc
    .tuple(fc.constantFrom('PER', 'ORG'), fc.nat(9), fc.nat(4))
    .map(([label, start, more]) => ({ label, start, end: start + more }))
  const side = fc.array(anySpan, { maxLength: 7 })
  const threshold = fc.constantFrom(1, 25, 50, 75, 100)

  it('one pairing serves all strategies: each of them, followed by itself, gives these counts', () => {
    fc.assert(
      fc.property(side, side, threshold, (gold, predicted, minOverlap) => {
        const { overall, types } = nervaluate([gold], [predicted], { minOverlap })
        for (const strategy of nervaluateStrategies) {
          expect(counts(overall[strategy])).toEqual(byItself(strategy, gold, predicted, minOverlap))
          for (const { type, scores } of types) {
            const only = (spans: NervaluateSpan[]) => spans.filter(({ label }) => label === type)
            const expected = byItself(strategy, only(gold), only(predicted), minOverlap)
            expect(counts(scores[strategy])).toEqual(expected)
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it('its credit never exceeds that of our own matching', () => {
    fc.assert(
      fc.property(side, side, (gold, predicted) => {
        const theirs = overall(gold, predicted)
        const best = ours(gold, predicted)
        for (const strategy of nervaluateStrategies) {
          const [correct, , partial] = theirs[strategy]!
          const [ourCorrect, , ourPartial] = best[strategy]!
          expect(ourCorrect! + ourPartial! / 2).toBeGreaterThanOrEqual(correct! + partial! / 2)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('documents add up, in any order', () => {
    const documents = fc.array(fc.tuple(side, side), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(documents, (pairs) => {
        const whole = nervaluate(
          pairs.map(([gold]) => gold),
          pairs.map(([, predicted]) => predicted),
        )
        const backwards = nervaluate(
          pairs.map(([gold]) => gold).toReversed(),
          pairs.map(([, predicted]) => predicted).toReversed(),
        )
        expect(backwards).toEqual(whole)
        for (const strategy of nervaluateStrategies) {
          const parts = pairs.map(([gold, predicted]) => overall(gold, predicted)[strategy]!)
          expect(counts(whole.overall[strategy])).toEqual([0, 1, 2, 3, 4].map((i) => sum(parts, i)))
        }
      }),
      { numRuns: 80 },
    )
  })

  const sum = (parts: number[][], i: number) => parts.reduce((total, part) => total + part[i]!, 0)
})

/** One strategy as its own pass: the first free gold span that is right for it, or overlaps enough. */
function byItself(
  strategy: NervaluateStrategy,
  gold: readonly NervaluateSpan[],
  predicted: readonly NervaluateSpan[],
  minOverlap: number,
): number[] {
  const used = new Set<number>()
  let [correct, incorrect, partial, spurious] = [0, 0, 0, 0]
  for (const p of predicted) {
    const at = gold.findIndex((g, i) => {
      const shared = Math.min(p.end, g.end) - Math.max(p.start, g.start) + 1
      return !used.has(i) && shared > 0 && (shared / (g.end - g.start + 1)) * 100 >= minOverlap
    })
    const g = gold[at]
    if (g === undefined) {
      spurious++
      continue
    }
    used.add(at)
    const sameSpan = g.start === p.start && g.end === p.end
    const right = {
      strict: sameSpan && g.label === p.label,
      exact: sameSpan,
      partial: sameSpan,
      ent_type: g.label === p.label,
    }
    if (right[strategy]) correct++
    else if (strategy === 'partial') partial++
    else incorrect++
  }
  return [correct, incorrect, partial, gold.length - used.size, spurious]
}

/** The counts of our own matching, in its form. */
function ours(gold: readonly NervaluateSpan[], predicted: readonly NervaluateSpan[]) {
  const labelled = ({ label, start, end }: NervaluateSpan) => ({ type: label, span: { start, end: end + 1 } })
  const layout = {
    required: gold.map((item, i) => ({
      id: String(i),
      required: true,
      readings: [labelled(item)] as const,
    })),
    predicted: predicted.map(labelled),
    neutral: [],
  }
  return Object.fromEntries(
    mentionSchemes.map((scheme) => {
      const { correct, incorrect, partial, missed, spurious } = semevalCounts(layout, scheme)
      return [scheme.id === 'type' ? 'ent_type' : scheme.id, [correct, incorrect, partial, missed, spurious]]
    }),
  )
}
