import { existsSync, readFileSync } from 'node:fs'
import { AssayError } from '@assay/schema'
import * as z from 'zod'
import { writeFile } from './write-file.ts'

/** `.assay/latest.json`: what the last `assay run` did, so that `assay report` can do its second half again. */
const latestSchema = z.strictObject({
  schema: z.literal('assay.latest/1'),
  /** As given on the command line or in the config. */
  dataset: z.string(),
  tasks: z.array(z.string()),
  /** Names of run folders in `.assay/runs`. */
  runs: z.array(z.string()),
})
export type Latest = Omit<z.infer<typeof latestSchema>, 'schema'>

const file = '.assay/latest.json'

export function writeLatest(latest: Latest): void {
  writeFile(file, `${JSON.stringify({ schema: 'assay.latest/1', ...latest }, null, 2)}\n`)
}

export function readLatest(): Latest {
  if (!existsSync(file)) {
    throw new AssayError('usage', 'there is no earlier run in .assay', {
      hint: 'Start one with `assay run`, or name run folders.',
    })
  }
  try {
    return latestSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new AssayError('state-damaged', `${file} cannot be read`, {
      hint: 'Name the run folders instead.',
      cause,
    })
  }
}
