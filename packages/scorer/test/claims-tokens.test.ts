import { describe, expect, it } from 'vitest'
import { overlap } from '../src/claims/overlap.ts'
import { createClaimReader } from '../src/claims/reader.ts'
import { createNameFinder } from '../src/names/gold-names.ts'
import { article, entities, readClaim } from './claims-harbour.ts'

const keys = (text: string) => readClaim(text).tokens.map((token) => token.key)

describe('the tokens of a claim', () => {
  it('are names, stems, numbers and days', () => {
    expect(
      readClaim('The Port Authority fined Norvik 5 million dollars on 10 March 2026.').tokens,
    ).toMatchObject([
      { kind: 'entity', entity: 'e1' },
      { kind: 'word', key: 'fine' },
      { kind: 'entity', entity: 'e2' },
      { kind: 'number', number: { value: 5_000_000, class: 'USD' } },
      { kind: 'date', end: expect.any(Number) },
    ])
  })

  it.each([
    // Norvik, sell, ship, 30, boat
    [
      'a set: a word, a name, a number twice counts once',
      'Norvik sells ships, Norvik Shipping sells a ship, 30 of 30 boats',
      5,
    ],
    ['stop words left out', 'It was about them and of the others', 1],
    ['stems, whatever the case', 'Ships SHIP shipping', 1],
    ['an obligation kept', 'They must sail', 2],
  ])('%s', (_, text, count) => {
    expect(keys(text)).toHaveLength(count)
  })

  it('of a text without any content are the text itself, so that it still equals itself', () => {
    expect(keys('It was.')).toEqual(['it was.'])
    expect(overlap(readClaim('It was.'), readClaim('it  was.'))).toEqual({ recall: 1, precision: 1 })
    expect(overlap(readClaim('It was.'), readClaim('It is.'))).toEqual({ recall: 0, precision: 0 })
  })

  it('words of estimation belong to their number', () => {
    for (const text of ['about 30 ships', 'roughly 30 ships', 'an estimated 30 ships', 'close to 30 ships']) {
      expect(readClaim(text).tokens, text).toMatchObject([
        { kind: 'number', number: { value: 30, approximate: true } },
        { kind: 'word', key: 'ship' },
      ])
    }
    expect(keys('a roughly built ship of 30 tonnes')).toContain('roughli')
    expect(keys('a close friend')).toContain('close')
  })

  it.each([
    'approx. 30 ships',
    'approximately 30 ships',
    'circa 30 ships',
    'close to 30 ships',
    'an estimated 30 ships',
    'fewer than 30 ships',
    'greater than 30 ships',
    'higher than 30 ships',
    'lower than 30 ships',
    'nearly 30 ships',
    'roughly 30 ships',
    'upward of 30 ships',
    'upwards of 30 ships',
  ])('%s are two tokens', (text) => expect(readClaim(text).tokens).toHaveLength(2))

  it('where a name, a date and a number overlap the longest wins', () => {
    const read = createClaimReader({
      article,
      gold: {
        entities: [
          { id: 'may', type: 'PERSON', name: 'May', aliases: [], salience: 1 },
          { id: 'march', type: 'ORG', name: '8 March Alliance', aliases: [], salience: 1 },
          { id: 'four', type: 'ORG', name: 'Channel 4', aliases: [], salience: 1 },
          { id: 'year', type: 'WORK', name: '2025', aliases: [], salience: 1 },
        ],
      },
    })
    const kinds = (text: string) => read(text).tokens.map(({ kind }) => kind)
    expect(kinds('May resigned in May 2025')).toEqual(['entity', 'word', 'date'])
    expect(kinds('8 March Alliance marched')).toEqual(['entity', 'word'])
    expect(kinds('Channel 4 reported')).toEqual(['entity', 'word'])
    expect(kinds('He read 2025')).toEqual(['word', 'entity'])
  })

  it('dates agree if one holds the other, numbers by value and class, and kinds never mix', () => {
    const shares = (gold: string, predicted: string) => overlap(readClaim(gold), readClaim(predicted))
    expect(shares('in March 2026', 'on 10 March 2026')).toEqual({ recall: 1, precision: 1 })
    expect(shares('on 10 March 2026', 'in March 2026')).toEqual({ recall: 1, precision: 1 })
    for (const day of ['on 1 March 2026', 'on 31 March 2026']) {
      expect(shares('in March 2026', day)).toEqual({ recall: 1, precision: 1 })
      expect(shares(day, 'in March 2026')).toEqual({ recall: 1, precision: 1 })
    }
    expect(shares('in March 2026', 'in April 2026')).toEqual({ recall: 0, precision: 0 })
    expect(shares('30 km', '30 miles')).toEqual({ recall: 0, precision: 0 })
    // Two days in one month: each agrees with the month, the month counts once.
    expect(shares('on 10 March 2026 or 12 March 2026', 'in March 2026')).toEqual({ recall: 1, precision: 1 })
    expect(shares('30 ships', 'ships Norvik 2026')).toEqual({ recall: 1 / 2, precision: 1 / 3 })
  })

  it('relative dates need the publication date', () => {
    const read = createClaimReader({ article: {}, gold: { entities } })
    expect(readClaim('on Tuesday').tokens).toMatchObject([{ kind: 'date' }])
    expect(read('on Tuesday').tokens).toMatchObject([{ kind: 'word' }])
  })
})

