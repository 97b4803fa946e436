import { prefixes } from './schemes.ts'
import { checkSentences, readTag, type TagReading } from './reading.ts'

/** Tags as numbers: one for each distinct tag, the same on all sides that one encoder reads. */
export interface TagEncoder {
  /** The sentences one after another, an O behind each. */
  encode(sentences: readonly (readonly string[])[], side: string): Int32Array
  /** By number: the place of the prefix in `prefixes`. */
  readonly prefixOf: readonly number[]
  /** By number: the number of the type. */
  readonly typeOf: readonly number[]
  /** By number of the type. */
  readonly types: readonly string[]
}

/** The number of the tag O. */
export const outside = 0

/** Each distinct tag is read and checked once, so a corpus costs one look-up a token. */
export function createEncoder(reading: TagReading): TagEncoder {
  const numbers = new Map<string, number>()
  const prefixOf: number[] = []
  const typeOf: number[] = []
  const types: string[] = []
  const number = (tag: string, where: string): number => {
    const { prefix, type } = readTag(tag, reading, where)
    if (!types.includes(type)) types.push(type)
    prefixOf.push(prefixes.indexOf(prefix))
    typeOf.push(types.indexOf(type))
    numbers.set(tag, numbers.size)
    return numbers.size - 1
  }
  number('O', 'O')
  return {
    prefixOf,
    typeOf,
    types,
    encode(sentences, side) {
      checkSentences(sentences, side)
      const codes = new Int32Array(sentences.reduce((sum, { length }) => sum + length + 1, 0))
      let at = 0
      for (let s = 0; s < sentences.length; s++) {
        const sentence = sentences[s]!
        for (let t = 0; t < sentence.length; t++) {
          const tag = sentence[t]!
          codes[at++] = numbers.get(tag) ?? number(tag, `${side}[${s}][${t}]`)
        }
        codes[at++] = outside
      }
      return codes
    },
  }
}
