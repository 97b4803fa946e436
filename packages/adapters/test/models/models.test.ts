import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadTransformers } from '../../src/transformers/library.ts'
import { makeEncoderModel } from './encoder.ts'
import { makeNerModel } from './ner.ts'
import { makeNliModel } from './nli.ts'
import { makeSeq2SeqModel } from './seq2seq.ts'

const folder = mkdtempSync(join(tmpdir(), 'assay-models-'))
const settings = { device: 'cpu', local_files_only: true, dtype: 'fp32' } as const

function digest(file: string): string {
  return createHash('sha256')
    .update(readFileSync(join(folder, file)))
    .digest('hex')
}

describe('the made token classifier', () => {
  const pieces = { Alice: 'B-PER', Smith: 'I-PER', Bob: 'B-PER', '##son': 'I-PER', met: 'O', Acme: 'B-ORG' }
  makeNerModel(join(folder, 'ner'), { pieces })

  it('has the same bytes everywhere', () => {
    expect(digest('ner/onnx/model.onnx')).toBe(
      '2c0406f4add9545963c08520a56eb0d7682d5d29ecf68ef996c57cf4c6843898',
    )
  })

  it('gives every piece its label, with a probability that is known to the last digit', async () => {
    const { AutoTokenizer, AutoModelForTokenClassification } = await loadTransformers()
    const tokenizer = await AutoTokenizer.from_pretrained(join(folder, 'ner'), settings)
    const model = await AutoModelForTokenClassification.from_pretrained(join(folder, 'ner'), settings)
    const inputs = tokenizer('Alice Smith met Bobson of Acme.')
    const { logits } = await model(inputs)
    // [CLS] Alice Smith met Bob ##son of=[UNK] Acme .=[UNK] [SEP]
    expect(logits.dims).toEqual([1, 10, 9])
    const rows: number[][] = logits.tolist()[0]
    expect(rows.map((row) => row.indexOf(6))).toEqual([0, 1, 2, 0, 1, 2, 0, 3, 0, 0])
    expect(rows.flat().filter((value) => value !== 0 && value !== 6)).toEqual([])
  })
})

const pieces = ['the', 'mayor', 'of', 'Ek', '##by', 'left', 'not', '.']

describe('the made encoder and decoder', () => {
  const path = makeSeq2SeqModel(join(folder, 'seq2seq'), { pieces })

  async function copy(texts: string[], most: number): Promise<string[]> {
    const { AutoTokenizer, AutoModelForSeq2SeqLM } = await loadTransformers()
    const tokenizer = await AutoTokenizer.from_pretrained(path, settings)
    const model = await AutoModelForSeq2SeqLM.from_pretrained(path, settings)
    const output = await model.generate({ ...tokenizer(texts, { padding: true }), max_new_tokens: most })
    return tokenizer.batch_decode(output as never, { skip_special_tokens: true })
  }

  it('has the same bytes everywhere', () => {
    expect(digest('seq2seq/onnx/encoder_model.onnx')).toBe(
      '490e323e1f8f9fbfb12d5462775846ad3fbf4535b4da01fab07880363748e935',
    )
    expect(digest('seq2seq/onnx/decoder_model_merged.onnx')).toBe(
      'b64ab468c6c07859c3fcb771fb769190b3b9a6f6a3b0d39e1d29671c6249a3fc',
    )
  })

  it('copies its text from the start, as far as it may', async () => {
    expect(await copy(['the mayor of Ekby left.'], 5)).toEqual(['the mayor of Ekby'])
    expect(await copy(['the mayor of Ekby left.'], 3)).toEqual(['the mayor of'])
  })

  it('ends where the text ends, in a batch of unequal texts too', async () => {
    expect(await copy(['the mayor left.', 'the mayor of Ekby left.'], 50)).toEqual([
      'the mayor left.',
      'the mayor of Ekby left.',
    ])
  })
})

describe('the made sentence encoder', () => {
  const path = makeEncoderModel(join(folder, 'encoder'), {
    pieces: { up: [1, 0], down: [-1, 0], left: [0, 0.5] },
  })

  it('has the same bytes everywhere', () => {
    expect(digest('encoder/onnx/model.onnx')).toBe(
      'ca7cc7f0e1d5d3c20ddec000aa085a77801fd77f09262ecca87142b8ec1ba4ec',
    )
  })

  it('gives every token its vector', async () => {
    const { AutoTokenizer, AutoModel } = await loadTransformers()
    const tokenizer = await AutoTokenizer.from_pretrained(path, settings)
    const model = await AutoModel.from_pretrained(path, settings)
    const { last_hidden_state } = await model(tokenizer('down left up'))
    expect(last_hidden_state.tolist()).toEqual([
      [
        [0, 0],
        [-1, 0],
        [0, 0.5],
        [1, 0],
        [0, 0],
      ],
    ])
  })
})

describe('the made inference model', () => {
  const path = makeNliModel(join(folder, 'nli'), { pieces, negations: ['not'] })

  it('has the same bytes everywhere', () => {
    expect(digest('nli/onnx/model.onnx')).toBe(
      '0bdb70a4ad1578ec3f818511cadd082a66d841733c3a5eb3aa981a88a99df633',
    )
  })

  it('counts what the hypothesis has and the premise lacks', async () => {
    const { AutoTokenizer, AutoModelForSequenceClassification } = await loadTransformers()
    const tokenizer = await AutoTokenizer.from_pretrained(path, settings)
    const model = await AutoModelForSequenceClassification.from_pretrained(path, settings)
    const logits = async (premise: string, hypothesis: string) =>
      (await model(tokenizer([premise], { text_pair: [hypothesis] }))).logits.tolist()[0]
    expect(await logits('the mayor of Ekby left.', 'the mayor left')).toEqual([0, 0, 2])
    expect(await logits('the mayor left', 'the mayor of Ekby left.')).toEqual([0, 16, 2])
    expect(await logits('the mayor left', 'the mayor not left')).toEqual([4, 0, 2])
  })
})
