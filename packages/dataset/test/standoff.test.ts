import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  checkDataset,
  checkStandoff,
  hydrate,
  loadDataset,
  loadStandoff,
  sourceOfPage,
  sourceOfTexts,
  standoffOf,
  writeDataset,
  writeStandoff,
} from '@assay/dataset'
import { standoffArticleSchema } from '@assay/schema'
import { tinyNews } from '@assay/testkit'
import { describe, expect, test } from 'vitest'
import { datasetFolder } from './sample.ts'
import { annotation, datasetOf, gold, standoff, text } from './standoff-sample.ts'

const newswire = fileURLToPath(new URL('../../../datasets/newswire', import.meta.url))

function filesIn(folder: string): Record<string, string> {
  const names = ['dataset.json', ...readdirSync(join(folder, 'articles')).map((name) => `articles/${name}`)]
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

test('newswire comes back from its stand-off copy byte for byte', async () => {
  const dataset = await loadDataset(newswire)
  const [copy, back] = [datasetFolder({}), datasetFolder({})]
  await writeStandoff(copy, standoffOf(dataset))
  const { manifest, articles, isWhole } = hydrate(
    await loadStandoff(copy),
    sourceOfTexts(dataset.articles.map(({ article }) => article.text)),
  )
  await writeDataset(back, manifest, articles)
  expect(isWhole).toBe(true)
  expect(filesIn(back)).toEqual(filesIn(newswire))
})

test('so does a dataset built for trouble', async () => {
  const copy = datasetFolder({})
  await writeStandoff(copy, standoffOf(tinyNews))
  const texts = tinyNews.articles.map(({ article }) => article.text)
  const { manifest, articles } = hydrate(await loadStandoff(copy), sourceOfTexts(texts))
  expect(articles).toEqual(tinyNews.articles)
  expect(manifest).toEqual(tinyNews.manifest)
})

test('a stand-off file holds names, times and our own words, and no sentence', async () => {
  const folder = datasetFolder({})
  const [first = ''] = text.split('\n')
  await writeStandoff(folder, standoff())
  const file = readFileSync(join(folder, 'articles/a.json'), 'utf8')
  expect(file).toContain('"surface": "Rome"')
  for (const run of [first, 'met Bo', 'Ada stayed', 'on Friday', 'Nobody']) expect(file).not.toContain(run)
})

describe('what may not be copied', () => {
  const long = 'the Most Honourable Society of the Friends of Rome'
  const article = gold('a', `Ada joined ${long}.`, {
    mentions: [{ id: 'm1', span: { start: 11, end: 11 + long.length }, surface: long, type: 'ORG' }],
  })
  const titled = { ...article, article: { ...article.article, title: 'Ada joins a “Society”' } }

  test('a long surface and a title leave a fingerprint, and come back from the text and the page', () => {
    const made = standoffOf(datasetOf(titled))
    expect(made.articles[0]?.annotation.mentions?.[0]).not.toHaveProperty('surface')
    expect(made.articles[0]?.article).not.toHaveProperty('title')
    expect(JSON.stringify(made)).not.toMatch(/Society|joins/)
    const page = `${titled.article.title}\n${titled.article.title}\n\nan hour ago\n\n${titled.article.text}\n`
    const { articles, isWhole } = hydrate(made, sourceOfPage(page, made))
    expect(articles).toEqual([titled])
    expect(isWhole).toBe(true)
  })

  test('without the page the title is missed, and nothing else', () => {
    const { articles, reports, isWhole } = hydrate(
      standoffOf(datasetOf(titled)),
      sourceOfTexts([article.article.text]),
    )
    expect(articles).toEqual([article])
    expect(reports[0]?.isTitleLost).toBe(true)
    expect(isWhole).toBe(true)
  })

  test.each(['CC0-1.0', 'CC-BY-4.0'])('the licence %s lets the title stay', (licence) => {
    const open = { ...titled, article: { ...titled.article, source: { licence } } }
    expect(standoffOf(datasetOf(open)).articles[0]?.article.title).toBe(titled.article.title)
  })

  test('eight words of the text in a claim, a summary or a note are refused, a long name is not', () => {
    const copied = 'She met Bo in Rome on Friday. Bo left Rome that day.'
    const its = { ...annotation, claims: [{ ...annotation.claims![0]!, text: copied }] }
    expect(() => standoffOf(datasetOf(gold('a', text, its)))).toThrow(
      '1 texts of the annotation copy 8 words or more of an article that may not be copied:\n"a" claim "c1": "met bo in rome on friday bo left"',
    )
    const link = { article: 'a', claim: 'c1' }
    const { manifest, ...dataset } = datasetOf(gold('a'))
    const links = [{ a: link, b: link, relation: 'equivalent', note: copied }] as const
    expect(() => standoffOf({ ...dataset, manifest: { ...manifest, links } })).toThrow(
      'dataset.json links[0].note',
    )
    const named = {
      ...article.annotation,
      entities: [{ id: 'e1', type: 'ORG', name: long, aliases: [], salience: 2 }],
      claims: [{ ...annotation.claims![0]!, text: `Ada is new in ${long}.` }],
    } as const
    expect(() => standoffOf(datasetOf({ ...article, annotation: named }))).not.toThrow()
  })
})

test('a page gives the articles that stand in it their place, and they are found there again', () => {
  const page = `No heading.\n${text}\nNothing else.`
  const made = standoffOf(datasetOf(gold('a')), { page })
  expect(made.articles[0]?.text.pageSpan).toEqual({ start: 12, end: 12 + text.length })
  // splitPage sees no article in such a page.
  expect(hydrate(made, sourceOfPage(page, made)).articles).toEqual([gold('a')])
})

describe('folders', () => {
  test('one without texts is no dataset, and says how it becomes one', async () => {
    const folder = datasetFolder({})
    await writeStandoff(folder, standoff())
    const { findings, dataset } = await checkDataset(folder)
    expect(dataset).toBeNull()
    expect(findings.map(({ code, file, hint }) => [code, file, hint])).toEqual([
      [
        'no-texts',
        'dataset.json',
        'Lay it over your copy of the texts: assay data hydrate sample --page <file>',
      ],
    ])
  })

  test('one with texts is no stand-off dataset', async () => {
    const { findings, standoff: none } = await checkStandoff(newswire)
    expect(none).toBeNull()
    expect(findings.map(({ code }) => code)).toEqual(['not-standoff'])
  })

  test('what is wrong with stand-off gold is seen without its texts', async () => {
    const folder = datasetFolder({})
    const { manifest, articles } = standoff()
    const [article] = articles
    const broken = {
      ...article!,
      anchors: article!.anchors.slice(1),
      text: { ...article!.text, length: 100 },
      annotation: {
        ...article!.annotation,
        extract: [1] as const,
        claims: article!.annotation.claims!.map((claim) => ({ ...claim, parts: ['c9'] })),
        timexes: article!.annotation.timexes!.map((timex) => ({ ...timex, value: '2031-02-30' })),
      },
    }
    await writeStandoff(folder, { manifest, articles: [broken] })
    const { findings, standoff: none } = await checkStandoff(folder)
    expect(none).toBeNull()
    expect(new Set(findings.map(({ code }) => code))).toEqual(
      new Set([
        'span-outside-text',
        'span-without-anchor',
        'extract-length',
        'unknown-claim',
        'impossible-value',
      ]),
    )
    await expect(loadStandoff(folder)).rejects.toMatchObject({ code: 'dataset-invalid' })
    rmSync(join(folder, 'articles/a.json'))
    expect((await checkStandoff(folder)).findings.map(({ code }) => code)).toEqual(['no-articles'])
  })

  test('a surface of more than six words or 48 code units has not the shape of the format', () => {
    const [article] = standoff().articles
    const withSurface = (surface: string) => {
      const mentions = article!.annotation.mentions!.map((mention) => ({ ...mention, surface }))
      return standoffArticleSchema.safeParse({
        ...article!,
        annotation: { ...article!.annotation, mentions },
      }).success
    }
    expect(withSurface('one two three four five six')).toBe(true)
    expect(withSurface('one two three four five six seven')).toBe(false)
    expect(withSurface('x'.repeat(49))).toBe(false)
  })
})
