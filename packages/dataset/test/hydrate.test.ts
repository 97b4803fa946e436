import { checkAnnotation, hydrate, sourceOfTexts, type SpanStatus, standoffOf } from '@assay/dataset'
import type { GoldArticle } from '@assay/schema'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { annotation, datasetOf, gold, standoff, text } from './standoff-sample.ts'

/** Hydrates the sample over another version of its text: its one report, the spans by status, and the gold. */
function over(now: string) {
  const { articles, reports, isWhole } = hydrate(standoff(), sourceOfTexts([now]))
  const [report] = reports
  const of = (status: SpanStatus) =>
    report!.spans.filter((span) => span.status === status).map(({ layer, id }) => `${layer} ${id}`)
  return { report: report!, of, isWhole, gold: articles[0]!, annotation: articles[0]!.annotation }
}

function errorsOf(article: GoldArticle) {
  return checkAnnotation(article).filter(({ severity }) => severity === 'error')
}

test('over the very text, everything comes back as it was', () => {
  const { report, isWhole, gold: article } = over(text)
  expect(article).toEqual(gold('a'))
  expect(isWhole).toBe(true)
  expect(report).toMatchObject({ found: 'exact', claimsLost: [], sentencesAdded: 0, isTitleLost: false })
  // 4 sentences, 8 mentions, 2 timexes, 1 alternative
  expect(report.spans.map(({ status }) => status)).toEqual(Array(15).fill('unchanged'))
})

test('with one character changed in a paragraph, its spans are found again and the sentence is in doubt', () => {
  const now = text.replace('stayed', 'staxed')
  const { of, isWhole, report, annotation: laid, gold: article } = over(now)
  expect(report.found).toBe('drifted')
  expect(of('lost')).toEqual([])
  expect(of('uncertain')).toEqual(['sentences 2'])
  expect(of('relocated')).toEqual([
    'sentences 1',
    'mentions m4',
    'mentions m5',
    'mentions m6',
    'mentions m7',
    'timexes t2',
  ])
  expect(of('unchanged')).toHaveLength(8)
  expect(isWhole).toBe(false)
  expect(laid.sentences).toEqual(annotation.sentences)
  expect(laid.claims).toEqual(annotation.claims)
  expect(errorsOf(article)).toEqual([])
})

test('with a name changed, its mention is lost and no other', () => {
  const { of, annotation: laid } = over(text.replace('Bo left', 'Cy left'))
  expect(of('lost')).toEqual(['mentions m4'])
  expect(of('uncertain')).toEqual(['sentences 1'])
  expect(laid.mentions?.map(({ id }) => id)).toEqual(['m1', 'm2', 'm3', 'm5', 'm6', 'm7', 'm8'])
})

test('with a paragraph deleted, its spans and what only they support are lost', () => {
  const [first = '', , last = ''] = text.split('\n\n')
  const now = `${first}\n\n${last}`
  const { of, report, annotation: laid, gold: article } = over(now)
  expect(of('lost')).toEqual([
    'sentences 1',
    'sentences 2',
    'mentions m4',
    'mentions m5',
    'mentions m6',
    'mentions m7',
    'timexes t2',
  ])
  expect(of('shifted')).toEqual(['sentences 3', 'mentions m8'])
  expect(report.claimsLost).toEqual(['c3', 'c4'])
  // c2 keeps its other evidence.
  expect(laid.claims).toMatchObject([
    { id: 'c1', evidence: [{ sentences: [0] }] },
    { id: 'c2', evidence: [{ sentences: [0] }] },
  ])
  expect(laid.claimless).toEqual([1])
  expect(laid.extract).toEqual([2, 1])
  expect(laid.summaries?.map(({ claims }) => claims)).toEqual([['c1'], ['c1'], ['c1']])
  expect(errorsOf(article)).toEqual([])
})

