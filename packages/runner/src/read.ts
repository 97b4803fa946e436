import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  AssayError,
  predictionSchema,
  type RunRecord,
  runEnvironmentSchema,
  runRecordSchema,
  timingSchema,
} from '@assay/schema'
import type * as z from 'zod'
import { canonicalJson } from './canonical.ts'
import { firstFault } from './fault.ts'
import { runId } from './identity.ts'
import type { StoredRun } from './options.ts'
import { countsOf, statusOf } from './seal.ts'

/**
 * Reads a sealed run and checks that its files belong together: the hash of the predictions, their counts, and the
 * id against the identity it was made from.
 *
 * @throws AssayError `file-invalid`: no run there; `run-incomplete`: never sealed; `state-damaged`, naming the file;
 *   `not-comparable`: written by another version
 */
export async function readRun(folder: string): Promise<StoredRun> {
  const recordFile = join(folder, 'run.json')
  if (!existsSync(recordFile)) throw notSealed(folder)
  const record = readRecord(recordFile)
  const predictionsFile = join(folder, 'predictions.jsonl')
  const bytes = readBytes(predictionsFile)
  if (createHash('sha256').update(bytes).digest('hex') !== record.predictions) {
    throw damaged(predictionsFile, 'its hash is not the one in run.json')
  }
  const predictions = parseLines(predictionSchema, bytes, predictionsFile)
  const counts = countsOf(record, predictions)
  if (
    canonicalJson({ counts, status: statusOf(counts) }) !==
    canonicalJson({ counts: record.counts, status: record.status })
  ) {
    throw damaged(recordFile, 'its counts or status are not those of predictions.jsonl')
  }
  const environmentFile = join(folder, 'environment.json')
  const timingsFile = join(folder, 'timings.jsonl')
  return {
    record,
    predictions,
    environment: parseText(runEnvironmentSchema, readBytes(environmentFile).toString(), environmentFile),
    timings: parseLines(timingSchema, readBytes(timingsFile), timingsFile),
  }
}

/**
 * The records of all sealed runs in `runsDir`, by id in code-unit order; none if there is no such folder. A folder
 * without a seal is left out: its run is going on, or was killed.
 *
 * @throws AssayError as `readRun`, but only the records are read
 */
export async function listRuns(runsDir: string): Promise<RunRecord[]> {
  if (!existsSync(runsDir)) return []
  return readdirSync(runsDir)
    .sort()
    .map((name) => join(runsDir, name, 'run.json'))
    .filter((file) => existsSync(file))
    .map(readRecord)
}

function readRecord(file: string): RunRecord {
  const record = parseText(runRecordSchema, readBytes(file).toString(), file)
  if (record.id !== runId(record)) throw damaged(file, 'its id is not the one of what it describes')
  return record
}

function notSealed(folder: string): AssayError {
  if (existsSync(join(folder, 'journal.jsonl'))) {
    return new AssayError('run-incomplete', `${folder}: this run is still going on, or was killed`, {
      hint: 'Run the system again.',
    })
  }
  return new AssayError('file-invalid', `${folder}: there is no run in this folder`, {
    hint: 'A run folder holds run.json; see `assay list runs`.',
  })
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw damaged(file, 'it cannot be read', cause)
  }
}

/** Line by line: the text of a long run does not fit into one string. */
function parseLines<T>(schema: z.ZodType<T>, bytes: Buffer, file: string): T[] {
  const items: T[] = []
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(10, start)
    const end = feed === -1 ? bytes.length : feed
    items.push(parseText(schema, bytes.toString('utf8', start, end), `${file} line ${items.length + 1}`))
    start = end + 1
  }
  return items
}

function parseText<T>(schema: z.ZodType<T>, text: string, where: string): T {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw damaged(where, 'it is not JSON', cause)
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  if (issue?.path[0] === 'schema' && issue.path.length === 1) {
    const found = JSON.stringify((value as { schema?: unknown }).schema)
    throw new AssayError(
      'not-comparable',
      `${where} is of version ${found}, which this version of assay does not read: ${issue.message}`,
      {
        hint: 'Run the system again, or read it with the version that wrote it.',
      },
    )
  }
  throw damaged(where, firstFault(parsed.error))
}

function damaged(where: string, what: string, cause?: unknown): AssayError {
  return new AssayError('state-damaged', `${where}: ${what}`, {
    hint: 'The run was changed after it was sealed. Run the system again.',
    cause,
  })
}
