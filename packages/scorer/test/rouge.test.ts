import type { Annotation, LengthClass, ScoringItem, Summary } from '@assay/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rougeMetric } from '../src/metrics/rouge.ts'
import { rougeMany, rougePair } from '../src/summaries/rouge/pair.ts'
import { rougeTokens } from '../src/summaries/rouge/text.ts'

const f = (precision: number, recall: number) => ({
  precision,
  recall,
  f: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
})
const zero = { precision: 0, recall: 0, f: 0 }

describe('rougePair', () => {
  it('counts words, pairs and sequences of a worked example', () => {
    // gold:      the cat sat on the mat   6 words, 5 pairs
    // predicted: the cat lay on a mat     6 words, 5 pairs
    // words in common: the cat on mat; pairs: the-cat; sequence: the cat on mat
    expect(rougePair('The cat sat on the mat.', 'The cat lay on a mat.')).toEqual({
      rouge1: f(4 / 6, 4 / 6),
      rouge2: f(1 / 5, 1 / 5),
      rougeL: f(4 / 6, 4 / 6),
      rougeLsum: f(4 / 6, 4 / 6),
    })
  })

  it('divides precision by the predicted and recall by the gold words', () => {
    expect(rougePair('red green blue white', 'red green')).toEqual({
      rouge1: f(1, 2 / 4),
      rouge2: f(1, 1 / 3),
      rougeL: f(1, 2 / 4),
      rougeLsum: f(1, 2 / 4),
    })
  })

  it('counts a repeated word as often as both sides have it', () => {
    expect(rougePair('red red blue', 'red red red red').rouge1).toEqual(f(2 / 4, 2 / 3))
    expect(rougePair('red red red red', 'red red blue').rouge1).toEqual(f(2 / 3, 2 / 4))
    expect(rougePair('red red red', 'red red').rouge2).toEqual(f(1 / 1, 1 / 2))
  })

  it('wants the same order for a sequence only', () => {
    expect(rougePair('one two three', 'three two one')).toEqual({
      rouge1: f(1, 1),
      rouge2: zero,
      rougeL: f(1 / 3, 1 / 3),
      rougeLsum: f(1 / 3, 1 / 3),
    })
  })

  it('unites the common sequences of a gold line with every predicted line (Lin 2004, section 3.2)', () => {
    // Lin's example: w1 w2 and w1 w3 w5 unite to 4 of 5 words; w1 w2 w3 w5 is a sequence of the whole texts too.
    const { rougeL, rougeLsum } = rougePair('w1 w2 w3 w4 w5', 'w1 w2 w6 w7 w8\nw1 w3 w8 w9 w5')
    expect(rougeLsum).toEqual(f(4 / 10, 4 / 5))
    expect(rougeL).toEqual(f(4 / 10, 4 / 5))
    expect(rougePair('b\na', 'a\nb')).toMatchObject({ rougeL: f(1 / 2, 1 / 2), rougeLsum: f(1, 1) })
  })

  it('does not let two gold lines use one predicted word', () => {
    expect(rougePair('red\nred', 'red').rougeLsum).toEqual(f(1, 1 / 2))
    expect(rougePair('red', 'red\nred').rougeLsum).toEqual(f(1 / 2, 1))
  })

  it('reads out the sequence that rouge_score reads out', () => {
    // "a b" and "b a" share "a" or "b". From the end, equal lengths go up: the earlier gold word, "a", is marked.
    // The second gold line then finds the predicted "a" used up.
    expect(rougePair('a b\na', 'b a').rougeLsum).toEqual(f(1 / 2, 1 / 3))
    expect(rougePair('a b\nb', 'b a').rougeLsum).toEqual(f(2 / 2, 2 / 3))
  })

  it('ends a line at a line feed only, and leaves out empty lines', () => {
    expect(rougePair('b\r a', 'a\r b').rougeLsum).toEqual(f(1 / 2, 1 / 2))
    expect(rougePair('b\n\n \na', 'a\nb').rougeLsum).toEqual(f(1, 1))
  })

  it.each([
    ['', ''],
    ['', 'red'],
    ['red', ''],
    ['...', '!'],
    ['日本', '日本'],
  ])('scores 0 where a side has no token: %j, %j', (gold, predicted) => {
    expect(rougePair(gold, predicted)).toEqual({ rouge1: zero, rouge2: zero, rougeL: zero, rougeLsum: zero })
  })

  it('has no pair in one word, and counts longer n-grams', () => {
    expect(rougePair('red', 'red')).toEqual({
      rouge1: f(1, 1),
      rouge2: zero,
      rougeL: f(1, 1),
      rougeLsum: f(1, 1),
    })
    const kinds = ['rouge3', 'rouge4'] as const
    // a-b-c of a-b-c, b-c-d and a-b-c, b-c-e
    expect(rougePair('a b c d', 'a b c e', { kinds })).toEqual({ rouge3: f(1 / 2, 1 / 2), rouge4: zero })
    expect(rougePair('a b c', 'a b x b c', { kinds })).toEqual({ rouge3: zero, rouge4: zero })
    expect(rougePair('a b c a b c', 'a b c a b', { kinds })).toEqual({
      rouge3: f(3 / 3, 3 / 4),
      rouge4: f(2 / 2, 2 / 3),
    })
    // No two pairs of words are taken for one, whichever side has more words.
    expect(rougePair('x y z x z', 'y x').rouge2).toEqual(zero)
    expect(rougePair('y x', 'x y z x z').rouge2).toEqual(zero)
  })

  it.each(['rouge0', 'rouge1.5', 'rouge-1', 'rouge01', 'rouge1e3'] as const)('has no kind %s', (kind) => {
    expect(() => rougePair('a', 'a', { kinds: [kind] })).toThrow(`no ROUGE of the kind "${kind}"`)
  })

  it('stems unless told not to', () => {
    expect(rougePair('ships sailed', 'ship sailing').rouge1).toEqual(f(1, 1))
    expect(rougePair('ships sailed', 'ship sailing', { stemmer: false }).rouge1).toEqual(zero)
  })
})

