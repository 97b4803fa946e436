import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countWords, firstWords, wordTokens } from '../src/index.ts'

const words = (text: string) => wordTokens(text).map((token) => token.text)

describe('wordTokens', () => {
  it.each([
    ['leaves punctuation out', 'Yes, they (all) left!', ['Yes', 'they', 'all', 'left']],
    [
      'takes hyphens apart',
      'an Afghan-led well-known plan',
      ['an', 'Afghan', 'led', 'well', 'known', 'plan'],
    ],
    ['keeps inner apostrophes', "don't O’Brien l'eau", ["don't", 'O’Brien', "l'eau"]],
    [
      'leaves the possessive out',
      "Kabul's mayor's, James' and it’s",
      ['Kabul', 'mayor', 'James', 'and', 'it'],
    ],
    ['keeps the marks inside a number', '9,000 or 4.9, at 10:30.', ['9,000', 'or', '4.9', 'at', '10:30']],
    ['takes a sign off its number', '$5m is 5%', ['5m', 'is', '5']],
    ['keeps initialisms together', 'The U.S. and the U.N.', ['The', 'U.S', 'and', 'the', 'U.N']],
    ['ends a word at a full stop without a space', 'one.Two J.Smith', ['one', 'Two', 'J', 'Smith']],
    ['keeps combining marks with their letter', 'Ze\u0301 na\u00efve कि', ['Ze\u0301', 'na\u00efve', 'कि']],
    ['reads any script', 'Кабул كابول カブール 𝒳𝒴', ['Кабул', 'كابول', 'カブール', '𝒳𝒴']],
    ['finds nothing in symbols', '😀 ❤️ — … \u0301', []],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it('has offsets in UTF-16 code units', () => {
    expect(wordTokens('😀 ab')).toEqual([{ start: 3, end: 5, text: 'ab' }])
  })

  it('slices to its text, in order, without overlap, and misses no letter or digit but possessives', () => {
    const unit = fc.oneof(
      fc.constantFrom('a', 'B', '7', "'s", '’', '-', ',', '.', ' ', '\u0301', '😀'),
      fc.string(),
    )
    fc.assert(
      fc.property(
        fc.array(unit).map((parts) => parts.join('')),
        (text) => {
          let end = 0
          let between = ''
          for (const token of wordTokens(text)) {
            expect(token.start).toBeGreaterThanOrEqual(end)
            expect(text.slice(token.start, token.end)).toBe(token.text)
            between += `${text.slice(end, token.start)} `
            end = token.end
          }
          between += text.slice(end)
          expect(between.replaceAll(/['’ʼ]s/gi, '')).not.toMatch(/[\p{L}\p{N}]/u)
        },
      ),
    )
  })
})

describe('countWords', () => {
  it.each([
    ['', 0],
    [' \n\t ', 0],
    ['one', 1],
    [' one two\n\nthree — four ', 5],
  ])('of "%s" is %d', (text, expected) => {
    expect(countWords(text)).toBe(expected)
  })
})

describe('firstWords', () => {
  it.each([
    ['One two three.', 2, 'One two'],
    [' One\ntwo  three', 2, ' One\ntwo'],
    ['One two ', 2, 'One two'],
    ['One two ', 3, 'One two '],
    ['One', 0, ''],
  ])('of "%s" up to %d is "%s"', (text, n, expected) => {
    expect(firstWords(text, n)).toBe(expected)
  })

  it('has the number of words asked for, or all there are', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '\n') }), fc.nat(12), (text, n) => {
        expect(countWords(firstWords(text, n))).toBe(Math.min(n, countWords(text)))
        expect(text.startsWith(firstWords(text, n))).toBe(true)
      }),
    )
  })
})
