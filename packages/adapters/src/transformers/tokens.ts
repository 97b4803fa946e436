import type { Pieces } from './pieces.ts'
import type { Tracked } from './tracked.ts'

/** The tokens of a text. All lists are equally long; offsets are UTF-16 units of the text. */
export interface Encoded {
  readonly ids: readonly number[]
  /**
   * What a token stands for, white space at its ends left out. Equal numbers: for nothing that is seen, as a space
   * before a word; of a word that it begins it has the start.
   */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** The token begins a word: a pre-token, and within one, where letters or digits meet other signs. */
  readonly opens: readonly boolean[]
}

export interface TokenCollector {
  added(id: number, part: Tracked): void
  word(word: Tracked, pieces: Pieces): void
  done(): Encoded
}

/** Tokens with the id `fused` that follow each other become one; absent: none do. */
export function collectTokens(text: string, fused: number | undefined): TokenCollector {
  const ids: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  const opens: boolean[] = []
  let mayFuse = false
  const reached = () => ends.at(-1) ?? 0
  const push = (id: number, start: number, end: number, isOpening: boolean) => {
    if (mayFuse && id === fused && ids.at(-1) === fused) {
      ends[ends.length - 1] = Math.max(reached(), end)
      return
    }
    ids.push(id)
    starts.push(start)
    ends.push(end)
    opens.push(isOpening)
    mayFuse = true
  }
  return {
    added(id, part) {
      const [start, end] = seen(text, part, 0, part.text.length)
      push(id, start, end, start < end)
      mayFuse = false
    },
    word(word, { ids: added, starts: from, ends: to }) {
      if (added.length === 1) {
        const [start, end] = seen(text, word, from[0]!, to[0]!)
        return push(added[0]!, start, end, start < end && start >= reached())
      }
      const places = added.map((_, i) => seen(text, word, from[i]!, to[i]!))
      const first = places.findIndex(([start, end]) => start < end)
      // Pieces that share a character with the word before belong to it.
      const isNew = first !== -1 && places[first]![0] >= reached()
      for (let i = 0; i < places.length; i++) {
        const [start, end] = i < first ? [places[first]![0], places[first]![0]] : places[i]!
        const isOther = first !== -1 && i > first && meetsOther(text, reached(), start)
        push(added[i]!, start, end, i === 0 ? isNew : isOther)
      }
    },
    done: () => ({ ids, starts, ends, opens }),
  }
}

/** The place of units `from` to `to` in the text, without white space at the ends. */
function seen(text: string, { starts, ends }: Tracked, from: number, to: number): [number, number] {
  let start = -1
  let end = -1
  for (let i = from; i < to; i++) {
    const [first, last] = [starts[i]!, ends[i]!]
    if (first === last) continue
    if (start === -1) start = first
    end = Math.max(end, last)
  }
  while (start < end && isSpace(text.charCodeAt(start))) start++
  while (start < end && isSpace(text.charCodeAt(end - 1))) end--
  if (start < end) return [start, end]
  const place = starts[from] ?? ends.at(-1) ?? 0
  return [place, place]
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || (unit < 0x80 ? unit >= 9 && unit <= 13 : /\s/.test(String.fromCharCode(unit)))
}

/**
 * Whether a word ends between two pieces: where a letter or digit meets another sign, unless that is one that
 * stands within words ("O'Neil", "U.S", "AT&T"), between two letters or digits.
 */
function meetsOther(text: string, end: number, start: number): boolean {
  if (start < end || start >= text.length) return false
  const [left, right] = [charBefore(text, end), charAt(text, start)]
  if (isAlphanumeric(left) === isAlphanumeric(right)) return false
  if (isAlphanumeric(left)) return !(joiners.test(right) && isAlphanumeric(charAt(text, start + 1)))
  return !(joiners.test(left) && isAlphanumeric(charBefore(text, end - 1)))
}

const joiners = /^['’.&\-\u2010\u2011]$/

function charAt(text: string, at: number): string {
  const code = text.codePointAt(at)
  return code === undefined ? '' : String.fromCodePoint(code)
}

function charBefore(text: string, end: number): string {
  const low = text.slice(Math.max(0, end - 2), end)
  return low.codePointAt(0)! > 0xffff ? low : low.slice(-1)
}

function isAlphanumeric(char: string): boolean {
  return /^[\p{L}\p{M}\p{N}]/u.test(char)
}
