import { describe, expect, it } from 'vitest'
import { createClaimReader } from '../src/claims/reader.ts'
import { vetoes } from '../src/claims/vetoes.ts'
import { article, compare, entities, readClaim } from './claims-harbour.ts'

const between = (gold: string, predicted: string) => vetoes(readClaim(gold), readClaim(predicted))

describe('the number veto', () => {
  it('wants a stray number on both sides', () => {
    expect(between('30 ships', '40 ships')).toEqual(['number'])
    expect(between('30 ships', 'ships')).toEqual([])
    expect(between('ships', '40 ships')).toEqual([])
    expect(between('30 ships, 4 boats', '30 ships, 5 boats')).toEqual(['number'])
    expect(between('30 ships, 4 boats', '30 ships')).toEqual([])
    expect(between('30 ships', '30 ships, 4 boats')).toEqual([])
  })

  it('of one class, of two currencies, or of one value in two units', () => {
    expect(between('30 km', '40 km')).toEqual(['number'])
    expect(between('30 dollars', '40 euros')).toEqual(['number'])
    expect(between('30 km', '30 miles')).toEqual(['number'])
    expect(between('30 dollars', '40 km')).toEqual([])
    expect(between('30 km', '40 dollars')).toEqual([])
    expect(between('30 km', '40 ships')).toEqual([])
  })
})

describe('the date veto', () => {
  it('wants a stray date on both sides', () => {
    expect(between('in 2024', 'in 2025')).toEqual(['date'])
    expect(between('in 2024', 'at sea')).toEqual([])
    expect(between('at sea', 'in 2025')).toEqual([])
    expect(between('in 2024 and in 2022', 'in 2024 and in 2021')).toEqual(['date'])
    expect(between('in 2024 and in 2022', 'in 2024')).toEqual([])
  })
})

describe('the participant veto', () => {
  it('wants a gold entity missing and another one named', () => {
    expect(between('Norvik sailed', 'Halden sailed')).toEqual(['participant'])
    expect(between('Norvik sailed', 'a ship sailed')).toEqual([])
    expect(between('a ship sailed', 'Halden sailed')).toEqual([])
    expect(between('Norvik sailed', 'Norvik and Halden sailed')).toEqual([])
    expect(between('Norvik and Halden sailed', 'Norvik sailed')).toEqual([])
  })

  it.each([
    ['a name of nobody in gold', 'the Zorg sailed', ['participant']],
    ['also at the start, if it is no common word', 'Zorg sailed', ['participant']],
    ['not a common word at the start', 'Officials sailed', []],
    ['not a name that shares a word with a gold name', 'the Norvik Tankers sailed', []],
    ['not a name that shares a word with the missing one', 'the Board of Shipping sailed', []],
    ['not the acronym of a gold name', 'the NS sailed', []],
    ['another acronym', 'the NX sailed', ['participant']],
    ['not a month', 'sailed in May and June', []],
  ])('a name may be %s', (_, predicted, expected) => {
    expect(between('Norvik Shipping sailed', predicted)).toEqual(expected)
  })

  it('a name that both sides have is no other one', () => {
    expect(between('Norvik met the Zorg', 'ships met the Zorg')).toEqual([])
    expect(between('Norvik met the Zorg', 'ships met the Zork')).toEqual(['participant'])
  })

  it('knows the demonyms of gold places', () => {
    const read = createClaimReader({
      article,
      gold: { entities: [...entities, { id: 'e7', type: 'GPE', name: 'Sweden', aliases: [], salience: 0 }] },
    })
    expect(vetoes(read('Norvik sailed'), read('ships sailed under the Swedish flag'))).toEqual([])
    expect(vetoes(read('Norvik sailed'), read('ships sailed under the Danish flag'))).toEqual(['participant'])
  })
})

describe('roles', () => {
  it.each([
    ['Norvik sued Halden', ['e2', 'e3']],
    ['Norvik was sued by Halden', ['e3', 'e2']],
    ['Norvik was sued in court on Tuesday by Halden', ['e3', 'e2']],
    ['Norvik was near Halden', ['e2', 'e3']],
    ['Norvik sailed by Halden', ['e2', 'e3']],
    ['by Norvik, Halden was sued', null],
    ['by Norvik in court Halden was sued', ['e2', 'e3']],
    ['Norvik, by then was near Halden', ['e2', 'e3']],
    ['Norvik sued Norvik and Halden', ['e2', 'e3']],
    ['Norvik and Halden sued', null],
    ['Norvik or Halden sued', null],
    ['Lind, a minister of Norland, resigned', null],
    ['Lind from the ministry of the Norland government resigned', null],
    ['The Norlander minister Lind resigned', null],
    ["Norland's minister Lind resigned", null],
    ["Norvik Shipping' crews sued Lind", null],
    ['Norvik of Norland sued Halden', ['e2', 'e3']],
    ['Norlander crews of Norvik met Halden and sued Lind', ['e3', 'e4']],
    ['Norvik and the Halden', null],
    ['Norvik sued', null],
    ['they sued', null],
  ] as const)('%s', (text, roles) => expect(readClaim(text).roles).toEqual(roles))

  it.each(['am', 'is', 'are', 'was', 'were', 'be', 'been', 'being', 'get', 'gets', 'got', 'gotten'])(
    '"%s ... by" is a passive',
    (form) => expect(readClaim(`Norvik ${form} sued by Halden`).roles).toEqual(['e3', 'e2']),
  )

  it('fire only if both are exchanged', () => {
    expect(between('Norvik sued Halden', 'Halden sued Norvik')).toEqual(['roles'])
    expect(between('Norvik sued Halden', 'Norvik sued Halden')).toEqual([])
    expect(between('Norvik sued Halden', 'Halden sued Lind and Norvik')).toEqual([])
    expect(between('Norvik sued Halden', 'Lind sued Norvik and Halden')).toEqual([])
  })
})

