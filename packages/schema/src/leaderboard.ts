import * as z from 'zod'

import { type Task, taskSchema } from './task.ts'

/** `leaderboard.json`: the published result. Rows are ordered by value, bounds apart at the end. */
export interface Leaderboard {
  readonly schema: 'assay.leaderboard/1'
  readonly dataset: {
    readonly name: string
    readonly version: string
    /** The gold digest. */
    readonly digest: string
    readonly articles: number
    /** Statistical units: stories, or articles that belong to none. */
    readonly units: number
  }
  /** Why this is not a result (a limit, a grep, a partial run); absent on a full one. */
  readonly notResult?: string
  readonly boards: readonly Board[]
  /** The runs it was made from, by system name: what `assay verify` computes it from again. Absent in reports of older versions. */
  readonly runs?: readonly PublishedRun[]
}

export interface PublishedRun {
  readonly system: string
  /** The id of the run, which is the name of its folder. */
  readonly run: string
  /** SHA-256 of its `predictions.jsonl`. */
  readonly predictions: string
}

/** The ranking of one task by its headline metric. */
export interface Board {
  readonly task: Task
  /** Metric id and column, for example `mentions.strict.f1`. */
  readonly metric: string
  readonly signature: string
  /** The smallest difference between two rows that this many units could have shown (80 % power); null: see `smallestDifferenceBecause`. */
  readonly smallestDifference: number | null
  readonly smallestDifferenceBecause?: string
  readonly rows: readonly BoardRow[]
  /** Every pair of ranked rows, `a` before `b` in row order. */
  readonly pairs: readonly BoardPair[]
}

export interface BoardRow {
  readonly system: string
  readonly kind: 'ranked' | 'bound'
  readonly value: number | null
  readonly because?: string
  readonly low: number | null
  readonly high: number | null
  readonly intervalBecause?: string
  /** How the interval was made, where not by leaving out one unit at a time. */
  readonly intervalBy?: string
  /** Best and worst rank the data allow; null: see `unrankedBecause`. Bounds have none. */
  readonly rank: readonly [number, number] | null
  readonly unrankedBecause?: string
  /** What a reader must know before comparing the row: it shares its maker with the gold. */
  readonly flagged?: string
  /** The denominator. */
  readonly articles: number
  /** Articles without an output: failed or skipped. */
  readonly failed: number
}

/** `ahead`: a is significantly better; `tied`: the difference is inside the margin; `too-few`: the data cannot tell. */
export const pairVerdicts = ['ahead', 'tied', 'too-few'] as const
export type PairVerdict = (typeof pairVerdicts)[number]

export interface BoardPair {
  readonly a: string
  readonly b: string
  /** a minus b, paired on the same units. */
  readonly difference: number | null
  readonly low: number | null
  readonly high: number | null
  /** Corrected for the number of pairs (Holm). */
  readonly p: number | null
  readonly verdict: PairVerdict
}

const value = z.number().nullable()
const reason = z.string().exactOptional()

export const leaderboardSchema: z.ZodType<Leaderboard> = z.strictObject({
  schema: z.literal('assay.leaderboard/1'),
  dataset: z.strictObject({
    name: z.string(),
    version: z.string(),
    digest: z.string(),
    articles: z.int().min(0),
    units: z.int().min(0),
  }),
  notResult: reason,
  boards: z.array(
    z.strictObject({
      task: taskSchema,
      metric: z.string(),
      signature: z.string(),
      smallestDifference: value,
      smallestDifferenceBecause: reason,
      rows: z.array(
        z.strictObject({
          system: z.string(),
          kind: z.enum(['ranked', 'bound']),
          value,
          because: reason,
          low: value,
          high: value,
          intervalBecause: reason,
          intervalBy: reason,
          rank: z.tuple([z.int().min(1), z.int().min(1)]).nullable(),
          unrankedBecause: reason,
          flagged: reason,
          articles: z.int().min(0),
          failed: z.int().min(0),
        }),
      ),
      pairs: z.array(
        z.strictObject({
          a: z.string(),
          b: z.string(),
          difference: value,
          low: value,
          high: value,
          p: value,
          verdict: z.enum(pairVerdicts),
        }),
      ),
    }),
  ),
  runs: z
    .array(z.strictObject({ system: z.string(), run: z.string(), predictions: z.string() }))
    .exactOptional(),
})
