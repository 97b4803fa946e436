import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RougeKind, rougeKinds } from '../src/summaries/rouge/kinds.ts'
import { rougePair } from '../src/summaries/rouge/pair.ts'
import { rougeScore } from '../src/summaries/rouge/score.ts'
import { rougeTokens } from '../src/summaries/rouge/text.ts'
import { slowRouge, slowTokens } from './rouge-slow.ts'

const kinds = [...rougeKinds, 'rouge3', 'rouge4'] as const satisfies readonly RougeKind[]

function slowScores(gold: string, predicted: string, stemmer: boolean) {
  const slow = slowRouge(gold, predicted, stemmer)
  const ngram = (order: number) =>
    rougeScore(
      slow.ngramHits(order),
      Math.max(0, slow.gold - order + 1),
      Math.max(0, slow.predicted - order + 1),
    )
  return {
    rouge1: ngram(1),
    rouge2: ngram(2),
    rouge3: ngram(3),
    rouge4: ngram(4),
    rougeL: rougeScore(slow.sequence, slow.gold, slow.predicted),
    rougeLsum: rougeScore(slow.unionHits, slow.gold, slow.predicted),
  }
}

function expectEqual(gold: string, predicted: string, stemmer = true): void {
  expect(rougePair(gold, predicted, { kinds, stemmer })).toEqual(slowScores(gold, predicted, stemmer))
}

/** Lines of up to 45 words of few kinds: ties of common sequences, repeated n-grams, lines over word borders. */
const fewWords = (words: readonly string[], most: number) =>
  fc
    .array(fc.array(fc.constantFrom(...words), { maxLength: most }), { maxLength: 5 })
    .map((lines) => lines.map((line) => line.join(' ')).join('\n'))

const hardText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'İ',
        'K',
        'ſ',
        'é',
        '\r',
        '\n',
        '\n\n',
        '\u2028',
        ' ',
        '-',
        "'",
        '_',
        '日本',
        '🙂',
        'ß',
      ),
      fc.constantFrom('news', 'dying', 'committees', 'running', 'The', '9,000', 'U.S.', 'co-operation'),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))

describe('the fast ROUGE equals the plain one', () => {
  it.each([
    ['two kinds of word', fewWords(['a', 'b'], 8)],
    ['four kinds of word', fewWords(['a', 'b', 'c', 'd'], 45)],
    ['many kinds of word', fewWords('abcdefghijklmnopqrstuvwxyz'.split(''), 45)],
    ['hard text', hardText],
  ])('on %s', (_, text) => {
    fc.assert(fc.property(text, text, fc.boolean(), expectEqual), { numRuns: 200 })
  })

  it.each([29, 30, 31, 59, 60, 61, 90])('where a line of gold has %i tokens, and the next begins', (size) => {
    const line = Array.from({ length: size }, (_, i) => `w${i % 7}`)
    const gold = [line, [...line].reverse(), ['w1'], line.slice(3)].map((words) => words.join(' ')).join('\n')
    const predicted = [line.filter((_, i) => i % 3 > 0), [...line].reverse().slice(5), line]
      .map((words) => words.join(' '))
      .join('\n')
    expectEqual(gold, predicted)
    expectEqual(predicted, gold)
    expectEqual(gold, gold)
  })

  it('cuts every character of the basic plane as lower-casing and matching do', () => {
    for (let code = 0; code < 0x10000; code += 64) {
      const text = Array.from({ length: 64 }, (_, i) => `b${String.fromCharCode(code + i)}`).join('')
      expect(rougeTokens(text, { stemmer: false }), `from ${code}`).toEqual(slowTokens(text, false))
    }
  })

  it('gives each of many thousand words its own number', () => {
    const word = (i: number) => `w${(i * 7919) % 100_003}`
    const text = (from: number) => Array.from({ length: 30_000 }, (_, i) => word(from + i)).join(' ')
    const options = { kinds: ['rouge1'], stemmer: false } as const
    for (let from = 0; from < 120_000; from += 20_000) {
      // 20,000 of 30,000 are in common.
      expect(rougePair(text(from), text(from + 10_000), options).rouge1.recall).toBe(2 / 3)
    }
  })
})
