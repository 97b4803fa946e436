import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  AssayError,
  type Judgement,
  judgementSchema,
  type JudgeRecord,
  judgeRecordSchema,
} from '@assay/schema'

/** What a judge left in a run folder. */
export interface StoredJudged {
  readonly judge: JudgeRecord
  /** By question id. */
  readonly judgements: ReadonlyMap<string, Judgement>
}

/**
 * The judgements of a run folder; null if no judge was asked, or it has not answered everything yet.
 *
 * @throws AssayError `state-damaged`: the files do not belong together
 */
export function readJudged(folder: string): StoredJudged | null {
  const judge = readJudge(folder)
  if (judge === null || judge.judgements === null) return null
  const file = join(folder, 'judgements.jsonl')
  if (!existsSync(file)) throw damaged(file, 'it is gone')
  const bytes = readFileSync(file)
  if (createHash('sha256').update(bytes).digest('hex') !== judge.judgements) {
    throw damaged(file, 'its hash is not the one in judge.json')
  }
  return { judge, judgements: parsedLines(bytes.toString()) }
}

/** What the judge of this identity has answered so far about a run, by question id; nothing if it was another one. */
export function readAnswers(folder: string, judgeId: string): ReadonlyMap<string, Judgement> {
  const file = join(folder, 'judgements.jsonl')
  if (readJudge(folder)?.id !== judgeId || !existsSync(file)) return new Map()
  return parsedLines(readFileSync(file, 'utf8'))
}

function readJudge(folder: string): JudgeRecord | null {
  const file = join(folder, 'judge.json')
  if (!existsSync(file)) return null
  try {
    return judgeRecordSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw damaged(file, 'it says nothing of a judge', cause)
  }
}

/** A line that is torn, or was changed to something else, is an answer that is not known. */
function parsedLines(text: string): Map<string, Judgement> {
  const answers = new Map<string, Judgement>()
  for (const line of text.split('\n')) {
    try {
      const answer = judgementSchema.parse(JSON.parse(line))
      answers.set(answer.question, answer)
    } catch {
      continue
    }
  }
  return answers
}

function damaged(where: string, what: string, cause?: unknown): AssayError {
  return new AssayError('state-damaged', `${where}: ${what}`, {
    hint: 'Remove judge.json and judgements.jsonl from this folder, and ask again: assay judge.',
    cause,
  })
}
