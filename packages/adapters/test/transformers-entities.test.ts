import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Extractor } from '@assay/schema'
import { systemContract } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { transformersEntities } from '../src/index.ts'
import { byteBpeFiles } from './models/byte-bpe.ts'
import { makeNerModel } from './models/ner.ts'
import { makeTaggerModel } from './models/tagger.ts'
import { makeFamilies } from './transformers-families.ts'

const folder = mkdtempSync(join(tmpdir(), 'assay-entities-'))
const families = makeFamilies()
const signal = new AbortController().signal

async function found(system: Extractor, text: string) {
  const output = await system.extract({ id: 'a', text }, { signal, seed: 1, repeat: 0, spend: () => {} })
  for (const { span, surface } of output.mentions!) expect(text.slice(span.start, span.end)).toBe(surface)
  return output.mentions!
}

/** Mentions as `TYPE surface`. */
async function names(system: Extractor, text: string): Promise<string[]> {
  return (await found(system, text)).map(({ type, surface }) => `${type} ${surface}`)
}

for (const { name, modelDir } of families) {
  systemContract(`a ${name} model`, () => transformersEntities({ modelDir, labels: 'conll' }))
}

describe.each(families)('entities of a $name model', ({ modelDir }) => {
  const system = transformersEntities({ modelDir, labels: 'conll' })

  it('have exact spans, and the probability of their labels', async () => {
    // Logits are 6 for the label and 0 for the eight others.
    const score = 1 / (1 + 8 * Math.exp(-6))
    expect(await found(system, '👍🏽 Alice Smith, of Acme Corp, left Oslo.')).toEqual([
      { span: { start: 5, end: 16 }, surface: 'Alice Smith', type: 'PERSON', score },
      { span: { start: 21, end: 30 }, surface: 'Acme Corp', type: 'ORG', score },
      { span: { start: 37, end: 41 }, surface: 'Oslo', type: 'GPE', score },
    ])
  })

  it('are found across line ends, odd spaces and removed characters', async () => {
    expect(await names(system, 'Acme\r\nCorp')).toEqual(['ORG Acme\r\nCorp'])
    expect(await names(system, '\ufeffOslo\u00a0 Alice\tSmith')).toEqual(['GPE Oslo', 'PERSON Alice\tSmith'])
  })

  it('are the same with one window and with many', async () => {
    const text = 'Alice Smith met Åse in Oslo. '.repeat(60)
    const whole = await found(transformersEntities({ modelDir, labels: 'conll' }), text.slice(0, 1000))
    for (const [maxTokens, stride, batch] of [
      [16, 0, 1],
      [16, 7, 3],
      [40, 20, 8],
    ] as const) {
      const cut = transformersEntities({ modelDir, labels: 'conll', maxTokens, stride, batch })
      expect(await found(cut, text.slice(0, 1000))).toEqual(whole)
    }
    // 34 times 29 characters, and 14 more: one person.
    expect(whole.length).toBe(3 * 34 + 1)
  })

  it('are none in a text without words', async () => {
    for (const text of ['', ' \n', '\u0000', '...']) expect(await found(system, text)).toEqual([])
  })
})

describe('labels of the model', () => {
  const pieces = { Alice: 'B-PER', Oslo: 'B-LOC', Friday: 'B-DATE', Zeta: 'B-SHIP', Ada: 'B-EVENT' }
  const labels = ['O', 'B-PER', 'B-LOC', 'B-DATE', 'B-SHIP', 'B-EVENT']
  const modelDir = makeNerModel(join(folder, 'labels'), { pieces, labels })
  const text = 'Alice Oslo Friday Zeta Ada'

  it('become our types by a map; what it does not name is kept as it is', async () => {
    const map = { PER: 'PERSON', LOC: 'LOC' } as const
    const system = transformersEntities({ modelDir, labels: map })
    expect(system.entityTypes).toEqual(['PERSON', 'LOC'])
    expect(await names(system, text)).toEqual([
      'PERSON Alice',
      'LOC Oslo',
      'DATE Friday',
      'SHIP Zeta',
      'labels:EVENT Ada',
    ])
  })

  it('that are values are left out with their mentions', async () => {
    const system = transformersEntities({ modelDir, labels: 'ontonotes' })
    expect(await names(system, 'Friday Zeta')).toEqual(['SHIP Zeta'])
  })

  it('are ours where nothing is said', async () => {
    expect(await names(transformersEntities({ modelDir }), text)).toContain('EVENT Ada')
  })
})

