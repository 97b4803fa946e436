import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bleuCounts,
  type BleuCounts,
  bleuScore,
  bleuTokenizedLine,
  bleuTokens,
  chrfCounts,
  chrfScore,
  sacrebleuBootstrap,
  sacrebleuRandomisation,
  sumBleuCounts,
  sumChrfCounts,
  sumTerCounts,
  terCounts,
  terScore,
  terWords,
} from '../src/index.ts'
import { ngramMatches } from '../src/summaries/ngram-matches.ts'

describe('BLEU', () => {
  it('multiplies the geometric mean of precisions with the brevity penalty', () => {
    // 5 of 5 words, 3 of 4 pairs (not "red mat"), 2 of 3 triples, 1 of 2 runs of four.
    const counts = bleuCounts(['the cat sat on the red mat'], 'the cat sat on mat')
    expect(counts).toEqual({
      matches: [5, 3, 2, 1],
      totals: [5, 4, 3, 2],
      predictedLength: 5,
      goldLength: 7,
    })
    const { score, precisions, brevityPenalty } = bleuScore(counts)
    expect(precisions).toEqual([1, 3 / 4, 2 / 3, 1 / 2])
    expect(brevityPenalty).toBeCloseTo(Math.exp(1 - 7 / 5), 12)
    expect(score).toBeCloseTo(Math.exp(1 - 7 / 5) * (1 * (3 / 4) * (2 / 3) * (1 / 2)) ** (1 / 4), 12)
  })

  it('lets a word match as often as the reference that has most of it', () => {
    // "the" stands twice in the first reference, once in the second: 2 of 7, not 3 and not 7.
    const counts = bleuCounts(['the cat is on the mat', 'there is the cat'], 'the the the the the the the')
    expect(counts.matches).toEqual([2, 0, 0, 0])
  })

  it('takes the length of the closest reference, of two the shorter', () => {
    expect(bleuCounts(['a b c', 'a b c d e', 'a'], 'a b c d').goldLength).toBe(3)
    expect(bleuCounts(['a b c d e', 'a b c', 'a'], 'a b c d').goldLength).toBe(3)
  })

  const oneOfEach: BleuCounts = {
    matches: [2, 1, 0, 0],
    totals: [4, 3, 2, 1],
    predictedLength: 4,
    goldLength: 4,
  }

  it.each([
    ['exp', undefined, [2 / 4, 1 / 3, 1 / 2 / 2, 1 / 4 / 1]],
    ['floor', undefined, [2 / 4, 1 / 3, 0.1 / 2, 0.1 / 1]],
    ['floor', 0.5, [2 / 4, 1 / 3, 0.5 / 2, 0.5 / 1]],
    ['add-k', undefined, [2 / 4, 2 / 4, 1 / 3, 1 / 2]],
    ['none', undefined, [2 / 4, 1 / 3, 0, 0]],
  ] as const)('smooths orders without a match by %s %s', (smoothing, smoothingValue, precisions) => {
    const options = smoothingValue === undefined ? { smoothing } : { smoothing, smoothingValue }
    const result = bleuScore(oneOfEach, options)
    expect(result.precisions).toEqual(precisions)
    expect(result.score).toBeCloseTo(precisions.reduce((a, b) => a * b, 1) ** (1 / 4), 12)
  })

  it('is 0 without a match, whatever the smoothing', () => {
    const counts = bleuCounts(['a b c d'], 'w x y z')
    for (const smoothing of ['exp', 'floor', 'add-k', 'none'] as const)
      expect(bleuScore(counts, { smoothing }).score).toBe(0)
    expect(bleuScore(bleuCounts(['a b'], ''))).toEqual({
      score: 0,
      precisions: [0, 0, 0, 0],
      brevityPenalty: 0,
    })
  })

  it('leaves out orders for which a sentence is too short where asked to', () => {
    const counts = bleuCounts(['a b'], 'a b')
    expect(bleuScore(counts, { effectiveOrder: true }).score).toBe(1)
    expect(bleuScore(counts).score).toBe(0)
  })
})

