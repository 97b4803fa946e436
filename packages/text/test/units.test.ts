import { tinyNews } from '@assay/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createOffsetMap } from '../src/index.ts'

describe('createOffsetMap', () => {
  it('counts an astral character as one code point and two code units', () => {
    const map = createOffsetMap('a😀b')
    expect([0, 1, 3, 4].map(map.toCodepoint)).toEqual([0, 1, 2, 3])
    expect([0, 1, 2, 3].map(map.fromCodepoint)).toEqual([0, 1, 3, 4])
  })

  it('has both ends of an empty text at 0', () => {
    const map = createOffsetMap('')
    expect([map.toCodepoint(0), map.fromCodepoint(0)]).toEqual([0, 0])
  })

  it('counts a lone surrogate as one code point', () => {
    expect(createOffsetMap('\ud83dx\ude00').toCodepoint(3)).toBe(3)
  })

  it('refuses an offset inside a surrogate pair', () => {
    expect(() => createOffsetMap('a😀b').toCodepoint(2)).toThrow(
      new RangeError('offset 2 cuts the surrogate pair at 1 in two'),
    )
  })

  it.each([-1, 5, 0.5, Number.NaN])('refuses %d as an offset of four code units', (offset) => {
    expect(() => createOffsetMap('a😀b').toCodepoint(offset)).toThrow(
      new RangeError(`offset ${offset} is outside the text, which has 4 UTF-16 code units`),
    )
  })

  it('refuses a code point behind the end', () => {
    expect(() => createOffsetMap('a😀b').fromCodepoint(4)).toThrow(
      new RangeError('offset 4 is outside the text, which has 3 code points'),
    )
  })

  const texts = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '👩‍👩‍👧', 'ש', '\n', '𝒳') })

  it('agrees with counting code points one by one', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const map = createOffsetMap(text)
        const characters = Array.from(text)
        let offset = 0
        for (const [index, character] of characters.entries()) {
          expect(map.toCodepoint(offset)).toBe(index)
          expect(map.fromCodepoint(index)).toBe(offset)
          offset += character.length
        }
        expect(map.toCodepoint(text.length)).toBe(characters.length)
        expect(map.fromCodepoint(characters.length)).toBe(text.length)
      }),
    )
  })

  it('takes every gold span of tiny-news to code points and back', () => {
    for (const { article, annotation } of tinyNews.articles) {
      const map = createOffsetMap(article.text)
      const characters = Array.from(article.text)
      for (const { span, surface } of [...(annotation.mentions ?? []), ...(annotation.timexes ?? [])]) {
        const [start, end] = [map.toCodepoint(span.start), map.toCodepoint(span.end)]
        expect(characters.slice(start, end).join('')).toBe(surface)
        expect([map.fromCodepoint(start), map.fromCodepoint(end)]).toEqual([span.start, span.end])
      }
    }
  })
})
