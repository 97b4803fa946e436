import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { listRuns, readRun } from '@assay/runner'
import { AssayError, type PublishedRun, type Task, tasks } from '@assay/schema'
import * as z from 'zod'
import type { FolderRun } from '../benchmark/model.ts'

/** What a published leaderboard says it was made from. Nothing else in it is believed. */
export interface Claimed {
  readonly runs: readonly PublishedRun[]
  readonly tasks: readonly Task[]
}

const claimedSchema = z.object({
  runs: z.array(z.object({ system: z.string(), run: z.string(), predictions: z.string() })).min(1),
  boards: z.array(z.object({ task: z.string() })),
})

/**
 * Reads which runs a leaderboard is about.
 *
 * @throws AssayError `state-damaged`: it is no JSON; `not-comparable`: it does not name its runs
 */
export function claimedBy(text: string, file: string): Claimed {
  const parsed = claimedSchema.safeParse(readLeniently(text, file))
  if (!parsed.success) {
    throw new AssayError('not-comparable', `${file} does not name the runs it was made from`, {
      hint: 'Reports of older versions do not. Write it again with `assay report`.',
    })
  }
  const { runs, boards } = parsed.data
  return { runs, tasks: tasks.filter((task) => boards.some((board) => board.task === task)) }
}

/** A number with zeros before it is no JSON, yet it must not hide what it was put in place of. */
function readLeniently(text: string, file: string): unknown {
  const repaired = text.replace(/^(\s*(?:"[^"\\]*": )?-?)0+(?=\d)/gm, '$1')
  try {
    return JSON.parse(repaired)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new AssayError('state-damaged', `${file} is not JSON: ${reason}`, {
      hint: 'Write it again with `assay report`.',
      cause,
    })
  }
}

/**
 * The stored runs of a leaderboard, in its order. A run is found by its id; if there is none of that id, by its system
 * and the hash of its predictions.
 *
 * @throws AssayError `not-comparable` if one is not there; as `readRun` if one is damaged
 */
export async function findRuns(claimed: readonly PublishedRun[], runsDir: string): Promise<FolderRun[]> {
  return Promise.all(
    claimed.map(async (published) => {
      const folder = join(runsDir, await folderOf(published, runsDir))
      return { folder, ...(await readRun(folder)) }
    }),
  )
}

async function folderOf({ system, run, predictions }: PublishedRun, runsDir: string): Promise<string> {
  const isName = /^[\w.-]+$/.test(run) && !/^\.+$/.test(run)
  if (isName && existsSync(join(runsDir, run, 'run.json'))) return run
  const records = await listRuns(runsDir)
  const same = records.find((record) => record.predictions === predictions && record.system.name === system)
  if (same !== undefined) return same.id
  throw new AssayError('not-comparable', `the evidence is gone: no run ${run} (${system}) in ${runsDir}`, {
    hint:
      'Name the folder that holds it with --runs, or run the system again: ' +
      'the same inputs give a run of the same id.',
  })
}
