import type { BoardPair, ReportModel } from '@assay/schema'
import { madeUpRun } from './runs.ts'
import { tenArticles } from './sheets.ts'

const noInterval = { low: null, high: null, intervalBecause: 'fewer than 8 units' }
const pair = (a: string, b: string, verdict: BoardPair['verdict'], difference: number): BoardPair => ({
  a,
  b,
  difference,
  low: difference - 0.05,
  high: difference + 0.05,
  p: 0.02,
  verdict,
})

/** One board with everything that can stand in one: shared ranks, no interval, no rank, an undefined score, a bound. */
export const handMade: ReportModel = {
  leaderboard: {
    schema: 'assay.leaderboard/1',
    dataset: { name: 'ten', version: '1.0.0', digest: '0123456789abcdef', articles: 10, units: 9 },
    boards: [
      {
        task: 'dates',
        metric: 'timexes.value.f1',
        signature: 'timexes|1',
        smallestDifference: 0.054,
        pairs: [
          pair('wink', 'chrono', 'too-few', 0.03),
          pair('wink', '=regex', 'ahead', 0.225),
          pair('chrono', '=regex', 'ahead', 0.2),
        ],
        rows: [
          {
            system: 'wink',
            kind: 'ranked',
            value: 0.64,
            low: 0.569,
            high: 0.702,
            rank: [1, 2],
            articles: 10,
            failed: 0,
          },
          {
            system: 'chrono',
            kind: 'ranked',
            value: 2 / 3,
            ...noInterval,
            rank: [1, 2],
            articles: 10,
            failed: 0,
          },
          {
            system: '=regex',
            kind: 'ranked',
            value: 0.415,
            low: 0.3,
            high: 0.5,
            rank: [3, 3],
            articles: 10,
            failed: 0,
          },
          {
            system: 'holes',
            kind: 'ranked',
            value: 0.3,
            low: 0.2,
            high: 0.4,
            rank: null,
            unrankedBecause: 'answered 7 of 10 articles; a rank needs 95 %',
            articles: 10,
            failed: 3,
          },
          {
            system: 'mute',
            kind: 'ranked',
            value: null,
            because: 'nothing is gold',
            low: null,
            high: null,
            rank: null,
            unrankedBecause: 'nothing is gold',
            articles: 10,
            failed: 0,
          },
          { system: 'oracle', kind: 'bound', value: 1, ...noInterval, rank: null, articles: 10, failed: 0 },
        ],
      },
    ],
  },
  dataset: tenArticles.manifest,
  details: [
    {
      task: 'dates',
      metric: 'timexes',
      title: 'Dates',
      meaning: 'How many dates are found.',
      signature: 'timexes|1',
      columns: [
        { key: 'value.precision', label: 'P', meaning: 'Precision.', range: [0, 1], better: 'higher' },
        { key: 'value.recall', label: 'R', meaning: 'Recall.', range: [0, 1], better: 'higher' },
        { key: 'value.f1', label: 'F1', meaning: 'F1.', range: [0, 1], better: 'higher' },
        { key: 'drift', label: 'drift', meaning: 'Days off.', range: [-100, null], better: 'neither' },
      ],
      rows: [
        {
          system: 'wink',
          kind: 'system',
          values: {
            'value.precision': { value: 0.7, low: null, high: null },
            'value.recall': { value: 0.6, low: null, high: null },
            'value.f1': { value: 0.64, low: 0.569, high: 0.702 },
            drift: { value: -1.25, low: null, high: null, intervalBecause: 'not additive' },
          },
        },
        {
          system: '=regex',
          kind: 'system',
          values: {
            'value.precision': { value: null, because: 'nothing was predicted', low: null, high: null },
            'value.f1': { value: 0.415, low: 0.3, high: 0.5 },
          },
        },
      ],
    },
  ],
  articles: [],
  runs: [],
  speed: [
    {
      system: 'wink',
      articles: 10,
      median: 3.14,
      p95: 41.2,
      environment: madeUpRun(tenArticles, { name: 'wink', tasks: ['dates'], quality: 1 }).environment,
    },
  ],
}
