import type { Output } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { addUnlocated } from '../src/spans/placements.ts'
import { mentionsMetric, timexesMetric } from '../src/index.ts'
import { dated, mention, prf, said, scores, timex } from './cases.ts'

const metric = mentionsMetric()
const gold = { mentions: [mention('m1', 'ORG', 0, 5), mention('m2', 'PERSON', 10, 15)] }
const placed = (output: Output) => {
  const all = scores(metric, gold, output)
  return ['exact', 'normalised', 'ambiguous', 'unlocated'].map((kind) => all[`placed.${kind}`]!.value)
}

describe('a string without offsets', () => {
  const found = { ...said('ORG', 0, 5), placement: 'exact' } as const
  const unlocated = { surface: 'Nowhere', type: 'PERSON' }

  it('that stands nowhere is predicted and wrong, each time it is given', () => {
    const all = scores(metric, gold, {
      mentions: [found],
      unlocated: { mentions: [unlocated, unlocated] },
    })
    // 1 right of 3 predicted and of 2 gold: F1 2/5. PERSON: none of 2 predicted and of 1 gold.
    for (const scheme of ['strict', 'exact', 'partial', 'type']) {
      expect(prf(all, scheme)).toEqual([1 / 3, 1 / 2, 2 / 5])
    }
    expect(all['strict.precision/PERSON']).toEqual({ value: 0 })
    expect(all['strict.precision/ORG']).toEqual({ value: 1 })
  })

  it('is counted by how it was placed', () => {
    const mentions = [
      found,
      { ...said('ORG', 20, 25), placement: 'normalised' },
      { ...said('ORG', 30, 35), placement: 'ambiguous' },
      { ...said('ORG', 40, 45), placement: 'ambiguous' },
      said('ORG', 50, 55),
    ] as const
    expect(placed({ mentions, unlocated: { mentions: [unlocated] } })).toEqual([1, 1, 2, 1])
  })

  it('has no columns where every prediction came with offsets', () => {
    expect(placed({ mentions: [said('ORG', 0, 5)] })).toEqual([null, null, null, null])
  })

  it('whose label is none of the types is unmapped, and not scored', () => {
    const all = scores(metric, gold, {
      mentions: [found],
      unlocated: { mentions: [{ surface: 'Nowhere', type: 'person' }] },
    })
    expect(prf(all, 'strict')).toEqual([1, 1 / 2, 2 / 3])
    expect(all['unmapped']).toEqual({ value: 1 / 2 })
    expect(all['placed.unlocated']).toEqual({ value: 1 })
  })

  it('is not scored where its type is not', () => {
    const only = mentionsMetric({ types: ['ORG'] })
    const all = scores(only, gold, { mentions: [found], unlocated: { mentions: [unlocated] } })
    expect(prf(all, 'strict')).toEqual([1, 1, 1])
  })

  it('may be a date', () => {
    const all = scores(
      timexesMetric(),
      { timexes: [timex('t1', '2026-03-02', 0, 6)] },
      {
        timexes: [{ ...dated('2026-03-02', 0, 6), placement: 'ambiguous' }],
        unlocated: { timexes: [{ surface: 'Friday', type: 'DATE' }] },
      },
    )
    for (const scheme of ['value', 'strict', 'relaxed', 'type', 'interval']) {
      expect(prf(all, scheme)).toEqual([1 / 2, 1, 2 / 3])
    }
    expect(all['placed.ambiguous']).toEqual({ value: 1 })
    expect(all['placed.unlocated']).toEqual({ value: 1 })
  })
})

describe('strings that stand nowhere', () => {
  it('are predicted under their type, each time, whether or not anything else was', () => {
    const twice = [{ type: 'ORG' }, { type: 'ORG' }]
    expect(addUnlocated({ 'strict.predicted': 3 }, [{ id: 'strict' }], twice)).toEqual({
      'strict.predicted': 3 + 2,
      'strict.predicted/ORG': 2,
    })
  })
})
