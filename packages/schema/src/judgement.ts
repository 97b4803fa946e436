import { createHash } from 'node:crypto'
import * as z from 'zod'
import { type JsonObject, jsonObjectSchema } from './json.ts'
import type { Judgement, Question } from './ports.ts'

/** Makes a question with its id: SHA-256 over the JSON of `[kind, premise, hypothesis]`. */
export function createQuestion(kind: Question['kind'], premise: string, hypothesis: string): Question {
  const id = createHash('sha256').update(JSON.stringify([kind, premise, hypothesis]))
  return { id: id.digest('hex'), kind, premise, hypothesis }
}

/** `judge.json` of a run folder: who answered the questions about it, and how many. Holds nothing measured. */
export interface JudgeRecord {
  readonly schema: 'assay.judge/1'
  /** SHA-256 over adapter, version, options and files: answers of one id can stand for each other. */
  readonly id: string
  /** Its name in the config. */
  readonly name: string
  readonly adapter: string
  readonly version: string
  readonly options: JsonObject
  /** SHA-256 of every local file the answers depend on, under its base name. */
  readonly files: Readonly<Record<string, string>>
  /** `partial`: it was interrupted; no score is made of a part. */
  readonly status: 'complete' | 'partial'
  readonly counts: {
    readonly questions: number
    /** Questions with a score. */
    readonly answered: number
    /** Questions to which the judge gave no usable answer. */
    readonly unanswered: number
  }
  /** SHA-256 of `judgements.jsonl`; null: partial. */
  readonly judgements: string | null
}

const hash = z.string().regex(/^[0-9a-f]{64}$/, { error: 'not a SHA-256 in lower-case hexadecimal' })

export const questionSchema: z.ZodType<Question> = z.strictObject({
  id: hash,
  kind: z.enum(['support', 'equivalence']),
  premise: z.string(),
  hypothesis: z.string(),
})

export const judgementSchema: z.ZodType<Judgement> = z.strictObject({
  question: hash,
  score: z.number().min(0).max(1).nullable(),
  because: z.string().exactOptional(),
})

const natural = z.int().min(0)

export const judgeRecordSchema: z.ZodType<JudgeRecord> = z.strictObject({
  schema: z.literal('assay.judge/1'),
  id: hash,
  name: z.string().min(1),
  adapter: z.string().min(1),
  version: z.string().min(1),
  options: jsonObjectSchema,
  files: z.record(z.string(), z.string()),
  status: z.enum(['complete', 'partial']),
  counts: z.strictObject({ questions: natural, answered: natural, unanswered: natural }),
  judgements: hash.nullable(),
})
