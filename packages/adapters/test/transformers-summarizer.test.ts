import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { systemContract } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { transformersSummarizer, type TransformersSummarizerOptions } from '../src/index.ts'
import { everyLetter } from './models/every-letter.ts'
import { makeSeq2SeqModel } from './models/seq2seq.ts'

const folder = mkdtempSync(join(tmpdir(), 'assay-summarizer-'))
const pieces = ['Aa', 'Bb', 'Cc', 'Dd', 'Ee', 'Ff', 'Gg', 'Hh', '.', 'Sum', ':']
const modelDir = makeSeq2SeqModel(join(folder, 'copy'), { pieces })
const spelling = makeSeq2SeqModel(join(folder, 'spell'), { pieces: everyLetter() })

interface Call {
  readonly minWords?: number
  readonly maxWords?: number
  readonly seed?: number
  readonly signal?: AbortSignal
}

async function summary(text: string, options: Partial<TransformersSummarizerOptions> = {}, call: Call = {}) {
  const { minWords = 1, maxWords = 20, seed = 1, signal = new AbortController().signal } = call
  const system = transformersSummarizer({ modelDir, ...options })
  const { text: written } = await system.summarize(
    { id: 'a', text },
    { minWords, maxWords },
    { signal, seed, repeat: 0, spend: () => {} },
  )
  await system.close!()
  return written
}

systemContract('a summarizer of transformers.js', () =>
  transformersSummarizer({ modelDir: spelling, maxNewTokens: 40 }),
)
systemContract('a summarizer of transformers.js that draws', () =>
  transformersSummarizer({
    modelDir: spelling,
    maxNewTokens: 20,
    maxTokens: 64,
    longTexts: 'start',
    temperature: 5,
  }),
)

describe('a summary by a model', () => {
  it('is the sentences the model writes, as many as fit', async () => {
    const text = 'Aa Bb Cc. Dd Ee. Ff Gg Hh.'
    expect(await summary(text, {}, { maxWords: 8 })).toBe('Aa Bb Cc. Dd Ee. Ff Gg Hh.')
    expect(await summary(text, {}, { maxWords: 7 })).toBe('Aa Bb Cc. Dd Ee.')
    expect(await summary(text, {}, { maxWords: 2 })).toBe('Aa Bb')
  })

  it('ends where the model may write no more', async () => {
    expect(await summary('Aa Bb Cc Dd Ee.', { maxNewTokens: 3 })).toBe('Aa Bb Cc')
  })

  it('is of the start alone where the user says so', async () => {
    // 12 tokens: [CLS], two sentences of 5, [SEP].
    const text = 'Aa Bb Cc Dd. Ee Ff Gg Hh. Hh Hh Hh Hh.'
    expect(await summary(text, { maxTokens: 12, longTexts: 'start' })).toBe('Aa Bb Cc Dd. Ee Ff Gg Hh.')
  })

  it('is of every part of a text that is too long, and says nothing of the cut', async () => {
    // 18 tokens: room for 16 in a part, 5 of which may be written of each: "Aa Aa Aa Aa." of the first.
    const sentence = (word: string) => `${word} ${word} ${word} ${word}. `
    const long = sentence('Aa').repeat(3) + sentence('Bb').repeat(3) + sentence('Cc').repeat(3)
    expect(await summary(long, { maxTokens: 18 })).toBe('Aa Aa Aa Aa. Bb Bb Bb Bb. Cc Cc Cc Cc.')
  })

  it('is so too where the model itself says how much it reads', async () => {
    const short = makeSeq2SeqModel(join(folder, 'short'), { pieces, maxLength: 18 })
    const sentence = (word: string) => `${word} ${word} ${word} ${word}. `
    const long = ['Aa', 'Bb', 'Cc', 'Dd', 'Ee', 'Ff'].map((word) => sentence(word).repeat(3)).join('')
    const expected = await summary(long, { maxTokens: 18 })
    expect(await summary(long, { modelDir: short, maxTokens: 400 })).toBe(expected)
  })

  it('reads more rounds where the summaries of the parts are too long again', async () => {
    const sentence = (word: string) => `${word} ${word} ${word} ${word}. `
    const words = ['Aa', 'Bb', 'Cc', 'Dd', 'Ee', 'Ff']
    const long = words.map((word) => sentence(word).repeat(3)).join('')
    // Six parts give six sentences, two parts of three; of each the first sentence is left.
    expect(await summary(long, { maxTokens: 18 })).toBe('Aa Aa Aa Aa. Dd Dd Dd Dd.')
  })

  it('puts the prefix before the text, where the model sees it', async () => {
    expect(await summary('Aa Bb.', { prefix: 'Sum: ' })).toBe('Sum : Aa Bb.')
  })

  it('is empty for a text without a token', async () => {
    expect(await summary(' \u0000\n')).toBe('')
  })

  it('stops when nobody waits any more', async () => {
    await expect(summary('Aa Bb.', {}, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i)
  })

  it('drawn with a temperature, depends on the seed alone', async () => {
    const draw = (seed: number) => summary('Aa Bb Cc Dd Ee Ff Gg Hh', { temperature: 20 }, { seed })
    const drawn = await Promise.all([1, 2, 3, 4].map(draw))
    expect(new Set(drawn).size).toBeGreaterThan(1)
  })

  it('is by a system that names its search, its files and no path', () => {
    const { options, files } = transformersSummarizer({ modelDir, longTexts: 'start' })
    expect(options).toEqual({ dtype: 'fp32', prefix: '', longTexts: 'start', temperature: 0, beams: 1 })
    expect(files!.map((file) => basename(file)).sort()).toEqual([
      'config.json',
      'decoder_model_merged.onnx',
      'encoder_model.onnx',
      'generation_config.json',
      'tokenizer.json',
      'tokenizer_config.json',
    ])
  })
})
