import { describe, expect, it } from 'vitest'
import { wink } from '../src/index.ts'
import { names, times } from './call.ts'

const thursday = '2026-03-05'

describe('wink finds names', () => {
  it.each([
    [
      'The Ministry of Transport fined Norvik Shipping Corp. again.',
      ['ORG Ministry of Transport', 'ORG Norvik Shipping Corp.'],
    ],
    ['They met Prime Minister Ana Kovač, who smiled.', ['PERSON Ana Kovač']],
    ["Reporters asked Dr. John O'Neill’s team.", ["PERSON John O'Neill"]],
    ['She lives in Port Sella now.', ['GPE Port Sella']],
    ['The German team met a Sri Lankan coach in Norway.', ['NORP German', 'NORP Sri Lankan', 'GPE Norway']],
    ['They closed Berg Airport near Lake Vänern.', ['FAC Berg Airport', 'LOC Lake Vänern']],
    ['OSLO, Monday — A ship sank.', ['GPE OSLO']],
    ['Nobody was hurt, and nothing burned.', []],
  ])('%s', async (text, expected) => {
    expect(await names(wink(), text)).toEqual(expected)
  })

  it('gives a last name the type of the full name, and leaves out what no rule types', async () => {
    const text = 'Judge Ida Moen spoke first. Later Moen left with Plimsk.'
    expect(await names(wink(), text)).toEqual(['PERSON Ida Moen', 'PERSON Moen'])
  })

  it('reads a text the same whatever came before it', async () => {
    // Before a dash wink keeps the possessive in the word, and would then know the word in the next article.
    const system = wink()
    const text = 'He left O’Neill’s Ltd on Monday.'
    const before = await names(system, text)
    await names(system, 'It was O’Neill’s—all of it.')
    expect(await names(system, text)).toEqual(before)
  })
})

describe('wink finds dates', () => {
  it.each([
    ['It opened on 12 March 2025.', [['DATE', '12 March 2025', '2025-03-12']]],
    ['It opened on Tuesday.', [['DATE', 'Tuesday', '2026-03-03']]],
    ['It opened on Tuesday morning.', [['TIME', 'Tuesday morning', '2026-03-03TMO']]],
    ['It opened last week.', [['DATE', 'last week', '2026-W09']]],
    ['It opened at 3:30 p.m. sharp.', [['TIME', '3:30 p.m.', null]]],
    ['It lasted two years.', [['DURATION', 'two years', 'P2Y']]],
    ['It opens every Monday.', [['SET', 'every Monday', 'XXXX-WXX-1']]],
    ['Each year it opens.', [['SET', 'Each year', 'P1Y']]],
    ['It opened by 2021.', [['DATE', '2021', '2021']]],
    ['It cost $5 million.', []],
  ])('%s', async (text, expected) => {
    expect(await times(wink(), text, thursday)).toEqual(expected)
  })

  it('without a publication date resolves only what needs none', async () => {
    expect(await times(wink(), 'It opened on Tuesday, not on 12 March 2025.')).toEqual([
      ['DATE', 'Tuesday', null],
      ['DATE', '12 March 2025', '2025-03-12'],
    ])
  })

  it('keeps offsets behind emoji, accents, odd white space and very long words', async () => {
    const text = `👩‍👩‍👧 Žižek\u00a0\t\u2003é e\u0301 ${'ab-'.repeat(200)}${' '.repeat(70_000)}on 12 March 2025`
    expect(await times(wink(), text)).toEqual([['DATE', '12 March 2025', '2025-03-12']])
  })
})
