import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AssayError, type GoldArticle } from '@assay/schema'
import { systemContract, tinyNews } from '@assay/testkit'
import { afterAll, describe, expect, it } from 'vitest'
import { learnNames } from '../src/extractors/learnt-names.ts'
import { winkGazetteer } from '../src/index.ts'
import { names } from './call.ts'

const half = Math.ceil(tinyNews.articles.length / 2)
const train = tinyNews.articles.slice(0, half)
const test = tinyNews.articles.slice(half)
const surfaces = (articles: readonly GoldArticle[]) =>
  new Set(articles.flatMap(({ annotation }) => (annotation.mentions ?? []).map((mention) => mention.surface)))
const context = { signal: new AbortController().signal, seed: 1, repeat: 0, spend: () => {} }

/** One article of one name after another, as `surface TYPE` or `surface TYPE tier`. */
function annotated(...mentions: string[]): GoldArticle {
  const [first] = tinyNews.articles
  return {
    ...first!,
    article: { id: 'learnt-from', text: 'Nothing of this is in another article.' },
    annotation: {
      ...first!.annotation,
      mentions: mentions.map((line, i) => {
        const [, surface, type, tier] = /^(.+?) ([A-Z]{3,})(?: (\w+))?$/.exec(line)!
        const span = { start: 0, end: surface!.length }
        return { id: `m${i}`, span, surface, type, ...(tier !== undefined && { tier }) } as never
      }),
    },
  }
}

describe('the names learnt', () => {
  it('are all of the training articles, and none that only test articles hold', () => {
    const learnt = learnNames(train)
    const own = surfaces(train)
    const testOnly = [...surfaces(test)].filter((surface) => !own.has(surface))
    expect(learnt.size).toBeGreaterThan(0)
    expect(testOnly.length).toBeGreaterThan(0)
    for (const surface of learnt.keys()) expect(own).toContain(surface)
    for (const surface of testOnly) expect(learnt.has(surface), surface).toBe(false)
  })

  it('have the type that is most frequent, and come from core gold only', () => {
    const article = annotated(
      'Vexby GPE',
      'Vexby ORG',
      'Vexby ORG',
      'Plimsk LOC',
      'Plimsk GPE',
      'Zorn ORG optional',
      'X ORG',
    )
    expect([...learnNames([article])]).toEqual([
      ['Vexby', 'ORG'],
      ['Plimsk', 'GPE'],
    ])
  })
})

describe('wink-gazetteer', () => {
  it('finds what it has learnt, as whole words, beside the names of wink', async () => {
    const system = winkGazetteer({ train: [annotated('zorn (north) PRODUCT', 'Ida Moen ORG')] })
    expect(
      await names(system, 'In Norway a zorn (north) sank, Ida Moen said. No zorn (northern) sank.'),
    ).toEqual(['GPE Norway', 'PRODUCT zorn (north)', 'ORG Ida Moen'])
  })

  it('refuses an article that it has learnt from, by id and by text', async () => {
    const system = winkGazetteer({ train })
    const { article } = train[0]!
    await expect(system.extract(article, context)).rejects.toThrow('has learnt names from article')
    await expect(system.extract({ ...article, id: 'renamed' }, context)).rejects.toThrow('"renamed"')
    await expect(system.extract(test[0]!.article, context)).resolves.toHaveProperty('mentions')
  })

  it('has another identity when it has learnt something else', () => {
    const options = (articles: readonly GoldArticle[]) => winkGazetteer({ train: articles }).options
    expect(options(train)).toEqual(options(train.toReversed()))
    expect(options(train)).not.toEqual(options(test))
  })

  it('says what is missing', () => {
    expect(() => winkGazetteer({ train: [] })).toThrow(AssayError)
    expect(() => winkGazetteer({ train: '/no/such/folder' })).toThrow('/no/such/folder: no dataset')
  })
})

const folder = mkdtempSync(join(tmpdir(), 'assay-gazetteer-'))
afterAll(() => rmSync(folder, { recursive: true }))
mkdirSync(join(folder, 'articles'))
writeFileSync(join(folder, 'articles', 'a.json'), JSON.stringify(annotated('Norvik ORG')))

it('learns from the folder of a dataset, whose files join its identity', async () => {
  const system = winkGazetteer({ train: folder })
  expect(system.files).toEqual([join(folder, 'articles', 'a.json')])
  expect(await names(system, 'He left norvik for Norvik.')).toEqual(['ORG Norvik'])
})

it('names the file that is no annotated article', () => {
  writeFileSync(join(folder, 'articles', 'b.json'), '{}')
  expect(() => winkGazetteer({ train: folder })).toThrow('b.json: no annotated article')
  rmSync(join(folder, 'articles', 'b.json'))
})

systemContract('wink-gazetteer', () => winkGazetteer({ train: [annotated('Norvik ORG', 'Ida Moen PERSON')] }))
