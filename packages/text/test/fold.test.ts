import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldName } from '../src/index.ts'

describe('foldName', () => {
  it.each([
    ['case', 'NATO', 'nato'],
    ['a possessive', "Kabul's", 'kabul'],
    ['a typographic possessive', 'Kabul’s', 'kabul'],
    ['the possessive of a plural', "the Philippines'", 'the philippines'],
    ['white space', '  New\u00a0York\n City ', 'new york city'],
    ['kinds of dash', 'Al–Qaeda', 'al-qaeda'],
    ['kinds of quote', '“O‘Brien”', `"o'brien"`],
    ['compatibility forms', 'ﬁlm №5', 'film no5'],
    ['decomposed accents', 'Me\u0301rida', 'm\u00e9rida'],
    ['sharp s', 'Weißsee', 'weisssee'],
    ['invisible marks', 'Ka\u00adbul\u200b', 'kabul'],
  ])('takes %s off', (_, surface, expected) => {
    expect(foldName(surface)).toBe(expected)
  })

  it('keeps accents, inner possessives and a name that is only an s', () => {
    expect(['Málaga', "King's College", "'s", 'S'].map(foldName)).toEqual([
      'málaga',
      "king's college",
      "'s",
      's',
    ])
  })

  it('changes nothing the second time', () => {
    const unit = fc.oneof(
      fc.constantFrom("'s", '’', 's', ' ', 'ß', 'İ', 'ΐ', 'Σ', 'ﬀ', '\u00ad', '-'),
      fc.string({ unit: 'binary' }),
    )
    fc.assert(
      fc.property(
        fc.array(unit).map((parts) => parts.join('')),
        (surface) => {
          const folded = foldName(surface)
          expect(foldName(folded)).toBe(folded)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
