import * as z from 'zod'
import type { Judge, Metric, Reporter, System } from './ports.ts'
import { taskSchema } from './task.ts'

/** A system, or a function that makes one. The function runs only in the process that needs the system. */
export type SystemEntry = System | (() => System | Promise<System>)

/** A judge, or a function that makes one. The function runs only where the judge is asked. */
export type JudgeEntry = Judge | (() => Judge | Promise<Judge>)

/** `assay.config.ts`. Every key is optional; an unknown key is an error. */
export interface AssayConfig {
  /** Name or folder of the dataset. Default: the embedded `newswire`. */
  readonly dataset?: string
  /** The rows of the leaderboard by name. Absent: every built-in system. */
  readonly systems?: Readonly<Record<string, SystemEntry>>
  /** Who can answer the questions of judged metrics, by name: `assay judge --judge <name>`. */
  readonly judges?: Readonly<Record<string, JudgeEntry>>
  /** Metrics of your own, beside the built-in ones. */
  readonly metrics?: readonly Metric[]
  /** Reporters of your own, beside the built-in ones. */
  readonly reporters?: readonly Reporter[]
  /** How many systems run at the same time. Default: half of the cores, at least 1. */
  readonly workers?: number
  /** Seconds an article may take. Default 60. */
  readonly timeout?: number
  /** Seed of systems that draw random numbers. Default 1. */
  readonly seed?: number
  /** Where reports go. Default `assay-report`. */
  readonly reportDir?: string
}

const systemShape = z.looseObject({
  kind: z.enum(['extractor', 'summarizer']),
  adapter: z.string().min(1),
  version: z.string().min(1),
  tasks: z.array(taskSchema).min(1),
})

/** Why a value cannot stand as a system in a config, or null if it can. What a function returns is not known yet. */
function systemFault(value: unknown): string | null {
  if (typeof value === 'function') return null
  if (typeof value !== 'object' || value === null || !('kind' in value)) {
    return 'a system is an extractor or a summarizer, or a function that returns one'
  }
  const parsed = systemShape.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return `${issue?.path.join('.')}: ${issue?.message}`
  }
  const method = parsed.data.kind === 'extractor' ? 'extract' : 'summarize'
  return typeof parsed.data[method] === 'function'
    ? null
    : `a system of kind ${parsed.data.kind} needs ${method}()`
}

const systemSchema: z.ZodType<SystemEntry> = z.custom<SystemEntry>().superRefine((value, context) => {
  const message = systemFault(value)
  if (message !== null) context.addIssue({ code: 'custom', message })
})

const judgeSchema = z.custom<JudgeEntry>(
  (value) => typeof value === 'function' || judgeFault(value) === null,
  { error: (issue) => judgeFault(issue.input) ?? 'no judge' },
)

/** Why a value is no judge, or null if it is one. */
export function judgeFault(value: unknown): string | null {
  const shape = z.looseObject({
    kind: z.literal('judge'),
    adapter: z.string().min(1),
    version: z.string().min(1),
  })
  const parsed = shape.safeParse(value)
  if (!parsed.success)
    return 'a judge has kind "judge", an adapter and a version, or is a function that returns one'
  return typeof parsed.data['judge'] === 'function' ? null : 'a judge needs judge()'
}

const metricSchema = z.custom<Metric>(
  (value) => typeof value === 'object' && value !== null && 'collect' in value && 'finish' in value,
  { error: 'a metric has `collect` and `finish`' },
)

const reporterSchema = z.custom<Reporter>(
  (value) => typeof value === 'object' && value !== null && 'render' in value && 'file' in value,
  { error: 'a reporter has `file` and `render`' },
)

/** Names of systems are shown and matched by globs, so they stay short and printable. */
export const systemNameSchema = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._+:@-]{0,63}$/u, {
  error: 'a system name is 1 to 64 letters, digits, spaces or . _ + : @ -',
})

export const configSchema: z.ZodType<AssayConfig> = z.strictObject({
  dataset: z.string().min(1).exactOptional(),
  systems: z.record(systemNameSchema, systemSchema).exactOptional(),
  judges: z.record(systemNameSchema, judgeSchema).exactOptional(),
  metrics: z.array(metricSchema).exactOptional(),
  reporters: z.array(reporterSchema).exactOptional(),
  workers: z.int().min(1).exactOptional(),
  timeout: z.number().positive().exactOptional(),
  seed: z.int().min(0).max(0xffffffff).exactOptional(),
  reportDir: z.string().min(1).exactOptional(),
})
