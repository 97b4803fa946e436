import type {
  Annotation,
  CountRow,
  DatasetManifest,
  GoldArticle,
  jsonSchemas,
  Judgement,
  JudgeRecord,
  Leaderboard,
  Prediction,
  Question,
  RunEnvironment,
  RunRecord,
  ScoreSheet,
  StandoffArticle,
  Timing,
} from '@assay/schema'

interface Types {
  dataset: DatasetManifest
  article: GoldArticle
  standoff: StandoffArticle
  prediction: Prediction
  run: RunRecord
  environment: RunEnvironment
  timing: Timing
  question: Question
  judgement: Judgement
  judge: JudgeRecord
  counts: CountRow
  scores: ScoreSheet
  leaderboard: Leaderboard
}

export type Format = keyof ReturnType<typeof jsonSchemas>

/** T with every optional field there, at every depth; records stay as they are. */
type Full<T> = T extends object
  ? string extends keyof T
    ? T
    : { readonly [K in keyof T]-?: Full<Exclude<T[K], undefined>> }
  : T

/** T without its optional fields, at every depth; records stay as they are. */
type Bare<T> = T extends readonly unknown[]
  ? { readonly [K in keyof T]: Bare<T[K]> }
  : T extends object
    ? string extends keyof T
      ? T
      : { readonly [K in keyof T as object extends Pick<T, K> ? never : K]: Bare<T[K]> }
    : T

const claim = {
  id: 'c1',
  text: 'A claim.',
  tier: 'core',
  weight: 2,
  kind: 'event',
  mode: 'asserted',
  certainty: 'CT',
  polarity: '+',
} as const

const fingerprint = '0123456789abcdef'

const articleOnly = {
  id: 'x',
  title: 'Rome',
  publishedAt: '2024-02-29',
  language: 'en',
  source: { publisher: 'p', agency: 'a', url: 'u', licence: 'CC0-1.0' },
}

const annotation: Full<Annotation> = {
  sentences: [{ start: 0, end: 12 }],
  entities: [
    {
      id: 'e1',
      type: 'GPE',
      subtype: 'capital',
      name: 'Rome',
      aliases: ['Roma'],
      demonyms: ['Roman'],
      wikidata: null,
      salience: 2,
    },
  ],
  mentions: [
    {
      id: 'm1',
      span: { start: 0, end: 4 },
      surface: 'Rome',
      type: 'GPE',
      entityId: 'e1',
      tier: 'core',
      alternatives: [{ span: { start: 0, end: 7 }, type: 'LOC' }],
      sense: 'metonym',
      standsFor: 'a government',
    },
  ],
  timexes: [
    {
      id: 't1',
      span: { start: 8, end: 11 },
      surface: 'May',
      type: 'DATE',
      value: '2024-05',
      mod: 'START',
      quant: 'EVERY',
      freq: '1X',
      function: 'CREATION',
      basis: 'dct',
      tier: 'optional',
      alternatives: [{ span: { start: 5, end: 11 }, type: 'DATE', value: '2023-05' }],
    },
  ],
  claims: [
    {
      ...claim,
      holder: { entityId: 'e1' },
      chain: ['narrator', { description: 'somebody' }, { entityId: 'e1' }],
      parts: ['c2'],
      evidence: [{ sentences: [0] }],
    },
    {
      ...claim,
      holder: { description: 'somebody' },
      chain: [],
      parts: ['c2'],
      evidence: [{ sentences: [0] }],
    },
  ],
  claimless: [0],
  summaries: [{ id: 's1', text: 'Rome.', author: 'a', length: 'headline', claims: ['c1'] }],
  extract: [2],
}

