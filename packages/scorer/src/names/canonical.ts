import type { Span } from '@assay/schema'
import { wordTokens } from '@assay/text'
import { foldWord } from './fold-word.ts'
import { places } from './places.ts'

/** A word, or the words for a place, in the form in which names are compared. */
export interface CanonicalWord extends Span {
  readonly word: string
}

/**
 * The words of a text without case, possessive, plural and the dots of initialisms; a place and its demonym
 * ("France", "French", "the French's") are one word, the place. Places begin with a capital, and those of capitals
 * alone are written so: "turkey" is a bird and "us" a pronoun.
 */
export function canonicalWords(text: string): CanonicalWord[] {
  const tokens = wordTokens(text)
  const words = tokens.map((token) => singular(foldWord(token.text)))
  const found: CanonicalWord[] = []
  for (let at = 0; at < words.length; ) {
    const place = placesByFirstWord
      .get(words[at]!)
      ?.find(
        (place) =>
          isWritten(place, tokens[at]!.text) && place.words.every((word, i) => words[at + i] === word),
      )
    const size = place?.words.length ?? 1
    found.push({
      word: place?.place ?? words[at]!,
      start: tokens[at]!.start,
      end: tokens[at + size - 1]!.end,
    })
    at += size
  }
  return found
}

/** "ministries" is "ministry", "Germans" is "German". Names that end in s lose it on both sides alike. */
function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word
  return word.replace(/ies$/, 'y').replace(/s$/, '')
}

interface Place {
  readonly place: string
  readonly isCapitals: boolean
  readonly words: readonly string[]
}

function isWritten(place: Place, word: string): boolean {
  return place.isCapitals ? word === word.toUpperCase() : /^\p{Lu}/u.test(word)
}

/** Longest first: "South Korean" before "South". */
const placesByFirstWord = new Map<string, Place[]>()
for (const names of places) {
  for (const name of names) {
    const words = wordTokens(name).map((token) => singular(foldWord(token.text)))
    const place = { place: names[0]!, isCapitals: /^\p{Lu}+$/u.test(name), words }
    placesByFirstWord.set(words[0]!, [...(placesByFirstWord.get(words[0]!) ?? []), place])
  }
}
for (const list of placesByFirstWord.values()) list.sort((a, b) => b.words.length - a.words.length)
