import { describe, expect, it } from 'vitest'
import {
  countWords,
  createOffsetMap,
  findDates,
  findNumbers,
  firstWords,
  foldName,
  locateAll,
  sentenceSpans,
  stem,
  wordTokens,
} from '../src/index.ts'

// Nothing here looks at a clock. A pattern that went over its input again from every place would need minutes.
const size = 250_000
const units = [
  'a',
  ' ',
  '\n ',
  'a.',
  '"',
  "'s",
  '1,',
  '1-',
  '2020 ',
  'March 10, ',
  'one ',
  'twenty-',
  '$',
  '😀',
  '\u0301',
]

describe.each(units)('on a long run of %j', (unit) => {
  const text = unit.repeat(Math.ceil(size / unit.length))

  it('every function reads to the end', () => {
    expect(createOffsetMap(text).toCodepoint(text.length)).toBe(Array.from(text).length)
    expect(countWords(text)).toBe(text.split(/\s/).filter((word) => word !== '').length)
    expect(firstWords(text, Number.POSITIVE_INFINITY)).toBe(text)
    expect(stem(text).length).toBeLessThanOrEqual(text.length)
    expect(foldName(text).length).toBeLessThanOrEqual(text.length)
    expect(locateAll(text, 'nowhere')).toEqual([])
    for (const spans of [wordTokens(text), sentenceSpans(text)])
      expect(spans.at(-1)?.end ?? 0).toBeLessThanOrEqual(text.length)
    for (const found of [findDates(text, '2026-03-10'), findNumbers(text)]) {
      expect(found.at(-1)?.span.end ?? 0).toBeLessThanOrEqual(text.length)
    }
  })
})

it('a text said twice has its findings twice', () => {
  const once = 'On 10 March 2026 the U.S. paid $5m. Nobody saw it, Mr. Ott said.\n\n'
  const counts = (text: string) =>
    [
      wordTokens(text),
      sentenceSpans(text),
      findDates(text),
      findNumbers(
        text,
        findDates(text).map(({ span }) => span),
      ),
    ].map((found) => found.length)
  // Words: 14; sentences: 2; dates: 1; numbers: 1.
  expect(counts(once)).toEqual([14, 2, 1, 1])
  expect(counts(once.repeat(500))).toEqual([7000, 1000, 500, 500])
})
