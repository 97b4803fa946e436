import { describe, expect, it } from 'vitest'
import { lead, randomSentences, textrank } from '../src/index.ts'
import { summary } from './call.ts'

// Sentences of 3, 5, 2 and 4 words.
const text = 'One two three. Four five six seven eight.\n\nNine ten. Eleven twelve thirteen fourteen.'

describe('lead', () => {
  it.each([
    [14, 'One two three. Four five six seven eight. Nine ten. Eleven twelve thirteen fourteen.'],
    [13, 'One two three. Four five six seven eight. Nine ten.'],
    // The second sentence does not fit, and the third is not the lead.
    [5, 'One two three.'],
    [2, 'One two'],
    [0, ''],
  ])('in %i words', async (maxWords, expected) => {
    expect(await summary(lead(), text, maxWords)).toBe(expected)
  })
})

describe('random-sentences', () => {
  it('draws with the seed of the call and keeps the order of the article', async () => {
    const drawn = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((seed) => summary(randomSentences(), text, 9, seed)),
    )
    expect(await summary(randomSentences(), text, 9, 1)).toBe(drawn[0])
    expect(new Set(drawn).size).toBeGreaterThan(1)
    for (const sentences of drawn) expect(inOrder(sentences)).toBe(true)
  })

  it('draws every sentence equally often', async () => {
    // Room for one.
    const counts = new Map<string, number>()
    for (let seed = 0; seed < 400; seed++) {
      const first = await summary(randomSentences(), 'A a a. B b b. C c c. D d d.', 3, seed)
      counts.set(first, (counts.get(first) ?? 0) + 1)
    }
    expect([...counts.keys()].sort()).toEqual(['A a a.', 'B b b.', 'C c c.', 'D d d.'])
    // 400 draws from 4: 100 each with a standard deviation of 8.7.
    for (const count of counts.values()) expect(Math.abs(count - 100)).toBeLessThan(27)
  })
})

function inOrder(sentences: string): boolean {
  const words = text.split(/\s+/)
  const places = sentences.split(' ').map((word) => words.indexOf(word))
  return places.every((place, i) => place !== -1 && (i === 0 || place > places[i - 1]!))
}

describe('textrank', () => {
  it('takes the sentences that share most words with others', async () => {
    const article =
      'Cats sleep well. The harbour fire burned boats. Dogs bark loudly. Boats in the harbour burned.'
    expect(await summary(textrank(), article, 10)).toBe(
      'The harbour fire burned boats. Boats in the harbour burned.',
    )
  })

  it('passes over a sentence that does not fit', async () => {
    const article = 'Harbour boats burned in the big harbour fire. Boats burned. Harbour fire.'
    expect(await summary(textrank(), article, 4)).toBe('Boats burned. Harbour fire.')
  })

  it('keeps the order of the article where nothing is shared', async () => {
    expect(await summary(textrank(), 'Cats sleep. Dogs bark. Birds sing.', 4)).toBe('Cats sleep. Dogs bark.')
  })
})
