import { checkSentences, readTag, type TagReading } from './reading.ts'
import { prefixes } from './schemes.ts'

/** Tags as numbers: the number of the type times 8, plus the place of the prefix in `prefixes`. O is 0. */
export interface TagEncoder {
  /** The sentences one after another, an O behind each. */
  encode(sentences: readonly (readonly string[])[], side: string): Int32Array
  /** By number. */
  readonly types: readonly string[]
}

const outside = 0

/** Each distinct tag is read and checked once, so a corpus costs one look-up a token. */
export function createEncoder(reading: TagReading): TagEncoder {
  const codes = new Map([['O', outside]])
  const numbers = new Map([['_', 0]])
  const types = ['_']
  // The latest tag of each place: where nearly all tags are a few dozen strings, a comparison of strings is cheaper
  // than the hash of a map.
  const recent = noneYet.slice()
  const recentCode = new Int32Array(places)

  const codeOf = (tag: string, where: string): number => {
    const known = codes.get(tag)
    if (known !== undefined) return known
    const { prefix, type } = readTag(tag, reading, where)
    const number = numbers.get(type) ?? numbers.size
    if (number === numbers.size) {
      numbers.set(type, number)
      types.push(type)
    }
    const code = number * 8 + prefixes.indexOf(prefix)
    codes.set(tag, code)
    return code
  }
  return {
    types,
    encode(sentences, side) {
      checkSentences(sentences, side)
      const encoded = new Int32Array(sentences.reduce((sum, { length }) => sum + length + 1, 0))
      let at = 0
      for (let s = 0; s < sentences.length; s++) {
        const sentence = sentences[s]!
        for (let t = 0; t < sentence.length; t++, at++) {
          const tag = sentence[t]!
          if (tag === 'O') continue
          const place = placeOf(tag)
          if (recent[place] !== tag) {
            recentCode[place] = codeOf(tag, `${side}[${s}][${t}]`)
            recent[place] = tag
          }
          encoded[at] = recentCode[place]!
        }
        at++
      }
      return encoded
    },
  }
}

const places = 256
const noneYet = Array.from({ length: places }, () => 'O')

/** Two tags of one place only cost time. What is no string has a place too: it is refused when it is read. */
function placeOf(tag: string): number {
  if (typeof tag !== 'string' || tag === '') return 0
  return (tag.charCodeAt(0) * 5 + tag.charCodeAt(tag.length - 1) * 33 + tag.length) % places
}
