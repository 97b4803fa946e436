import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { transformersEntities } from '../src/index.ts'
import { encoder } from '../src/transformers/encode.ts'
import { loadTransformers } from '../src/transformers/library.ts'
import { makeFamilies } from './transformers-families.ts'

const data = new URL('../../../../shared/data/', import.meta.url)
const tinyNer = new URL('../../../../shared/models/tiny-ner/', import.meta.url)
const house = new URL('../house-ner/model/', import.meta.url)

/** Texts of known tokens: the second column of a CoNLL file is the token, or the first. */
const corpora: Readonly<Record<string, { folder: string; ending: string; column: number }>> = {
  'GUM news': { folder: 'gum-news/conll/', ending: '.conll', column: 1 },
  LitBank: { folder: 'litbank/entities/tsv/', ending: '.tsv', column: 0 },
  'Broad Twitter': { folder: 'btc-h/', ending: '.conll', column: 0 },
}

const models = [...makeFamilies(), { name: 'house WordPiece', modelDir: house.pathname }]

describe.each(Object.entries(corpora))('the known tokens of %s', (_, { folder, ending, column }) => {
  const place = new URL(folder, data)
  const files = existsSync(place) ? readdirSync(place).filter((file) => file.endsWith(ending)) : []
  describe.skipIf(files.length === 0)(`(needs ../shared/data/${folder})`, () => {
    it.each(models)(
      'are found again by a $name tokenizer, each from its first to its last character',
      async (model) => {
        const { AutoTokenizer } = await loadTransformers()
        const encode = encoder(await AutoTokenizer.from_pretrained(model.modelDir))
        let seen = 0
        for (const file of files) {
          const tokens = tokensOf(readFileSync(new URL(file, place), 'utf8'), column)
          seen += tokens.length
          expect(lostTokens(tokens, encode)).toEqual([])
        }
        expect(seen).toBeGreaterThan(5_000)
      },
    )
  })
})

function tokensOf(text: string, column: number): string[] {
  return text
    .split('\n')
    .filter((line) => line.includes('\t') && !line.startsWith('#'))
    .map((line) => line.split('\t')[column]!)
    .filter((token) => /\S/.test(token))
}

/** The tokens with a space between, and those of them that are not made up of whole pieces. */
function lostTokens(tokens: readonly string[], encode: ReturnType<typeof encoder>): string[] {
  const text = tokens.join(' ')
  const { starts, ends } = encode(text)
  const lost: string[] = []
  let at = 0
  let i = 0
  for (const token of tokens) {
    const end = at + token.length
    let [first, last] = [Number.POSITIVE_INFINITY, 0]
    for (; i < starts.length && starts[i]! < end; i++) {
      if (starts[i] === ends[i]) continue
      first = Math.min(first, starts[i]!)
      last = Math.max(last, ends[i]!)
    }
    if (first !== at || last !== end) lost.push(`${token} ${at}-${end}: ${first}-${last}`)
    at = end + 1
  }
  return lost
}

describe.skipIf(!existsSync(tinyNer))('a long article (needs ../shared/models/tiny-ner)', () => {
  const system = transformersEntities({ modelDir: tinyNer.pathname, dtype: 'q8', labels: 'conll' })
  beforeAll(() => system.prepare!({ allowNetwork: false }))

  it('of 5,000 words has its names found behind the first 512 tokens, with exact spans', async () => {
    const sentences = [
      'On Monday the council of Berlin said that the bridge would stay closed for a week 🌉.',
      'Angela Weber, who runs the ferry, told reporters in Hamburg that she had not been asked.',
      'A spokesman for Siemens in Munich did not answer at once, and the price of bread rose again.',
    ]
    const text = Array.from(
      { length: 105 },
      (_, i) => `${i % 7 === 0 ? '\r\n' : ''}${sentences.join(' ')}`,
    ).join(' ')
    expect(text.split(/\s+/).length).toBeGreaterThan(5_000)
    const { mentions } = await system.extract(
      { id: 'long', text },
      { signal: new AbortController().signal, seed: 1, repeat: 0, spend: () => {} },
    )
    for (const { span, surface } of mentions!) expect(text.slice(span.start, span.end)).toBe(surface)
    const places = (surface: string) =>
      mentions!.filter((mention) => mention.surface === surface).map(({ span }) => span.start)
    for (const city of ['Berlin', 'Hamburg']) {
      const all = [...text.matchAll(new RegExp(city, 'g'))].map(({ index }) => index)
      expect(places(city).length / all.length).toBeGreaterThan(0.95)
      // A token has at least one character: the last place lies far behind the first 512.
      expect(places(city).at(-1)!).toBeGreaterThan(0.95 * text.length)
    }
  })
})
