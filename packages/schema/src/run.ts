import * as z from 'zod'
import type { DatasetIdentity } from './dataset.ts'
import { type EntityType, entityTypeSchema } from './entities.ts'
import { type JsonObject, jsonObjectSchema } from './json.ts'
import type { SummaryRequest, Usage } from './ports.ts'
import { type Task, taskSchema } from './task.ts'

/** A system as a record keeps it. */
export interface SystemRecord {
  readonly name: string
  readonly kind: 'extractor' | 'summarizer'
  readonly adapter: string
  readonly version: string
  readonly tasks: readonly Task[]
  readonly entityTypes?: readonly EntityType[]
  readonly maker?: string
  readonly options: JsonObject
  /** SHA-256 of every local file the output depends on, under its base name; no absolute paths. */
  readonly files: Readonly<Record<string, string>>
}

/** Which articles of the dataset a run covers. */
export interface Selection {
  readonly limit?: number
  readonly grep?: string
}

/** `run.json`: what was run, and what came of it. Holds nothing measured: same inputs, same bytes. */
export interface RunRecord {
  readonly schema: 'assay.run/1'
  /** Derived from system name and prediction identity; also the name of the run folder. */
  readonly id: string
  readonly dataset: Omit<DatasetIdentity, 'gold'>
  readonly selection: Selection
  readonly system: SystemRecord
  /** SHA-256 over the config and every local file it loaded; null without a config. */
  readonly config: string | null
  readonly seed: number
  readonly repeats: number
  /** The length that a summarizer was asked for; absent for an extractor. */
  readonly request?: SummaryRequest
  /** `partial`: the run was interrupted; the articles without a prediction are `expected - ok - failed - skipped`. */
  readonly status: 'complete' | 'partial'
  readonly counts: {
    readonly expected: number
    readonly ok: number
    readonly failed: number
    readonly skipped: number
  }
  /** SHA-256 of `predictions.jsonl`. */
  readonly predictions: string
}

/** One line of `timings.jsonl`. */
export interface Timing {
  readonly article: string
  readonly repeat: number
  readonly milliseconds: number
  /** What the answer cost, where the system says so. */
  readonly usage?: Usage
}

/** `environment.json`: everything measured or machine-bound. */
export interface RunEnvironment {
  readonly schema: 'assay.environment/1'
  readonly node: string
  readonly platform: string
  readonly cpu: string
  readonly cores: number
  /** How many system processes ran at the same time. Speed is comparable only from runs with one. */
  readonly workers: number
  readonly startedAt: string
  readonly wallMilliseconds: number
  /** From the start of the process to its first readiness. */
  readonly coldStartMilliseconds: number
  readonly peakMemoryBytes: number
  /** How often the process had to be started again. */
  readonly restarts: number
}

export const systemRecordSchema: z.ZodType<SystemRecord> = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(['extractor', 'summarizer']),
  adapter: z.string().min(1),
  version: z.string().min(1),
  tasks: z.array(taskSchema).min(1),
  entityTypes: z.array(entityTypeSchema).exactOptional(),
  maker: z.string().min(1).exactOptional(),
  options: jsonObjectSchema,
  files: z.record(z.string(), z.string()),
})

const natural = z.int().min(0)

export const runRecordSchema: z.ZodType<RunRecord> = z.strictObject({
  schema: z.literal('assay.run/1'),
  id: z.string().min(1),
  dataset: z.strictObject({
    name: z.string(),
    version: z.string(),
    texts: z.string(),
    articles: natural,
  }),
  selection: z.strictObject({ limit: natural.exactOptional(), grep: z.string().exactOptional() }),
  system: systemRecordSchema,
  config: z.string().nullable(),
  seed: natural,
  repeats: z.int().min(1),
  request: z.strictObject({ minWords: natural, maxWords: natural }).exactOptional(),
  status: z.enum(['complete', 'partial']),
  counts: z.strictObject({ expected: natural, ok: natural, failed: natural, skipped: natural }),
  predictions: z.string(),
})

export const usageSchema: z.ZodType<Usage> = z.strictObject({
  inputTokens: natural.exactOptional(),
  outputTokens: natural.exactOptional(),
  usd: z.number().min(0).exactOptional(),
})

export const timingSchema: z.ZodType<Timing> = z.strictObject({
  article: z.string(),
  repeat: natural,
  milliseconds: z.number().min(0),
  usage: usageSchema.exactOptional(),
})

export const runEnvironmentSchema: z.ZodType<RunEnvironment> = z.strictObject({
  schema: z.literal('assay.environment/1'),
  node: z.string(),
  platform: z.string(),
  cpu: z.string(),
  cores: natural,
  workers: natural,
  startedAt: z.string(),
  wallMilliseconds: z.number().min(0),
  coldStartMilliseconds: z.number().min(0),
  peakMemoryBytes: natural,
  restarts: natural,
})