describe('rougeTokens', () => {
  it.each([
    ['words and numbers in lower case', 'The 9,000 ships', ['the', '9', '000', 'ship']],
    [
      'apostrophes, hyphens and underscores separate',
      "don't re-open a_b",
      ['don', 't', 're', 'open', 'a', 'b'],
    ],
    ['letters outside ASCII separate', 'Málaga naïve', ['m', 'laga', 'na', 've']],
    ['case is folded before, so that these become ASCII', 'K İ', ['k', 'i']],
    ['words of up to three letters keep their ending', 'was gas news', ['was', 'gas', 'news']],
    ['longer ones are stemmed', 'police ponies', ['polic', 'poni']],
  ])('%s', (_, text, tokens) => {
    expect(rougeTokens(text)).toEqual(tokens)
  })
})

describe('rougeMany', () => {
  const references = ['red green', 'red blue white black']
  // against "red green blue": 2 of 3 and 2 of 2; 2 of 3 and 2 of 4
  it('is the mean over references, part by part', () => {
    const { rouge1 } = rougeMany(references, 'red green blue')
    expect(rouge1.precision).toBeCloseTo(2 / 3, 12)
    expect(rouge1.recall).toBeCloseTo((2 / 2 + 2 / 4) / 2, 12)
    // 2 x 2 hits / (3 + 2) and 2 x 2 hits / (3 + 4)
    expect(rouge1.f).toBeCloseTo((4 / 5 + 4 / 7) / 2, 12)
  })

  it('is the best reference of each kind on request, the first of equals', () => {
    expect(rougeMany(references, 'red green blue', { references: 'best' }).rouge1).toEqual(f(2 / 3, 2 / 2))
    expect(rougeMany(['red green', 'blue white'], 'green white blue', { references: 'best' }).rouge2).toEqual(
      zero,
    )
    // rouge1 takes the second reference, rouge2 the first
    const split = rougeMany(['a b x y z', 'b a'], 'a b', { references: 'best' })
    expect([split.rouge1, split.rouge2]).toEqual([f(1, 1), f(1, 1 / 4)])
    const equal = rougeMany(['red green blue white', 'red'], 'red green', { references: 'best' })
    // F 2/3 both: 2 of 2 and 2 of 4; 1 of 2 and 1 of 1
    expect(equal.rouge1).toEqual(f(1, 1 / 2))
  })

  it('is 0 without references', () => {
    const none = { rouge1: zero, rouge2: zero, rougeL: zero, rougeLsum: zero }
    expect(rougeMany([], 'red')).toEqual(none)
    expect(rougeMany([], 'red', { references: 'best' })).toEqual(none)
  })
})

