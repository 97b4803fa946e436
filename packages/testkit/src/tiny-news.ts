import type { Claim, Dataset } from '@assay/schema'
import { goldArticle, memoryDataset } from './draft.ts'
import { bridgeStory } from './tiny-news-bridge.ts'
import { ledger } from './tiny-news-ledger.ts'

/** A core claim of the article itself; the small articles need no other. */
function claim(id: string, text: string, sentence: number, more: Partial<Claim> = {}): Claim {
  return {
    id,
    text,
    tier: 'core',
    weight: 1,
    kind: 'event',
    holder: 'narrator',
    mode: 'asserted',
    certainty: 'CT',
    polarity: '+',
    evidence: [{ sentences: [sentence] }],
    ...more,
  }
}

/** One surface five times, twice in one sentence; no publication date. */
const fiveTimes = goldArticle({
  article: {
    id: 'five-times',
    text: 'Orla won the toss.¶ Orla chose to bat, and Orla scored 71.¶ Then Orla dropped a catch, but nobody blamed Orla.',
  },
  entities: [{ id: 'e1', type: 'PERSON', name: 'Orla', aliases: [], salience: 2 }],
  mentions: [
    { surface: 'Orla', nth: 1, type: 'PERSON', entityId: 'e1' },
    { surface: 'Orla', nth: 2, type: 'PERSON', entityId: 'e1' },
    { surface: 'Orla', nth: 3, type: 'PERSON', entityId: 'e1' },
    { surface: 'Orla', nth: 4, type: 'PERSON', entityId: 'e1' },
    { surface: 'Orla', nth: 5, type: 'PERSON', alternatives: [{ type: 'ORG' }] },
  ],
  timexes: [],
  claims: [
    claim('c1', 'Orla won the toss.', 0, { weight: 2 }),
    claim('c2', 'Orla scored 71.', 1, { weight: 3, kind: 'quantity' }),
    claim('c3', 'Orla was not blamed for a dropped catch.', 2, { polarity: '-' }),
  ],
  claimless: [],
})

/** Combining accents beside composed letters, a season, an anaphoric year. */
const accents = goldArticle({
  article: {
    id: 'cafe-accents',
    publishedAt: '2022-05-20',
    text: [
      'The Cafe\u0301 Zoe\u0301 in A\u030angby reopened in spring 2022.¶ ',
      'Its owner, Jos\u00e9 Nun\u0303ez, had closed it two years earlier.¶ ',
      'The \u00c5ngby Prize of 2021 went to somebody else.',
    ].join(''),
  },
  entities: [
    { id: 'e1', type: 'FAC', name: 'Caf\u00e9 Zo\u00e9', aliases: [], salience: 2 },
    { id: 'e2', type: 'GPE', name: '\u00c5ngby', aliases: ['Angby'], salience: 1 },
    { id: 'e3', type: 'PERSON', name: 'Jos\u00e9 Nun\u0303ez', aliases: [], salience: 1 },
    { id: 'e4', type: 'EVENT', name: '\u00c5ngby Prize', aliases: [], salience: 0 },
  ],
  mentions: [
    { surface: 'Cafe\u0301 Zoe\u0301', type: 'FAC', entityId: 'e1', alternatives: [{ type: 'ORG' }] },
    { surface: 'A\u030angby', type: 'GPE', entityId: 'e2' },
    { surface: 'Jos\u00e9 Nun\u0303ez', type: 'PERSON', entityId: 'e3' },
    { surface: '\u00c5ngby Prize', type: 'EVENT', entityId: 'e4', alternatives: [{ type: 'WORK' }] },
    { surface: '\u00c5ngby', type: 'GPE', entityId: 'e2' },
  ],
  timexes: [
    { surface: 'spring 2022', type: 'DATE', value: '2022-SP', basis: 'explicit' },
    { surface: 'two years earlier', type: 'DATE', value: '2020', basis: 'anaphoric' },
    { surface: '2021', type: 'DATE', value: '2021', basis: 'explicit' },
  ],
  claims: [
    claim('c1', 'The Caf\u00e9 Zo\u00e9 in \u00c5ngby reopened in spring 2022.', 0, { weight: 3 }),
    claim('c2', 'Jos\u00e9 Nu\u00f1ez closed the Caf\u00e9 Zo\u00e9 in 2020.', 1, {
      evidence: [{ sentences: [0, 1] }],
    }),
  ],
  claimless: [2],
})

/** Right-to-left names with a bidi mark, a set, a part of a day. */
const rightToLeft = goldArticle({
  article: {
    id: 'rtl-names',
    title: 'ليلى نور reads',
    publishedAt: '2024-06-10',
    text: [
      'The poet ليلى نور\u200f read at the House of Reeds on Sunday evening.¶ ',
      'Her poem בית קטן is new.¶ ',
      'She reads there every Sunday.',
    ].join(''),
  },
  entities: [
    { id: 'e1', type: 'PERSON', name: 'ليلى نور', aliases: ['Layla Nur'], salience: 2 },
    { id: 'e2', type: 'FAC', name: 'House of Reeds', aliases: [], salience: 1 },
    { id: 'e3', type: 'WORK', name: 'בית קטן', aliases: [], salience: 1 },
  ],
  mentions: [
    { surface: 'ليلى نور', type: 'PERSON', entityId: 'e1' },
    {
      surface: 'House of Reeds',
      type: 'FAC',
      entityId: 'e2',
      alternatives: [{ surface: 'the House of Reeds' }, { type: 'ORG' }],
    },
    { surface: 'בית קטן', type: 'WORK', entityId: 'e3' },
  ],
  timexes: [
    { surface: 'Sunday evening', type: 'TIME', value: '2024-06-09TEV', basis: 'dct' },
    { surface: 'every Sunday', type: 'SET', value: 'XXXX-WXX-7', quant: 'EVERY', basis: 'explicit' },
  ],
  claims: [
    claim('c1', 'The poet ليلى نور read at the House of Reeds on 9 June 2024.', 0, { weight: 3 }),
    claim('c2', 'The poem בית קטן is new.', 1, { kind: 'state' }),
    claim('c3', 'The poet ليلى نور reads at the House of Reeds every Sunday.', 2, {
      kind: 'state',
      tier: 'optional',
      evidence: [{ sentences: [0, 2] }],
    }),
  ],
  claimless: [],
})