/** Values that together have every field of the interface: the compiler asks for them. */
export const full: { readonly [F in Format]: readonly Full<Types[F]>[] } = {
  dataset: [
    {
      schema: 'assay.dataset/1',
      name: 'sample',
      version: '1',
      title: 'Sample',
      licence: 'CC0-1.0',
      language: 'en',
      offsetUnit: 'utf16',
      texts: 'standoff',
      tasks: ['entities', 'dates', 'claims', 'summaries'],
      makers: { texts: 'a', annotation: 'b', references: 'c' },
      links: [
        {
          a: { article: 'x', claim: 'c1' },
          b: { article: 'y', claim: 'c2' },
          relation: 'entails',
          basis: 'date',
          status: 'certain',
          note: 'why',
        },
      ],
    },
  ],
  article: [
    {
      schema: 'assay.article/1',
      article: { ...articleOnly, text: 'Rome in May.' },
      story: 's',
      annotation,
    },
  ],
  standoff: [
    {
      schema: 'assay.standoff/1',
      article: articleOnly,
      story: 's',
      text: {
        length: 12,
        sha256: '0'.repeat(64),
        pageSpan: { start: 5, end: 17 },
        title: { length: 4, fingerprint },
        paragraphs: [{ start: 0, end: 12, fingerprint }],
      },
      annotation,
      anchors: [{ start: 0, end: 4, length: 4, fingerprint, before: fingerprint, after: fingerprint }],
    },
  ],
  prediction: [
    {
      article: 'x',
      repeat: 0,
      status: 'ok',
      output: {
        mentions: [
          {
            span: { start: 0, end: 4 },
            surface: 'Rome',
            type: 'CITY',
            score: 0.5,
            entityId: 'e1',
            placement: 'exact',
          },
        ],
        timexes: [
          {
            span: { start: 8, end: 11 },
            surface: 'May',
            type: 'DATE',
            value: null,
            mod: 'END',
            placement: 'ambiguous',
          },
        ],
        unlocated: {
          mentions: [{ surface: 'Rom', type: 'CITY' }],
          timexes: [{ surface: 'Mai', type: 'DATE' }],
        },
        claims: [
          { text: 'A.', holder: 'Rome', polarity: '-', certainty: 'U', evidence: [{ start: 0, end: 4 }] },
        ],
        summary: { text: '' },
      },
    },
    { article: 'x', repeat: 1, status: 'failed', code: 'timeout', message: 'm' },
    { article: 'x', repeat: 2, status: 'skipped', reason: 'r' },
  ],
  run: [
    {
      schema: 'assay.run/1',
      id: 'r',
      dataset: { name: 'sample', version: '1', texts: 'hash', articles: 1 },
      selection: { limit: 1, grep: 'x' },
      system: {
        name: 'n',
        kind: 'extractor',
        adapter: 'a',
        version: '1',
        tasks: ['dates'],
        entityTypes: ['GPE'],
        maker: 'm',
        options: { deep: { list: [1, null] } },
        files: { 'model.bin': 'hash' },
      },
      config: null,
      seed: 1,
      repeats: 1,
      request: { minWords: 45, maxWords: 60 },
      status: 'partial',
      counts: { expected: 1, ok: 0, failed: 0, skipped: 0 },
      predictions: 'hash',
    },
  ],
  environment: [
    {
      schema: 'assay.environment/1',
      node: '20',
      platform: 'linux',
      cpu: 'c',
      cores: 2,
      workers: 1,
      startedAt: '2024-01-01T00:00:00Z',
      wallMilliseconds: 1.5,
      coldStartMilliseconds: 0.5,
      peakMemoryBytes: 1024,
      restarts: 0,
    },
  ],
  question: [{ id: '0'.repeat(64), kind: 'support', premise: 'p', hypothesis: 'h' }],
  judgement: [
    { question: '0'.repeat(64), score: 0.5, because: 'b' },
    { question: '0'.repeat(64), score: null, because: 'b' },
  ],
  judge: [
    {
      schema: 'assay.judge/1',
      id: '0'.repeat(64),
      name: 'n',
      adapter: 'a',
      version: '1',
      options: { o: 1 },
      files: { f: 'hash' },
      status: 'complete',
      counts: { questions: 2, answered: 1, unanswered: 1 },
      judgements: '0'.repeat(64),
    },
  ],
  timing: [
    { article: 'x', repeat: 0, milliseconds: 0.25, usage: { inputTokens: 3, outputTokens: 2, usd: 0.01 } },
  ],
  counts: [{ metric: 'm', article: 'x', unit: 's', counts: { 'hit/GPE': 1 } }],
  scores: [
    {
      schema: 'assay.scores/1',
      kind: 'bound',
      name: 'oracle',
      run: null,
      system: {
        name: 'n',
        kind: 'summarizer',
        adapter: 'a',
        version: '1',
        tasks: ['summaries'],
        entityTypes: [],
        maker: 'm',
        options: {},
        files: {},
      },
      dataset: { name: 'sample', version: '1', texts: 'hash', gold: 'hash', articles: 1 },
      articles: 1,
      failed: 0,
      skipped: 0,
      scores: [
        {
          metric: 'm',
          version: '1',
          task: 'summaries',
          signature: 's',
          articles: 1,
          units: 1,
          values: {
            f1: {
              value: null,
              because: 'b',
              low: null,
              high: null,
              intervalBecause: 'few',
              intervalBy: 'bca',
            },
          },
        },
      ],
    },
  ],
  leaderboard: [
    {
      schema: 'assay.leaderboard/1',
      dataset: { name: 'sample', version: '1', digest: 'hash', articles: 1, units: 1 },
      notResult: 'a limit',
      boards: [
        {
          task: 'dates',
          metric: 'm.f1',
          signature: 's',
          smallestDifference: null,
          smallestDifferenceBecause: 'few',
          rows: [
            {
              system: 'n',
              kind: 'ranked',
              value: null,
              because: 'b',
              low: null,
              high: null,
              intervalBecause: 'few',
              intervalBy: 'bca',
              rank: [1, 2],
              unrankedBecause: 'u',
              flagged: 'f',
              articles: 1,
              failed: 0,
            },
          ],
          pairs: [{ a: 'n', b: 'o', difference: null, low: null, high: null, p: null, verdict: 'too-few' }],
        },
      ],
      runs: [{ system: 'n', run: 'n-1', predictions: 'hash' }],
    },
  ],
}

