import { ordinalWords, powerOf, smallNumbers, tens } from './number-words.ts'
import type { Token } from './tokens.ts'

/** A number read from consecutive tokens. */
export interface NumberReading {
  readonly value: number
  /** Significant digits shown, at least 1. */
  readonly digits: number
  /** Index of the first token behind it. */
  readonly next: number
  readonly kind: 'cardinal' | 'ordinal'
  /** Written in words without a word that multiplies ("one", "twenty-five"). */
  readonly isBareWord: boolean
  /** The power of ten of the word or letter that ends it and multiplies it ("2.1 billion": 9), else 0. */
  readonly power: number
  /** Letters glued to the digits that are no multiplier, such as the unit of "5km". */
  readonly suffix: string
}

const firstWords = new Set(['a', 'half', ...smallNumbers.keys(), ...tens.keys(), ...ordinalWords.keys()])

/** The number that begins at token `at`, or null. Digits with unknown letters ("5G", "1080p") are none. */
export function readNumber(text: string, tokens: readonly Token[], at: number): NumberReading | null {
  const words = cursor(text, tokens)
  if (/^\d/.test(tokens[at]!.text)) return readNumeral(tokens, words, at)
  if (!firstWords.has(words(at, true))) return null
  return readFraction(words, at) ?? readOrdinal(words, at) ?? readWords(words, at)
}

/** The lower-case word at an index, empty if it is not joined to the one before by one space or hyphen. */
type Words = (index: number, isFirst?: boolean) => string

function cursor(text: string, tokens: readonly Token[]): Words {
  return (index, isFirst = false) => {
    const token = tokens[index]
    if (token === undefined) return ''
    return isFirst || areJoined(text, tokens, index) ? token.text.toLowerCase() : ''
  }
}

/** True if a single space, line break or hyphen is all that stands between a token and the one before. */
export function areJoined(text: string, tokens: readonly Token[], index: number): boolean {
  const [before, token] = [tokens[index - 1], tokens[index]]
  return (
    before !== undefined &&
    token !== undefined &&
    /^(?:[\s\-‐‑]|\r\n)$/.test(text.slice(before.end, token.start))
  )
}

