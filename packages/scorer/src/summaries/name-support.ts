import type { Annotation } from '@assay/schema'
import { initialsOf, isAcronym, plainLetters } from '../names/acronyms.ts'
import { canonicalWords } from '../names/canonical.ts'
import { isCommonWord } from '../names/common-words.ts'
import { surfacesByEntity } from '../names/gold-names.ts'

/**
 * Makes the check whether a name is supported by `sources`, what they name, and the names of gold: by the same words in a row (case,
 * possessive, plural and demonym apart), a gold name, the last name of a gold person, or the letters of an acronym,
 * either way. A name may also be put together from whole names and words that the sources write in lower case or
 * that are common ("Norland Prime Minister Anna Lind").
 */
export function createNameSupport(
  sources: readonly string[],
  named: readonly string[],
  gold: Annotation,
): (name: string) => boolean {
  const running = sources.map((source) => ` ${keyOf(source)} `)
  const names = [...[...surfacesByEntity(gold).values()].flat(), ...named]
  const whole = new Set([...names.map(keyOf), ...lastNames(gold)])
  const lower = new Set(sources.flatMap(lowerCaseWords))
  const acronyms = new Set(names.map(initialsOf))
  const capitals = new Set(names.filter(isAcronym).map(plainLetters))
  const isName = (words: readonly string[]) => whole.has(words.join(' '))
  const isNoName = (word: string) => lower.has(word) || isCommonWord(word)
  return (name) =>
    running.some((source) => source.includes(` ${keyOf(name)} `)) ||
    (isAcronym(name) && acronyms.has(plainLetters(name))) ||
    capitals.has(initialsOf(name) ?? '') ||
    isPutTogether(keyOf(name).split(' '), isName, isNoName)
}

/** Canonical words in a row. */
function keyOf(text: string): string {
  return canonicalWords(text)
    .map(({ word }) => word)
    .join(' ')
}

function lastNames({ entities = [] }: Annotation): string[] {
  return entities
    .filter(({ type }) => type === 'PERSON')
    .flatMap(({ name, aliases }) => [name, ...aliases].map((name) => keyOf(name).split(' ').at(-1)!))
}

function lowerCaseWords(source: string): string[] {
  return canonicalWords(source)
    .filter(({ start }) => /^\p{Ll}/u.test(source.slice(start, start + 2)))
    .map(({ word }) => word)
}

/** In words. Longer names are found in a row or not at all. */
const longestName = 10

/** Whether names, and words that are none, make up all the words, at least one name among them. */
function isPutTogether(
  words: readonly string[],
  isName: (words: readonly string[]) => boolean,
  isNoName: (word: string) => boolean,
): boolean {
  // Whether the first i words can be made up, without a name (plain) and with one (named).
  const plain = [true]
  const named = [false]
  for (let end = 1; end <= words.length; end++) {
    const isWord = isNoName(words[end - 1]!)
    plain.push(isWord && plain[end - 1]!)
    let isNamed = isWord && named[end - 1]!
    for (let start = Math.max(0, end - longestName); start < end && !isNamed; start++) {
      isNamed = (plain[start]! || named[start]!) && isName(words.slice(start, end))
    }
    named.push(isNamed)
  }
  return named[words.length]!
}
