import { findDates } from '@assay/text'
import { describe, expect, it } from 'vitest'
import { initialsOf, isAcronym, plainLetters } from '../src/names/acronyms.ts'
import { canonicalWords } from '../src/names/canonical.ts'
import { capitalisedRuns } from '../src/names/capitalised.ts'
import { isCommonWord } from '../src/names/common-words.ts'
import { namesIn } from '../src/names/names-in.ts'
import { places } from '../src/names/places.ts'

describe('capitalised runs', () => {
  it.each([
    ['words with a capital in a row', 'they met Anna Lind in Port Ansel', ['Anna Lind', 'Port Ansel']],
    ['no words without', 'they met the mayor', []],
    [
      'small words between capitals',
      'the Bank of Norland and Vincent van der Zorg',
      ['Bank of Norland', 'Vincent van der Zorg'],
    ],
    ['no small word at the end', 'the Bank of the south', ['Bank']],
    ['no small word at the start', 'they said of Norland', ['Norland']],
    ['not over other words', 'Lind and Zorg', ['Lind', 'Zorg']],
    ['not over a comma', 'they met Lind, Zorg; Berg', ['Lind', 'Zorg', 'Berg']],
    ['not over a sentence end', 'They met Lind. Zorg sailed.', ['Lind', 'Zorg']],
    ['not over a line break', 'they met Lind\nZorg', ['Lind', 'Zorg']],
    ['over hyphens', 'the Lind-Zorg line', ['Lind-Zorg']],
    ['over an ampersand', 'they met Lind & Zorg', ['Lind & Zorg']],
    [
      'over the stops of initials and titles',
      'they met J. R. Lind, Dr. Zorg, Prof. Berg, U.S. Navy',
      ['J. R. Lind', 'Dr. Zorg', 'Prof. Berg', 'U.S. Navy'],
    ],
    ['not over the stop of a word', 'they met Berg. Zorg', ['Berg', 'Zorg']],
    ['not over a possessive', "they met Norland's Lind", ['Norland', 'Lind']],
    ['no stop word at the front', 'they met His Majesty The King', ['Majesty The King']],
    ['no common word at the start of a sentence', 'Officials met. Police Lind sailed. Harbour', ['Lind']],
    ['a name at the start of a sentence', 'Zorg sailed', ['Zorg']],
    ['a common word elsewhere', 'they met the Police', ['Police']],
    ['no common word behind a quotation mark', 'they said "Officials met", “Police met”, ‘Ships met’', []],
    [
      'no common word behind a colon, a bracket, a line break',
      'they met: Officials (Police [Ships\nBoats',
      [],
    ],
    ['no days and months', 'on Monday in March May', []],
    ['a name with a month in it', 'they met Theresa May', ['Theresa May']],
    ['no pronoun', 'then I sailed', []],
    [
      'names of capitals that look like stop words',
      'they met the US, the WHO and IT staff',
      ['US', 'WHO', 'IT'],
    ],
    ['nothing in nothing', '', []],
    ['figures inside', 'they met the G7 and B12', ['G7', 'B12']],
    ['letters outside ASCII', 'they met Élise Ångström', ['Élise Ångström']],
  ])('hold %s', (_, text, runs) => {
    expect(capitalisedRuns(text).map(({ start, end }) => text.slice(start, end))).toEqual(runs)
  })

  it.each('of the de del della di da du la le van von der den bin ibn al el'.split(' '))(
    'join over "%s"',
    (word) => {
      const text = `they met Bank ${word} Zorg`
      expect(capitalisedRuns(text).map(({ start, end }) => text.slice(start, end))).toEqual([
        `Bank ${word} Zorg`,
      ])
    },
  )

  it.each(
    'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December'.split(
      ' ',
    ),
  )('are never %s', (word) => expect(capitalisedRuns(`on ${word}`)).toEqual([]))
})

describe('common words', () => {
  it.each(['Officials', 'official', 'The', 'Meanwhile', 'Prosecutors', 'Nine', 'Yesterday'])('%s', (word) => {
    expect(isCommonWord(word)).toBe(true)
  })

  it.each(['Zorg', 'Lind', 'Rose', 'Bush', 'France'])('not %s', (word) => {
    expect(isCommonWord(word)).toBe(false)
  })
})

