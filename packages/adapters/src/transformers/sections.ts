import type { Stages } from './internals.ts'
import { stripped } from './normalize.ts'
import { slice, type Tracked } from './tracked.ts'

/** A stretch of the text; with the id where it is an added token, as `[SEP]` in an article is. */
export interface Section {
  readonly part: Tracked
  readonly added?: number
}

/** The text between added tokens, and these. An added token may take the white space beside it. */
export function sectionsOf(
  given: Tracked,
  splitter: Stages['splitter_normalized'],
  added: Stages['added_tokens_map'],
): Section[] {
  const texts = splitter.split(given.text)
  const tokens = texts.map((text) => added.get(text))
  let end = 0
  return texts.map((text, i) => {
    const start = end
    end += text.length
    const part = slice(given, start, end)
    const token = tokens[i]
    if (token !== undefined) return { part, added: token.id }
    return { part: stripped(part, tokens[i - 1]?.rstrip === true, tokens[i + 1]?.lstrip === true) }
  })
}
