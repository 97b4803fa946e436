import type { Certainty, Claim, PredictedClaim } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { alignPair, claim } from './claims-harbour.ts'

// Holder and certainty never decide a match: every pair here is one.
const text = 'The harbour will close in April 2026.'

type HolderPair = readonly [why: string, gold: Partial<Claim>, predicted: PredictedClaim]
const board = { holder: { entityId: 'e6' } } as const
const lind = { holder: { entityId: 'e4' } } as const
const crews = { holder: { description: 'crews of two Norvik ferries' } } as const

const wrongHolders: readonly HolderPair[] = [
  ['the article for an entity', board, { text }],
  ['an entity for the article', {}, { text, holder: 'Anna Lind' }],
  ['another entity', board, { text, holder: 'Halden Lines' }],
  ['another entity in front', board, { text: `According to Halden Lines, ${text}` }],
  ['another entity behind', board, { text: 'The harbour will close in April 2026, Anna Lind said.' }],
  ['a stranger', lind, { text: `Maria Zorg said that ${text}` }],
  ['somebody for the article', {}, { text: `According to residents, ${text}` }],
  ['the outer holder for the inner', lind, { text: `Anna Lind said that Halden Lines said that ${text}` }],
  ['another description', crews, { text, holder: 'residents' }],
  ['half a description', crews, { text, holder: 'the crews' }],
  ['an entity for a description', crews, { text, holder: 'Anna Lind' }],
  [
    'a field that is wrong, though the text is right',
    board,
    { text: `The MSB said ${text}`, holder: 'Lind' },
  ],
  ['the article for a description', crews, { text }],
]

const rightHolders: readonly HolderPair[] = [
  ['the article', {}, { text }],
  ['the name', board, { text, holder: 'Maritime Safety Board' }],
  ['an alias', board, { text, holder: 'MSB' }],
  ['an alias with an article', board, { text, holder: 'the MSB' }],
  ['a name with a title', lind, { text, holder: 'Mayor Anna Lind' }],
  ['a speaker of the entity', board, { text, holder: 'a spokesman for the Maritime Safety Board' }],
  ['named in front', board, { text: `According to the Maritime Safety Board, ${text}` }],
  ['named as the subject', board, { text: `The MSB said that ${text}` }],
  ['named behind', lind, { text: 'The harbour will close in April 2026, said Lind.' }],
  ['the inner holder of two', lind, { text: `Halden Lines said that Anna Lind said that ${text}` }],
  [
    'two thirds of a description',
    { holder: { description: 'crews of Norvik ferries' } },
    { text, holder: 'ferry crews' },
  ],
  ['described alike', crews, { text, holder: 'the crews of Norvik ferries' }],
  [
    'a field that is right, though the text is wrong',
    board,
    { text: `Lind said ${text}`, holder: 'the MSB' },
  ],
  ['a verb with an object, which attributes nothing', {}, { text: `${text} Norvik reported losses.` }],
]

describe('minimal pairs: attribution', () => {
  it('holds twelve pairs or more of each kind', () => {
    expect(wrongHolders.length).toBeGreaterThanOrEqual(12)
    expect(rightHolders.length).toBeGreaterThanOrEqual(12)
  })

  it.each(wrongHolders)('wrong: %s', (_, gold, predicted) => {
    expect(alignPair(claim(text, gold), predicted).matched).toMatchObject([{ isHolderRight: false }])
  })

  it.each(rightHolders)('right: %s', (_, gold, predicted) => {
    expect(alignPair(claim(text, gold), predicted).matched).toMatchObject([{ isHolderRight: true }])
  })

  it('where gold tells of the speech act itself, its speaker is right too', () => {
    const gold = claim(`The mayor announced that ${text}`)
    expect(alignPair(gold, { text }).matched).toMatchObject([{ isHolderRight: true }])
    expect(alignPair(gold, { text: `The mayor said ${text}` }).matched).toMatchObject([
      { isHolderRight: true },
    ])
    expect(alignPair(gold, { text: `The crew said ${text}` }).matched).toMatchObject([
      { isHolderRight: false },
    ])
  })
})

