import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkDataset, formatFindings, loadDataset } from '@assay/dataset'
import { expect, test } from 'vitest'
import { datasetFolder, manifest, sample } from './sample.ts'

/** Fourteen faults of the data: the files are sound JSON. */
const data = {
  'dataset.json': { ...manifest, offsetUnit: 'codepoint' },
  'articles/gold.json': sample('gold', ({ annotation }) => {
    annotation.mentions![0]!.span = { start: 1, end: 6 }
    annotation.mentions![1]!.surface = 'Roman'
    annotation.mentions!.push({ id: 'm2', span: { start: 11, end: 13 }, surface: 'Bo', type: 'PERSON' })
    annotation.mentions!.push({
      id: 'm4',
      span: { start: 40, end: 99 },
      surface: 'x',
      type: 'ORG',
      entityId: 'e9',
    })
    annotation.timexes![0]!.value = '2025-02-30'
    annotation.claims![1]!.parts = ['c9']
    annotation.claims![2]!.evidence = [{ sentences: [0, 7] }]
  }),
  'articles/shape.json': {
    ...sample('shape', ({ article, annotation }) => {
      article.publishedAt = '2025-02-29'
      annotation.claims![0]!.text = ' '
      Object.assign(annotation.mentions![0]!, { type: 'PERSN' })
    }),
    storey: 'one',
  },
  'articles/twin.json': sample('gold', ({ article }) => (article.text += ' ')),
}

/** Six faults of the files themselves. */
const files = {
  'articles/bom.json': `\ufeff${JSON.stringify(sample('bom'))}`,
  'articles/broken.json': '{\n  "schema": "assay.article/1",\n  "article" {}\n}',
  'articles/crlf.json': JSON.stringify(sample('crlf'), null, 2).replaceAll('\n', '\r\n'),
  'articles/keys.json': JSON.stringify(sample('keys'), null, 2)
    .replace('"id": "keys",', '"id": "keys",\n"id": "keys",')
    .replace('"annotation": {', '"annotation": {\n"__proto__": { "mentions": [] },'),
  'articles/latin.json': Buffer.from(JSON.stringify(sample('latin')).replace('Bo', 'B\u00f6'), 'latin1'),
}

test('twenty faults give one report of exactly these twenty, each with its file, line, place and cure', async () => {
  const folder = datasetFolder({ ...data, ...files })
  const { findings, dataset } = await checkDataset(folder)
  const line = (file: string, needle: string, nth = 1): number => {
    const before = readFileSync(join(folder, file), 'utf8').split(needle).slice(0, nth).join(needle)
    return before.split('\n').length
  }
  const gold = 'articles/gold.json'
  const shape = 'articles/shape.json'
  const keys = 'articles/keys.json'

  expect(dataset).toBeNull()
  expect(findings.map(({ file, line, path, code }) => [file, line, path, code])).toEqual([
    ['dataset.json', line('dataset.json', 'codepoint'), 'offsetUnit', 'offset-unit'],
    ['articles/bom.json', 1, undefined, 'byte-order-mark'],
    ['articles/broken.json', 3, undefined, 'broken-json'],
    ['articles/crlf.json', 1, undefined, 'crlf'],
    [gold, line(gold, '"span"', 1), 'annotation.mentions[0].span', 'span-splits-character'],
    [gold, line(gold, '"span"', 2), 'annotation.mentions[1].span', 'surface-differs'],
    [gold, line(gold, '"m2"', 2), 'annotation.mentions[2].id', 'duplicate-id'],
    [gold, line(gold, '"span"', 4), 'annotation.mentions[3].span', 'span-outside-text'],
    [gold, line(gold, '"e9"'), 'annotation.mentions[3].entityId', 'unknown-entity'],
    [gold, line(gold, '2025-02-30'), 'annotation.timexes[0].value', 'impossible-value'],
    [gold, line(gold, '"c9"'), 'annotation.claims[1].parts[0]', 'unknown-claim'],
    [gold, line(gold, '7\n'), 'annotation.claims[2].evidence[0].sentences[1]', 'unknown-sentence'],
    [keys, line(keys, '"id": "keys"', 2), 'article.id', 'duplicate-key'],
    [keys, line(keys, '__proto__'), 'annotation.__proto__', 'proto-key'],
    ['articles/latin.json', 1, undefined, 'not-utf8'],
    [shape, line(shape, '2025-02-29'), 'article.publishedAt', 'impossible-day'],
    [shape, line(shape, 'PERSN'), 'annotation.mentions[0].type', 'unknown-value'],
    [shape, line(shape, '" "'), 'annotation.claims[0].text', 'empty-claim'],
    [shape, line(shape, '"one"'), 'storey', 'unknown-field'],
    ['articles/twin.json', line('articles/twin.json', '"gold"'), 'article.id', 'duplicate-article-id'],
  ])
  expect(findings.filter(({ hint, message }) => hint === '' || message === '')).toEqual([])
})

test('the report names file and line, what is wrong and the cure, and counts', async () => {
  const folder = datasetFolder({
    'dataset.json': manifest,
    'articles/bom.json': files['articles/bom.json'],
    'articles/shape.json': { ...sample('shape'), storey: 'one' },
  })
  expect(formatFindings((await checkDataset(folder)).findings)).toBe(
    [
      'articles/bom.json (article bom)',
      '  articles/bom.json:1',
      '    warning byte-order-mark: the file begins with a byte order mark',
      '    cure: Save the file as UTF-8 without byte order mark and with LF line ends.',
      '',
      'articles/shape.json',
      '  articles/shape.json:181 storey',
      '    error unknown-field: there is no field "storey" here',
      '    cure: Did you mean "story"? Allowed: "schema", "article", "story", "annotation".',
      '',
      '1 error and 1 warning in 2 files',
      '',
    ].join('\n'),
  )
})

test('loading refuses with every error, and with none of the warnings', async () => {
  const folder = datasetFolder({ ...data, ...files })
  await expect(loadDataset(folder)).rejects.toMatchObject({
    name: 'AssayError',
    code: 'dataset-invalid',
    message: expect.stringMatching(
      /offset-unit[^]*duplicate-article-id[^]*18 errors and 0 warnings in 7 files/,
    ),
  })
})

test('the same files without their faults load', async () => {
  const folder = datasetFolder({
    'dataset.json': manifest,
    ...Object.fromEntries(['gold', 'shape', 'twin', 'bom'].map((id) => [`articles/${id}.json`, sample(id)])),
  })
  const { findings, dataset } = await checkDataset(folder)
  expect(findings).toEqual([])
  expect(dataset?.articles.map(({ article }) => article.id)).toEqual(['bom', 'gold', 'shape', 'twin'])
})
