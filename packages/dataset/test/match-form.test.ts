import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprintOf, matchForm } from '../src/standoff/match-form.ts'

test.each([
  ['Kabul\u2019s  “New”\r\n\tRoad', 'kabuls new road'],
  ['a\u00a0b\u2009c\u00adde', 'a b cde'],
  ['1999\u20132001 \u2014 \ufb01ne\u2026', '1999-2001 - fine...'],
  ['É e\u0301', 'é é'],
  ['STRASSE Straße', 'strasse strasse'],
  ['ΟΔΟΣ οδος', 'οδοσ οδοσ'],
  ['  " "  ', ''],
  ['👩\u200d🚀 ok', '👩\u200d🚀 ok'],
])('the match form of %j is %j', (text, form) => {
  expect(matchForm(text).form).toBe(form)
})

test('every unit of the form comes from a place of the text, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const { form, starts, ends } = matchForm(text)
      expect(starts).toHaveLength(form.length)
      expect(ends).toHaveLength(form.length)
      expect(starts).toEqual(starts.toSorted((a, b) => a - b))
      expect(starts.every((start, i) => start < ends[i]! && ends[i]! <= text.length)).toBe(true)
    }),
  )
})

test('the form of a passage between spaces is its part of the form of the text', () => {
  const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((text) => !/\s/.test(text))
  fc.assert(
    fc.property(fc.array(word, { minLength: 3, maxLength: 9 }), (words) => {
      const inner = words.slice(1, -1).join(' ')
      expect(` ${matchForm(words.join(' ')).form} `).toContain(matchForm(inner).form)
    }),
  )
})

test('a fingerprint is the first 64 bits of the SHA-256', () => {
  expect(fingerprintOf('ab é')).toBe(createHash('sha256').update('ab é', 'utf8').digest('hex').slice(0, 16))
})
