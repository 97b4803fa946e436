import { AssayError, type Score } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import {
  countTags,
  decodeTags,
  detectTagScheme,
  scoreTags,
  type TagOptions,
  type TagScheme,
  tagSchemes,
  type TagScore,
} from '../src/index.ts'

/** Tags of one sentence by their words: `O B-PER I-PER`. */
const words = (sentence: string) => sentence.split(' ')

/** The spans of one sentence as `PER 1-3`, the end not included. */
function spans(sentence: string, options: TagOptions = {}): string[] {
  return decodeTags([words(sentence)], options)[0]!.map(({ type, start, end }) => `${type} ${start}-${end}`)
}

const strict = (scheme: TagScheme): TagOptions => ({ mode: 'strict', scheme })

describe('tags in the default mode', () => {
  it.each([
    ['B-PER I-PER O B-LOC', ['PER 0-2', 'LOC 3-4']],
    ['O I-PER I-PER O', ['PER 1-3']],
    ['B-PER I-LOC I-LOC', ['PER 0-1', 'LOC 1-3']],
    ['B-PER B-PER', ['PER 0-1', 'PER 1-2']],
    ['I-PER E-PER I-PER E-PER', ['PER 0-2', 'PER 2-4']],
    ['S-PER S-PER O E-LOC', ['PER 0-1', 'PER 1-2', 'LOC 3-4']],
    ['O O', []],
  ])('%s', (sentence, expected) => {
    expect(spans(sentence)).toEqual(expected)
  })

  it('a span ends with its sentence', () => {
    expect(decodeTags([['B-PER'], ['I-PER'], []])).toEqual([
      [{ type: 'PER', start: 0, end: 1 }],
      [{ type: 'PER', start: 0, end: 1 }],
      [],
    ])
  })

  it('has no rule for U and L: two neighbours are one span, and clean BILOU tags come out wrong', () => {
    expect(spans('U-PER U-PER O')).toEqual(['PER 0-2'])
    expect(spans('U-PER U-PER O', strict('BILOU'))).toEqual(['PER 0-1', 'PER 1-2'])
  })

  it('counts on from the last start where an L closes what has ended already', () => {
    expect(spans('B-PER E-PER L-PER O')).toEqual(['PER 0-2', 'PER 0-3'])
  })
})

describe('tags in strict mode', () => {
  it.each<[TagScheme, string, string[]]>([
    ['IOB1', 'I-PER I-PER B-PER I-PER O', ['PER 0-2', 'PER 2-4']],
    ['IOB1', 'O B-PER I-PER O', ['PER 2-3']],
    ['IOB1', 'O B-PER O', []],
    ['IOB1', 'I-PER B-LOC O', ['PER 0-1']],
    ['IOB1', 'I-PER B-PER B-PER O', ['PER 0-1', 'PER 1-2', 'PER 2-3']],
    ['IOB2', 'B-PER I-PER B-PER O', ['PER 0-2', 'PER 2-3']],
    ['IOB2', 'I-PER I-PER O', []],
    ['IOB2', 'B-PER I-LOC I-LOC', ['PER 0-1']],
    ['IOE1', 'I-PER I-PER O I-LOC', ['PER 0-2', 'LOC 3-4']],
    ['IOE1', 'I-PER E-PER O', []],
    ['IOE1', 'I-PER E-PER I-PER O', ['PER 0-2', 'PER 2-3']],
    ['IOE1', 'I-PER E-PER I-LOC O', ['LOC 2-3']],
    ['IOE1', 'I-PER E-PER E-PER I-PER O', ['PER 0-2', 'PER 2-3', 'PER 3-4']],
    ['IOE2', 'I-PER E-PER E-PER O', ['PER 0-2', 'PER 2-3']],
    ['IOE2', 'I-PER I-PER O', []],
    ['IOE2', 'I-PER E-LOC O', ['LOC 1-2']],
    ['IOBES', 'B-PER I-PER E-PER S-LOC', ['PER 0-3', 'LOC 3-4']],
    ['IOBES', 'B-PER I-PER O', []],
    ['IOBES', 'B-PER E-LOC', []],
    ['IOBES', 'B-PER B-PER E-PER', ['PER 1-3']],
    ['BILOU', 'B-PER I-PER L-PER U-LOC', ['PER 0-3', 'LOC 3-4']],
    ['BILOU', 'B-PER U-PER L-PER', ['PER 1-2']],
  ])('%s: %s', (scheme, sentence, expected) => {
    expect(spans(sentence, strict(scheme))).toEqual(expected)
  })

  it('one well formed corpus reads the same in every scheme that can write it', () => {
    const written: Readonly<Record<TagScheme, string>> = {
      IOB1: 'I-PER I-PER B-PER O I-LOC O',
      IOB2: 'B-PER I-PER B-PER O B-LOC O',
      // Neighbours of one type are what IOE1's rules in the reference lose, unless an I follows.
      IOE1: 'I-PER E-PER I-PER O I-LOC O',
      IOE2: 'I-PER E-PER E-PER O E-LOC O',
      IOBES: 'B-PER E-PER S-PER O S-LOC O',
      BILOU: 'B-PER L-PER U-PER O U-LOC O',
    }
    for (const scheme of tagSchemes) {
      expect(spans(written[scheme], strict(scheme)), scheme).toEqual(['PER 0-2', 'PER 2-3', 'LOC 4-5'])
    }
  })
})

