import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type PageArticle, splitPage } from '@assay/dataset'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const fixtures = new URL('./fixtures/pages/', import.meta.url)
const names = readdirSync(fixtures)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => name.slice(0, -4))

function fixture(name: string): string {
  return readFileSync(new URL(`${name}.txt`, fixtures), 'utf8')
}

/** What must stay when a page grows, shrinks or is put in another order. */
function content(articles: readonly PageArticle[]) {
  return articles.map(({ title, publisher, agency, text }) => ({ title, publisher, agency, text }))
}

function expectSlices(page: string, articles: readonly PageArticle[]): void {
  for (const { pageSpan, text } of articles) {
    expect(page.slice(pageSpan.start, pageSpan.end)).toBe(text)
    expect(text).toBe(text.trim())
  }
}

/** A page cut in front of its articles' headings: what stands before the first, then a block an article. */
function blocksOf(page: string): string[] {
  const starts = splitPage(page).map(({ title }) => page.indexOf(title))
  return [0, ...starts].map((start, i) => page.slice(start, starts[i]))
}

describe.each(names)('the page %s', (name) => {
  const page = fixture(name)
  const articles = splitPage(page)
  const [opening = '', ...blocks] = blocksOf(page)

  test('is split into the articles that a reader sees', () => {
    expect(articles).toEqual(JSON.parse(readFileSync(new URL(`${name}.json`, fixtures), 'utf8')))
    expectSlices(page, articles)
  })

  test('keeps its articles behind other lines; the spans move with them', () => {
    const prefix = 'One more line\n\n'
    const moved = articles.map(({ pageSpan: { start, end }, ...rest }) => ({
      ...rest,
      pageSpan: { start: start + prefix.length, end: end + prefix.length },
    }))
    expect(splitPage(prefix + page)).toEqual(moved)
  })

  test.each(articles.map((_, i) => i))('keeps the others without article %i', (i) => {
    const rest = opening + blocks.toSpliced(i, 1).join('')
    expect(content(splitPage(rest))).toEqual(content(articles.toSpliced(i, 1)))
    expectSlices(rest, splitPage(rest))
  })

  test('has the same articles with the line ends of Windows, which stay in the slices', () => {
    const windows = page.replaceAll('\n', '\r\n')
    const expected = content(articles).map(({ text, ...rest }) => ({
      ...rest,
      text: text.replaceAll('\n', '\r\n'),
    }))
    expect(content(splitPage(windows))).toEqual(expected)
    expectSlices(windows, splitPage(windows))
  })

  test('keeps its articles in another order', () => {
    const other = opening + blocks.toReversed().join('\n\n')
    expect(content(splitPage(other))).toEqual(content(articles.toReversed()))
    expectSlices(other, splitPage(other))
  })
})

const seed = new URL('../../../../shared/seeds/daily8-page.txt', import.meta.url)

describe.skipIf(!existsSync(seed))('the page this project began with (needs shared/)', () => {
  const page = existsSync(seed) ? readFileSync(seed, 'utf8') : ''
  const articles = splitPage(page)
  const [opening = '', ...blocks] = blocksOf(page)
  const ends = articles.map(({ text }) => [text.slice(0, 14), text.slice(-10)])

  test('gives four articles with their sources and days', () => {
    expect(
      articles.map(({ publisher, agency, publishedAt, pageSpan: { start, end } }) => [
        publisher,
        agency,
        publishedAt,
        start,
        end,
      ]),
    ).toEqual([
      ['CNN', null, '2025-07-03', 170, 3451],
      ['Miami Herald', 'Tribune Content Agency', '2025-07-04', 3814, 5060],
      ['Miami Herald', 'UPI', '2025-07-04', 5377, 7306],
      ['CBS News', null, '2025-07-04', 7829, 10445],
    ])
    expect(ends.map(([first]) => first)).toEqual([
      'Russia has bec',
      'Russia has for',
      'July 4 (UPI) -',
      'The Hague — Tw',
    ])
    expect(ends.map(([, last]) => last)).toEqual(['ite House.', 'overnment.', 'ting them.', 'an troops.'])
    expectSlices(page, articles)
  })

  test('says what each day rests on', () => {
    expect(articles.map(({ publishedBecause }) => publishedBecause.length)).toEqual([3, 3, 2, 3])
    expect(articles[2]?.publishedBecause).toEqual([
      'the dateline "July 4"',
      'the year 2025 of its copyright line',
    ])
  })

  test.each([0, 1, 2, 3])('keeps the others without article %i', (i) => {
    const rest = opening + blocks.toSpliced(i, 1).join('')
    expect(content(splitPage(rest))).toEqual(content(articles.toSpliced(i, 1)))
    expectSlices(rest, splitPage(rest))
  })

  test('keeps its articles reversed and behind other lines', () => {
    const other = `A line.\n${opening}${blocks.toReversed().join('\n\n')}`
    expect(content(splitPage(other))).toEqual(content(articles.toReversed()))
    expectSlices(other, splitPage(other))
  })

  test('without its one dateline no article has a day, and each says why', () => {
    const rest = opening + blocks.toSpliced(2, 1).join('')
    for (const { publishedAt, publishedBecause } of splitPage(rest)) {
      expect(publishedAt).toBeNull()
      expect(publishedBecause).toContain('no article of the page gives the day it was saved')
    }
  })
})

describe('a page of another kind', () => {
  test.each([
    ['empty', ''],
    ['white space', ' \n\t\n'],
    ['one line', fixture('collector').replaceAll('\n', ' ')],
    [
      'paragraphs without a headline',
      'The mill closed on Friday after ninety years. Nobody knows why it did.\n'.repeat(9),
    ],
    [
      'headlines without articles',
      'Ten boats for the islands\nTen boats for the islands\n\n2 hours ago\n'.repeat(9),
    ],
    ['one word a line', 'word\n'.repeat(999)],
  ])('has no article: %s', (_, page) => {
    expect(splitPage(page)).toEqual([])
  })

  test('never gives a span that is no slice, whatever its lines are', () => {
    const line = fc.oneof(
      fc.constantFrom(...fixture('collector').split('\n'), ...fixture('portal').split('\n')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), fc.constantFrom('\n', '\r\n', '\n\n'), (lines, end) => {
        const page = lines.join(end)
        const articles = splitPage(page)
        expectSlices(page, articles)
        const bounds = articles.flatMap(({ pageSpan: { start, end } }) => [start, end])
        expect(bounds).toEqual(bounds.toSorted((a, b) => a - b))
        expect(articles.filter(({ text }) => text === '')).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