/** Data that looks like code: a path as id, markup, a formula, a table border, a backtick. On a leap day. */
const markup = goldArticle({
  article: {
    id: '../<script>',
    title: '=HYPERLINK("x") & <img src=x onerror=alert(1)>',
    publishedAt: '2024-02-29',
    text: [
      'For a day, the page of the Dorn Weekly held <script>alert("Dorn")</script> & `more`.¶ ',
      'Readers in Dorn saw | a border | yesterday.¶ ',
      'It is now repaired, and nobody knows the day of the next one.',
    ].join(''),
  },
  entities: [
    { id: 'e1', type: 'ORG', name: 'Dorn Weekly', aliases: [], salience: 2 },
    { id: 'e2', type: 'GPE', name: 'Dorn', aliases: [], salience: 1 },
  ],
  mentions: [
    { surface: 'Dorn Weekly', type: 'ORG', entityId: 'e1', alternatives: [{ type: 'WORK' }] },
    { surface: 'Dorn', nth: 1, type: 'GPE', entityId: 'e2' },
    { surface: 'Dorn', nth: 2, type: 'GPE', tier: 'excluded' },
    { surface: 'Dorn', nth: 3, type: 'GPE', entityId: 'e2' },
  ],
  timexes: [
    { surface: 'a day', type: 'DURATION', value: 'P1D', basis: 'explicit' },
    { surface: 'yesterday', type: 'DATE', value: '2024-02-28', basis: 'dct' },
    { surface: 'now', type: 'DATE', value: 'PRESENT_REF', basis: 'vague' },
    { surface: 'the day of the next one', type: 'DATE', value: null, basis: 'vague', tier: 'optional' },
  ],
  claims: [
    claim('c1', 'The page of the Dorn Weekly held <script> for one day.', 0, { weight: 3 }),
    claim('c2', 'Readers in Dorn saw a border on 28 February 2024.', 1),
    claim('c3', 'The page of the Dorn Weekly is repaired.', 2, { kind: 'state' }),
  ],
  claimless: [],
})

/** Dates that only the publication date resolves, across the turn of a year; no core mention. */
const dctOnly = goldArticle({
  article: {
    id: 'dct-only',
    publishedAt: '2025-01-01',
    text: 'The council met yesterday.¶ It had last met in March.',
  },
  entities: [],
  mentions: [{ surface: 'council', type: 'ORG', tier: 'optional' }],
  timexes: [
    { surface: 'yesterday', type: 'DATE', value: '2024-12-31', basis: 'dct' },
    { surface: 'March', type: 'DATE', value: '2024-03', basis: 'dct' },
  ],
  claims: [
    claim('c1', 'The council met on 31 December 2024.', 0, { weight: 3 }),
    claim('c2', 'The council met in March 2024.', 1),
  ],
  claimless: [],
})

/** Annotated, and nothing found. */
const nothingFound = goldArticle({
  article: { id: 'nothing-found', text: 'Is there any news?' },
  entities: [],
  mentions: [],
  timexes: [],
  claims: [],
  claimless: [0],
  summaries: [],
})

/** Not annotated at all. */
const noGold = goldArticle({
  article: { id: 'no-gold', text: 'Nobody has read this report from Port Ansel of 3 May 2021 yet.' },
  unannotated: true,
})

/**
 * Ten small articles built for trouble, in memory: emoji before a mention, combining accents, right-to-left
 * names, nested mentions, one surface five times, an article without gold and one with empty gold, CRLF inside
 * a text, dates that only the publication date resolves, text and an id that look like code, two articles of
 * one story. Three articles have three short references each. All texts are invented, CC0.
 */
export const tinyNews: Dataset = memoryDataset(
  {
    schema: 'assay.dataset/1',
    name: 'tiny-news',
    version: '1.0.0',
    title: 'Ten small articles built for trouble',
    licence: 'CC0-1.0',
    language: 'en',
    offsetUnit: 'utf16',
    tasks: ['entities', 'dates', 'claims', 'summaries'],
    makers: { texts: 'assay', annotation: 'assay', references: 'assay' },
    links: [
      {
        a: { article: 'bridge-opening', claim: 'c4' },
        b: { article: 'bridge-costs', claim: 'c1' },
        relation: 'contradicts',
        basis: 'number',
        status: 'certain',
      },
    ],
  },
  [...bridgeStory, ledger, fiveTimes, accents, rightToLeft, markup, dctOnly, nothingFound, noGold],
)
