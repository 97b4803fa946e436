import { describe, expect, it } from 'vitest'
import { conceptOf } from '../src/claims/wording.ts'
import { compare } from './claims-harbour.ts'

describe('the concept of a word', () => {
  it.each([
    ['regular forms', 'fine fined fines fining'],
    ['irregular forms of a verb', 'sell sold sells sale'],
    ['irregular forms of a noun', 'child children'],
    ['both spellings', 'recognise recognize recognised recognition'],
    ['words that reports use for one another', 'fall decline decrease drop'],
    ['and their forms', 'fell declined decreasing dropped fallen'],
    ['what an irregular form leads to', 'growth rose gains increased'],
  ])('joins %s: %s', (_, words) => {
    expect(new Set(words.split(' ').map(conceptOf)).size).toBe(1)
  })

  it.each([
    'fall rise',
    'begin end',
    'win lose',
    'buy sell',
    'allow ban',
    'hire resign',
    'give take',
    'man woman',
  ])('never joins opposites: %s', (words) => {
    expect(new Set(words.split(' ').map(conceptOf)).size).toBe(2)
  })

  it('of a word in no list is its stem', () => {
    expect(conceptOf('harbours')).toBe('harbour')
  })
})

describe('claims in other words', () => {
  it.each([
    ['Norvik Shipping bought ferries.', 'Norvik Shipping rented planes.', 'none'],
    ['Norvik Shipping bought two ships.', 'Norvik acquired two vessels.', 'match'],
    ['Norvik shares fell 5 percent.', 'Norvik stock declined by 5%.', 'match'],
    ['Norvik shares fell 5 percent.', 'Norvik shares fell 6 percent.', 'contradiction'],
  ])('%s | %s: %s', (gold, predicted, verdict) => {
    expect(compare(gold, predicted).verdict).toBe(verdict)
  })
})
