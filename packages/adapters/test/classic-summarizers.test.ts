import { describe, expect, it } from 'vitest'
import { lexrank, sumbasic } from '../src/index.ts'
import { pageRank, pairWeights } from '../src/page-rank.ts'
import { summary } from './call.ts'

describe('pageRank', () => {
  it('gives a path of three nodes what the equations give', () => {
    // m = 0.15 + 0.85 * (e + e), e = 0.15 + 0.85 * m / 2, 2e + m = 3: m = 0.405 / 0.2775, e = 0.21375 / 0.2775.
    const [first, middle, last] = pageRank([
      [0, 1, 0],
      [1, 0, 1],
      [0, 1, 0],
    ])
    expect(middle).toBeCloseTo(0.405 / 0.2775, 3)
    expect(first).toBeCloseTo(0.21375 / 0.2775, 3)
    expect(last).toBe(first)
  })

  it('gives a node that is tied only to itself 1, and one without any tie what all have', () => {
    expect(pageRank([[1]])).toEqual([1])
    const [score] = pageRank([[0]])
    expect(score).toBeCloseTo(0.15, 10)
  })
})

it('pairWeights asks each pair once', () => {
  const asked: string[] = []
  const weights = pairWeights(
    ['a', 'b', 'c'],
    (x, y) => {
      asked.push(`${x}${y}`)
      return asked.length
    },
    9,
  )
  expect(asked).toEqual(['ba', 'ca', 'cb'])
  expect(weights).toEqual([
    [9, 1, 2],
    [1, 9, 3],
    [2, 3, 9],
  ])
})

describe('lexrank', () => {
  // 1 shares "harbour" with 2, 3 shares "boats" with 2, 4 shares nothing. Of 4 sentences, IDF is log 2 for what
  // two of them hold and log 4 for the rest. Sentences 1 and 2: 1 / (sqrt(5) * sqrt(6)), above 0.1. So 2 has two
  // ties, 1 and 3 one each, and 4 is 1 on its own.
  const article = 'Harbour fire. Harbour boats moved. Boats sank. Nobody laughed.'

  it.each([
    [3, 'Harbour boats moved.'],
    // 4 scores 1; 1 and 3 have less than 1, since 2 takes from them.
    [5, 'Harbour boats moved. Nobody laughed.'],
    [7, 'Harbour fire. Harbour boats moved. Nobody laughed.'],
    [1, 'Harbour'],
  ])('in %i words takes the sentence that most are like', async (maxWords, expected) => {
    expect(await summary(lexrank(), article, maxWords)).toBe(expected)
  })

  it('ties no sentences by a word that stands in all of them', async () => {
    // Without ties every sentence scores 1, and the order of the text stays.
    expect(await summary(lexrank(), 'Boats sank. Boats burned. Boats left.', 4)).toBe(
      'Boats sank. Boats burned.',
    )
  })

  it('ties no sentences whose cosine is too small', async () => {
    // "boats" is one of ten words of each long sentence: log(3/2)^2 / (9 log(3)^2 + log(3/2)^2) is 0.015.
    const long = (words: string) => `Boats ${words}.`
    const first = long('amber basil cedar dune ember flint grove heron iris')
    const second = long('jade kelp lotus maple nectar opal pine quartz river')
    expect(await summary(lexrank(), `Cats slept. ${first} ${second}`, 2)).toBe('Cats slept.')
  })
})

describe('sumbasic', () => {
  // Words: harbour 3, fire 2, boats 2, cats 1, slept 1; 9 in all.
  const article = 'Cats slept. Harbour fire. Harbour boats. Fire in the harbour boats.'

  it.each([
    // All but the first hold "harbour" (3/9). Averages: 5/18, 5/18, 7/27: the first of the best.
    [2, 'Harbour fire.'],
    // Then harbour is 1/9 and fire 4/81, so the most probable word is "boats" (2/9): 3 averages 1/6.
    [4, 'Harbour fire. Harbour boats.'],
    // Then boats is 4/81 and harbour 1/81, and "cats" leads (1/9).
    [6, 'Cats slept. Harbour fire. Harbour boats.'],
    [11, article],
    [1, 'Harbour'],
    [0, ''],
  ])('in %i words takes frequent words and says none again', async (maxWords, expected) => {
    expect(await summary(sumbasic(), article, maxWords)).toBe(expected)
  })

  it('looks only at sentences that fit what is left', async () => {
    const text = 'Boats boats boats in the harbour. Boats sank. Cats slept.'
    expect(await summary(sumbasic(), text, 4)).toBe('Boats sank. Cats slept.')
  })

  it('takes sentences without a content word in the order of the text', async () => {
    expect(await summary(sumbasic(), 'It was. They are. So it is.', 4)).toBe('It was. They are.')
  })
})
