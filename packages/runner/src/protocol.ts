import {
  type Article,
  articleSchema,
  type FailureCode,
  failureCodes,
  type SummaryRequest,
  type SystemRecord,
  systemRecordSchema,
  type Usage,
  usageSchema,
} from '@assay/schema'
import * as z from 'zod'
import { firstFault } from './fault.ts'

/** Raised when a process of another version could no longer be talked to. */
export const protocolVersion = 1

/** From the runner to the process of a system. One article is asked at a time. */
export type Request =
  | {
      readonly type: 'article'
      readonly article: Article
      readonly repeat: number
      readonly seed: number
      readonly timeoutMs: number
      readonly request: SummaryRequest
    }
  | { readonly type: 'close' }

/** What is recorded of an article that took too long, whichever process noticed. */
export const timeoutMessage = (timeoutMs: number): string => `no answer within ${timeoutMs} ms`

/** What came of one article: an output that nobody has checked yet, or a failure. */
export type Outcome =
  | { readonly status: 'ok'; readonly output: unknown }
  | { readonly status: 'failed'; readonly code: FailureCode; readonly message: string }

/** From the process to the runner. */
export type Reply =
  | {
      readonly type: 'ready'
      readonly protocol: number
      readonly system: SystemRecord
      readonly configHash: string | null
      readonly peakMemoryBytes: number
    }
  | { readonly type: 'unready'; readonly message: string; readonly hint?: string }
  | {
      readonly type: 'answer'
      readonly article: string
      readonly repeat: number
      readonly outcome: Outcome
      readonly milliseconds: number
      /** Absent where the system spent nothing. */
      readonly usage?: Usage
      readonly peakMemoryBytes: number
    }
  | { readonly type: 'closed'; readonly peakMemoryBytes: number }

const natural = z.int().min(0)

const requestSchema: z.ZodType<Request> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('article'),
    article: articleSchema,
    repeat: natural,
    seed: natural,
    timeoutMs: natural,
    request: z.strictObject({ minWords: natural, maxWords: natural }),
  }),
  z.strictObject({ type: z.literal('close') }),
])

const outcomeSchema: z.ZodType<Outcome> = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('ok'), output: z.unknown() }),
  z.strictObject({ status: z.literal('failed'), code: z.enum(failureCodes), message: z.string() }),
])

const replySchema: z.ZodType<Reply> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('ready'),
    protocol: natural,
    system: systemRecordSchema,
    configHash: z.string().nullable(),
    peakMemoryBytes: natural,
  }),
  z.strictObject({ type: z.literal('unready'), message: z.string(), hint: z.string().exactOptional() }),
  z.strictObject({
    type: z.literal('answer'),
    article: z.string(),
    repeat: natural,
    outcome: outcomeSchema,
    milliseconds: z.number().min(0),
    usage: usageSchema.exactOptional(),
    peakMemoryBytes: natural,
  }),
  z.strictObject({ type: z.literal('closed'), peakMemoryBytes: natural }),
])

export type Parsed<T> =
  | { readonly ok: true; readonly message: T }
  | { readonly ok: false; readonly fault: string }

export const parseRequest = (value: unknown): Parsed<Request> => parse(requestSchema, value)
export const parseReply = (value: unknown): Parsed<Reply> => parse(replySchema, value)

function parse<T>(schema: z.ZodType<T>, value: unknown): Parsed<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return { ok: true, message: parsed.data }
  return { ok: false, fault: firstFault(parsed.error) }
}