describe('the tokenizers of BLEU', () => {
  it.each([
    [
      '13a',
      `"R&amp;D" cost $5.2m, i.e. 1,000-2,000...`,
      '" R & D " cost $ 5.2m , i . e . 1,000 - 2,000 . . .',
    ],
    ['13a', "don't-stop 5.,.5 well-\nknown", "don't-stop 5 . , .5 wellknown"],
    ['13a', '&amp;lt; <skipped>x', '< x'],
    ['intl', '«Ça» va: 3,5 €!', '« Ça » va : 3,5 € !'],
    ['intl', 'in 1999. ', 'in 1999.'],
    ['zh', '你好, world’s', '你 好 , world ’ s'],
    ['char', 'a 𠀀b ', 'a   𠀀 b'],
    ['13a', 'a\u0080b \u0080', 'a\u0080b \u0080'],
    ['none', ' a.\u001cb\ufeff ', 'a. b\ufeff'],
  ] as const)('%s: %j', (tokenizer, text, line) => {
    expect(bleuTokenizedLine(text, tokenizer)).toBe(line)
    expect(bleuTokens(text, tokenizer)).toEqual(line.split(' ').filter((token) => token !== ''))
  })

  it('13a in one pass equals the substitutions that define it', () => {
    fc.assert(
      fc.property(trouble, (text) => {
        expect(bleuTokens(text)).toEqual(substituted13a(text))
      }),
      { numRuns: 2000, seed: 7 },
    )
  })
})

describe('chrF', () => {
  it('takes the mean precision and the mean recall over the orders, then F', () => {
    // abc against abd: 2 of 3 characters, 1 of 2 pairs, 0 of 1 triple, on both sides.
    const counts = chrfCounts(['abd'], 'abc')
    expect(counts).toEqual({
      matches: [2, 1, 0, 0, 0, 0],
      gold: [3, 2, 1, 0, 0, 0],
      predicted: [3, 2, 1, 0, 0, 0],
    })
    expect(chrfScore(counts)).toBeCloseTo((2 / 3 + 1 / 2 + 0) / 3, 12)
  })

  it('takes the first of several references that share nothing', () => {
    const none = { matches: [0, 0, 0, 0, 0, 0], gold: [3, 2, 1, 0, 0, 0], predicted: [3, 2, 1, 0, 0, 0] }
    expect(chrfCounts(['xyz', 'x'], 'abc')).toEqual(none)
    expect(chrfCounts(['xyz'], 'abc')).toEqual(none)
  })

  it('weighs recall beta times as much', () => {
    // ab against abcd: P = 1, R = (2/4 + 1/3) / 2 = 5/12 over the two orders of both.
    const counts = chrfCounts(['abcd'], 'ab')
    expect(chrfScore(counts)).toBeCloseTo((5 * (5 / 12)) / (4 + 5 / 12), 12)
    expect(chrfScore(counts, { beta: 1 })).toBeCloseTo((2 * (5 / 12)) / (1 + 5 / 12), 12)
  })

  it('counts words with one mark split off in chrF++, code points, and no whitespace', () => {
    // Words (hi, ) and 𝄞 against hi, ) and 𝄞.
    const counts = chrfCounts(['(hi) 𝄞'], 'hi) 𝄞', { characterOrder: 1, wordOrder: 2 })
    expect(counts).toEqual({ matches: [4, 2, 1], gold: [5, 3, 2], predicted: [4, 3, 2] })
  })

  it('takes the reference with the best F, of equals the first', () => {
    expect(chrfCounts(['x', 'abc', 'abcd'], 'abc').gold[0]).toBe(3)
    expect(chrfCounts(['a', 'b'], 'ab').matches[0]).toBe(1)
  })

  it('gives 0 to nothing', () => {
    for (const [gold, predicted] of [
      ['', 'a'],
      ['a', ''],
      ['', ''],
    ] as const)
      expect(chrfScore(chrfCounts([gold], predicted))).toBe(0)
  })
})