describe('laws of ROUGE', () => {
  const text = fc
    .array(fc.constantFrom('red', 'green', 'blue', 'white', '\n'), { maxLength: 30 })
    .map((words) => words.join(' '))

  it('a swap of the sides swaps precision and recall of n-grams and of the whole sequence', () => {
    fc.assert(
      fc.property(text, text, (gold, predicted) => {
        const [there, back] = [rougePair(gold, predicted), rougePair(predicted, gold)]
        for (const kind of ['rouge1', 'rouge2', 'rougeL'] as const) {
          expect(there[kind].precision).toBeCloseTo(back[kind].recall, 12)
          expect(there[kind].f).toBeCloseTo(back[kind].f, 12)
        }
      }),
    )
  })

  it('every score lies between 0 and 1, and neither sequence exceeds the words in common', () => {
    fc.assert(
      fc.property(text, text, (gold, predicted) => {
        const { rouge1, rouge2, rougeL, rougeLsum } = rougePair(gold, predicted)
        for (const score of [rouge1, rouge2, rougeL, rougeLsum]) {
          for (const value of Object.values(score)) expect(value).toSatisfy((v: number) => v >= 0 && v <= 1)
        }
        expect(rougeL.recall).toBeLessThanOrEqual(rouge1.recall)
        expect(rougeLsum.recall).toBeLessThanOrEqual(rouge1.recall)
      }),
    )
  })
})

describe('the rouge metric', () => {
  it('means over the references of the class, then over articles; no output is 0 and stays in', () => {
    const metric = rougeMetric()
    const gold = { summaries: [reference('red green'), reference('red'), reference('blue', 'headline')] }
    const total = sum([
      metric.collect(item(gold, 'red green')),
      metric.collect({ ...item(gold), produced: false }),
    ])
    expect(total).toMatchObject({ articles: 2, 'rouge1.recall': 1, 'rouge1.precision': (1 + 1 / 2) / 2 })
    const scores = metric.finish(total)
    expect(scores['rouge1.recall']).toEqual({ value: 1 / 2 })
    expect(scores['rouge1.f']!.value).toBeCloseTo((1 + 2 / 3) / 2 / 2, 12)
    expect(Object.keys(scores)).toEqual(metric.columns.map(({ key }) => key))
  })

  it('sees the first 60 words of a short summary', () => {
    const gold = { summaries: [reference('red')] }
    const before = `${'x '.repeat(59)}red`
    expect(rougeMetric().collect(item(gold, before))['rouge1.recall']).toBe(1)
    expect(rougeMetric().collect(item(gold, `x ${before}`))['rouge1.recall']).toBe(0)
    expect(rougeMetric({ cut: false }).collect(item(gold, `x ${before}`))['rouge1.recall']).toBe(1)
  })

  it('gives ROUGE-Lsum a line for each sentence on both sides', () => {
    const gold = { summaries: [reference('The port opened. The ship sailed.')] }
    const counts = rougeMetric().collect(item(gold, 'The ship sailed. The port\nopened.'))
    expect(counts).toMatchObject({ 'rougeLsum.f': 1, 'rougeL.f': 1 / 2 })
  })

  it('counts nothing without a layer, and no article without a reference', () => {
    expect(rougeMetric().collect(item({}, 'red'))).toEqual({})
    const empty = rougeMetric().collect(item({ summaries: [] }, 'red'))
    expect(empty).toMatchObject({ articles: 0, 'rouge1.f': 0 })
    expect(rougeMetric().finish(empty)['rouge1.f']).toEqual({
      value: null,
      because: 'no article has a reference',
    })
  })

  it('states its choices', () => {
    expect(rougeMetric().options).toEqual({
      stemmer: true,
      references: 'mean',
      cut: true,
      tokens: 'a-z0-9',
      lsum: 'sentences',
    })
    const gold = { summaries: [reference('ships'), reference('boats')] }
    const best = rougeMetric({ references: 'best', stemmer: false })
    expect(best.options).toMatchObject({ references: 'best', stemmer: false })
    expect(best.collect(item(gold, 'boats'))['rouge1.f']).toBe(1)
    expect(best.collect(item(gold, 'ship'))['rouge1.f']).toBe(0)
  })
})

function reference(text: string, length: LengthClass = 'short'): Summary {
  return { id: text, text, author: 'a', length, claims: [] }
}

function item(gold: Annotation, summary?: string): ScoringItem {
  const predicted = summary === undefined ? {} : { summary: { text: summary } }
  return { article: { id: 'a', text: 'A text.' }, gold, predicted, produced: true }
}

function sum(rows: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const total: Record<string, number> = {}
  for (const row of rows)
    for (const [key, value] of Object.entries(row)) total[key] = (total[key] ?? 0) + value
  return total
}
