import * as z from 'zod'
import { type DatasetIdentity, datasetIdentitySchema } from './dataset.ts'
import type { Counts } from './ports.ts'
import { type SystemRecord, systemRecordSchema } from './run.ts'
import { type Task, taskSchema } from './task.ts'

/** One line of `counts.jsonl`: what one metric counted on one article. Lines are in article-id order. */
export interface CountRow {
  readonly metric: string
  readonly article: string
  /** The story, or the article id: the statistical unit the row belongs to. */
  readonly unit: string
  readonly counts: Counts
}

/** A score with its 95 % interval, or the reasons why there is none. */
export interface IntervalScore {
  readonly value: number | null
  /** Why the value is null. */
  readonly because?: string
  readonly low: number | null
  readonly high: number | null
  /** Why the interval is null. */
  readonly intervalBecause?: string
  /** How the interval was made, where not by leaving out one unit at a time: `bca bootstrap, 10000 samples, seed 1`. */
  readonly intervalBy?: string
}

export interface MetricScores {
  readonly metric: string
  readonly version: string
  readonly task: Task
  /** Everything the numbers depend on, in one line. Scores with different signatures are not put in one column. */
  readonly signature: string
  /** Articles on which the metric counted something. */
  readonly articles: number
  /** Units (stories) among them. */
  readonly units: number
  /** By column key. */
  readonly values: Readonly<Record<string, IntervalScore>>
}

/** `scores.json`: every score of one run, or of one bound. */
export interface ScoreSheet {
  readonly schema: 'assay.scores/1'
  /** `bound`: computed from gold (oracle, empty, human); shown, never ranked. */
  readonly kind: 'system' | 'bound'
  /** The name of the row. */
  readonly name: string
  /** The run it comes from; null for a bound. */
  readonly run: string | null
  readonly system: SystemRecord | null
  readonly dataset: DatasetIdentity
  /** The denominator: every article of the selection, answered or not. */
  readonly articles: number
  readonly failed: number
  readonly skipped: number
  readonly scores: readonly MetricScores[]
}

/** A sheet with the rows it was summed from. */
export interface ScoredSystem {
  readonly sheet: ScoreSheet
  readonly counts: readonly CountRow[]
}

export const countRowSchema: z.ZodType<CountRow> = z.strictObject({
  metric: z.string(),
  article: z.string(),
  unit: z.string(),
  counts: z.record(z.string(), z.number()),
})

const natural = z.int().min(0)

export const intervalScoreSchema: z.ZodType<IntervalScore> = z.strictObject({
  value: z.number().nullable(),
  because: z.string().exactOptional(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  intervalBecause: z.string().exactOptional(),
  intervalBy: z.string().exactOptional(),
})

export const scoreSheetSchema: z.ZodType<ScoreSheet> = z.strictObject({
  schema: z.literal('assay.scores/1'),
  kind: z.enum(['system', 'bound']),
  name: z.string().min(1),
  run: z.string().nullable(),
  system: systemRecordSchema.nullable(),
  dataset: datasetIdentitySchema,
  articles: natural,
  failed: natural,
  skipped: natural,
  scores: z.array(
    z.strictObject({
      metric: z.string(),
      version: z.string(),
      task: taskSchema,
      signature: z.string(),
      articles: natural,
      units: natural,
      values: z.record(z.string(), intervalScoreSchema),
    }),
  ),
})
