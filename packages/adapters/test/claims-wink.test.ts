import { describe, expect, it } from 'vitest'
import { withAbsoluteDates } from '../src/claims/absolute-dates.ts'
import { certaintyOf, polarityOf } from '../src/claims/certainty.ts'
import { claimsWink } from '../src/index.ts'
import { findTimexes } from '../src/timexes/find.ts'

const tuesday = '2026-03-10'
const context = { signal: new AbortController().signal, seed: 1, repeat: 0, spend: () => {} }

async function claims(text: string) {
  const { claims } = await claimsWink().extract({ id: 'a', text, publishedAt: tuesday }, context)
  return claims!
}

const texts = async (text: string) => (await claims(text)).map((claim) => claim.text)

it('makes whole claims, with holder, polarity, certainty and the sentence as evidence', async () => {
  const text =
    'EKBY, March 9 (Nordpress) — Mayor Ida Moen said on Monday that the north harbour may not reopen next year.'
  expect(await claims(text)).toEqual([
    {
      text: 'The north harbour may not reopen in 2027.',
      holder: 'Ida Moen',
      polarity: '-',
      certainty: 'PS',
      evidence: [{ start: 0, end: text.length }],
    },
  ])
})

describe('a sentence is parted', () => {
  it.each([
    [
      'at a verb that shares its subject',
      'The Port Authority closed the north harbour and sold its oldest boats.',
      ['The Port Authority closed the north harbour.', 'The Port Authority sold its oldest boats.'],
    ],
    [
      'with the helping verb of the first participle',
      'Two young men were arrested near Ekby and charged with serious tax fraud.',
      ['Two young men were arrested near Ekby.', 'Two young men were charged with serious tax fraud.'],
    ],
    [
      'at a new subject',
      'The Port Authority closed the north harbour, but small ferries still reached the southern pier.',
      ['The Port Authority closed the north harbour.', 'Small ferries still reached the southern pier.'],
    ],
    [
      'at a semicolon',
      'The Ekby council rejected the new budget; the mayor has called a second vote.',
      ['The Ekby council rejected the new budget.', 'The mayor has called a second vote.'],
    ],
    [
      'at a relative clause between commas',
      'The rail strike, which began in northern Ekby, stopped all freight trains.',
      ['The rail strike stopped all freight trains.', 'The rail strike began in northern Ekby.'],
    ],
    [
      'at an apposition',
      'Nordic Ferries, the largest employer of Ekby, closed its northern office.',
      ['Nordic Ferries closed its northern office.', 'Nordic Ferries is the largest employer of Ekby.'],
    ],
    [
      'at a clause that is taken for granted',
      'Norvik closed its Ekby plant after the northern warehouse suddenly burned.',
      ['Norvik closed its Ekby plant.', 'The northern warehouse suddenly burned.'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await texts(text)).toEqual(expected)
  })

  it.each([
    ['objects', 'The company plans to buy three ferries and hire 40 people.'],
    ['a list', 'Boats from Iran, Libya, and Yemen reached the northern harbour.'],
    ['a restrictive clause', 'The northern ferry that burned in Ekby carried 40 passengers.'],
    ['parts that say too little', 'The ferry left and the Ekby harbour closed.'],
    ['a condition', 'The crane fell at a time when the mosque was crowded.'],
  ])('but not at %s', async (_, text) => {
    expect(await texts(text)).toEqual([text])
  })
})

describe('the holder', () => {
  it.each([
    ['The northern harbour is closed for repairs, the Port Authority said.', 'Port Authority'],
    ['“The northern harbour is closed for repairs,” said President Ida Moen.', 'Ida Moen'],
    ['According to Norvik Corp., the northern harbour is closed for repairs.', 'Norvik Corp.'],
    ['Norvik said the northern harbour is closed for repairs.', 'Norvik'],
    ['The northern harbour is closed for repairs, officials said, as winds blow.', 'officials'],
    ['The northern harbour is closed for repairs.', undefined],
  ])('of %s', async (text, holder) => {
    const [claim] = await claims(text)
    expect(claim?.holder).toBe(holder)
    expect(claim?.text).toMatch(/^The northern harbour is closed for repairs/)
  })

  it('goes on speaking until the quotation ends', async () => {
    const text =
      '“The northern harbour is fully closed,” Ida Moen said. “The southern pier remains fully open. Ekby needs its northern ferries.” The town council meets again soon.'
    expect((await claims(text)).map((claim) => claim.holder)).toEqual([
      'Ida Moen',
      'Ida Moen',
      'Ida Moen',
      undefined,
    ])
  })

  it('of a verb after another is found', async () => {
    const text = 'Norvik denied any wrongdoing at Ekby and said it had fired two northern managers.'
    expect(await claims(text)).toMatchObject([
      { text: 'Norvik denied any wrongdoing at Ekby.' },
      { text: 'Norvik had fired two northern managers.', holder: 'Norvik' },
    ])
  })
})

describe('a subject gets its name', () => {
  it.each([
    ['Ida Moen won in Ekby. She closed the northern harbour.', 'Ida Moen closed the northern harbour.'],
    ['Ida Moen won in Ekby. Moen closed the northern harbour.', 'Ida Moen closed the northern harbour.'],
    ['Ida Moen said she would close the northern harbour.', 'Ida Moen would close the northern harbour.'],
    [
      'Norvik was founded here in Ekby. Its northern plant was closed.',
      'Norvik’s northern plant was closed.',
    ],
    [
      '“We are closing the northern harbour gates,” Ida Moen said.',
      'Ida Moen is closing the northern harbour gates.',
    ],
    [
      'Norvik left Ekby. The strike ended. She closed the northern harbour gates.',
      'She closed the northern harbour gates.',
    ],
    [
      'Port officials said it would close the northern harbour gates.',
      'It would close the northern harbour gates.',
    ],
    // Nobody fits, or it stands for nothing.
    ['She closed the northern harbour gates.', 'She closed the northern harbour gates.'],
    [
      'Ekby was quiet. It is not clear why the northern harbour closed.',
      'It is not clear why the northern harbour closed.',
    ],
    // "She" in a quotation may be anybody.
    [
      'Ida Moen won. “She closed the northern harbour gates,” Ola Ek said.',
      'She closed the northern harbour gates.',
    ],
  ])('%s', async (text, expected) => {
    expect((await texts(text)).at(-1)).toBe(expected)
  })
})

describe('dates are written out', () => {
  it.each([
    ['It fell on Monday.', 'It fell on 9 March 2026.'],
    ['It fell Monday.', 'It fell on 9 March 2026.'],
    ['It fell last year.', 'It fell in 2025.'],
    ['It fell late last month.', 'It fell late February 2026.'],
    ['It fell earlier this year.', 'It fell earlier in 2026.'],
    ['It ends by the end of next year.', 'It ends by the end of 2027.'],
    ["It was last year's vote.", "It was 2025's vote."],
    ['It fell in the fourth quarter.', 'It fell in the fourth quarter of 2025.'],
    // Nothing to do, or no words for it.
    ['It fell on 4 May 2025.', 'It fell on 4 May 2025.'],
    ['It fell last week.', 'It fell last week.'],
  ])('%s', (text, expected) => {
    const whole = { start: 0, end: text.length }
    expect(withAbsoluteDates(text, whole, findTimexes(text, tuesday, []))).toBe(expected)
  })
})

it.each([
  ['It will close.', 'CT'],
  ['It may close.', 'PS'],
  ['It could possibly close.', 'PS'],
  ['It will probably close.', 'PR'],
  ['It is unclear whether it closes.', 'U'],
  ['It closed in May.', 'CT'],
])('the certainty of "%s" is %s', (clause, certainty) => {
  expect(certaintyOf(clause)).toBe(certainty)
})

it.each([
  ['It closed.', '+'],
  ['It did not close.', '-'],
  ["It didn't close.", '-'],
  ['Nobody came.', '-'],
  ['It closed without a word.', '+'],
  ['It not only closed but burned.', '+'],
])('the polarity of "%s" is %s', (clause, polarity) => {
  expect(polarityOf(clause)).toBe(polarity)
})

it('leaves a sentence without an end as it is, and does not take long', async () => {
  const text = `The ferry ${'closed and sold it, but they left '.repeat(500)}Ekby.`
  expect(await texts(text)).toEqual([text])
})

it('asks no question', async () => {
  expect(await claims('Will the northern harbour close in Ekby?')).toEqual([])
})