const numeral = /^(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(\p{L}*)$/u

function readNumeral(tokens: readonly Token[], words: Words, at: number): NumberReading | null {
  const match = numeral.exec(tokens[at]!.text)
  if (!match) return null
  const [, figures = '', suffix = ''] = match
  const plain = figures.replaceAll(',', '')
  const digitsOf = shownDigits(plain)
  const reading = { digits: digitsOf, kind: 'cardinal', isBareWord: false, power: 0, suffix: '' } as const
  if (/^(?:st|nd|rd|th)$/.test(suffix))
    return { ...reading, kind: 'ordinal', value: Number(plain), next: at + 1 }
  const glued = /^(?:[km]|mn|mln|b|bn|tn|trn)$/i.test(suffix) ? powerOf.get(suffix.toLowerCase()) : undefined
  // "5kg" is left to the units, "5m" is five million.
  if (suffix !== '' && glued === undefined) return { ...reading, suffix, value: Number(plain), next: at + 1 }
  if (glued !== undefined)
    return { ...reading, power: glued, value: Number(`${plain}e${glued}`), next: at + 1 }
  const half = !plain.includes('.') && isAndAHalf(words, at + 1) ? 3 : 0
  const next = at + 1 + half
  const number = half === 0 ? plain : `${plain}.5`
  const digits = shownDigits(number)
  const power = readPower(words, next)
  if (power !== null)
    return { ...reading, digits, power, value: Number(`${number}e${power}`), next: next + 1 }
  return { ...reading, digits, value: Number(number), next }
}

/** Multipliers that stand alone: all but "k", "m" and "b". */
function readPower(words: Words, at: number): number | null {
  const word = words(at)
  return word.length > 1 ? (powerOf.get(word) ?? null) : null
}

function isAndAHalf(words: Words, at: number): boolean {
  return words(at) === 'and' && words(at + 1) === 'a' && words(at + 2) === 'half'
}

const denominators: ReadonlyMap<string, number> = new Map([
  ['thirds', 3],
  ['third', 3],
  ['quarters', 4],
  ['quarter', 4],
  ['fourths', 4],
  ['fifths', 5],
  ['fifth', 5],
  ['sixths', 6],
  ['sevenths', 7],
  ['eighths', 8],
  ['ninths', 9],
  ['tenths', 10],
  ['tenth', 10],
])

/** "two-thirds", "a quarter of", "one fifth". "a third man" is none. */
function readFraction(words: Words, at: number): NumberReading | null {
  const word = words(at, true)
  const below = denominators.get(words(at + 1))
  const above = word === 'a' ? 1 : (smallNumbers.get(word) ?? 0)
  if (below === undefined || above === 0 || above >= below) return null
  const isPlural = words(at + 1).endsWith('s')
  if (isPlural !== above > 1 || (word === 'a' && words(at + 2) !== 'of')) return null
  const value = above / below
  return { value, digits: 2, next: at + 2, kind: 'cardinal', isBareWord: false, power: 0, suffix: '' }
}

/** Third and up: "first" and "second" say little, and a second is also a unit of time. "twenty-first" counts. */
function readOrdinal(words: Words, at: number): NumberReading | null {
  const word = words(at, true)
  const ten = tens.get(word)
  const value = ten === undefined ? ordinalWords.get(word) : ordinalWords.get(words(at + 1))
  if (value === undefined || (ten === undefined ? value < 3 : value > 9)) return null
  const sum = (ten ?? 0) + value
  const next = at + (ten === undefined ? 1 : 2)
  return {
    value: sum,
    digits: shownDigits(String(sum)),
    next,
    kind: 'ordinal',
    isBareWord: false,
    power: 0,
    suffix: '',
  }
}

/** A value in words and how many tokens it takes. */
interface Part {
  readonly value: number
  readonly length: number
}

/** "nine thousand", "two hundred and fifty", "half a million", "a dozen", "two and a half billion". */
function readWords(words: Words, at: number): NumberReading | null {
  const part = readHalfOf(words, at) ?? readDozens(words, at) ?? readGroups(words, at)
  if (part === null) return null
  const digits = shownDigits(String(part.value))
  const isBareWord = part.value < 100
  const next = at + part.length
  const power = readPower(words, next - 1) ?? 0
  return { value: part.value, digits, next, kind: 'cardinal', isBareWord, power, suffix: '' }
}

function readHalfOf(words: Words, at: number): Part | null {
  if (words(at, true) !== 'half') return null
  const article = words(at + 1) === 'a' ? 1 : 0
  const word = words(at + 1 + article)
  const power = readPower(words, at + 1 + article)
  if (word === 'dozen') return { value: 6, length: 2 + article }
  return power === null ? null : { value: 10 ** power / 2, length: 2 + article }
}

function readDozens(words: Words, at: number): Part | null {
  const count = words(at, true) === 'a' ? { value: 1, length: 1 } : readBelowHundred(words, at, true)
  if (count === null || words(at + count.length) !== 'dozen') return null
  return { value: count.value * 12, length: count.length + 1 }
}

/** Groups with falling multipliers: "three million two hundred thousand". */
function readGroups(words: Words, at: number): Part | null {
  let sum = 0
  let length = 0
  let lowest = Number.POSITIVE_INFINITY
  for (;;) {
    const conjunction = lowest === 3 && words(at + length) === 'and' ? 1 : 0
    const group = readGroup(words, at + length + conjunction, length === 0)
    if (group === null || group.power >= lowest) break
    sum += group.value
    length += conjunction + group.length
    lowest = group.power
    if (lowest === 0) break
  }
  return length === 0 ? null : { value: sum, length }
}

function readGroup(words: Words, at: number, isFirst: boolean): (Part & { power: number }) | null {
  const article = isFirst && words(at, true) === 'a'
  const count = article
    ? readHundreds(words, at, { value: 1, length: 1 })
    : readBelowThousand(words, at, isFirst)
  if (count === null) return null
  const half = isFirst && isAndAHalf(words, at + count.length) ? 3 : 0
  const power = readPower(words, at + count.length + half)
  // "a" alone is no number, "a hundred" and "a million" are.
  if (power === null) return article && count.length === 1 ? null : withHalf(count, half)
  return {
    value: (count.value + (half === 0 ? 0 : 0.5)) * 10 ** power,
    length: count.length + half + 1,
    power,
  }
}

function withHalf(count: Part, half: number): Part & { power: number } {
  return { value: count.value + (half === 0 ? 0 : 0.5), length: count.length + half, power: 0 }
}

function readBelowThousand(words: Words, at: number, isFirst: boolean): Part | null {
  const count = readBelowHundred(words, at, isFirst)
  return count === null ? null : readHundreds(words, at, count)
}

function readHundreds(words: Words, at: number, count: Part): Part {
  if (words(at + count.length) !== 'hundred') return count
  const behind = at + count.length + 1
  const conjunction = words(behind) === 'and' ? 1 : 0
  const rest = readBelowHundred(words, behind + conjunction, false)
  if (rest === null) return { value: count.value * 100, length: count.length + 1 }
  return { value: count.value * 100 + rest.value, length: count.length + 1 + conjunction + rest.length }
}

function readBelowHundred(words: Words, at: number, isFirst: boolean): Part | null {
  const word = words(at, isFirst)
  const small = smallNumbers.get(word)
  if (small !== undefined) return { value: small, length: 1 }
  const ten = tens.get(word)
  if (ten === undefined) return null
  const one = smallNumbers.get(words(at + 1)) ?? 0
  return one >= 1 && one <= 9 ? { value: ten + one, length: 2 } : { value: ten, length: 1 }
}

/** Digits from the first that is not 0; zeros at the end of a whole number only hold a place. */
function shownDigits(number: string): number {
  const figures = number.includes('.') ? number.replace('.', '') : number.replace(/0+$/, '')
  return Math.max(1, figures.replace(/^0+/, '').length)
}
