import type { Normalizer, StageConfig } from './internals.ts'
import { alignWord, type Group } from './align.ts'
import { change, slice, type Tracked } from './tracked.ts'

/** A change of the text that keeps track of it. */
export type Step = (given: Tracked) => Tracked

/**
 * The normalizer of a tokenizer, followed.
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
  const step = wholeTextStep(stage, config)
  return step === null ? wordByWord(normalize) : checked(step, normalize, config.type)
}

/** Steps that look at more than a word. */
function wholeTextStep({ pattern }: Normalizer, config: StageConfig): Step | null {
  if (config.type === 'Prepend') return (given) => prepended(given, config.prepend ?? '')
  if (config.type === 'Strip') return (given) => stripped(given, !!config.strip_left, !!config.strip_right)
  if (config.type === 'Replace') return (given) => replaced(given, pattern, config.content ?? '')
  return null
}

/** `step`, and an error where the library makes something else of the text. */
export function checked(step: Step, library: (text: string) => string, what: string): Step {
  return (given) => {
    const made = step(given)
    if (made.text !== library(given.text)) throw new Error(`cannot follow what ${what} does to the text`)
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
export function wordByWord(normalize: (text: string) => string): Step {
  const known = new Map<string, readonly Group[]>()
  const groupsOf = (word: string) => {
    let groups = known.get(word)
    if (groups === undefined) {
      groups = alignWord(word, normalize)
      if (known.size >= mostWords) known.clear()
      if (word.length <= longestKnownWord) known.set(word, groups)
    }
    return groups
  }
  return (given) => {
    const making = change(given)
    // What is unchanged is copied in one go.
    let done = 0
    for (const { 0: word, index } of given.text.matchAll(/\s+|\S+/g)) {
      for (const { text, from, to } of groupsOf(word)) {
        if (text === undefined) continue
        making.keep(done, index + from)
        making.put(text, index + from, index + to)
        done = index + to
      }
    }
    if (done === 0) return given
    making.keep(done, given.text.length)
    return making.done()
  }
}

const mostWords = 20_000
const longestKnownWord = 64
