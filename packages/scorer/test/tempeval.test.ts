import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tempEvalCounts, tempEvalIds, tempEvalScores, timexesMetric } from '../src/index.ts'
import { timex as vectors } from '../tools/parity/files/timex.ts'
import { collect, dated, timex } from './cases.ts'

const text = 'On 3 May 2026 and again on 3 May 2026, last week or so.'
const at = (start: number, end: number, value: string | null = '2026', type = 'DATE') => ({
  span: { start, end },
  type,
  value,
})

describe('the counts of TempEval-3', () => {
  it('align greedily in text order, one alignment for every score', () => {
    // The first gold takes [0, 6), whose value is wrong, though [4, 10) has the right one.
    const gold = [at(2, 8, '2026')]
    expect(tempEvalCounts(text, gold, [at(4, 10, '2026'), at(0, 6, '1999')])).toEqual({
      gold: 1,
      predicted: 2,
      relaxed: 1,
      strict: 0,
      type: 1,
      value: 0,
    })
  })

  it('call texts strict, wherever they stand', () => {
    // Both read "3 May 2026", but the first gold overlaps a prediction of its own.
    expect(text.slice(3, 13)).toBe(text.slice(27, 37))
    expect(tempEvalCounts(text, [at(3, 13)], [at(3, 13)]).strict).toBe(1)
    expect(tempEvalCounts('aaaa', [at(0, 2)], [at(1, 3)]).strict).toBe(1)
    expect(tempEvalCounts(text, [at(3, 13)], [at(3, 12)]).strict).toBe(0)
  })

  it('skip the publication date, and let a missing value equal a missing one', () => {
    const counts = tempEvalCounts(
      text,
      [{ id: 't0', ...at(3, 13) }, at(27, 37, null)],
      [at(27, 37, null, 'SET')],
    )
    expect(counts).toEqual({ gold: 1, predicted: 1, relaxed: 1, strict: 1, type: 0, value: 1 })
  })

  it('give an aligned pair one id, in text order', () => {
    const gold = [at(27, 37), { id: 't0', ...at(0, 2) }, at(3, 8)]
    const predicted = [at(39, 48), at(30, 37), at(10, 13)]
    expect(tempEvalIds(gold, predicted)).toEqual({ gold: ['t3', 't0', 't1'], predicted: ['t4', 't3', 't2'] })
  })
})

describe('the scores of TempEval-3', () => {
  it('multiply the accuracy of an attribute by relaxed F1', () => {
    expect(tempEvalScores({ gold: 4, predicted: 6, relaxed: 3, strict: 2, type: 3, value: 1 })).toEqual({
      strict: { precision: 2 / 6, recall: 2 / 4, f1: expect.closeTo(4 / 10, 12) },
      relaxed: { precision: 3 / 6, recall: 3 / 4, f1: expect.closeTo(6 / 10, 12) },
      typeF1: expect.closeTo(6 / 10, 12),
      valueF1: expect.closeTo(2 / 10, 12),
    })
  })

  it('are 1 for two empty sides and 0 for one', () => {
    const none = { gold: 0, predicted: 0, relaxed: 0, strict: 0, type: 0, value: 0 }
    const nothing = { precision: 0, recall: 0 }
    expect(tempEvalScores(none)).toEqual({
      strict: { ...nothing, f1: 1 },
      relaxed: { ...nothing, f1: 1 },
      typeF1: 1,
      valueF1: 1,
    })
    expect(tempEvalScores({ ...none, gold: 2 })).toEqual({
      strict: { ...nothing, f1: 0 },
      relaxed: { ...nothing, f1: 0 },
      typeF1: 0,
      valueF1: 0,
    })
  })

  it('are printed with a tie going to the even digit, as Python rounds', () => {
    // 9 of 32: 28.125 %. 3 of 32: 9.375 %.
    const printed = (value: number, size: number) => {
      const documents = Array.from({ length: size }, (_, i) => [0, 1, 'DATE', i < value ? 'a' : 'b'])
      const cases = documents.map((row) => ({ text: 'x', gold: [[0, 1, 'DATE', 'a']], system: [row] }))
      const answer = vectors.sections['corpus']!.answer(undefined as never, { cases } as never)
      return (answer as { rounded: { valueF1: number } }).rounded.valueF1
    }
    expect(printed(9, 32)).toBe(28.12)
    expect(printed(3, 32)).toBe(9.38)
    expect(printed(2, 3)).toBe(66.67)
  })
})

describe('our default against TempEval-3', () => {
  const metric = timexesMetric()
  const values = ['2026', '2027']
  const item = fc
    .tuple(fc.nat(12), fc.integer({ min: 1, max: 4 }), fc.constantFrom(...values))
    .map(([start, length, value]) => ({ start, end: start + length, value }))
  const side = fc.uniqueArray(item, {
    maxLength: 5,
    selector: ({ start, end, value }) => `${start} ${end} ${value}`,
  })

  it('never finds less, and loses nothing by its best matching', () => {
    fc.assert(
      fc.property(side, side, (gold, predicted) => {
        const ours = collect(
          metric,
          { timexes: gold.map(({ start, end, value }, i) => timex(`t${i + 1}`, value, start, end)) },
          { timexes: predicted.map(({ start, end, value }) => dated(value, start, end)) },
        )
        const theirs = tempEvalCounts(
          text,
          gold.map(({ start, end, value }) => at(start, end, value)),
          predicted.map(({ start, end, value }) => at(start, end, value)),
        )
        expect(ours['value.gold']).toBe(theirs.gold)
        expect(ours['value.predicted']).toBe(theirs.predicted)
        expect(ours['relaxed.credit']).toBeGreaterThanOrEqual(theirs.relaxed)
        expect(ours['type.credit']).toBeGreaterThanOrEqual(theirs.type)
        expect(ours['value.credit']).toBeGreaterThanOrEqual(theirs.value)
      }),
      { numRuns: 200 },
    )
  })

  it('its deviations are counted: a better matching, and empty against empty', () => {
    const differing = (gold: unknown[], system: unknown[]) =>
      vectors.deviations?.map((deviation) => deviation.differing({ text, gold, system } as never))
    expect(
      differing(
        [[2, 8, 'DATE', '2026']],
        [
          [0, 6, 'DATE', '1999'],
          [4, 10, 'DATE', '2026'],
        ],
      ),
    ).toEqual([1, 0])
    expect(differing([], [])).toEqual([0, 4])
  })
})
