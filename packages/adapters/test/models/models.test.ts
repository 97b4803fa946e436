import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadTransformers } from '../../src/transformers/library.ts'
import { makeNerModel } from './ner.ts'

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