describe('words of several tokens', () => {
  const pieces = {
    Bob: 'B-PER',
    '##son': 'O',
    Ann: 'O',
    '##a': 'B-PER',
    Jo: 'B-PER',
    '##jo': 'B-PER',
  }
  const modelDir = makeNerModel(join(folder, 'words'), { pieces })

  it('have the label of the first', async () => {
    const system = transformersEntities({ modelDir, labels: 'conll' })
    expect(await names(system, 'Bobson Anna Jojo')).toEqual(['PERSON Bobson', 'PERSON Jojo'])
  })

  it('may be read token by token, and are one name where a label begins again', async () => {
    const system = transformersEntities({ modelDir, labels: 'conll', readFrom: 'tokens' })
    expect(await names(system, 'Bobson Anna Jojo')).toEqual(['PERSON Bob', 'PERSON a', 'PERSON Jojo'])
  })
})

describe('a name that ends in other signs', () => {
  const words = ['Oslo', 'The', 'Hague', 'the', 'Acme', 'Mr', 'Bo']
  const { files, vocabulary } = byteBpeFiles(words)
  const labels: Readonly<Record<string, string>> = {
    Oslo: 'B-GPE',
    Acme: 'I-ORG',
    the: 'B-ORG',
    Mr: 'B-PERSON',
    Bo: 'I-PERSON',
    "'s": 'I-ORG',
  }
  const modelDir = makeTaggerModel(join(folder, 'trimmed'), {
    tokenizer: files,
    vocabulary,
    labels: ['O', 'B-GPE', 'B-ORG', 'I-ORG', 'B-PERSON', 'I-PERSON'],
    labelOf: (token) => labels[token.replace(/^Ġ/, '')] ?? (token === "'" ? 'I-ORG' : 'O'),
    config: { model_type: 'roberta', max_position_embeddings: 514, pad_token_id: 1 },
  })
  const text = "the Acme's men met Mr Bo in Oslo."

  it('is what the model says', async () => {
    expect(await names(transformersEntities({ modelDir }), text)).toEqual([
      "ORG the Acme's",
      'PERSON Mr Bo',
      'GPE Oslo',
    ])
  })

  it('loses articles, titles and possessive markers where that is asked for', async () => {
    const system = transformersEntities({ modelDir, boundaries: 'names' })
    expect(await names(system, text)).toEqual(['ORG Acme', 'PERSON Bo', 'GPE Oslo'])
  })
})

describe('settings', () => {
  const { modelDir } = families[0]!

  it('that can change an answer are named, and no folder of this machine', () => {
    expect(transformersEntities({ modelDir, labels: 'conll', threads: 2 }).options).toEqual({
      dtype: 'fp32',
      labels: 'conll',
      maxTokens: 512,
      stride: 64,
      batch: 8,
      readFrom: 'words',
      minScore: 0,
      boundaries: 'model',
    })
  })

  it('leave out what is less probable than asked for', async () => {
    expect(await names(transformersEntities({ modelDir, minScore: 0.98 }), 'Oslo')).toHaveLength(1)
    expect(await names(transformersEntities({ modelDir, minScore: 0.981 }), 'Oslo')).toEqual([])
  })

  it('stop an article whose time is over', async () => {
    const context = { signal: AbortSignal.abort(), seed: 1, repeat: 0, spend: () => {} }
    const call = transformersEntities({ modelDir }).extract({ id: 'a', text: 'Oslo' }, context)
    await expect(call).rejects.toThrow(/abort/i)
  })

  it('name the files of the model', () => {
    expect(transformersEntities({ modelDir }).files).toEqual(
      ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model.onnx'].map((file) =>
        join(modelDir, file),
      ),
    )
  })
})
