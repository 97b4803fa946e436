import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { listRuns, readRun } from '@assay/runner'
import { AssayError } from '@assay/schema'
import type { FolderRun } from '../benchmark/model.ts'
import { lastRun } from '../stored-runs.ts'
import { suggestion } from '../suggestion.ts'

const runsDir = '.assay/runs'

/**
 * The run that a word on the command line means: a run folder, the id of a run in `.assay/runs`, or the name of a
 * system of the last `assay run`.
 *
 * @throws AssayError `usage` if it means none; as `readRun` if the run is damaged
 */
export async function findRun(word: string): Promise<FolderRun> {
  if (existsSync(join(word, 'run.json'))) return runIn(word)
  const records = await listRuns(runsDir)
  const last = lastRun()?.runs ?? []
  const found =
    records.find(({ id }) => id === word) ??
    records.find(({ id, system }) => system.name === word && last.includes(id))
  if (found !== undefined) return runIn(join(runsDir, found.id))
  const systems = records.filter(({ id }) => last.includes(id)).map(({ system }) => system.name)
  const known = [...new Set([...systems, ...records.map(({ id }) => id)])]
  throw new AssayError('usage', `there is no run ${JSON.stringify(word)}${suggestion(word, known)}`, {
    hint:
      systems.length === 0
        ? 'Give the folder of a run; `assay run` makes one for each system.'
        : `Give a run folder, a run of \`assay list runs\`, or a system of the last run: ${systems.join(', ')}.`,
  })
}

async function runIn(folder: string): Promise<FolderRun> {
  return { folder, ...(await readRun(folder)) }
}
