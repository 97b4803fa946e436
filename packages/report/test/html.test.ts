import type { ReportModel } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { html } from '../src/reporters/html.tsx'
import { handMade } from './hand-made.ts'
import { tinyReport } from './model.ts'

const tiny = tinyReport()
const page = html.render(tiny)

function part(pattern: RegExp, text = page): string {
  const found = pattern.exec(text)?.[0]
  if (found === undefined) throw new Error(`the page has nothing like ${pattern}`)
  return found
}

/** The lines of an article's first block of lanes, by article id. */
function lanesOf(model: ReportModel): string {
  return part(/<div class="lanes">.*?<\/p><\/div><\/div>/s, html.render(model))
}

describe('the page', () => {
  it('loads nothing, runs nothing, and says so', () => {
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"/>`,
    )
    expect(page).not.toMatch(/<script/i)
  })

  it('differs only inside the measured block when only measurements differ', () => {
    const slower = tiny.speed.map((row) => ({
      ...row,
      median: 12345,
      environment: { ...row.environment, cores: 999 },
    }))
    const other = html.render({ ...tiny, speed: slower })
    const cut = /<!-- measured -->.*<!-- \/measured -->/s
    expect(part(cut, other)).toContain('12345')
    expect(other).not.toBe(page)
    expect(other.replace(cut, '')).toBe(page.replace(cut, ''))
  })

  it('links every sentence of evidence to an anchor that is there', () => {
    const anchors = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    const links = [...page.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id ?? '')
    expect(links.filter((id) => /^a\d+s\d+$/.test(id)).length).toBeGreaterThan(10)
    expect(links.filter((id) => !anchors.has(id))).toEqual([])
    expect([...page.matchAll(/ id="([^"]+)"/g)]).toHaveLength(anchors.size)
  })

  it('says why it is not a result', () => {
    const { leaderboard } = handMade
    expect(
      html.render({ ...handMade, leaderboard: { ...leaderboard, notResult: 'limited to <3>' } }),
    ).toContain('<b>Not a result:</b> limited to &lt;3></p>')
  })

  it('draws a hollow dot with the reason where there is no interval, and sets bounds apart', () => {
    const row = part(
      /<tr class="ranked"><td class="rank">1–2<\/td><th scope="row" class="name"><bdi>chrono.*?<\/tr>/s,
      html.render(handMade),
    )
    expect(row).toContain('<title>0.667, no interval: fewer than 8 units</title>')
    expect(row).toContain('class="hollow"')
    expect(html.render(handMade)).toContain('<tr class="bound"><td class="rank">bound</td>')
  })

  it('shows each pair from both sides', () => {
    const table = part(/<table class="pairs">.*?<\/table>/s, html.render(handMade))
    expect(table).toContain(
      '<td class="ahead" title="ahead, difference +22.5 points, interval 17.5 to 27.5, p 0.020 (Holm)">',
    )
    expect(table).toContain(
      '<td class="behind" title="behind, difference −22.5 points, interval −27.5 to −17.5, p 0.020 (Holm)">',
    )
  })
})

describe('lanes', () => {
  const text = 'Ada met Bo Li in Ur. Nobody spoke.'
  const model = (mentions: readonly [number, number, string][]): ReportModel => ({
    ...handMade,
    runs: tiny.runs
      .slice(0, 2)
      .map((run, i) => ({ ...run, system: { ...run.system, name: i === 0 ? 'found' : 'silent' } })),
    articles: [
      {
        gold: {
          schema: 'assay.article/1',
          article: { id: 'one', text },
          annotation: {
            sentences: [
              { start: 0, end: 20 },
              { start: 21, end: 34 },
            ],
            mentions: [
              { id: 'm1', span: { start: 0, end: 3 }, surface: 'Ada', type: 'PERSON' },
              { id: 'm2', span: { start: 8, end: 13 }, surface: 'Bo Li', type: 'PERSON' },
              { id: 'm3', span: { start: 17, end: 19 }, surface: 'Ur', type: 'GPE' },
            ],
          },
        },
        predictions: [
          {
            system: 'found',
            prediction: {
              article: 'one',
              repeat: 0,
              status: 'ok',
              output: { mentions: mentions.map(([start, end, type]) => ({ span: { start, end }, type })) },
            },
          },
          {
            system: 'silent',
            prediction: { article: 'one', repeat: 0, status: 'ok', output: { mentions: [] } },
          },
        ],
        scores: [],
      },
    ],
  })

  it('repeat the line up to the last mark, with what is wrong as classes; silent systems are only named', () => {
    // Ada is right, "Bo" of "Bo Li" is cut, Ur has the wrong type, "met" is nothing.
    const lanes = lanesOf(
      model([
        [0, 3, 'PERSON'],
        [8, 10, 'PERSON'],
        [17, 19, 'ORG'],
        [4, 7, 'EVENT'],
      ]),
    )
    expect(lanes).toBe(
      [
        '<div class="lanes"><div class="line">',
        '<p class="t" id="a1s0"><i>1</i>Ada met Bo Li in Ur.</p>',
        '<p class="g l"><i>gold</i><b class="PER">Ada</b> met <b class="PER">Bo Li</b> in <b class="GPE">Ur</b></p>',
        '<p class="s0 l"><i>found</i><b class="PER">Ada</b> <b class="EVT fs">met</b> <b class="PER fb">Bo</b> Li in <b class="ORG ft">Ur</b></p>',
        '<p class="silent"><i>found nothing</i><span class="s1">silent</span></p>',
        '</div><div class="line"><p class="t" id="a1s1"><i>2</i>Nobody spoke.</p></div></div>',
      ].join(''),
    )
  })

  it('show a missed mention where it is, and a label that is none of ours as other', () => {
    const lanes = lanesOf(
      model([
        [0, 3, 'PERSON'],
        [17, 19, '"><script>'],
      ]),
    )
    expect(lanes).toContain(
      '<p class="s0 l"><i>found</i><b class="PER">Ada</b> met <b class="PER fm">Bo Li</b> in <b class="OTH fn">Ur</b></p>',
    )
  })
})
