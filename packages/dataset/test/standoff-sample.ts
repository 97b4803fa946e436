import { identityOf, type Standoff, standoffOf } from '@assay/dataset'
import type { Annotation, Claim, Dataset, GoldArticle, Span } from '@assay/schema'
import { manifest } from './sample.ts'

export const text = [
  'Ada met Bo in Rome on Friday.',
  'Bo left Rome. Ada stayed in Rome until May 2031.',
  'Nobody saw Bo after that.',
].join('\n\n')

/** The span of the n-th occurrence of `surface`, counted from 1. */
function at(surface: string, n = 1): Span {
  let start = -1
  for (let i = 0; i < n; i++) start = text.indexOf(surface, start + 1)
  return { start, end: start + surface.length }
}

function mention(id: string, surface: string, type: 'PERSON' | 'GPE', n: number) {
  return { id, span: at(surface, n), surface, type, entityId: surface.toLowerCase() } as const
}

function claim(id: string, ...sets: number[][]): Claim {
  return {
    id,
    text: `Claim ${id}.`,
    tier: 'core',
    weight: 1,
    kind: 'event',
    holder: 'narrator',
    mode: 'asserted',
    certainty: 'CT',
    polarity: '+',
    evidence: sets.map((sentences) => ({ sentences })),
  }
}

export const annotation: Annotation = {
  sentences: [
    at(text.slice(0, 29)),
    at('Bo left Rome.'),
    at('Ada stayed in Rome until May 2031.'),
    at('Nobody saw Bo after that.'),
  ],
  entities: [
    { id: 'ada', type: 'PERSON', name: 'Ada', aliases: [], salience: 2 },
    { id: 'bo', type: 'PERSON', name: 'Bo', aliases: [], salience: 2 },
    { id: 'rome', type: 'GPE', name: 'Rome', aliases: [], salience: 1 },
  ],
  mentions: [
    mention('m1', 'Ada', 'PERSON', 1),
    mention('m2', 'Bo', 'PERSON', 1),
    mention('m3', 'Rome', 'GPE', 1),
    mention('m4', 'Bo', 'PERSON', 2),
    mention('m5', 'Rome', 'GPE', 2),
    mention('m6', 'Ada', 'PERSON', 2),
    mention('m7', 'Rome', 'GPE', 3),
    mention('m8', 'Bo', 'PERSON', 3),
  ],
  timexes: [
    {
      id: 't1',
      span: at('Friday'),
      surface: 'Friday',
      type: 'DATE',
      value: '2031-05-02',
      basis: 'dct',
      alternatives: [{ span: at('on Friday') }],
    },
    {
      id: 't2',
      span: at('May 2031'),
      surface: 'May 2031',
      type: 'DATE',
      value: '2031-05',
      basis: 'explicit',
    },
  ],
  claims: [
    claim('c1', [0]),
    claim('c2', [1], [0]),
    claim('c3', [2]),
    { ...claim('c4', [1, 2]), parts: ['c2', 'c3'] },
  ],
  claimless: [3],
  summaries: ['a', 'b', 'c'].map((author) => ({
    id: author,
    text: 'Ada meets Bo',
    author,
    length: 'headline',
    claims: ['c1', 'c3'],
  })),
  extract: [2, 1, 0, 1],
}

export function gold(id: string, itsText = text, its: Annotation = annotation): GoldArticle {
  return {
    schema: 'assay.article/1',
    article: { id, text: itsText, publishedAt: '2031-05-03', source: { licence: 'LicenseRef-restricted' } },
    annotation: its,
  }
}

export function datasetOf(...articles: GoldArticle[]): Dataset {
  return { manifest, articles, identity: identityOf(manifest, articles) }
}

export function standoff(): Standoff {
  return standoffOf(datasetOf(gold('a')))
}