type CertaintyPair = readonly [gold: Certainty, predicted: string]

const wrongCertainties: readonly CertaintyPair[] = [
  ['CT', 'The harbour may close in April 2026.'],
  ['CT', 'The harbour might close in April 2026.'],
  ['CT', 'The harbour could close in April 2026.'],
  ['CT', 'The harbour will possibly close in April 2026.'],
  ['CT', 'Perhaps the harbour will close, perhaps in April 2026.'],
  ['CT', 'The harbour will probably close in April 2026.'],
  ['CT', 'The harbour is likely to close in April 2026.'],
  ['CT', 'The harbour is expected to close in April 2026.'],
  ['CT', 'It is unclear whether the harbour will close in April 2026.'],
  ['PS', 'The harbour will close in April 2026.'],
  ['PS', 'The harbour will probably close in April 2026.'],
  ['PR', 'The harbour may close in April 2026.'],
  ['PR', 'The harbour will close in April 2026.'],
  ['PS', 'Lind believes that the harbour will close in April 2026.'],
  ['U', 'The harbour could close in April 2026.'],
]

const rightCertainties: readonly CertaintyPair[] = [
  ['CT', 'The harbour will close in April 2026.'],
  ['CT', 'The harbour will reportedly close in April 2026.'],
  ['CT', 'The harbour will allegedly close in April 2026.'],
  ['CT', 'Two sources said that the harbour will close in April 2026.'],
  ['CT', 'Lind believes that the harbour will close in April 2026.'],
  ['CT', 'The harbour will close in May 2025, closed in April 2026.'],
  ['PR', 'Lind believes that the harbour will close in April 2026.'],
  ['PR', 'The harbour will probably close in April 2026.'],
  ['PR', 'The harbour is likely to close in April 2026.'],
  ['PS', 'The harbour may close in April 2026.'],
  ['PS', 'Lind thinks that the harbour could close in April 2026.'],
  ['PS', 'The harbour may close, probably in April 2026.'],
  ['U', 'It is unclear whether the harbour may close in April 2026.'],
]

describe('minimal pairs: hedges', () => {
  const matched = (certainty: Certainty, predicted: PredictedClaim) =>
    alignPair(claim(text, { certainty }), predicted).matched

  it('holds twelve pairs or more of each kind', () => {
    expect(wrongCertainties.length).toBeGreaterThanOrEqual(12)
    expect(rightCertainties.length).toBeGreaterThanOrEqual(12)
  })

  it.each(wrongCertainties)('wrong: %s | %s', (certainty, text) => {
    expect(matched(certainty, { text })).toMatchObject([{ isCertaintyRight: false }])
  })

  it.each(rightCertainties)('right: %s | %s', (certainty, text) => {
    expect(matched(certainty, { text })).toMatchObject([{ isCertaintyRight: true }])
  })

  const hedges = [
    ['U', 'whether unclear unknown uncertain'],
    ['PS', 'may might could possibly perhaps maybe conceivably'],
    ['PR', 'probably likely presumably expected apparently seems appears'],
  ] as const

  it.each(hedges.flatMap(([certainty, words]) => words.split(' ').map((word) => [word, certainty] as const)))(
    '"%s" is %s',
    (word, certainty) => {
      expect(matched(certainty, { text: `${text} ${word}` })).toMatchObject([{ isCertaintyRight: true }])
    },
  )

  it('a field says it alone', () => {
    const hedged = 'The harbour may close in April 2026.'
    expect(matched('CT', { text: hedged, certainty: 'CT' })).toMatchObject([{ isCertaintyRight: true }])
    expect(matched('PS', { text: hedged, certainty: 'CT' })).toMatchObject([{ isCertaintyRight: false }])
  })
})