test('with the first paragraph gone, an entity goes with its last mention, and a composite loses its parts', () => {
  const only = datasetOf(
    gold('a', text, {
      ...annotation,
      mentions: annotation.mentions!.filter(({ id }) => id !== 'm6'),
      claims: annotation.claims!.map((claim) =>
        claim.id === 'c2' ? { ...claim, evidence: [{ sentences: [0] }] } : claim,
      ),
    }),
  )
  const now = text.slice(text.indexOf('Bo left'))
  const [article] = hydrate(standoffOf(only), sourceOfTexts([now])).articles
  expect(article?.annotation.entities?.map(({ id }) => id)).toEqual(['bo', 'rome'])
  expect(article?.annotation.claims?.map(({ id, parts }) => [id, parts])).toEqual([
    ['c3', undefined],
    ['c4', ['c3']],
  ])
  expect(errorsOf(article!)).toEqual([])
})

test('a new sentence has no gold, and says so', () => {
  const {
    of,
    report,
    isWhole,
    annotation: laid,
    gold: article,
  } = over(text.replace('Ada stayed', 'It rained. Ada stayed'))
  expect(of('lost')).toEqual([])
  expect(of('uncertain')).toEqual([])
  expect(report.sentencesAdded).toBe(1)
  expect(isWhole).toBe(false)
  expect(laid.claimless).toEqual([2, 4])
  expect(laid.extract).toEqual([2, 1, 0, 0, 1])
  expect(laid.claims?.[2]?.evidence).toEqual([{ sentences: [3] }])
  expect(errorsOf(article)).toEqual([])
})

test.each([
  ['line ends of Windows', text.replaceAll('\n', '\r\n')],
  ['one line break between paragraphs', text.replaceAll('\n\n', '\n')],
  ['spaces that do not break', text.replaceAll(' in ', '\u00a0in\u00a0')],
  ['white space around it', ` \n\n${text}\n`],
])('%s lose nothing', (_, now) => {
  const { isWhole, report, annotation: laid, gold: article } = over(now)
  expect(report.found).toBe(now.trim() === text ? 'exact' : 'drifted')
  expect(isWhole).toBe(true)
  const slices = (laid.mentions ?? []).map(({ span: { start, end } }) =>
    article.article.text.slice(start, end),
  )
  expect(slices).toEqual(annotation.mentions?.map(({ surface }) => surface))
  expect(errorsOf(article)).toEqual([])
})

describe('a surface that stands several times in a changed paragraph', () => {
  const repeated =
    'The mayor of Rome spoke first. Then the bishop of Rome rose and left. At night the people of Rome danced in the streets.'
  const spans = [13, 50, 93].map((start) => ({ start, end: start + 4 }))
  const dataset = datasetOf(
    gold('a', repeated, {
      mentions: spans.map((span, i) => ({ id: `m${i + 1}`, span, surface: 'Rome', type: 'GPE' })),
      sentences: [
        { start: 0, end: 30 },
        { start: 31, end: 69 },
        { start: 70, end: 120 },
      ],
    }),
  )
  const places = (now: string) =>
    hydrate(standoffOf(dataset), sourceOfTexts([now]))
      .reports[0]!.spans.filter(({ layer }) => layer === 'mentions')
      .map(({ status, to }) => [status, to?.start ?? null])

  test('is told apart by what stands around it', () => {
    expect(places(repeated.replace('rose and left', 'rose'))).toEqual([
      ['relocated', 13],
      ['relocated', 50],
      ['relocated', 84],
    ])
  })

  test('is lost where its sentence went, and not found in another', () => {
    expect(places(repeated.slice(0, 31) + repeated.slice(70))).toEqual([
      ['relocated', 13],
      ['lost', null],
      ['relocated', 54],
    ])
  })

  test('is uncertain, and left out, where nothing tells two places apart', () => {
    const now = `${repeated.slice(0, 31)}Once Rome slept, and Rome woke. ${repeated.slice(70)}`
    expect(places(now)[1]).toEqual(['uncertain', null])
  })
})