describe('the finder of gold names', () => {
  const gold = {
    entities: [
      { id: 'us', type: 'GPE', name: 'United States', aliases: ['US'], demonyms: ['American'], salience: 1 },
      { id: 'hague', type: 'GPE', name: 'The Hague', aliases: [], salience: 1 },
      { id: 'port', type: 'GPE', name: 'Port Ansel', aliases: [], salience: 1 },
      { id: 'board', type: 'ORG', name: 'Port Ansel Harbour Board', aliases: ['harbour board'], salience: 1 },
      { id: 'louis', type: 'GPE', name: 'St. Louis', aliases: [], salience: 1 },
      { id: 'b', type: 'PERSON', name: 'Ada Lind', aliases: ['Lind'], salience: 1 },
      { id: 'a', type: 'PERSON', name: 'Anna Lind', aliases: ['Lind'], salience: 1 },
    ],
    mentions: [
      { id: 'm1', span: { start: 0, end: 9 }, surface: 'the Board', type: 'ORG', entityId: 'board' },
      { id: 'm3', span: { start: 0, end: 9 }, surface: 'a Council', type: 'ORG', entityId: 'board' },
      { id: 'm2', span: { start: 0, end: 9 }, surface: 'Old Town', type: 'GPE' },
    ],
  } as const
  const find = createNameFinder(gold)
  const found = (text: string) =>
    find(text).map(({ span, entity }) => [text.slice(span.start, span.end), entity])

  it.each([
    [
      'by name, alias and nationality word',
      'The United States, the US, American',
      [
        ['United States', 'us'],
        ['US', 'us'],
        ['American', 'us'],
      ],
    ],
    ['by the surface of a linked mention', 'the Board met in Old Town', [['Board', 'board']]],
    [
      'the longest name first',
      'Port Ansel Harbour Board, Port Ansel',
      [
        ['Port Ansel Harbour Board', 'board'],
        ['Port Ansel', 'port'],
      ],
    ],
    [
      'without its article',
      'in The Hague, a Hague court',
      [
        ['Hague', 'hague'],
        ['Hague', 'hague'],
      ],
    ],
    ['without "a"', 'the Council met', [['Council', 'board']]],
    ['with a possessive', "Port Ansel's mayor", [['Port Ansel', 'port']]],
    ['with dots or without', 'the U.S. navy', [['U.S', 'us']]],
    ['over a dash, not over a comma', 'Port-Ansel, Port, Ansel', [['Port-Ansel', 'port']]],
    ['with the marks of the name', 'St. Louis, St Louis', [['St. Louis', 'louis']]],
    ['capitals only where capitals are written', 'Us and US, they told us', [['US', 'us']]],
    ['a capital for a capital', 'the port ansel affair', []],
    ['a lower-case name in any case', 'the Harbour Board', [['Harbour Board', 'board']]],
    ['in a text of capitals', 'PORT ANSEL', [['PORT ANSEL', 'port']]],
    ['not inside a word', 'Lindqvist', []],
    ['of two entities of one name the smaller id', 'Lind', [['Lind', 'a']]],
  ])('finds %s', (_, text, names) => expect(found(`${text} (A)`)).toEqual(names))

  it('reads a text without capitals without case, stop words apart', () => {
    expect(found('they told us in port ansel')).toEqual([['port ansel', 'port']])
    expect(found('the united states')).toEqual([['united states', 'us']])
    expect(found('they met lind')).toEqual([['lind', 'a']])
  })

  it('finds nothing without entities', () => {
    expect(createNameFinder({})('Port Ansel')).toEqual([])
  })
})
