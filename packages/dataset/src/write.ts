import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  AssayError,
  type DatasetManifest,
  datasetManifestSchema,
  type GoldArticle,
  goldArticleSchema,
} from '@assay/schema'
import { fileNameOf } from './file-name.ts'

/**
 * Writes a dataset folder in its canonical form: keys in the order of the schema, one mention, timex, claim or
 * summary a line, LF, a line end at the end. The same data gives the same bytes. Each file is written under a
 * temporary name first, and none is renamed before all are written.
 *
 * @throws AssayError `dataset-invalid` if manifest or articles do not have the shape of the format, two
 * articles have one id, or the folder holds article files that are not among those to be written;
 * `environment` if the disk refuses.
 */
export async function writeDataset(
  folder: string,
  manifest: DatasetManifest,
  articles: readonly GoldArticle[],
): Promise<void> {
  await writeFolder(folder, manifest, articles, (gold) => goldArticleSchema.safeParse(gold))
}

/** `writeDataset` for article files of any kind. */
export async function writeFolder<T extends { readonly article: { readonly id: string } }>(
  folder: string,
  manifest: DatasetManifest,
  articles: readonly T[],
  parse: (article: T) => Parsed,
): Promise<void> {
  const files = new Map([
    ['dataset.json', canonicalText(datasetManifestSchema.safeParse(manifest), 'the manifest')],
  ])
  for (const item of articles) {
    const { id } = item.article
    const file = `articles/${fileNameOf(id)}.json`
    if (files.has(file)) throw invalid(`two articles have the id ${JSON.stringify(id)}`)
    files.set(file, canonicalText(parse(item), `article ${JSON.stringify(id)}`))
  }
  const temporary = new Map<string, string>()
  try {
    await mkdir(join(folder, 'articles'), { recursive: true })
    await refuseStrangers(folder, files)
    for (const [file, text] of files) {
      const path = join(folder, `${file}.${randomUUID()}.tmp`)
      temporary.set(path, join(folder, file))
      await writeFile(path, text, { flag: 'wx' })
    }
    for (const [path, target] of temporary) await rename(path, target)
  } catch (error) {
    await Promise.all(Array.from(temporary.keys(), (path) => rm(path, { force: true })))
    if (AssayError.is(error)) throw error
    throw new AssayError('environment', `the dataset cannot be written to ${folder}: ${String(error)}`, {
      cause: error,
    })
  }
}

/** Files that stayed behind from other data would become part of the dataset. */
async function refuseStrangers(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  const there = await readdir(join(folder, 'articles'))
  const strangers = there.filter((name) => name.endsWith('.json') && !files.has(`articles/${name}`)).sort()
  if (strangers.length === 0) return
  const named = strangers.slice(0, 3).join(', ') + (strangers.length > 3 ? ', …' : '')
  throw invalid(
    `${folder} holds ${strangers.length} article files that are not part of the dataset to be written: ${named}`,
    'Delete them, or write to another folder.',
  )
}

type Parsed = { success: true; data: object } | { success: false; error: { message: string } }

/** The canonical text of a file. The schema gives back the keys in its own order. */
function canonicalText(parsed: Parsed, what: string): string {
  if (!parsed.success) throw invalid(`${what} does not have the shape of the format: ${parsed.error.message}`)
  return `${layout(parsed.data, '')}\n`
}

/** Objects are spread over lines; the objects of a list take one line each; a list of plain values takes one. */
function layout(value: unknown, indent: string): string {
  const inner = `${indent}  `
  if (Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null)) {
    return `[\n${value.map((item) => inner + oneLine(item)).join(',\n')}\n${indent}]`
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return oneLine(value)
  const entries = Object.entries(value).map(
    ([key, item]) => `${inner}${JSON.stringify(key)}: ${layout(item, inner)}`,
  )
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`
}

/** Line breaks of JSON text stand only between its tokens: inside of strings they are escaped. */
function oneLine(value: unknown): string {
  return JSON.stringify(value, null, 1).replaceAll(/\n */g, ' ')
}

function invalid(message: string, hint?: string): AssayError {
  return new AssayError('dataset-invalid', message, hint === undefined ? {} : { hint })
}
