import { expect, it } from 'vitest'
import * as text from '../src/index.ts'

it('exports these names and no others', () => {
  expect(Object.keys(text).sort()).toMatchInlineSnapshot(`
    [
      "countWords",
      "createOffsetMap",
      "findDates",
      "findNumbers",
      "firstWords",
      "foldName",
      "locateAll",
      "negators",
      "numbersAgree",
      "parseTimexValue",
      "sentenceSpans",
      "stem",
      "stopWords",
      "timexInterval",
      "wordTokens",
    ]
  `)
})
