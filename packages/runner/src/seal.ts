import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { RunEnvironment, RunRecord } from '@assay/schema'
import { onDisk, replaceFile } from './files.ts'
import { type RunDescription, runId } from './identity.ts'
import type { JournalEntry } from './journal.ts'
import type { StoredRun } from './options.ts'

/** Files that others made from an earlier run in the same folder. */
const derived = ['counts.jsonl', 'scores.json']

/**
 * Writes what a run left behind into its folder, in place of an earlier run's. `run.json` goes first and comes last:
 * a folder with one is whole.
 *
 * @throws AssayError `environment`
 */
export function sealRun(
  folder: string,
  description: RunDescription,
  entries: readonly JournalEntry[],
  environment: RunEnvironment,
): StoredRun {
  const sorted = [...entries].sort(byArticleAndRepeat)
  const predictions = sorted.map(({ prediction }) => prediction)
  const timings = sorted.flatMap(({ prediction: { article, repeat }, milliseconds, usage }) =>
    milliseconds === null ? [] : [{ article, repeat, milliseconds, ...(usage && { usage }) }],
  )

  const recordFile = join(folder, 'run.json')
  for (const file of [recordFile, ...derived.map((name) => join(folder, name))]) {
    onDisk(file, () => rmSync(file, { force: true }))
  }
  const hash = replaceFile(join(folder, 'predictions.jsonl'), jsonLines(predictions))
  replaceFile(join(folder, 'timings.jsonl'), jsonLines(timings))
  replaceFile(join(folder, 'environment.json'), [jsonText(environment)])
  const record = recordOf(description, countsOf(description, predictions), hash)
  replaceFile(recordFile, [jsonText(record)])
  return { record, predictions, environment, timings }
}

/** What a run's `counts` must be. */
export function countsOf(
  { dataset, repeats }: RunDescription,
  predictions: StoredRun['predictions'],
): RunRecord['counts'] {
  const count = (status: string): number =>
    predictions.filter((prediction) => prediction.status === status).length
  return {
    expected: dataset.articles * repeats,
    ok: count('ok'),
    failed: count('failed'),
    skipped: count('skipped'),
  }
}

export function statusOf({ expected, ok, failed, skipped }: RunRecord['counts']): RunRecord['status'] {
  return ok + failed + skipped === expected ? 'complete' : 'partial'
}

function recordOf(description: RunDescription, counts: RunRecord['counts'], predictions: string): RunRecord {
  return {
    schema: 'assay.run/1',
    id: runId(description),
    ...description,
    status: statusOf(counts),
    counts,
    predictions,
  }
}

function byArticleAndRepeat({ prediction: a }: JournalEntry, { prediction: b }: JournalEntry): number {
  if (a.article !== b.article) return a.article < b.article ? -1 : 1
  return a.repeat - b.repeat
}

function* jsonLines(values: readonly unknown[]): Generator<string> {
  for (const value of values) yield `${JSON.stringify(value)}\n`
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
