import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkDataset, loadDataset } from '@assay/dataset'
import { expect, test } from 'vitest'
import { datasetFolder, manifest, sample } from './sample.ts'

/** Code, line, path, message and hint of what is wrong with one article file. */
async function articleFindings(content: string | Uint8Array | object) {
  const folder = datasetFolder({ 'dataset.json': manifest, 'articles/a.json': content })
  const { findings } = await checkDataset(folder)
  return findings.map(({ code, line, path, message, hint }) => ({ code, line, path, message, hint }))
}

test('a folder that is not there is an error that says so', async () => {
  await expect(checkDataset('/nowhere/at/all')).rejects.toMatchObject({
    code: 'dataset-invalid',
    message: 'there is no dataset folder /nowhere/at/all',
  })
})

test('a folder without dataset.json is a finding', async () => {
  const { findings, dataset } = await checkDataset(datasetFolder({ 'articles/a.json': sample('a') }))
  expect(dataset).toBeNull()
  expect(findings.map(({ code, file }) => [code, file])).toEqual([['file-missing', 'dataset.json']])
})

test('a folder named like an article is a finding', async () => {
  const folder = datasetFolder({ 'dataset.json': manifest, 'articles/a.json': sample('a') })
  mkdirSync(join(folder, 'articles/b.json'))
  const { findings } = await checkDataset(folder)
  expect(findings.map(({ code, file, message }) => [code, file, message])).toEqual([
    ['file-unreadable', 'articles/b.json', 'articles/b.json cannot be read: EISDIR'],
  ])
})

test('a byte order mark and carriage returns are warnings: the dataset loads, and offsets stay right', async () => {
  const content = `\ufeff${JSON.stringify(sample('a'), null, 2).replaceAll('\n', '\r\n')}`
  const folder = datasetFolder({ 'dataset.json': manifest, 'articles/a.json': content })
  const { findings } = await checkDataset(folder)
  expect(findings.map(({ severity, code }) => [severity, code])).toEqual([
    ['warning', 'byte-order-mark'],
    ['warning', 'crlf'],
  ])
  expect((await loadDataset(folder)).articles).toEqual([sample('a')])
})

test('bytes that are not UTF-8 are found with their line', async () => {
  const bytes = Buffer.concat([Buffer.from('{\n\n "a": "'), Buffer.from([0xff]), Buffer.from('"}')])
  expect(await articleFindings(bytes)).toEqual([
    {
      code: 'not-utf8',
      line: 3,
      path: undefined,
      message: 'not UTF-8: invalid bytes in line 3, at byte 10 of the file',
      hint: 'Save the file as UTF-8.',
    },
  ])
})

test('a missing field, a wrong type and a wrong shape are named by path', async () => {
  const { title: _, ...gold } = { title: '', ...sample('a') }
  const claims = [
    { ...gold.annotation.claims![0]!, holder: { entity: 'e1' }, weight: '2' },
    ...gold.annotation.claims!.slice(1),
  ]
  const mentions = [{ id: 'm1', surface: 'Ada', type: 'person', span: { start: 3, end: 3 } }]
  const found = await articleFindings({
    ...gold,
    article: { id: 'a' },
    annotation: { ...gold.annotation, claims, mentions },
  })
  expect(found.map(({ code, path, message, hint }) => [code, path, message, hint])).toEqual([
    ['missing-field', 'article.text', 'the field "text" is missing', 'Add "text".'],
    [
      'unknown-value',
      'annotation.mentions[0].type',
      '"person": not allowed here',
      'Did you mean "PERSON"? Allowed: "PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PRODUCT", "WORK".',
    ],
    [
      'empty-span',
      'annotation.mentions[0].span',
      '{"start":3,"end":3}: a span needs start < end',
      'A span is half-open: its end is the offset after its last code unit.',
    ],
    [
      'unknown-value',
      'annotation.claims[0].weight',
      '"2": not allowed here',
      'Did you mean 2? Allowed: 1, 2, 3.',
    ],
    [
      'wrong-shape',
      'annotation.claims[0].holder',
      '{"entity":"e1"} has none of the allowed shapes',
      'Allowed: "narrator", { entityId }, { description }.',
    ],
  ])
})

test('the name of the format and the unit of offsets have cures of their own', async () => {
  const folder = datasetFolder({
    'dataset.json': { ...manifest, schema: 'assay.dataset/9', offsetUnit: 'byte', task: [] },
    'articles/a.json': sample('a'),
  })
  const { findings } = await checkDataset(folder)
  expect(findings.map(({ code, path, message }) => [code, path, message])).toEqual([
    ['wrong-format', 'schema', '"assay.dataset/9": not allowed here'],
    ['offset-unit', 'offsetUnit', '"byte": offsets count UTF-16 code units here; convert them on import'],
    ['unknown-field', 'task', 'there is no field "task" here'],
  ])
  expect(findings[2]?.hint).toMatch('Did you mean "tasks"?')
})

test('numbers that JSON allows and offsets do not are refused', async () => {
  const content = JSON.stringify(sample('a'))
    .replace('"start":3', '"start":1e400')
    .replace('"end":21', '"end":9007199254740993')
  const found = await articleFindings(content)
  expect(found.map(({ path }) => path)).toEqual([
    'annotation.mentions[0].span.start',
    'annotation.mentions[1].span.end',
  ])
})
