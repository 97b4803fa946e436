import { createQuestion, type Judgement, type ScoringItem } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { summarySupportMetric } from '../src/index.ts'

const metric = summarySupportMetric()
const article = { id: 'a', title: 'Bridge opens', text: 'The mayor opened\nthe bridge. Nobody came.' }

/** Support by sentence; one that is not there has none. */
function item(summary: string | null, scores: Readonly<Record<string, number | null>> = {}): ScoringItem {
  const asked: ScoringItem = {
    article,
    gold: { summaries: [] },
    predicted: summary === null ? {} : { summary: { text: summary } },
    produced: summary !== null,
  }
  const judgements = metric.questions!(asked).map(({ id, hypothesis }): [string, Judgement] => {
    const score = scores[hypothesis]
    return [id, { question: id, score: score === undefined ? 0 : score }]
  })
  return { ...asked, judgements: new Map(judgements) }
}

describe('summary-support', () => {
  it('asks whether title and text say each sentence of the summary, and nobody about what is copied', () => {
    const { predicted, gold } = item('The mayor opened the bridge. It rained. It  rained.')
    expect(metric.questions!({ article, gold, predicted, produced: true })).toEqual([
      createQuestion('support', 'Bridge opens\n\nThe mayor opened\nthe bridge. Nobody came.', 'It rained.'),
    ])
  })

  it('is the share of sentences with enough support, over those that were judged', () => {
    const scores = { 'A one.': 0.5, 'B two.': 0.25, 'C three.': null }
    const counts = metric.collect(item('Nobody came. A one. B two. C three.', scores))
    // Copied: 1; A is at the threshold; B below; C was not judged.
    expect(metric.finish(counts)).toEqual({
      supported: { value: 2 / 3 },
      support: { value: (1 + 0.5 + 0.25) / 3 },
      clean: { value: 0 },
      sentences: { value: 4 },
      unanswered: { value: 1 / 4 },
    })
  })

  it('calls no summary clean of which a sentence was not judged', () => {
    const counts = metric.collect(item('Nobody came. C three.', { 'C three.': null }))
    expect(metric.finish(counts)).toMatchObject({ supported: { value: 1 }, clean: { value: 0 } })
  })

  it('does not reward silence', () => {
    const whole = ['Nobody came.', null, ''].map((summary) => metric.collect(item(summary)))
    const total = Object.fromEntries(
      Object.keys(whole[0]!).map((key) => [key, whole.reduce((sum, row) => sum + row[key]!, 0)]),
    )
    expect(metric.finish(total)).toMatchObject({
      supported: { value: 1 },
      clean: { value: 1 / 3 },
      sentences: { value: 1 },
    })
  })

  it('has no share where nothing was judged', () => {
    expect(metric.finish(metric.collect(item('')))).toMatchObject({
      supported: { value: null, because: 'no sentence of a summary was judged' },
      unanswered: { value: null, because: 'no summary has a sentence' },
    })
  })

  it('counts nothing without judgements, and refuses a part of them', () => {
    const { judgements: _, ...bare } = item('It rained.')
    expect(metric.collect(bare)).toEqual({})
    expect(() => metric.collect({ ...bare, judgements: new Map() })).toThrow(/has no judgement/)
  })
})
