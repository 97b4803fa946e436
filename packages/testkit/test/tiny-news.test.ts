import { goldArticleSchema, spanFault } from '@assay/schema'
import { tinyNews } from '@assay/testkit'
import { expect, test } from 'vitest'
import { goldArticle } from '../src/draft.ts'

const gold = new Map(tinyNews.articles.map((item) => [item.article.id, item]))

test('every article is what the schema allows, in code-unit order of ids', () => {
  for (const item of tinyNews.articles) expect(goldArticleSchema.parse(item)).toEqual(item)
  expect([...gold.keys()]).toEqual([
    '../<script>',
    'Ledger',
    'bridge-costs',
    'bridge-opening',
    'cafe-accents',
    'dct-only',
    'five-times',
    'no-gold',
    'nothing-found',
    'rtl-names',
  ])
})

test('every span of every layer and reading fits its text', () => {
  const faults = tinyNews.articles.flatMap(({ article, annotation }) =>
    [...(annotation.mentions ?? []), ...(annotation.timexes ?? [])].flatMap((item) => [
      spanFault(article.text, item.span, item.surface),
      ...(item.alternatives ?? []).map((reading) => spanFault(article.text, reading.span ?? item.span)),
    ]),
  )
  expect(new Set(faults)).toEqual(new Set([null]))
})

test('the trouble it promises is there', () => {
  const text = (id: string) => gold.get(id)?.article.text ?? ''
  const mentions = (id: string) => gold.get(id)?.annotation.mentions ?? []
  expect(mentions('bridge-opening')[0]?.span).toEqual({ start: 3, end: 13 }) // after two code units of emoji
  expect(mentions('cafe-accents')[0]?.surface).not.toBe(mentions('cafe-accents')[0]?.surface.normalize('NFC'))
  expect(mentions('five-times').map((item) => item.surface)).toEqual(Array(5).fill('Orla'))
  expect(text('Ledger')).toContain('\r\n')
  expect(text('../<script>')).toContain('</script>')
  expect(text('rtl-names')).toMatch(/\p{Script=Arabic}/u)
  expect(gold.get('no-gold')?.annotation).toEqual({})
  expect(gold.get('bridge-costs')?.story).toBe(gold.get('bridge-opening')?.story)
})

test('a draft whose surface is not in its text is refused', () => {
  const draft = { article: { id: 'a', text: 'one' }, mentions: [{ surface: 'two', type: 'ORG' as const }] }
  expect(() => goldArticle(draft)).toThrow('the text holds no occurrence 1 of "two"')
})