test('a word in other case is no name', () => {
  const dataset = datasetOf(
    gold('a', 'They asked the US for help at once.\nIt came late.', {
      sentences: [
        { start: 0, end: 35 },
        { start: 36, end: 49 },
      ],
      mentions: [{ id: 'm1', span: { start: 15, end: 17 }, surface: 'US', type: 'GPE' }],
    }),
  )
  const { reports } = hydrate(
    standoffOf(dataset),
    sourceOfTexts(['They asked the two of us for help.\nIt came late.']),
  )
  expect(reports[0]?.spans.find(({ id }) => id === 'm1')?.status).toBe('lost')
})

describe('texts that are not there', () => {
  test('none of them is an error', () => {
    expect(() => hydrate(standoff(), sourceOfTexts(['Another text. It has nothing of it.']))).toThrow(
      expect.objectContaining({ code: 'file-invalid', message: 'none of the 1 articles of sample is there' }),
    )
  })

  test('one of two is missing, and its links go with it', () => {
    const other = 'Cy won the race on Monday.'
    const base = datasetOf(
      gold('a'),
      gold('b', other, {
        sentences: [{ start: 0, end: 26 }],
        claims: [{ ...annotation.claims![0]!, evidence: [{ sentences: [0] }] }],
        claimless: [],
      }),
    )
    const links = [
      { a: { article: 'a', claim: 'c1' }, b: { article: 'b', claim: 'c1' }, relation: 'compatible' },
      { a: { article: 'a', claim: 'c1' }, b: { article: 'a', claim: 'c2' }, relation: 'entails' },
    ] as const
    const { manifest, articles, reports, isWhole } = hydrate(
      standoffOf({ ...base, manifest: { ...base.manifest, links } }),
      sourceOfTexts([text]),
    )
    expect(articles.map(({ article }) => article.id)).toEqual(['a'])
    expect(manifest.links).toEqual([links[1]])
    expect(reports.map(({ article, found }) => [article, found])).toEqual([
      ['a', 'exact'],
      ['b', 'missing'],
    ])
    expect(isWhole).toBe(false)
  })
})

test('gold that contradicts the text it was made on is refused', () => {
  const { manifest, articles } = standoff()
  const [article] = articles
  const anchors = article!.anchors.map((anchor, i) =>
    i === 3 ? { ...anchor, before: '0'.repeat(16) } : anchor,
  )
  expect(() => hydrate({ manifest, articles: [{ ...article!, anchors }] }, sourceOfTexts([text]))).toThrow(
    'article "a": the gold contradicts the text it was made on: its anchors are not those of its spans',
  )
  const mentions = article!.annotation.mentions!.map((mention) => ({ ...mention, surface: 'Ada' }))
  const changed = { ...article!, annotation: { ...article!.annotation, mentions } }
  expect(() => hydrate({ manifest, articles: [changed] }, sourceOfTexts([text]))).toThrow(
    'reads "Bo", not "Ada"',
  )
})

test('whatever is done to the text, what is placed reads as it did, and the gold breaks no rule', () => {
  const edit = fc.record({
    from: fc.nat(text.length),
    length: fc.nat(30),
    put: fc.oneof(
      fc.constantFrom('', ' ', '\n', '\n\n', '. ', 'Rome', 'Bo ', '🚀', '"', 'bo'),
      fc.string({ maxLength: 12 }),
    ),
  })
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
      const now = edits.reduce(
        (t, { from, length, put }) => t.slice(0, from) + put + t.slice(from + length),
        text,
      )
      // A version of which nothing is left is no version.
      const source = sourceOfTexts([now.toWellFormed(), text.slice(0, 45)])
      const { articles } = hydrate(standoffOf(datasetOf(gold('a'), gold('b', text.slice(0, 45), {}))), source)
      for (const article of articles) {
        expect(errorsOf(article)).toEqual([])
        for (const { id, surface } of article.annotation.mentions ?? []) {
          expect(surface).toBe(annotation.mentions!.find((mention) => mention.id === id)!.surface)
        }
      }
    }),
    { numRuns: 200 },
  )
})
