import { existsSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { AssayError } from '@assay/schema'
import { datasetFolder } from '../datasets.ts'
import { openLines } from './line-reader.ts'

const fileFormats = ['jsonl', 'conll', 'lines'] as const
export type FileFormat = (typeof fileFormats)[number]

/** What a path on the command line turned out to be. */
export type Input =
  | { readonly kind: 'run' | 'dataset'; readonly folder: string }
  | { readonly kind: FileFormat; readonly file: string }

/**
 * The predictions: a run folder, or its name under `.assay/runs`, or a file.
 *
 * @throws AssayError `file-invalid` if there is nothing of that name, or nothing in it.
 */
export function predictedInput(path: string, format?: FileFormat): Input {
  for (const folder of [path, join('.assay/runs', path)]) {
    if (existsSync(join(folder, 'run.json'))) return { kind: 'run', folder }
  }
  return fileInput(path, format)
}

/**
 * The gold: a dataset by folder or name, or a file.
 *
 * @throws AssayError `dataset-invalid` or `file-invalid` if there is neither.
 */
export function goldInput(path: string, format?: FileFormat): Input {
  if (existsSync(path) && !isFolder(path)) return fileInput(path, format)
  return { kind: 'dataset', folder: datasetFolder(path) }
}

function fileInput(file: string, format?: FileFormat): Input {
  return { kind: format ?? byExtension[extname(file).toLowerCase()] ?? byContent(file), file }
}

const byExtension: Readonly<Record<string, FileFormat>> = {
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.conll': 'conll',
  '.iob': 'conll',
  '.iob2': 'conll',
  '.bio': 'conll',
}

/** Looks at the first lines: an object, tags in the last column, or else plain text. */
function byContent(file: string): FileFormat {
  const reader = openLines(file)
  const lines: string[] = []
  for (let line = reader.next(); line !== null && lines.length < 20; line = reader.next()) {
    if (line.trim() !== '' && !line.startsWith('-DOCSTART-')) lines.push(line.trim())
  }
  reader.close()
  if (lines.length === 0)
    throw new AssayError('file-invalid', `${file}: is empty`, { hint: 'Name another file.' })
  if (lines[0]!.startsWith('{')) return 'jsonl'
  const isTagged = (line: string) => /[\t ](?:O|[BIESUL](?:-\S+)?)$/.test(line)
  return lines.every(isTagged) ? 'conll' : 'lines'
}

function isFolder(path: string): boolean {
  return statSync(path).isDirectory()
}
