import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkDataset, loadDataset, writeDataset } from '@assay/dataset'
import type { GoldArticle } from '@assay/schema'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileNameOf } from '../src/file-name.ts'
import { datasetFolder, manifest, sample } from './sample.ts'

function article(id: string, text: string): GoldArticle {
  return { schema: 'assay.article/1', article: { id, text }, annotation: {} }
}

test('the canonical form has one item a line, keys in the order of the schema, and a line end at the end', async () => {
  const folder = datasetFolder({})
  const { annotation, article, schema } = sample('a')
  const { mentions, sentences, claimless } = annotation
  await writeDataset(folder, manifest, [
    {
      annotation: { claimless: claimless!, mentions: mentions!, sentences: sentences!, claims: [] },
      article,
      schema,
    },
  ])
  expect(readFileSync(join(folder, 'articles/a.json'), 'utf8')).toBe(
    [
      '{',
      '  "schema": "assay.article/1",',
      '  "article": {',
      '    "id": "a",',
      '    "text": "🚀 Ada met Bo in Rome. They left on Friday. a",',
      '    "publishedAt": "2025-04-14"',
      '  },',
      '  "annotation": {',
      '    "sentences": [',
      '      { "start": 0, "end": 22 },',
      '      { "start": 23, "end": 43 },',
      '      { "start": 44, "end": 45 }',
      '    ],',
      '    "mentions": [',
      '      { "id": "m1", "span": { "start": 3, "end": 6 }, "surface": "Ada", "type": "PERSON", "entityId": "e1" },',
      '      { "id": "m2", "span": { "start": 17, "end": 21 }, "surface": "Rome", "type": "GPE", "entityId": "e2" }',
      '    ],',
      '    "claims": [],',
      '    "claimless": [ 2 ]',
      '  }',
      '}',
      '',
    ].join('\n'),
  )
})

test('writing what was loaded changes no byte and leaves no temporary file', async () => {
  const folder = datasetFolder({})
  const articles = [sample('b'), sample('a')]
  await writeDataset(folder, manifest, articles)
  const bytes = () =>
    ['dataset.json', 'articles/a.json', 'articles/b.json'].map((file) =>
      readFileSync(join(folder, file), 'utf8'),
    )
  const before = bytes()
  const loaded = await loadDataset(folder)
  await writeDataset(folder, loaded.manifest, loaded.articles)
  expect(bytes()).toEqual(before)
  expect(readdirSync(folder).sort()).toEqual(['articles', 'dataset.json'])
  expect(readdirSync(join(folder, 'articles')).sort()).toEqual(['a.json', 'b.json'])
})

test('ids that look like paths, devices or each other get file names of their own inside the folder', async () => {
  const ids = [
    '..',
    '../../x',
    '/etc/passwd',
    'C:\\x',
    'con',
    'CON',
    'a',
    'A',
    'a.',
    'é',
    'e\u0301',
    '-',
    '\u202e',
    'x'.repeat(200),
    'a/b',
    'a-b',
  ]
  const folder = datasetFolder({})
  await writeDataset(
    folder,
    manifest,
    ids.map((id) => article(id, `text of ${id}`)),
  )
  const names = readdirSync(join(folder, 'articles'))
  expect(names).toHaveLength(ids.length)
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(ids.length)
  expect(names.filter((name) => !/^[a-z0-9_][a-z0-9_-]{0,93}\.json$/.test(name))).toEqual([])
  expect((await loadDataset(folder)).articles.map((gold) => gold.article.id)).toEqual(ids.toSorted())
})

test('any text and id survive the trip to disk and back', async () => {
  const wellFormed = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 })
  const id = wellFormed.filter((text) => !/[\p{Cc}\u2028\u2029]/u.test(text))
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(id, { minLength: 1, maxLength: 4 }), wellFormed, async (ids, text) => {
      const folder = datasetFolder({})
      const articles = ids.map((id) => article(id, `${id}${text}`))
      await writeDataset(folder, manifest, articles)
      const { dataset } = await checkDataset(folder)
      expect(dataset?.articles).toEqual(articles.toSorted((a, b) => (a.article.id < b.article.id ? -1 : 1)))
    }),
    { numRuns: 50 },
  )
})

test('file names are never device names and keep plain ids as they are', () => {
  expect(fileNameOf('news-0031')).toBe('news-0031')
  expect(fileNameOf('aux')).toMatch(/^aux-[0-9a-f]{12}$/)
  expect(fileNameOf('...')).toMatch(/^article-[0-9a-f]{12}$/)
})

test('what does not have the shape of the format is refused, and nothing is written', async () => {
  const folder = datasetFolder({})
  const bad = { ...sample('a'), story: '' }
  await expect(writeDataset(folder, manifest, [bad])).rejects.toMatchObject({ code: 'dataset-invalid' })
  expect(existsSync(join(folder, 'dataset.json'))).toBe(false)
})

test('two articles of one id are refused', async () => {
  await expect(writeDataset(datasetFolder({}), manifest, [sample('a'), sample('a')])).rejects.toMatchObject({
    code: 'dataset-invalid',
    message: 'two articles have the id "a"',
  })
})

test('a folder that holds other articles is refused and left as it is', async () => {
  const folder = datasetFolder({})
  await writeDataset(folder, manifest, [sample('a'), sample('b')])
  writeFileSync(join(folder, 'articles/notes.txt'), 'kept')
  await expect(writeDataset(folder, { ...manifest, version: '2' }, [sample('a')])).rejects.toMatchObject({
    code: 'dataset-invalid',
    hint: 'Delete them, or write to another folder.',
  })
  expect((await loadDataset(folder)).manifest.version).toBe('1.0.0')
  expect(readdirSync(join(folder, 'articles')).sort()).toEqual(['a.json', 'b.json', 'notes.txt'])
})

test('a folder that cannot be written is an error of the environment', async () => {
  const folder = datasetFolder({ file: 'in the way' })
  await expect(writeDataset(join(folder, 'file'), manifest, [sample('a')])).rejects.toMatchObject({
    code: 'environment',
  })
})
