import type { Metric, ScoringItem, Summary } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { addCounts, bleuMetric, chrfMetric, meteorMetric, terMetric } from '../src/index.ts'

function reference(id: string, text: string, length: Summary['length'] = 'short'): Summary {
  return { id, text, author: 'a', length, claims: [] }
}

function item(texts: readonly string[] | undefined, predicted?: string): ScoringItem {
  const summaries = texts?.map((text, i) => reference(`s${i}`, text))
  return {
    article: { id: 'a', text: 'Not read.' },
    gold: summaries === undefined ? {} : { summaries },
    predicted: predicted === undefined ? {} : { summary: { text: predicted } },
    produced: predicted !== undefined,
  }
}

function scoreOf(metric: Metric, items: readonly ScoringItem[]) {
  return metric.finish(addCounts(items.map((one) => metric.collect(one))))
}

const five = 'one two three four five'

describe('the metrics bleu, chrf, ter and meteor', () => {
  it('give a summary that is the reference full marks', () => {
    const items = [item([five], five)]
    expect(scoreOf(bleuMetric(), items)).toEqual({ bleu: { value: 1 } })
    expect(scoreOf(chrfMetric(), items)).toEqual({ chrf: { value: 1 }, 'chrf++': { value: 1 } })
    expect(scoreOf(terMetric(), items)).toEqual({ ter: { value: 0 } })
    expect(scoreOf(meteorMetric(), items)).toEqual({ meteor: { value: 1 - 0.5 * (1 / 5) ** 3 } })
  })

  it('take a failed article for an empty summary', () => {
    const items = [item([five], five), item([five])]
    // All n-grams of the one summary match; it is 5 words for 10.
    expect(scoreOf(bleuMetric(), items)).toEqual({ bleu: { value: Math.exp(1 - 10 / 5) } })
    expect(scoreOf(terMetric(), items)).toEqual({ ter: { value: 5 / 10 } })
    expect(scoreOf(meteorMetric(), items)).toEqual({ meteor: { value: (1 - 0.5 * (1 / 5) ** 3) / 2 } })
    // Precision 1; half of the n-grams of every order that both sides have.
    expect(scoreOf(chrfMetric(), items)['chrf']).toEqual({ value: (5 * (1 / 2)) / (4 + 1 / 2) })
  })

  it('are undefined where no article has a reference, and count nothing where the layer is missing', () => {
    for (const metric of [bleuMetric(), chrfMetric(), terMetric(), meteorMetric()]) {
      expect(metric.collect(item(undefined, five))).toEqual({})
      expect(metric.collect(item([], five))).toEqual({ articles: 0 })
      for (const score of Object.values(scoreOf(metric, [item([], five)])))
        expect(score).toEqual({ value: null, because: 'no article has a reference' })
    }
  })

  it('average the counts over references, or follow the rule of the implementation', () => {
    const items = [item([five, 'six seven'], five)]
    // 0 edits of 5 words and 5 edits of 2 words, or the fewest over the mean length.
    expect(scoreOf(terMetric(), items)).toEqual({ ter: { value: 2.5 / 3.5 } })
    expect(scoreOf(terMetric({ references: 'best' }), items)).toEqual({ ter: { value: 0 } })
    const own = 1 - 0.5 * (1 / 5) ** 3
    expect(scoreOf(meteorMetric(), items)).toEqual({ meteor: { value: own / 2 } })
    expect(scoreOf(meteorMetric({ references: 'best' }), items)).toEqual({ meteor: { value: own } })
    // Half of the matches at every order; no brevity penalty, for 5 words exceed the mean of 3.5.
    expect(scoreOf(bleuMetric(), items)['bleu']!.value).toBeCloseTo(1 / 2, 12)
    expect(scoreOf(bleuMetric({ references: 'best' }), items)).toEqual({ bleu: { value: 1 } })
    expect(scoreOf(chrfMetric({ references: 'best' }), items)['chrf++']).toEqual({ value: 1 })
  })

  it('see no more of a summary than its length class allows, unless told otherwise', () => {
    const long = Array.from({ length: 80 }, (_, i) => `w${i}`).join(' ')
    // 60 words are seen of 80, and all of them are right.
    expect(scoreOf(terMetric(), [item([long], long)])).toEqual({ ter: { value: 20 / 80 } })
    expect(scoreOf(terMetric({ cut: false }), [item([long], long)])).toEqual({ ter: { value: 0 } })
  })

  it('pass their options on', () => {
    const items = [item([five], five.toUpperCase())]
    expect(scoreOf(bleuMetric(), items)).toEqual({ bleu: { value: 0 } })
    expect(scoreOf(bleuMetric({ lowerCase: true }), items)).toEqual({ bleu: { value: 1 } })
    expect(scoreOf(chrfMetric({ lowerCase: true }), items)['chrf']).toEqual({ value: 1 })
    expect(scoreOf(terMetric({ caseSensitive: true }), items)).toEqual({ ter: { value: 1 } })
    expect(scoreOf(meteorMetric({ gamma: 0 }), items)).toEqual({ meteor: { value: 1 } })
    expect(scoreOf(bleuMetric({ maxOrder: 1, tokenizer: 'char' }), [item(['ab'], 'ba')])).toEqual({
      bleu: { value: 1 },
    })
  })

  it('say in their options what a number depends on', () => {
    expect([bleuMetric(), chrfMetric(), terMetric(), meteorMetric()].map(({ options }) => options)).toEqual([
      {
        tokenizer: '13a',
        smoothing: 'exp',
        lowerCase: false,
        maxOrder: 4,
        references: 'mean',
        cut: true,
      },
      { beta: 2, lowerCase: false, characterOrder: 6, references: 'mean', cut: true },
      {
        caseSensitive: false,
        normalised: false,
        noPunctuation: false,
        asian: false,
        references: 'mean',
        cut: true,
      },
      {
        alpha: 0.9,
        beta: 3,
        gamma: 0.5,
        references: 'mean',
        cut: true,
        tokens: 'words',
        synonyms: false,
      },
    ])
    for (const { card, options } of [bleuMetric(), chrfMetric(), terMetric(), meteorMetric()])
      expect(Object.keys(card!.options!).sort()).toEqual(Object.keys(options).sort())
  })
})