describe('types of tags', () => {
  it('keep their inner hyphens, and a bare prefix has the type _', () => {
    expect(spans('B-WORK-OF-ART I-WORK-OF-ART B')).toEqual(['WORK-OF-ART 0-2', '_ 2-3'])
    expect(spans('B-WORK-OF-ART I-WORK-OF-ART B', strict('IOB2'))).toEqual(['WORK-OF-ART 0-2', '_ 2-3'])
  })

  it('stand before a prefix at the end with suffix', () => {
    expect(spans('WORK-OF-ART-B WORK-OF-ART-I O PER-I', { suffix: true })).toEqual([
      'WORK-OF-ART 0-2',
      'PER 3-4',
    ])
    expect(spans('PER-B PER-L B', { ...strict('BILOU'), suffix: true })).toEqual(['PER 0-2'])
  })

  it('lose hyphens at their ends in strict mode only', () => {
    expect(spans('B--PER')).toEqual(['-PER 0-1'])
    expect(spans('B--PER', strict('IOB2'))).toEqual(['PER 0-1'])
  })
})

describe('the scheme of tags', () => {
  it.each([
    ['O B-PER I-PER', 'IOB2'],
    ['B-PER', 'IOB2'],
    ['O I-PER E-PER', 'IOE2'],
    ['O B-PER E-PER', 'IOBES'],
    ['S-PER', 'IOBES'],
    ['O B-PER L-PER', 'BILOU'],
    ['U-PER', 'BILOU'],
  ])('of %s is %s', (sentence, scheme) => {
    expect(detectTagScheme([words(sentence)])).toBe(scheme)
  })

  it('is known for 26 of the 127 sets of prefixes', () => {
    const known: Readonly<Record<string, readonly string[]>> = {
      IOB2: ['B', 'BI', 'BO', 'BIO'],
      IOE2: ['E', 'EI', 'EO', 'EIO'],
      IOBES: ['BE', 'BEI', 'BEO', 'BES', 'BEIO', 'BEIS', 'BEOS', 'BEIOS', 'S'],
      BILOU: ['BL', 'BIL', 'BLO', 'BLU', 'BILO', 'BILU', 'BLOU', 'BILOU', 'U'],
    }
    const found: Record<string, string[]> = { IOB2: [], IOE2: [], IOBES: [], BILOU: [] }
    for (let bits = 1; bits < 128; bits++) {
      const letters = ['B', 'E', 'I', 'L', 'O', 'S', 'U'].filter((_, i) => bits & (1 << i))
      try {
        found[detectTagScheme([letters])]!.push(letters.join(''))
      } catch (error) {
        expect(AssayError.is(error)).toBe(true)
      }
    }
    const sorted = (sets: Readonly<Record<string, readonly string[]>>) =>
      Object.entries(sets).map(([scheme, list]) => [scheme, [...list].sort()])
    expect(sorted(found)).toEqual(sorted(known))
  })

  it.each(['O O', 'O I-PER', 'O S-PER', 'O U-PER', 'B-PER E-PER U-PER'])('of %s is not known', (sentence) => {
    expect(refusal(() => detectTagScheme([words(sentence)]))).toContain('no scheme has the prefixes')
  })

  it('is read off gold in strict mode where none is named', () => {
    const gold = [words('B-PER E-PER O')]
    expect(countTags(gold, [words('B-PER I-PER O')], { mode: 'strict' })).toEqual({
      tokens: 3,
      'tokens.correct': 2,
      'gold/PER': 1,
      'predicted/PER': 0,
      'correct/PER': 0,
    })
  })
})

