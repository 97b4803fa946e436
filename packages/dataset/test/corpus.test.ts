import { checkDataset } from '@assay/dataset'
import { expect, test } from 'vitest'
import { datasetFolder, manifest, sample } from './sample.ts'

/** Severity, code, file, path and message of all findings. */
async function findings(files: Parameters<typeof datasetFolder>[0]) {
  const checked = await checkDataset(datasetFolder(files))
  return checked.findings.map(({ severity, code, file, path, message }) => [
    severity,
    code,
    file,
    path,
    message,
  ])
}

test('a dataset without articles is an error', async () => {
  expect(await findings({ 'dataset.json': manifest })).toEqual([
    ['error', 'no-articles', 'articles', undefined, 'the dataset has no articles'],
  ])
})

test('two files with one article id are an error that names both', async () => {
  const other = sample('a', ({ article }) => (article.text += ' '))
  expect(
    await findings({ 'dataset.json': manifest, 'articles/1.json': sample('a'), 'articles/2.json': other }),
  ).toEqual([
    [
      'error',
      'duplicate-article-id',
      'articles/2.json',
      'article.id',
      'the article id "a" is taken by articles/1.json',
    ],
  ])
})

test('two articles with one text are a warning', async () => {
  const other = sample('a', ({ article }) => (article.id = 'b'))
  expect(
    await findings({ 'dataset.json': manifest, 'articles/1.json': sample('a'), 'articles/2.json': other }),
  ).toEqual([
    ['warning', 'same-text', 'articles/2.json', 'article.text', 'the text is the same as in articles/1.json'],
  ])
})

test('an id with a line break is an error; one that looks like a path is only data', async () => {
  const path = sample('a', ({ article }) => (article.id = '../../etc'))
  const split = sample('b', ({ article }) => (article.id = 'x\ny'))
  expect(
    await findings({ 'dataset.json': manifest, 'articles/1.json': path, 'articles/2.json': split }),
  ).toEqual([
    [
      'error',
      'id-characters',
      'articles/2.json',
      'article.id',
      'the article id "x\\ny" holds the control character U+000A',
    ],
  ])
})

test('a link to an article or claim that is not there is an error', async () => {
  const links = [
    {
      a: { article: 'a', claim: 'c1' },
      b: { article: 'a', claim: 'c9' },
      relation: 'entails',
    },
    {
      a: { article: 'z', claim: 'c1' },
      b: { article: 'a', claim: 'c2' },
      relation: 'entails',
    },
  ]
  expect(await findings({ 'dataset.json': { ...manifest, links }, 'articles/1.json': sample('a') })).toEqual([
    ['error', 'unknown-link-end', 'dataset.json', 'links[0].b', 'article "a" has no claim "c9"'],
    ['error', 'unknown-link-end', 'dataset.json', 'links[1].a', 'there is no article "z"'],
  ])
})

test('a link to an article that could not be read is not called wrong', async () => {
  const links = [{ a: { article: 'a', claim: 'c1' }, b: { article: 'z', claim: 'c1' }, relation: 'entails' }]
  const found = await findings({
    'dataset.json': { ...manifest, links },
    'articles/1.json': sample('a'),
    'articles/2.json': '{',
  })
  expect(found.map(([, code]) => code)).toEqual(['broken-json'])
})

test('files in the folder of articles that are not read are named', async () => {
  expect(
    await findings({ 'dataset.json': manifest, 'articles/1.json': sample('a'), 'articles/b.JSON': '{}' }),
  ).toEqual([
    [
      'warning',
      'file-ignored',
      'articles/b.JSON',
      undefined,
      'only files that end with .json are read as articles',
    ],
  ])
})