describe('TER', () => {
  it('counts a shift of a phrase as one edit', () => {
    // "on monday" moves to the end: 1 edit over 6 words.
    expect(terCounts(['the talks will resume on monday'], 'on monday the talks will resume')).toEqual({
      edits: 1,
      goldLength: 6,
    })
    // Eleven words or more do not move together: the one in front has to, to the very end.
    const others = 'b c d e f g h i j k l m'
    expect(terCounts([`${others} a`], `a ${others}`).edits).toBe(1)
    // Replaced, inserted, deleted.
    expect(terCounts(['a b c'], 'a x c').edits).toBe(1)
    expect(terCounts(['a b c'], 'a c').edits).toBe(1)
    expect(terCounts(['a c'], 'a b c').edits).toBe(1)
  })

  it('looks for matches in the beam of Tercom only', () => {
    // The first 60 of 90 words: 30 are missing, but four right ones at the end stand too far off the diagonal.
    const words = Array.from({ length: 90 }, (_, i) => `w${i}`)
    expect(terCounts([words.join(' ')], words.slice(0, 60).join(' ')).edits).toBe(34)
    expect(terCounts([words.join(' ')], words.slice(0, 70).join(' ')).edits).toBe(20)
  })

  it('normalises references twice, and only where asked', () => {
    // Once: "it's 's here"; twice: "it 's 's here". The prediction is normalised once.
    const text = "it's's here"
    expect(terCounts([text], text, { normalised: true })).toEqual({ edits: 2, goldLength: 4 })
    expect(terCounts([text], text)).toEqual({ edits: 0, goldLength: 2 })
  })

  it('takes the reference with the fewest edits and the mean length of all', () => {
    expect(terCounts(['a b c d', 'a b'], 'a b')).toEqual({ edits: 0, goldLength: 3 })
  })

  it('is 0 or 1 where no reference has a word', () => {
    expect(terScore(terCounts([''], ''))).toBe(0)
    expect(terScore(terCounts([''], 'a b'))).toBe(1)
    expect(terScore(terCounts(['a b'], ''))).toBe(1)
  })

  it.each([
    [{}, 'A b, (c).', ['a', 'b,', '(c).']],
    [{ caseSensitive: true }, 'A b', ['A', 'b']],
    [{ noPunctuation: true }, 'A b, (c).', ['a', 'b', 'c']],
    [{ normalised: true }, "it's  3.5, x\n-y", ['it', "'s", '3.5', ',', 'xy']],
    [{ normalised: true, asian: true }, '你好。', ['你', '好', '。']],
  ] as const)('makes words with %j', (options, text, words) => {
    expect(terWords(text, options)).toEqual(words)
  })

  it('never needs more edits than words of both, nor fewer than the lengths differ', () => {
    fc.assert(
      fc.property(sentence, sentence, (gold, predicted) => {
        const { edits } = terCounts([gold], predicted)
        const [a, b] = [terWords(gold).length, terWords(predicted).length]
        expect(edits).toBeLessThanOrEqual(Math.max(a, b))
        expect(edits).toBeGreaterThanOrEqual(Math.abs(a - b))
      }),
      { numRuns: 200, seed: 3 },
    )
  })
})

describe('laws of BLEU, chrF and TER', () => {
  it('a text against itself is perfect', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const isEmpty = text.trim() === ''
        expect(bleuScore(bleuCounts([text], text), { effectiveOrder: true }).score).toBe(isEmpty ? 0 : 1)
        expect(chrfScore(chrfCounts([text], text, { wordOrder: 2 }))).toBe(isEmpty ? 0 : 1)
        expect(terScore(terCounts([text], text))).toBe(0)
      }),
      { numRuns: 100, seed: 1 },
    )
  })

  it('scores stay between 0 and 1, those of TER above 0', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 3 }), sentence, (gold, predicted) => {
        for (const smoothing of ['exp', 'floor', 'add-k', 'none'] as const)
          expectShare(bleuScore(bleuCounts(gold, predicted), { smoothing, effectiveOrder: true }).score)
        for (const average of ['precision-recall', 'f-score'] as const)
          expectShare(chrfScore(chrfCounts(gold, predicted, { average }), { average }))
        expect(terScore(terCounts(gold, predicted))).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 100, seed: 1 },
    )
  })

  it('the order of references changes neither BLEU nor TER', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 4 }), sentence, (gold, predicted) => {
        const other = gold.toReversed()
        expect(bleuCounts(other, predicted)).toEqual(bleuCounts(gold, predicted))
        expect(terCounts(other, predicted)).toEqual(terCounts(gold, predicted))
      }),
      { numRuns: 100, seed: 1 },
    )
  })

  it('counts of a corpus are the sums over any split of it', () => {
    const pairs = fc.array(fc.tuple(sentence, sentence), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(pairs, fc.nat(), (segments, at) => {
        const cut = 1 + (at % (segments.length - 1))
        const split = <Row>(count: (gold: readonly string[], predicted: string) => Row) => {
          const rows = segments.map(([gold, predicted]) => count([gold], predicted))
          return [rows, rows.slice(0, cut), rows.slice(cut)] as const
        }
        const [bleu, ...bleuParts] = split(bleuCounts)
        expect(sumBleuCounts(bleuParts.map(sumBleuCounts))).toEqual(sumBleuCounts(bleu))
        const [chrf, ...chrfParts] = split(chrfCounts)
        expect(sumChrfCounts(chrfParts.map(sumChrfCounts))).toEqual(sumChrfCounts(chrf))
        const [ter, ...terParts] = split(terCounts)
        expect(sumTerCounts(terParts.map(sumTerCounts))).toEqual(sumTerCounts(ter))
      }),
      { numRuns: 50, seed: 1 },
    )
  })
})

