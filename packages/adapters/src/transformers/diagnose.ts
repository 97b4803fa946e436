import { existsSync } from 'node:fs'
import { AssayError, type Diagnosis } from '@assay/schema'
import { missingLibrary } from './library.ts'

export interface ModelToDiagnose {
  readonly folder: string
  /** Files it needs and does not have. */
  readonly missing: readonly string[]
  /** @throws AssayError if a file is not as its checksum says. */
  readonly check: () => Promise<void>
  /** What to do about missing files. */
  readonly cure: string
}

export async function diagnoseModel({ folder, missing, check, cure }: ModelToDiagnose): Promise<Diagnosis[]> {
  const found: Diagnosis[] = []
  const install = missingLibrary()
  if (install !== null) {
    const why = 'It runs the model; assay works without it, so it is not installed with it.'
    found.push({ what: 'the library @xenova/transformers is not installed', why, cure: install })
  }
  if (missing.length > 0) {
    found.push({
      what: existsSync(folder) ? `${folder} lacks ${missing.join(', ')}` : `there is no folder ${folder}`,
      why: 'Models are read from files of this machine; nothing is fetched unless the network was opened.',
      cure,
    })
  }
  try {
    await check()
  } catch (error) {
    if (!AssayError.is(error)) throw error
    const why = 'A model that was changed gives other answers under the same name.'
    found.push({ what: error.message, why, cure: error.hint ?? 'Copy the model again.' })
  }
  return found
}
