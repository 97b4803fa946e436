import { describe, expect, it } from 'vitest'
import { alignMentions, alignTimexes } from '../src/index.ts'
import { dated, mention, said, timex } from './cases.ts'

const statuses = ({ predicted }: ReturnType<typeof alignMentions>) => predicted.map(({ status }) => status)

describe('the alignment for display', () => {
  it('pairs as many as it can before it looks at how much they share', () => {
    // The first prediction shares 1 with the first mention and 6 with the second, which the other one needs.
    const gold = { mentions: [mention('m1', 'ORG', 0, 5), mention('m2', 'ORG', 4, 12)] }
    const predicted = { mentions: [said('GPE', 4, 10), said('GPE', 11, 15)] }
    expect(statuses(alignMentions(gold, predicted))).not.toContain('spurious')
  })

  it('takes one shared code unit for an overlap', () => {
    const gold = { mentions: [mention('m1', 'ORG', 0, 10)] }
    expect(statuses(alignMentions(gold, { mentions: [said('ORG', 9, 12)] }))).toEqual(['boundary'])
    expect(statuses(alignMentions(gold, { mentions: [said('GPE', 9, 12)] }))).toEqual(['overlap'])
    expect(statuses(alignMentions(gold, { mentions: [said('ORG', 10, 12)] }))).toEqual(['spurious'])
  })

  it('says of every prediction what it turned out to be, in the order given', () => {
    const gold = {
      mentions: [
        mention('m1', 'ORG', 0, 10),
        mention('m2', 'ORG', 20, 30),
        mention('m3', 'ORG', 40, 50),
        mention('m4', 'ORG', 60, 70),
        mention('m5', 'ORG', 80, 90),
        mention('m6', 'GPE', 100, 110, { tier: 'optional' }),
      ],
    }
    const predicted = {
      mentions: [
        said('GPE', 100, 110),
        said('GPE', 65, 75),
        said('ORG', 45, 55),
        said('GPE', 20, 30),
        said('ORG', 0, 10),
        said('ORG', 0, 10),
        said('ORG', 200, 210),
        said('MISC', 0, 10),
      ],
    }
    expect(alignMentions(gold, predicted)).toEqual({
      predicted: [
        { status: 'neutral' },
        { status: 'overlap', gold: 'm4' },
        { status: 'boundary', gold: 'm3' },
        { status: 'label', gold: 'm2' },
        { status: 'correct', gold: 'm1' },
        { status: 'duplicate' },
        { status: 'spurious' },
        { status: 'unmapped' },
      ],
      gold: new Map([
        ['m1', 'found'],
        ['m2', 'found'],
        ['m3', 'found'],
        ['m4', 'found'],
        ['m5', 'missed'],
        ['m6', 'optional'],
      ]),
    })
  })

  it('takes the view', () => {
    const gold = { mentions: [mention('m1', 'ORG', 0, 17), mention('m2', 'GPE', 12, 17)] }
    const predicted = { mentions: [said('GPE', 12, 17)] }
    expect(statuses(alignMentions(gold, predicted))).toEqual(['neutral'])
    expect(statuses(alignMentions(gold, predicted, 'nested'))).toEqual(['correct'])
  })

  it('prefers strict to exact, exact to type, type to an overlap', () => {
    const gold = { mentions: [mention('m1', 'ORG', 10, 20)] }
    const among = (...predicted: ReturnType<typeof said>[]) =>
      statuses(alignMentions(gold, { mentions: predicted }))
    expect(among(said('GPE', 10, 20), said('ORG', 10, 20))).toEqual(['spurious', 'correct'])
    expect(among(said('ORG', 10, 19), said('GPE', 10, 20))).toEqual(['spurious', 'label'])
    expect(among(said('GPE', 10, 19), said('ORG', 15, 25))).toEqual(['spurious', 'boundary'])
  })

  it('sums each level over the matching before it looks at the next', () => {
    // One strict pair is worth more than two pairs of the right type.
    const gold = { mentions: [mention('m1', 'ORG', 0, 10), mention('m2', 'ORG', 8, 30)] }
    const predicted = { mentions: [said('ORG', 0, 10), said('ORG', 1, 5)] }
    expect(statuses(alignMentions(gold, predicted))).toEqual(['correct', 'spurious'])
  })

  it('prefers more pairs of partial credit, then the longer overlap, then the earlier', () => {
    const wide = { mentions: [mention('m1', 'ORG', 0, 20)] }
    const parts = (...predicted: ReturnType<typeof said>[]) =>
      statuses(alignMentions(wide, { mentions: predicted }))
    expect(parts(said('ORG', 0, 5), said('ORG', 10, 16))).toEqual(['spurious', 'boundary'])
    expect(parts(said('ORG', 10, 15), said('ORG', 0, 5))).toEqual(['spurious', 'boundary'])
    const two = { mentions: [mention('m1', 'ORG', 0, 10), mention('m2', 'ORG', 20, 30)] }
    const across = alignMentions(two, { mentions: [said('ORG', 5, 25)] })
    expect(across.predicted).toEqual([{ status: 'boundary', gold: 'm1' }])
    // The long prediction overlaps m1 most, but the short one has nothing else.
    const both = alignMentions(two, { mentions: [said('ORG', 1, 22), said('ORG', 0, 4)] })
    expect(both.predicted).toEqual([
      { status: 'boundary', gold: 'm2' },
      { status: 'boundary', gold: 'm1' },
    ])
  })

  it('labels dates by value, and accepts any where it cannot be known', () => {
    const gold = {
      timexes: [
        timex('t1', '2026', 0, 10),
        timex('t2', '2026-03', 20, 30, { alternatives: [{ value: '2026-Q1' }] }),
        timex('t3', null, 40, 50),
        timex('t4', 'P4Y', 60, 70),
      ],
    }
    const predicted = {
      timexes: [dated('2025', 0, 10), dated('2026-Q1', 20, 30), dated('1999', 40, 50), dated('P4Y', 65, 70)],
    }
    expect(alignTimexes(gold, predicted)).toEqual({
      predicted: [
        { status: 'label', gold: 't1' },
        { status: 'correct', gold: 't2' },
        { status: 'correct', gold: 't3' },
        { status: 'boundary', gold: 't4' },
      ],
      gold: new Map([
        ['t1', 'found'],
        ['t2', 'found'],
        ['t3', 'found'],
        ['t4', 'found'],
      ]),
    })
  })

  it('takes missing layers as empty', () => {
    expect(alignMentions({}, {})).toEqual({ predicted: [], gold: new Map() })
    expect(alignTimexes({}, {})).toEqual({ predicted: [], gold: new Map() })
  })
})
