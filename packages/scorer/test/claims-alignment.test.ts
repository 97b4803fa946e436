import type { PredictedClaim } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { alignClaims } from '../src/claims/align.ts'
import { article, claim, goldOf } from './claims-harbour.ts'

/** The texts of each list of an alignment. */
function align(gold: Parameters<typeof goldOf>, ...predicted: (string | PredictedClaim)[]): unknown {
  const claims = predicted.map((claim) => (typeof claim === 'string' ? { text: claim } : claim))
  const { matched, ...lists } = alignClaims(article, goldOf(...gold), claims)
  const texts = (list: readonly { readonly text: string }[]) => list.map(({ text }) => text)
  return {
    matched: matched.map((pair) => `${pair.gold.text} = ${pair.predicted.text}`),
    ...Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, texts(list)])),
  }
}

const nothing = {
  matched: [],
  missed: [],
  duplicates: [],
  contradictions: [],
  spurious: [],
  neutral: [],
  covered: [],
}

describe('the alignment of claims', () => {
  it('gives every unit one prediction', () => {
    expect(align([claim('red ships'), claim('blue boats')], 'blue boats', 'red ships', 'green cars')).toEqual(
      {
        ...nothing,
        matched: ['blue boats = blue boats', 'red ships = red ships'],
        covered: ['blue boats', 'red ships'],
        spurious: ['green cars'],
      },
    )
  })

  it('calls a second prediction of a unit a duplicate', () => {
    expect(align([claim('red ships')], 'the red ships', 'red ships', 'red ships')).toMatchObject({
      matched: ['red ships = red ships'],
      duplicates: ['red ships', 'the red ships'],
      spurious: [],
    })
  })

  it('calls what only a veto keeps from a unit a contradiction', () => {
    expect(align([claim('30 red ships sailed')], '40 red ships sailed', '40 boats')).toEqual({
      ...nothing,
      missed: ['30 red ships sailed'],
      contradictions: ['40 red ships sailed'],
      spurious: ['40 boats'],
    })
  })

  it('what repeats one unit and contradicts another is a duplicate', () => {
    const gold = [claim('30 red ships sailed'), claim('40 red ships sailed')]
    expect(align(gold, '40 red ships sailed', '40 red ships sailed')).toMatchObject({
      matched: ['40 red ships sailed = 40 red ships sailed'],
      duplicates: ['40 red ships sailed'],
      contradictions: [],
    })
  })

  it('sets aside what matches an optional claim and no unit', () => {
    const gold = [
      claim('red ships'),
      claim('blue boats', { tier: 'optional' }),
      claim('cars', { tier: 'extra' }),
    ]
    expect(align(gold, 'blue boats', 'cars', 'green trees')).toEqual({
      ...nothing,
      missed: ['red ships'],
      neutral: ['blue boats', 'cars'],
      spurious: ['green trees'],
    })
  })

  it('sets aside the text of a composite, but not what matches one of its parts', () => {
    const gold = [
      claim('The fleet split up', { parts: ['a', 'b'] }),
      claim('red ships sailed', { id: 'a' }),
      claim('blue boats sank', { id: 'b' }),
    ]
    expect(align(gold, 'the fleet split', 'red ships sailed', 'fleet split, blue boats sank')).toEqual({
      ...nothing,
      matched: ['blue boats sank = fleet split, blue boats sank', 'red ships sailed = red ships sailed'],
      covered: ['blue boats sank', 'red ships sailed'],
      neutral: ['the fleet split'],
    })
  })

  it('sets aside what contradicts a unit and matches an optional claim', () => {
    const gold = [claim('30 red ships sailed'), claim('40 red ships sailed', { tier: 'optional' })]
    expect(align(gold, '40 red ships sailed')).toMatchObject({
      neutral: ['40 red ships sailed'],
      contradictions: [],
    })
  })

  it('finds the most pairs before the best ones', () => {
    // "red green blue" is like both units, "red green" only like the first. One greedy step would lose a pair.
    const gold = [claim('red green blue'), claim('red blue white')]
    expect(align(gold, 'red green blue', 'red green black')).toMatchObject({
      matched: ['red blue white = red green blue', 'red green blue = red green black'],
    })
  })

  it('of equally many pairs takes those with the largest sum of token F1', () => {
    const gold = [claim('red green blue'), claim('red green white')]
    expect(align(gold, 'red green white', 'red green blue')).toMatchObject({
      matched: ['red green blue = red green blue', 'red green white = red green white'],
    })
    // Alone, the prediction goes to the unit that it is more like: 2 of 2 against 2 of 3 tokens.
    expect(align([claim('green red'), claim('blue green red')], 'red green')).toMatchObject({
      matched: ['green red = red green'],
    })
    expect(align([claim('blue green red'), claim('the green red')], 'red green')).toMatchObject({
      matched: ['the green red = red green'],
    })
  })

  it('covers every unit that any prediction matches', () => {
    const gold = [claim('red green blue'), claim('red green white'), claim('black')]
    expect(align(gold, 'red green')).toMatchObject({
      matched: ['red green blue = red green'],
      covered: ['red green blue', 'red green white'],
      missed: ['black', 'red green white'],
    })
  })

  it('does not depend on the order of claims, though texts are equal', () => {
    const gold = [
      claim('red ships', { id: '1', holder: { entityId: 'e3' } }),
      claim('red ships', { id: '2' }),
    ]
    const answers = [
      { text: 'red ships', holder: 'Halden' },
      { text: 'red ships' },
      { text: 'ships', holder: 'Lind' },
    ]
    const right = (gold: typeof answers, units: Parameters<typeof goldOf>) =>
      alignClaims(article, goldOf(...units), gold).matched.map((pair) => [pair.gold.id, pair.isHolderRight])
    expect(right(answers.toReversed(), gold.toReversed())).toEqual(right(answers, gold))
  })

  it('strips attribution on both sides before it compares', () => {
    // Unstripped these would be 3 of 5 gold and 2 of 7 predicted tokens.
    expect(align([claim('The old mayor said that red ships sailed')], 'red ships sailed')).toMatchObject({
      spurious: [],
    })
    expect(
      align([claim('red ships')], 'According to the tired mayor of the harbour town, red ships'),
    ).toMatchObject({ spurious: [] })
  })

  it('takes its thresholds as given', () => {
    const at = (recall: number, precision: number) =>
      alignClaims(article, goldOf(claim('red green blue')), [{ text: 'red black' }], { recall, precision })
        .matched.length
    // 1 of 3 gold tokens, 1 of 2 predicted ones
    expect([at(1 / 3, 1 / 2), at(0.34, 1 / 2), at(1 / 3, 0.51)]).toEqual([1, 0, 0])
  })
})
