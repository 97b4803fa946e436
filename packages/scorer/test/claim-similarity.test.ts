import { type Claim, createQuestion, type Judgement, type ScoringItem } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { claimSimilarityMetric } from '../src/index.ts'

const metric = claimSimilarityMetric()

function claim(text: string, rest: Partial<Claim> = {}): Claim {
  return {
    id: text,
    text,
    tier: 'core',
    weight: 1,
    kind: 'event',
    holder: 'narrator',
    mode: 'asserted',
    certainty: 'CT',
    polarity: '+',
    evidence: [{ sentences: [0] }],
    ...rest,
  }
}

/** Scores by gold and predicted text; a pair that is not there scores 0. */
function item(
  gold: readonly Claim[],
  predicted: readonly string[],
  scores: Readonly<Record<string, Readonly<Record<string, number | null>>>>,
): ScoringItem {
  const asked: ScoringItem = {
    article: { id: 'a', text: '' },
    gold: { claims: gold },
    predicted: { claims: predicted.map((text) => ({ text })) },
    produced: true,
  }
  const judgements = metric.questions!(asked).map(({ id, premise, hypothesis }): [string, Judgement] => {
    const score = scores[premise]?.[hypothesis]
    return [id, { question: id, score: score === undefined ? 0 : score }]
  })
  return { ...asked, judgements: new Map(judgements) }
}

describe('claim-similarity', () => {
  it('gives each claim to one other, for the largest sum of scores', () => {
    const scores = { g1: { p1: 0.9, p2: 0.8 }, g2: { p1: 0.75 } }
    // Greedy would take g1-p1 for 0.9 and leave g2; the best is g1-p2 and g2-p1: 0.8 + 0.75 = 1.55.
    const counts = metric.collect(item([claim('g1'), claim('g2'), claim('g3')], ['p1', 'p2'], scores))
    expect(counts).toEqual({
      credit: 0.8 + 0.75,
      matched: 2,
      gold: 3,
      predicted: 2,
      neutral: 0,
      pairs: 6,
      unanswered: 0,
    })
    expect(metric.finish(counts)).toEqual({
      precision: { value: 1.55 / 2 },
      recall: { value: 1.55 / 3 },
      f1: { value: 3.1 / 5 },
      similarity: { value: 1.55 / 2 },
      matched: { value: 2 },
      neutral: { value: 0 },
      unanswered: { value: 0 },
    })
  })

  it('counts a score at the threshold, and none below', () => {
    const { matched, credit } = metric.collect(
      item([claim('g1'), claim('g2')], ['p1', 'p2'], { g1: { p1: 0.5 }, g2: { p2: 0.499 } }),
    )
    expect({ matched, credit }).toEqual({ matched: 1, credit: 0.5 })
  })

  it('asks nobody about the same words', () => {
    const same = item([claim('A  bridge opened.')], ['A bridge\nopened.'], {})
    expect(metric.questions!(same)).toEqual([])
    expect(metric.collect(same)).toMatchObject({ credit: 1, matched: 1 })
  })

  it('sets aside what only an optional claim says, and counts a second saying as predicted', () => {
    const gold = [claim('core'), claim('extra', { tier: 'extra' })]
    const scores = { core: { p1: 0.9, p2: 0.6 }, extra: { p3: 0.7, p1: 0.9 } }
    expect(metric.collect(item(gold, ['p1', 'p2', 'p3'], scores))).toEqual({
      credit: 0.9,
      matched: 1,
      gold: 1,
      predicted: 2,
      neutral: 1,
      pairs: 3,
      unanswered: 0,
    })
  })

  it('matches nothing without a usable answer, and says how often that was', () => {
    const counts = metric.collect(item([claim('g')], ['p1', 'p2'], { g: { p1: null, p2: 0.8 } }))
    expect(metric.finish(counts)).toMatchObject({ precision: { value: 0.4 }, unanswered: { value: 1 / 2 } })
  })

  it('counts nothing without judgements, and refuses a part of them', () => {
    const { judgements, ...bare } = item([claim('g')], ['p1', 'p2'], {})
    expect(metric.collect(bare)).toEqual({})
    const some = new Map([...judgements!].slice(1))
    expect(() => metric.collect({ ...bare, judgements: some })).toThrow(/has no judgement/)
  })

  it('asks one question for a pair, with the gold claim as the premise', () => {
    expect(metric.questions!(item([claim('g')], ['p', 'p'], {}))).toEqual([
      createQuestion('equivalence', 'g', 'p'),
    ])
  })
})