describe('n-gram matches', () => {
  it('equal those counted with maps of strings', () => {
    const sequence = fc.array(fc.nat(3), { maxLength: 40 })
    fc.assert(
      fc.property(fc.array(sequence, { maxLength: 3 }), sequence, (gold, predicted) => {
        const numbers = (values: readonly number[]) => Int32Array.from(values)
        expect(ngramMatches(gold.map(numbers), numbers(predicted), 6)).toEqual(
          [1, 2, 3, 4, 5, 6].map((order) => matchesByMap(gold, predicted, order)),
        )
      }),
      { numRuns: 200, seed: 1 },
    )
  })

  it('tell apart sequences of thousands of tokens', () => {
    const rising = Int32Array.from({ length: 5000 }, (_, i) => i)
    expect(ngramMatches([rising], rising, 3)).toEqual([5000, 4999, 4998])
    expect(ngramMatches([rising.toReversed()], rising, 3)).toEqual([5000, 0, 0])
  })
})

describe('sacreBLEU’s tests of significance', () => {
  const sum = (rows: readonly number[]) => rows.reduce((a, b) => a + b, 0)

  it('the bootstrap counts differences further from their mean than the observed one', () => {
    // Draws sum to 2, 4, 6 against 0: mean 4, centred -2, 0, 2. Observed 1 + 2 + 3 = 6: none above.
    const draws = [
      [0, 0, 3],
      [1, 1, 3],
      [2, 2, 3],
    ]
    expect(sacrebleuBootstrap([0, 0, 0, 0], [1, 2, 3, 0], sum, draws)).toEqual({
      baseline: { score: 0, mean: 0, halfWidth: 0 },
      system: { score: 6, mean: 4, halfWidth: (6 - 2) / 2 },
      p: (0 + 1) / (3 + 1),
    })
  })

  it('the randomisation counts shuffles that differ more than the observed pair', () => {
    // Observed |3 - 2| = 1. With one segment swapped 5 against 0, twice; with both or none 1, not above.
    const draws = [
      [1, 0],
      [0, 1],
      [1, 1],
      [0, 0],
    ]
    expect(sacrebleuRandomisation([3, 0], [0, 2], sum, draws)).toBe((2 + 1) / (4 + 1))
  })
})

/** Text of everything that the tokenizers treat apart. */
const trouble = fc
  .array(
    fc.oneof(
      fc.constantFrom('.', ',', '-', '5', '12', '.5', '...', ',.', '3.', '-\n', '\n', ' ', '&', '&amp;'),
      fc.constantFrom('&quot;', '&lt;', '<skipped>', "'", '’', '\t', '\u001c', '\u0085', '\ufeff', '𠀀', '١'),
      fc.constantFrom('a', 'word', 'É', '(', ')', '[', '~', '/', '@', '_', '$', '%', '!', '?', '\u3000', 'ß'),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''))

const sentence = fc
  .array(fc.constantFrom('the', 'cat', 'sat', 'on', 'a', 'mat', 'mats,', '3.5', '“oh”', '.'), {
    maxLength: 16,
  })
  .map((words) => words.join(' '))

/** The definition of 13a: replacements one after the other, each over the whole line. */
function substituted13a(text: string): string[] {
  const white = '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+'
  const line = text
    .replace(new RegExp(`${white}$`), '')
    .replaceAll('<skipped>', '')
    .replaceAll('-\n', '')
    .replaceAll('\n', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
  return ` ${line} `
    .replace(/[{-~[-` -&(-+:-@/]/gu, ' $& ')
    .replace(/([^0-9])([.,])/gu, '$1 $2 ')
    .replace(/([.,])([^0-9])/gu, ' $1 $2')
    .replace(/([0-9])(-)/gu, '$1 $2 ')
    .split(new RegExp(white))
    .filter((token) => token !== '')
}

function matchesByMap(gold: readonly number[][], predicted: readonly number[], order: number): number {
  const bag = (sequence: readonly number[]) => {
    const counts = new Map<string, number>()
    for (let i = 0; i + order <= sequence.length; i++) {
      const key = sequence.slice(i, i + order).join()
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    return counts
  }
  const bags = gold.map(bag)
  const clipped = Array.from(bag(predicted), ([key, count]) =>
    Math.min(count, Math.max(0, ...bags.map((counts) => counts.get(key) ?? 0))),
  )
  return clipped.reduce((sum, count) => sum + count, 0)
}

function expectShare(value: number): void {
  expect(value).toBeGreaterThanOrEqual(0)
  expect(value).toBeLessThanOrEqual(1)
}