describe('scores of tags', () => {
  // Gold: PER, PER, LOC. Predicted: PER right, PER one token short, LOC missed, ORG spurious.
  const gold = ['B-PER I-PER O', 'B-PER I-PER B-LOC O'].map(words)
  const predicted = ['B-PER I-PER B-ORG', 'B-PER O O O'].map(words)
  // ORG has no gold span, LOC no predicted one: recall and precision are undefined, and 0 in the mean.
  const correct = [
    { type: 'LOC', gold: 1, predicted: 0, correct: 0 },
    { type: 'ORG', gold: 0, predicted: 1, correct: 0 },
    { type: 'PER', gold: 2, predicted: 2, correct: 1 },
  ]

  it('are counts first, and ratios of them', () => {
    const scores = scoreTags(gold, predicted)
    expect(
      scores.types.map(({ type, gold, predicted, correct }) => ({ type, gold, predicted, correct })),
    ).toEqual(correct)
    // 1 of 3 predicted and of 3 gold spans.
    expect(values(scores.micro)).toEqual([1 / 3, 1 / 3, 1 / 3, 3])
    // PER has 1/2, the other two 0; three types.
    expect(values(scores.macro)).toEqual([1 / 6, 1 / 6, 1 / 6, 3])
    // PER has two of three gold spans, LOC one.
    expect(values(scores.weighted)).toEqual([1 / 3, 1 / 3, 1 / 3, 3])
    // I-PER and B-LOC of the second sentence and B-ORG of the first.
    expect(scores.accuracy).toEqual({ value: 4 / 7 })
    expect(scores.types[0]!.precision).toEqual({ value: null, because: 'nothing was predicted' })
    expect(scores.types[1]!.recall).toEqual({ value: null, because: 'nothing is gold' })
  })

  it('take 0 or 1 for a zero division on request', () => {
    const zero = scoreTags(gold, predicted, { zeroDivision: 0 })
    expect(zero.types.map(values)).toEqual([
      [0, 0, 0, 1],
      [0, 0, 0, 0],
      [1 / 2, 1 / 2, 1 / 2, 2],
    ])
    const one = scoreTags(gold, predicted, { zeroDivision: 1 })
    expect(one.types.map(values)).toEqual([
      [1, 0, 0, 1],
      [0, 1, 0, 0],
      [1 / 2, 1 / 2, 1 / 2, 2],
    ])
    // Precision: (1 + 0 + 1/2) / 3. Recall: (0 + 1 + 1/2) / 3.
    expect(values(one.macro)).toEqual([1 / 2, 1 / 2, 1 / 6, 3])
  })

  it('without any span are undefined, or what a zero division is worth', () => {
    const none = [words('O O')]
    const undefinedScores = scoreTags(none, none)
    for (const score of [undefinedScores.micro, undefinedScores.macro, undefinedScores.weighted]) {
      expect(values(score)).toEqual([null, null, null, 0])
    }
    const one = scoreTags(none, none, { zeroDivision: 1 })
    expect(values(one.micro)).toEqual([1, 1, 1, 0])
    // The reference gives NaN for a mean over no types.
    expect(values(one.macro)).toEqual([null, null, null, 0])
    expect(values(one.weighted)).toEqual([1, 1, 1, 0])
    // Weights all 0 and something predicted: precision and F 0 whatever the zero division, recall 1.
    const spurious = scoreTags(none, [words('B-PER O')], { zeroDivision: 1 })
    expect(values(spurious.weighted)).toEqual([0, 1, 0, 0])
    expect(scoreTags([], []).accuracy).toEqual({ value: null, because: 'there are no tokens' })
  })

  it('weigh recall by beta', () => {
    // PER: precision 1/1, recall 1/2. F2 = 5 · 1 / (4 · 2 + 1).
    const scores = scoreTags([words('B-PER O B-PER')], [words('B-PER O O')], { beta: 2 })
    expect(values(scores.micro)).toEqual([1, 1 / 2, 5 / 9, 2])
  })

  it('of types with the names of object members are kept apart', () => {
    const tags = [words('B-__proto__ O B-constructor O B-2 O B-10')]
    expect(scoreTags(tags, tags).types.map(({ type, correct }) => [type, correct])).toEqual([
      ['10', 1],
      ['2', 1],
      ['__proto__', 1],
      ['constructor', 1],
    ])
  })

  it('stay right where many tags share one place of the short memory', () => {
    const types = Array.from({ length: 3000 }, (_, i) => `T${i}`)
    const gold = types.map((type) => [`B-${type}`, `I-${type}`, 'O'])
    const { micro, types: rows } = scoreTags([...gold, ...gold], [...gold, ...gold.toReversed()], {
      mode: 'strict',
      scheme: 'IOB2',
    })
    // The second half is right only where a reversed list meets itself: nowhere, its length is even.
    expect(values(micro)).toEqual([1 / 2, 1 / 2, 1 / 2, 6000])
    expect(rows).toHaveLength(3000)
  })
})