describe('polarity', () => {
  const negated = (text: string) => [...readClaim(text).negated].sort()

  it.each([
    ['not fined', ['fine']],
    ['not a fine', ['fine']],
    ['not one of the ships', []],
    ['not at all fined', ['fine']],
    ['fined nobody', []],
    ['no longer fined', ['fine']],
    ['failed to sail', ['sail']],
    ['fail to sail', ['sail']],
    ['fails to sail', ['sail']],
    ['refuse to sail', ['sail']],
    ['refused to sail', ['sail']],
    ['refuses to sail', ['sail']],
    ['decline to sail', ['sail']],
    ['declined to sail', ['sail']],
    ['declines to sail', ['sail']],
    ['failed again', []],
    ['not failed to sail', []],
    ['not without sails', []],
    ['never sailed, not fined', ['fine', 'sail']],
    ['not only sailed', []],
    ['not just sailed', []],
    ['not merely sailed', []],
    ['not simply sailed', []],
    ['not least sailed', []],
    ['no doubt sailed', []],
    ['no less than ships', []],
    ['no fewer than ships', []],
    ['no more than ships', []],
    ['not less than ships', []],
    ['not fewer than ships', []],
    ['not more than ships', []],
    ['not only ships but not boats', ['boat']],
    ['berth no 5', []],
    ['no 5 ships were not fined', ['fine']],
    ['no ships', ['ship']],
    ['not Norvik', ['entity e2']],
    ['not true that Norvik quickly sailed', ['quickli']],
    ['untrue that it sailed', ['sail']],
    ['false that it sailed', ['sail']],
    ['not the case that it sailed', ['sail']],
    ['deny that it sailed', ['sail']],
    ['denies that it sailed', ['sail']],
    ['denied that it sailed', ['sail']],
    ['denied that the Port Authority in 2025 was one of those who did sail', ['sail']],
    ['denied that it did not sail', []],
    ['denied', []],
    ['not', []],
  ])('%s', (text, tokens) => expect(negated(text)).toEqual(tokens))

  it('asks of an equal date before one that contains it', () => {
    const twice = 'sailed on 10 March 2026, not in March 2026'
    expect(between('sailed on 10 March 2026', twice)).toEqual([])
    expect(between('sailed in March 2026', twice)).toEqual(['polarity'])
  })

  it('wants the negated token on both sides, and the other side without any negation', () => {
    expect(between('ships sailed', 'ships sailed, boats did not sink')).toEqual([])
    expect(between('ships sailed', 'ships did not sail')).toEqual(['polarity'])
    expect(between('ships did not sail', 'ships sailed')).toEqual(['polarity'])
    expect(between('ships did not sail', 'no ships sailed')).toEqual([])
    expect(between('no ships sailed', 'ships did not sail')).toEqual([])
    expect(between('ships did not sail', 'ships never sailed')).toEqual([])
    expect(between('ships did not sail', 'ships did not sink')).toEqual([])
  })

  it('sees a word in the place of its opposite, not beside it', () => {
    expect(between('shares fell', 'shares rose')).toEqual(['polarity'])
    expect(between('shares rose', 'shares fell')).toEqual(['polarity'])
    expect(between('shares fell', 'shares fell as fares rose')).toEqual([])
    expect(between('shares fell as fares rose', 'shares fell')).toEqual([])
    expect(between('shares did not rise', 'shares fell')).toEqual([])
    expect(between('shares did not rise', 'shares did not fall')).toEqual(['polarity'])
  })

  it('sees agreeing tokens, not only equal ones', () => {
    expect(between('it sailed in March 2026', 'it sailed not on 10 March 2026')).toEqual(['polarity'])
    expect(between('it sailed not in March 2026', 'it sailed not on 10 March 2026')).toEqual([])
    // Equal tokens before agreeing ones, or this would contradict itself.
    const both = 'it sailed in March 2026, not on 10 March 2026'
    expect(between(both, both)).toEqual([])
  })
})

describe('a match', () => {
  it('begins at 0.55 of the gold and half of the predicted tokens', () => {
    expect(compare('red green blue', 'red green').verdict).toBe('match')
    expect(compare('red green', 'red').verdict).toBe('none')
    // 6 of 11, 5 of 9 gold tokens
    const letters = (size: number) => Array.from({ length: size }, (_, i) => `x${i}y`).join(' ')
    expect(compare(letters(11), letters(6)).verdict).toBe('none')
    expect(compare(letters(9), letters(5)).verdict).toBe('match')
    expect(compare('red', 'red green').verdict).toBe('match')
    expect(compare('red', 'red green blue').verdict).toBe('none')
  })

  it('has the harmonic mean of both shares, 0 where nothing is shared', () => {
    expect(compare('red green', 'red blue white black')).toEqual({
      verdict: 'none',
      recall: 1 / 2,
      precision: 1 / 4,
      f1: (2 * (1 / 2) * (1 / 4)) / (1 / 2 + 1 / 4),
      vetoes: [],
    })
    expect(compare('red', 'blue')).toMatchObject({ recall: 0, precision: 0, f1: 0 })
  })

  it('names every veto, and none where too little is shared', () => {
    expect(compare('30 red ships', '40 blue boats')).toMatchObject({ verdict: 'none', vetoes: [] })
    expect(compare('30 big red ships sailed in 2025', '40 big red ships did not sail in 2024')).toMatchObject(
      {
        verdict: 'contradiction',
        vetoes: ['number', 'date', 'polarity'],
      },
    )
  })
})