/** Values without any optional field. */
export const bare: { readonly [F in Format]: Bare<Types[F]> } = {
  dataset: {
    schema: 'assay.dataset/1',
    name: 'sample',
    version: '1',
    title: 'Sample',
    licence: 'CC0-1.0',
    language: 'en',
    offsetUnit: 'utf16',
    tasks: ['entities'],
    makers: { texts: 'a', annotation: 'b', references: 'c' },
  },
  article: { schema: 'assay.article/1', article: { id: 'x', text: '' }, annotation: {} },
  standoff: {
    schema: 'assay.standoff/1',
    article: { id: 'x' },
    text: { length: 0, sha256: '0'.repeat(64), paragraphs: [] },
    annotation: {},
    anchors: [],
  },
  question: full.question[0]!,
  judgement: { question: '0'.repeat(64), score: null },
  judge: full.judge[0]!,
  prediction: { article: 'x', repeat: 0, status: 'ok', output: {} },
  run: {
    schema: 'assay.run/1',
    id: 'r',
    dataset: { name: 'sample', version: '1', texts: 'hash', articles: 1 },
    selection: {},
    system: {
      name: 'n',
      kind: 'extractor',
      adapter: 'a',
      version: '1',
      tasks: ['dates'],
      options: {},
      files: {},
    },
    config: 'hash',
    seed: 1,
    repeats: 1,
    status: 'complete',
    counts: { expected: 1, ok: 1, failed: 0, skipped: 0 },
    predictions: 'hash',
  },
  environment: full.environment[0]!,
  timing: full.timing[0]!,
  counts: full.counts[0]!,
  scores: {
    schema: 'assay.scores/1',
    kind: 'system',
    name: 'n',
    run: 'r',
    system: null,
    dataset: { name: 'sample', version: '1', texts: 'hash', gold: 'hash', articles: 1 },
    articles: 1,
    failed: 0,
    skipped: 0,
    scores: [
      {
        metric: 'm',
        version: '1',
        task: 'summaries',
        signature: 's',
        articles: 1,
        units: 1,
        values: { f1: { value: 0.5, low: 0.25, high: 0.75 } },
      },
    ],
  },
  leaderboard: {
    schema: 'assay.leaderboard/1',
    dataset: { name: 'sample', version: '1', digest: 'hash', articles: 1, units: 1 },
    boards: [
      {
        task: 'dates',
        metric: 'm.f1',
        signature: 's',
        smallestDifference: 0.1,
        rows: [
          { system: 'n', kind: 'bound', value: 1, low: null, high: null, rank: null, articles: 1, failed: 0 },
        ],
        pairs: [],
      },
    ],
  },
}
