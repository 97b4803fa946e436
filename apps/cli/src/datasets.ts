import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AssayError } from '@assay/schema'
import { suggestion } from './suggestion.ts'

export const defaultDataset = 'newswire'

/** Where datasets are looked up by name: the working folder's own, then those that came with the command. */
const roots = [
  resolve('.assay/datasets'),
  // Packed beside the command, or the top-level folder of the repository.
  fileURLToPath(new URL('../datasets', import.meta.url)),
  fileURLToPath(new URL('../../../datasets', import.meta.url)),
]

const namePattern = /^[a-z0-9][a-z0-9-]{0,63}$/

/**
 * The folder of a dataset given by path or by name.
 *
 * @throws AssayError `dataset-invalid` if there is none.
 */
export function datasetFolder(nameOrPath: string): string {
  if (existsSync(join(nameOrPath, 'dataset.json'))) return resolve(nameOrPath)
  if (namePattern.test(nameOrPath)) {
    const folder = roots.map((root) => join(root, nameOrPath)).find(isDataset)
    if (folder !== undefined) return folder
  }
  const known = datasetNames()
  throw new AssayError(
    'dataset-invalid',
    `there is no dataset ${JSON.stringify(nameOrPath)}${suggestion(nameOrPath, known)}`,
    {
      hint: `Give a folder that holds dataset.json, or one of: ${known.join(', ') || '(none found)'}.`,
    },
  )
}

/**
 * The folder of a stand-off dataset given by path or by name. A hydrated copy of the same name is passed over.
 *
 * @throws AssayError `dataset-invalid` if there is none.
 */
export function standoffFolder(nameOrPath: string): string {
  const folders = roots.map((root) => join(root, nameOrPath)).filter(isDataset)
  const folder = namePattern.test(nameOrPath) ? folders.find(isStandoff) : undefined
  return folder ?? datasetFolder(nameOrPath)
}

/** Names that `datasetFolder` finds, sorted. */
export function datasetNames(): string[] {
  const names = roots.flatMap((root) =>
    existsSync(root)
      ? readdirSync(root).filter((name) => namePattern.test(name) && isDataset(join(root, name)))
      : [],
  )
  return [...new Set(names)].sort()
}

function isDataset(folder: string): boolean {
  return existsSync(join(folder, 'dataset.json'))
}

/** A manifest that cannot be read is somebody else's to report. */
export function isStandoff(folder: string): boolean {
  try {
    return JSON.parse(readFileSync(join(folder, 'dataset.json'), 'utf8')).texts === 'standoff'
  } catch {
    return false
  }
}
