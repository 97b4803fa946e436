import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encoder } from '../src/transformers/encode.ts'
import { loadTransformers } from '../src/transformers/library.ts'
import { writeModel } from './models/model-folder.ts'
import { hostileTexts } from './transformers-texts.ts'

/** Stages of tokenizers beyond the three families, in the combinations that models have them. */
const bytes = Array.from({ length: 256 }, (_, i) => `<0x${i.toString(16).toUpperCase().padStart(2, '0')}>`)
const merges: [string, string][] = [
  ['O', 's'],
  ['Os', 'l'],
  ['Osl', 'o'],
  ['▁', 'Oslo'],
  ['e', 'd'],
]
const merged = merges.map((pair) => pair.join(''))
const letters = '▁abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,'.split('')
const numbered = (tokens: readonly string[]) =>
  Object.fromEntries([...new Set(tokens)].map((token, id) => [token, id]))

const kinds: Readonly<Record<string, object>> = {
  'BPE with bytes for the unknown, as Llama has it': {
    normalizer: {
      type: 'Sequence',
      normalizers: [
        { type: 'Prepend', prepend: '▁' },
        { type: 'Replace', pattern: { String: ' ' }, content: '▁' },
      ],
    },
    pre_tokenizer: null,
    model: {
      type: 'BPE',
      unk_token: '<unk>',
      fuse_unk: true,
      byte_fallback: true,
      vocab: numbered(['<unk>', ...bytes, ...letters, ...merged]),
      merges,
    },
  },
  'BPE with unknown characters made one': {
    normalizer: { type: 'Strip', strip_left: true, strip_right: true },
    pre_tokenizer: { type: 'Metaspace', replacement: '▁', prepend_scheme: 'first' },
    model: {
      type: 'BPE',
      unk_token: '<unk>',
      fuse_unk: true,
      vocab: numbered(['<unk>', ...letters, ...merged]),
      merges,
    },
  },
  'BPE with ends of words, as CLIP has it': {
    normalizer: {
      type: 'Sequence',
      normalizers: [
        { type: 'NFC' },
        { type: 'Replace', pattern: { Regex: '\\s+' }, content: ' ' },
        { type: 'Lowercase' },
      ],
    },
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        {
          type: 'Split',
          pattern: { Regex: "'s|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+" },
          behavior: 'Removed',
          invert: true,
        },
        { type: 'ByteLevel', add_prefix_space: false },
      ],
    },
    model: {
      type: 'BPE',
      unk_token: '<unk>',
      end_of_word_suffix: '</w>',
      vocab: numbered([
        '<unk>',
        ...letters,
        ...letters.map((letter) => `${letter}</w>`),
        'os',
        'osl',
        'oslo</w>',
      ]),
      merges: [
        ['o', 's'],
        ['os', 'l'],
        ['osl', 'o</w>'],
      ],
    },
  },
  'BPE without a token for the unknown': {
    normalizer: null,
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Whitespace' },
        { type: 'Punctuation' },
        { type: 'Digits', individual_digits: true },
      ],
    },
    model: { type: 'BPE', unk_token: null, vocab: numbered([...letters, ...merged]), merges },
  },
  'WordPiece without case and accents': {
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    model: {
      type: 'WordPiece',
      unk_token: '<unk>',
      continuing_subword_prefix: '##',
      vocab: numbered(['<unk>', ...letters, ...letters.map((letter) => `##${letter}`), 'oslo']),
    },
  },
  'Unigram on words between white space': {
    normalizer: {
      type: 'Sequence',
      normalizers: [{ type: 'NFKD' }, { type: 'StripAccents' }, { type: 'Lowercase' }],
    },
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [{ type: 'WhitespaceSplit' }, { type: 'Metaspace', replacement: '▁' }],
    },
    model: {
      type: 'Unigram',
      unk_id: 0,
      vocab: ['<unk>', ...letters, '▁oslo', 'oslo'].map((piece) => [piece, -1 / piece.length]),
    },
  },
}

describe.each(Object.entries(kinds))('%s', (_, stages) => {
  const folder = writeModel(mkdtempSync(join(tmpdir(), 'assay-kind-')), {
    'tokenizer.json': { added_tokens: [], post_processor: null, decoder: null, ...stages },
    'tokenizer_config.json': { tokenizer_class: 'PreTrainedTokenizer', unk_token: '<unk>' },
  })

  it('has the ids of the library, at places that cut no character', async () => {
    const { AutoTokenizer } = await loadTransformers()
    const library = await AutoTokenizer.from_pretrained(folder)
    const encode = encoder(library)
    const property = fc.property(hostileTexts, (text) => {
      const { ids, starts, ends } = encode(text)
      expect(ids).toEqual(library.encode(text, { add_special_tokens: false }))
      const seen = starts.map((start, i) => [start, ends[i]!] as const).filter(([start, end]) => start < end)
      for (const [i, [start, end]] of seen.entries()) {
        if (start < (seen[i - 1]?.[0] ?? 0) || end > text.length) expect.fail(`${i} goes back or out`)
        if (text.isWellFormed() && !text.slice(start, end).isWellFormed())
          expect.fail(`${i} cuts a character`)
      }
    })
    fc.assert(property, { numRuns: 1_000 })
  })

  it('finds a name at its place', async () => {
    const { AutoTokenizer } = await loadTransformers()
    const encode = encoder(await AutoTokenizer.from_pretrained(folder))
    for (const before of ['', ' ', '😀 ', 'e\u0301 ', '\n', 'ﬁ ', '“']) {
      const text = `${before}Oslo 東 end`
      const { starts, ends } = encode(text)
      const at = before.length
      expect(starts).toContain(at)
      expect(ends).toContain(at + 4)
      expect(starts.filter((start, i) => start < at && ends[i]! > at)).toEqual([])
    }
  })
})

it('each unknown character has a place of its own where none are made one', async () => {
  const model = { type: 'BPE', unk_token: '<unk>', vocab: numbered(['<unk>', ...letters, ...merged]), merges }
  const folder = writeModel(mkdtempSync(join(tmpdir(), 'assay-kind-')), {
    'tokenizer.json': {
      added_tokens: [],
      normalizer: null,
      pre_tokenizer: { type: 'WhitespaceSplit' },
      post_processor: null,
      decoder: null,
      model,
    },
    'tokenizer_config.json': { tokenizer_class: 'PreTrainedTokenizer', unk_token: '<unk>' },
  })
  const { AutoTokenizer } = await loadTransformers()
  const { starts, ends } = encoder(await AutoTokenizer.from_pretrained(folder))('😀👍東Oslo')
  expect([starts, ends]).toEqual([
    [0, 2, 4, 5],
    [2, 4, 5, 9],
  ])
})
