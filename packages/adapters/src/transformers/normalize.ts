import type { Normalizer, StageConfig } from './internals.ts'
import { alignWord, type Group } from './align.ts'
import { change, slice, type Tracked } from './tracked.ts'

/** A change of the text that keeps track of it. */
export type Step = (given: Tracked) => Tracked

/** How to follow a change whose result is known. */
type Follow = (given: Tracked, made: string) => Tracked

/**
 * The normalizer of a tokenizer, followed. Every step is compared with what the library makes of the same text.
 *
 * @throws Error if a step cannot be followed: better no answer than a wrong place.
 */
export function normalizing(stage: Normalizer | null, config: StageConfig | null): Step {
  if (stage === null || config === null) return (given) => given
  const parts = config.normalizers
  if (stage.normalizers !== undefined && parts !== undefined) {
    const steps = stage.normalizers.map((part, i) => normalizing(part, parts[i]!))
    return (given) => steps.reduce((text, step) => step(text), given)
  }
  const normalize = (text: string) => stage.normalize(text)
  return checked(followOf(stage, config, normalize), normalize, config.type)
}

function followOf(stage: Normalizer, config: StageConfig, normalize: (text: string) => string): Follow {
  if (config.type === 'Prepend') return (given) => prepended(given, config.prepend ?? '')
  if (config.type === 'Strip') return (given) => stripped(given, !!config.strip_left, !!config.strip_right)
  if (config.type === 'Replace') return (given) => replaced(given, stage.pattern, config.content ?? '')
  return wordByWord(normalize)
}

/** The change that `library` makes, followed by `follow`, and an error where the two differ. */
export function checked(follow: Follow, library: (text: string) => string, what: string): Step {
  return (given) => {
    const expected = library(given.text)
    const made = follow(given, expected)
    if (made.text !== expected) throw new Error(`cannot follow what ${what} does to the text`)
    return made
  }
}

export function prepended(given: Tracked, prefix: string): Tracked {
  const making = change(given)
  making.put(prefix, 0, 0)
  making.keep(0, given.text.length)
  return making.done()
}

export function stripped(given: Tracked, left: boolean, right: boolean): Tracked {
  const { text } = given
  const end = right ? text.trimEnd().length : text.length
  const start = left ? Math.min(end, text.length - text.trimStart().length) : 0
  return slice(given, start, end)
}

export function replaced(given: Tracked, pattern: RegExp | null | undefined, content: string): Tracked {
  if (pattern === null || pattern === undefined) return given
  const making = change(given)
  let done = 0
  for (const match of given.text.matchAll(pattern)) {
    making.keep(done, match.index)
    done = match.index + match[0].length
    making.put(content, match.index, done)
  }
  if (done === 0) return given
  making.keep(done, given.text.length)
  return making.done()
}

/**
 * A step that treats what stands between white space on its own: case, accents, compatibility forms, removed
 * characters. Words come again and again, so what became of one is kept.
 */
export function wordByWord(normalize: (text: string) => string): Follow {
  const known = new Map<string, readonly Group[]>()
  return (given, made) => {
    if (made === given.text) return given
    const making = change(given)
    for (const { 0: word, index } of given.text.matchAll(/\s+|\S+/g)) {
      let groups = known.get(word)
      if (groups === undefined) {
        groups = alignWord(word, normalize)
        if (known.size >= mostWords) known.clear()
        if (word.length <= longestKnownWord) known.set(word, groups)
      }
      for (const { text, from, to } of groups) {
        if (text === undefined) making.keep(index + from, index + to)
        else making.put(text, index + from, index + to)
      }
    }
    return making.done()
  }
}

const mostWords = 20_000
const longestKnownWord = 64
