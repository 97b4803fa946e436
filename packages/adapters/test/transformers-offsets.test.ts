import type { PreTrainedTokenizer } from '@xenova/transformers'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { encoder } from '../src/transformers/encode.ts'
import { loadTransformers } from '../src/transformers/library.ts'
import type { Encoded } from '../src/transformers/tokens.ts'
import { makeFamilies } from './transformers-families.ts'

const families = makeFamilies()

/** What texts are put together from: names among everything that breaks offsets. */
const scraps = Object.values({
  names: [
    'Alice',
    'Smith',
    'Åse',
    'A\u030ase',
    'Acme',
    'Corp',
    'Oslo',
    '東京',
    'Nordic',
    'Bobson',
    'x',
    'the',
  ],
  space: [' ', ' ', ' ', ' ', '  ', '\n', '\r\n', '\t', '\n\n', '\u00a0', '\u3000', '\u2028', '\u0085', ''],
  signs: ['.', ',', '-', '’s', '“', '”', '(', '...', '…', '&', '$5', '€', '№', '½', '①', '²'],
  emoji: ['👩‍👩‍👧‍👦', '👍🏽', '🇳🇴', '😀', '❤️'],
  joining: [
    '\u0301',
    'e\u0301',
    '\ufe0f',
    '\u200d',
    '\u200b',
    '\ufeff',
    '\u00ad',
    '\u2060',
    '\u1112\u1161\u11ab',
  ],
  folding: ['ﬁ', 'ﷺ', 'İ', 'ß', 'ΟΔΟΣ', 'Ｏｓｌｏ', '𝒪slo', '㍿'],
  scripts: ['한국', '𠀀', 'שלום', 'القاهرة', '\u202e', '\u202c', 'हिन्दी', 'ไทย'],
  controls: ['\u0000', '\u0007', '\u001b[31m', '\ufffd', '\ue000', '\ud83d', '\udc00'],
  tokens: ['[SEP]', '[UNK]', '<s>', '</s>', '<mask>', '##son', '▁', '▁Oslo', 'Ġ', '<0x41>'],
}).flat()
const texts = fc.array(
  fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...scraps) }, fc.string({ unit: 'binary' })),
  {
    maxLength: 24,
  },
)

describe.each(families)('the offsets of a $name tokenizer', ({ modelDir, saysIt }) => {
  let encode: ReturnType<typeof encoder>
  let library: PreTrainedTokenizer
  beforeAll(async () => {
    const { AutoTokenizer } = await loadTransformers()
    library = await AutoTokenizer.from_pretrained(modelDir)
    encode = encoder(library)
  })

  it('go with the ids of the library, lie in the text and cut no character, on 10,000 texts', () => {
    const property = fc.property(texts, (parts) => {
      const text = parts.join('')
      const tokens = encode(text)
      expect(tokens.ids).toEqual(library.encode(text, { add_special_tokens: false }))
      expect(faults(text, tokens)).toEqual([])
    })
    fc.assert(property, { numRuns: 10_000 })
  })

  it('are where the text says what the token says', () => {
    const property = fc.property(texts, (parts) => {
      const text = parts.join('')
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
