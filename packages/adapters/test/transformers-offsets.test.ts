import type { PreTrainedTokenizer } from '@xenova/transformers'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { encoder } from '../src/transformers/encode.ts'
import { loadTransformers } from '../src/transformers/library.ts'
import type { Encoded } from '../src/transformers/tokens.ts'
import { makeFamilies } from './transformers-families.ts'
import { hostileTexts } from './transformers-texts.ts'

const families = makeFamilies()

describe.each(families)('the offsets of a $name tokenizer', ({ modelDir, saysIt }) => {
  let encode: ReturnType<typeof encoder>
  let library: PreTrainedTokenizer
  beforeAll(async () => {
    const { AutoTokenizer } = await loadTransformers()
    library = await AutoTokenizer.from_pretrained(modelDir)
    encode = encoder(library)
  })

  it('go with the ids of the library, lie in the text and cut no character, on 10,000 texts', () => {
    const property = fc.property(hostileTexts, (text) => {
      const tokens = encode(text)
      expect(tokens.ids).toEqual(library.encode(text, { add_special_tokens: false }))
      expect(faults(text, tokens)).toEqual([])
    })
    fc.assert(property, { numRuns: 10_000 })
  })

  it('are where the text says what the token says', () => {
    const property = fc.property(hostileTexts, (text) => {
      const { ids, starts, ends } = encode(text)
      const tokens = library.tokenize(text)
      expect(tokens.length).toBe(ids.length)
      const wrong = tokens.filter((token, i) => {
        const surface = text.slice(starts[i], ends[i])
        const isKnown = ids[i] !== library.unk_token_id && !library.all_special_ids.includes(ids[i]!)
        return isKnown && !saysIt(token, surface)
      })
      expect(wrong).toEqual([])
    })
    fc.assert(property, { numRuns: 2_000 })
  })
})

function faults(text: string, { ids, starts, ends, opens }: Encoded): string[] {
  const found: string[] = []
  if (new Set([ids, starts, ends, opens].map(({ length }) => length)).size > 1) found.push('lengths differ')
  let [lastStart, lastEnd] = [0, 0]
  for (let i = 0; i < ids.length; i++) {
    const [start, end] = [starts[i]!, ends[i]!]
    if (start < 0 || start > end || end > text.length) found.push(`${i} is outside`)
    if (cutsPair(text, start) || cutsPair(text, end)) found.push(`${i} cuts a character`)
    if (start === end) continue
    if (/^\s|\s$/.test(text.slice(start, end))) found.push(`${i} has white space`)
    if (start < lastStart || end < lastEnd) found.push(`${i} goes back`)
    lastStart = start
    lastEnd = end
  }
  return found
}

/** Whether `at` lies between the halves of a surrogate pair. */
function cutsPair(text: string, at: number): boolean {
  return at > 0 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1))
}