describe('tags that cannot be read', () => {
  const tags = (...sentences: unknown[]) => sentences as string[][]

  it.each<[string, () => unknown, string]>([
    [
      'a sentence more on one side',
      () => countTags([['O'], ['O']], [['O']]),
      'gold has 2 sentences, predicted has 1',
    ],
    [
      'a tag less in one sentence',
      () => countTags([['O'], ['O', 'O']], [['O'], ['O']]),
      'gold[1] has 2 tags, predicted[1] has 1',
    ],
    [
      'a tag that is no text',
      () => countTags(tags(['O', null]), [['O', 'O']]),
      'gold[0][1] is null, not a tag',
    ],
    ['an empty tag', () => countTags([['O']], [['']]), 'predicted[0][0] is "", not a tag'],
    ['a number', () => decodeTags(tags(['O'], [3])), 'tags[1][0] is 3, not a tag'],
    ['tags without sentences', () => countTags(tags('O', 'O'), [['O']]), 'gold[0] is "O", not the tags'],
    ['a type without a prefix', () => decodeTags([['O', 'PER']]), 'tags[0][1] is "PER"'],
    [
      'a prefix of another scheme',
      () => countTags([['B-PER']], [['S-PER']], strict('IOB2')),
      'predicted[0][0] is "S-PER": the prefixes of IOB2 are I, O, B',
    ],
    [
      'a prefix at the wrong end',
      () => decodeTags([['PER-B']], { suffix: false }),
      'tags[0][0] is "PER-B": the prefixes of the default mode are O, I, B, E, S, U, L',
    ],
    [
      'an unknown prefix where a scheme is detected',
      () => detectTagScheme([['B-PER', 'X-PER']]),
      'tags[0][1] is "X-PER"',
    ],
  ])('%s', (_, read, message) => {
    expect(refusal(read)).toContain(message)
  })

  it('a scheme in the default mode, which would not look at it', () => {
    expect(refusal(() => decodeTags([['O']], { scheme: 'BILOU' }))).toBe(
      'scheme BILOU says nothing in mode default',
    )
  })
})

function values({ precision, recall, f, support }: TagScore): (number | null)[] {
  return [...[precision, recall, f].map((score: Score) => score.value), support]
}

function refusal(read: () => unknown): string {
  try {
    read()
  } catch (error) {
    if (AssayError.is(error)) return error.message
    throw error
  }
  return 'nothing was refused'
}