describe('canonical words', () => {
  const words = (text: string) => canonicalWords(text).map(({ word }) => word)

  it.each([
    ['case off', 'PORT Ansel port', ['port', 'ansel', 'port']],
    ['possessive off', "Lind's Norland’s", ['lind', 'norland']],
    ['plural off', 'Ministries ships boats cars', ['ministry', 'ship', 'boat', 'car']],
    [
      'no plural in short words and in -ss, -us, -is',
      'gas boss Paulus Alexis',
      ['gas', 'boss', 'paulus', 'alexis'],
    ],
    ['dots off', 'U.N. UN', ['un', 'un']],
    ['a demonym is its place', 'French France Frenchman', ['France', 'France', 'France']],
    ['in the plural', 'Germans', ['Germany']],
    ['a place of several words', 'South Korean, South Korea', ['South Korea', 'South Korea']],
    ['the longest place first', 'South Sudanese Sudanese', ['South Sudan', 'Sudan']],
    [
      'other names of one place',
      'Britain, British, the UK, Holland',
      ['United Kingdom', 'United Kingdom', 'the', 'United Kingdom', 'Netherlands'],
    ],
    ['a place has a capital', 'turkey and polish china', ['turkey', 'and', 'polish', 'china']],
    ['a place of capitals has capitals', 'US us Us U.S.', ['United States', 'us', 'us', 'United States']],
    ['the rest as it is', 'Zorg 4.9', ['zorg', '4.9']],
  ])('%s', (_, text, expected) => expect(words(text)).toEqual(expected))

  it('know where they stand', () => {
    expect(canonicalWords('the South Koreans')).toEqual([
      { word: 'the', start: 0, end: 3 },
      { word: 'South Korea', start: 4, end: 17 },
    ])
  })

  it('give every name of the table its place', () => {
    for (const names of places) for (const name of names) expect(words(name), name).toEqual([names[0]])
  })

  it('no name of the table means two places', () => {
    const names = places.flat()
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
  })
})

describe('acronyms', () => {
  it('are two to six capitals, with dots or without', () => {
    expect(['UN', 'U.N.', 'UNESCO'].every(isAcronym)).toBe(true)
    expect(['U', 'Un', 'UNHCRXY', 'UN-1', ''].some(isAcronym)).toBe(false)
    expect(plainLetters('U.N.')).toBe('UN')
  })

  it('are the initials of the capitalised words of a name', () => {
    expect(initialsOf('Maritime Safety Board')).toBe('MSB')
    expect(initialsOf('Bank of Norland')).toBe('BN')
    expect(initialsOf('Norland')).toBeNull()
    expect(initialsOf('board of trade')).toBeNull()
  })
})

describe('names in a text', () => {
  const names = (text: string) =>
    namesIn(
      text,
      findDates(text, '2026-03-11').map(({ span }) => span),
    ).map(({ start, end }) => text.slice(start, end))

  it.each([
    ['a date in front of a name', 'On Sunday Aarhus Nordlys opened', ['Aarhus Nordlys']],
    ['a month in front of a name', 'In March Anna Lind spoke', ['Anna Lind']],
    ['a date behind a name', 'they met Anna Lind Sunday', ['Anna Lind']],
    ['a date inside a run', 'they met Anna Lind Sunday Port Ansel', ['Anna Lind', 'Port Ansel']],
    ['the stop of an initialism before a date', 'they left the U.S. Sunday', ['U.S.']],
    ['a participle in front of a name', 'Joining Anna Lind, they left', ['Anna Lind']],
    ['a participle before a small word', 'Backed by Norvik, they left', ['Norvik']],
  ])('leave out %s', (_, text, expected) => expect(names(text)).toEqual(expected))

  it.each([
    ['a surname that looks like one', 'Fleming said so', ['Fleming']],
    ['a first name that looks like one', 'Alfred Lind said so', ['Alfred Lind']],
    ['a participle elsewhere', 'they met Joining Anna', ['Joining Anna']],
    ['a month that is a surname', 'they met Theresa May', ['Theresa May']],
    ['a short word', 'Ming Zorg said so. Ted Lind said so', ['Ming Zorg', 'Ted Lind']],
    ['one with nothing behind it', 'Fleming.', ['Fleming']],
  ])('keep %s', (_, text, expected) => expect(names(text)).toEqual(expected))
})
