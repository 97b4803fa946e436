import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locateAll } from '../src/index.ts'

const starts = (text: string, needle: string) => locateAll(text, needle).map((span) => span.start)

describe('locateAll', () => {
  it.each([
    ['every occurrence, left to right', 'Oman, Oman; Oman', 'Oman', [0, 6, 12]],
    ['none inside a word', 'Romania Omani oman', 'Oman', []],
    ['one before a possessive and behind a hyphen', "Kabul's al-Kabul", 'Kabul', [0, 11]],
    ['none that cuts an accent off', 'Ze\u0301', 'Ze', []],
    ['none beside an astral letter', '𝒳Oman Oman𝒳', 'Oman', []],
    ['one beside an emoji', '😀Oman😀', 'Oman', [2]],
    ['occurrences that do not overlap', '- - -', '- -', [0]],
    ['one that only overlaps a part of a word', 'aa a a', 'a a', [3]],
    ['none of an empty needle', 'Oman', '', []],
  ])('finds %s', (_, text, needle, expected) => {
    expect(starts(text, needle)).toEqual(expected)
  })

  it('finds spans that slice to the needle, in order and apart', () => {
    const unit = fc.constantFrom('a', 'b', ' ', '-', '\u0301', '😀')
    fc.assert(
      fc.property(fc.string({ unit }), fc.string({ unit, maxLength: 3 }), (text, needle) => {
        let end = 0
        for (const span of locateAll(text, needle)) {
          expect(text.slice(span.start, span.end)).toBe(needle)
          expect(span.start).toBeGreaterThanOrEqual(end)
          end = span.end
        }
      }),
    )
  })
})
