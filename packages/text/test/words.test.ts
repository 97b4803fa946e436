import { describe, expect, it } from 'vitest'
import { negators, stopWords } from '../src/index.ts'

describe('the word lists', () => {
  it('hold lower-case words only', () => {
    const words = [...stopWords, ...negators]
    expect(words.filter((word) => word !== word.toLowerCase() || /\s/.test(word))).toEqual([])
  })

  it('count every negator as a stop word', () => {
    expect([...negators].filter((word) => !stopWords.has(word))).toEqual([])
  })

  it('know both apostrophes', () => {
    expect([negators.has("doesn't"), negators.has('doesn’t')]).toEqual([true, true])
  })

  it.each(['said', 'government', 'new', 'ago', 'million'])('leave "%s" as content', (word) => {
    expect(stopWords.has(word)).toBe(false)
  })
})
