import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignWord } from '../src/transformers/align.ts'
import { bestLabel, entitiesOf, probability, type ReadFrom, tagOf } from '../src/transformers/decode.ts'
import { windowsOf } from '../src/transformers/windows.ts'

/** Words of two characters each, a space between: `B-PER I-PER O` is a text of three. */
function decoded(labels: string, readFrom: ReadFrom = 'words', opens?: readonly boolean[]): string[] {
  const tags = labels.split(' ').map(tagOf)
  const encoded = {
    ids: tags.map(() => 0),
    starts: tags.map((_, i) => 3 * i),
    ends: tags.map((_, i) => 3 * i + 2),
    opens: opens ?? tags.map(() => true),
  }
  const guesses = { labels: Int32Array.from(tags.keys()), scores: Float64Array.from(tags, () => 0.5) }
  return entitiesOf(encoded, guesses, tags, readFrom).map(
    ({ label, start, end }) => `${label} ${start / 3}-${(end - 2) / 3}`,
  )
}

describe('a tagged text', () => {
  it.each([
    ['BIO', 'B-PER I-PER O B-PER B-PER I-PER', ['PER 0-1', 'PER 3-3', 'PER 4-5']],
    ['IOB1', 'I-PER I-PER B-PER O I-ORG', ['PER 0-1', 'PER 2-2', 'ORG 4-4']],
    ['IOBES', 'B-PER I-PER E-PER S-PER S-ORG I-ORG', ['PER 0-2', 'PER 3-3', 'ORG 4-4', 'ORG 5-5']],
    ['BILOU', 'B-PER L-PER U-PER L-PER O', ['PER 0-1', 'PER 2-2', 'PER 3-3']],
    ['labels without prefixes', 'PER PER ORG O PER', ['PER 0-1', 'ORG 2-2', 'PER 4-4']],
    ['labels that change within', 'B-PER I-ORG I-PER', ['PER 0-0', 'ORG 1-1', 'PER 2-2']],
    ['labels with signs of their own', 'B-creative-work I-creative-work', ['creative-work 0-1']],
    ['nothing', 'O O', []],
  ])('in %s is read', (_, labels, found) => {
    expect(decoded(labels)).toEqual(found)
  })

  it('has the label of the first token of each word, or of every token', () => {
    const opens = [true, false, true, false]
    expect(decoded('B-PER O O B-ORG', 'words', opens)).toEqual(['PER 0-1'])
    expect(decoded('B-PER O O B-ORG', 'tokens', opens)).toEqual(['PER 0-0', 'ORG 3-3'])
  })

  it('takes a second beginning within a word for the same name', () => {
    expect(decoded('B-PER B-PER B-ORG', 'tokens', [true, false, false])).toEqual(['PER 0-1', 'ORG 2-2'])
  })

  it('gives an entity the mean probability of its words', () => {
    const encoded = { ids: [1, 2], starts: [0, 3], ends: [2, 5], opens: [true, true] }
    const guesses = { labels: Int32Array.of(0, 1), scores: Float64Array.of(0.5, 0.75) }
    expect(entitiesOf(encoded, guesses, [tagOf('B-X'), tagOf('I-X')], 'words')).toEqual([
      { start: 0, end: 5, label: 'X', score: (0.5 + 0.75) / 2 },
    ])
  })

  it('reads a word from a token that stands for the space before it', () => {
    // "▁" B-LOC, "Oslo" O: one word.
    const encoded = { ids: [1, 2], starts: [0, 0], ends: [0, 4], opens: [true, false] }
    const guesses = { labels: Int32Array.of(0, 1), scores: Float64Array.of(1, 1) }
    const tags = [tagOf('B-LOC'), tagOf('O')]
    expect(entitiesOf(encoded, guesses, tags, 'words')).toEqual([
      { start: 0, end: 4, label: 'LOC', score: 1 },
    ])
    expect(entitiesOf(encoded, guesses, tags, 'tokens')).toEqual([])
  })
})

describe('logits', () => {
  it('become the first of the best labels, and its probability', () => {
    const logits = Float32Array.of(9, 9, 9, 0, 2, 2)
    expect([bestLabel(logits, 3, 0), bestLabel(logits, 3, 1)]).toEqual([0, 1])
    expect(probability(logits, 3, 0, 0)).toBe(1 / 3)
    expect(probability(logits, 3, 1, 1)).toBe(1 / (1 + (Math.exp(-2) + 1)))
  })
})

describe('windows', () => {
  it('overlap, the last one more than the others, and share the judging in the middle', () => {
    expect(windowsOf(11, 6, 2)).toEqual([
      { from: 0, to: 6, judgedFrom: 0, judgedTo: 5 },
      { from: 4, to: 10, judgedFrom: 5, judgedTo: 8 },
      { from: 5, to: 11, judgedFrom: 8, judgedTo: 11 },
    ])
  })

  it('are one where the text is short, and none where there is none', () => {
    expect(windowsOf(4, 6, 2)).toEqual([{ from: 0, to: 4, judgedFrom: 0, judgedTo: 4 }])
    expect(windowsOf(0, 6, 2)).toEqual([])
  })

  it('judge every token once, where it is farthest from a border', () => {
    const sizes = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 40 }), fc.nat(20))
    const property = fc.property(sizes, ([length, size, stride]) => {
      const windows = windowsOf(length, size, Math.min(stride, size >> 1))
      // From a border at the end of the text nothing is missing.
      const room = ({ from, to }: { from: number; to: number }, i: number) =>
        i < from || i >= to ? -1 : Math.min(from === 0 ? size : i - from, to === length ? size : to - 1 - i)
      for (let i = 0; i < length; i++) {
        const judging = windows.filter(({ judgedFrom, judgedTo }) => judgedFrom <= i && i < judgedTo)
        expect(judging).toHaveLength(1)
        expect(room(judging[0]!, i)).toBe(Math.max(...windows.map((window) => room(window, i))))
      }
      for (const { from, to } of windows) expect(to - from).toBe(Math.min(size, length))
    })
    fc.assert(property, { numRuns: 200 })
  })
})

describe('a normalized word', () => {
  const nfkc = (text: string) => text.normalize('NFKC')
  const plain = (text: string) =>
    text
      .toLowerCase()
      .normalize('NFD')
      .replaceAll(/\p{Mn}/gu, '')

  it('is followed letter by letter', () => {
    expect(alignWord('ﬁx', nfkc)).toEqual([
      { from: 0, to: 1, text: 'fi' },
      { from: 1, to: 2 },
    ])
    expect(alignWord('Oslo', nfkc)).toEqual([{ from: 0, to: 4 }])
  })

  it('keeps a mark with its letter', () => {
    expect(alignWord('e\u0301a', plain)).toEqual([
      { from: 0, to: 2, text: 'e' },
      { from: 2, to: 3 },
    ])
    expect(alignWord('e\u0301a', nfkc)).toEqual([
      { from: 0, to: 2, text: 'é' },
      { from: 2, to: 3 },
    ])
  })

  it('keeps together what is composed, or written in another way at the end of a word', () => {
    expect(alignWord('x\u1112\u1161\u11ab', nfkc)).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 4, text: '한' },
    ])
    expect(alignWord('ΔΟΣ', plain)).toEqual([
      { from: 0, to: 1, text: 'δ' },
      { from: 1, to: 3, text: 'ος' },
    ])
  })
})
