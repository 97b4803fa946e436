import { contractArticles } from '@assay/testkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textParts } from '../src/transformers/text-parts.ts'

/** A token is a word, or four letters of a longer one. */
const count = (text: string) => text.match(/\S{1,4}/g)?.length ?? 0

describe('textParts', () => {
  it('cuts between sentences where it can', () => {
    const text = 'One two. Three four five. Six.'
    // Tokens: One two. | Thre e four five . | Six. : 2, 5 and 1 with four letters a token.
    expect(textParts(text, 7, count)).toEqual(['One two. Three four five.', 'Six.'])
    expect(textParts(text, 6, count)).toEqual(['One two.', 'Three four five. Six.'])
    expect(textParts(text, 100, count)).toEqual([text])
  })

  it('cuts between words where a sentence is too long, and within a word that is', () => {
    expect(textParts('One two six.', 2, count)).toEqual(['One two', 'six.'])
    expect(textParts('abcdefgh', 1, count)).toEqual(['abcd', 'efgh'])
  })

  it('cuts no character in two', () => {
    // By UTF-16 code units, one character is too long already.
    expect(textParts('a👍👍', 1, (text) => text.length)).toEqual(['a', '👍', '👍'])
  })

  it('gives nothing for a text without a token', () => {
    expect(textParts(' \n', 5, count)).toEqual([])
  })

  it('keeps every character but white space, in order, and every part within the limit', () => {
    const texts = fc.oneof(
      fc.constantFrom(...contractArticles.map(({ text }) => text.slice(0, 3000))),
      fc.string({ unit: 'binary', maxLength: 60 }),
    )
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 40 }), (text, most) => {
        const parts = textParts(text, most, count)
        expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        for (const part of parts) expect(count(part)).toBeLessThanOrEqual(most)
      }),
      { numRuns: 200, seed: 1 },
    )
  })
})
