import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Annotation,
  AssayError,
  type Dataset,
  type DatasetManifest,
  datasetManifestSchema,
  type Finding,
  type GoldArticle,
  goldArticleSchema,
  jsonSchemas,
  type Task,
} from '@assay/schema'
import { checkAnnotation } from './check/article.ts'
import { type Corpus, corpusRules } from './check/corpus.ts'
import { applyRules, type Problem } from './check/rule.ts'
import { formatFindings } from './format.ts'
import { identityOf } from './identity.ts'
import { type DatasetFile, locateProblems, readDatasetFile } from './read.ts'
import type { Shape } from './shape.ts'

export interface CheckedDataset {
  /** All of them, over all files: `dataset.json` first, then the articles in order of file names. */
  readonly findings: readonly Finding[]
  /** Null if any finding is an error. */
  readonly dataset: Dataset | null
}

/**
 * Loads a dataset folder: `dataset.json` and `articles/*.json`. Warnings do not stop it.
 *
 * @throws AssayError `dataset-invalid` with every error in its message if there is one; as `checkDataset`.
 */
export async function loadDataset(folder: string): Promise<Dataset> {
  const { findings, dataset } = await checkDataset(folder)
  if (dataset !== null) return dataset
  const errors = findings.filter(({ severity }) => severity === 'error')
  throw new AssayError(
    'dataset-invalid',
    `the dataset in ${folder} is invalid\n\n${formatFindings(errors)}`,
    {
      hint: 'Each error names its cure. Nothing was run.',
    },
  )
}

/**
 * Reads a dataset folder and says everything that is wrong with it, in one pass. Bad data never throws. A stand-off
 * dataset, which has no texts, is an error here: `checkStandoff` looks into it.
 *
 * @throws AssayError `dataset-invalid` if the folder does not exist, `environment` if it cannot be read.
 */
export async function checkDataset(folder: string): Promise<CheckedDataset> {
  const shape = { schema: goldArticleSchema, json: jsonSchemas().article }
  const { manifest, articles, findings } = await readFolder(folder, shape, withTexts, checkAnnotation)
  const gold = articles.map(({ value }) => value)
  return { findings, dataset: datasetOf(manifest, gold, findings) }
}

/** An article file of any kind. */
interface ArticleFile {
  readonly article: { readonly id: string; readonly text?: string }
  readonly annotation: Pick<Annotation, 'claims'>
}

interface Folder<T> {
  readonly manifest: DatasetManifest | null
  readonly articles: readonly { readonly file: string; readonly value: T }[]
  readonly findings: readonly Finding[]
}

/** Reads a folder whose articles are of one kind: what has the right shape, and everything that is wrong with it. */
export async function readFolder<T extends ArticleFile>(
  folder: string,
  shape: Shape<T>,
  checkManifest: (manifest: DatasetManifest) => readonly Problem[],
  check: (article: T, tasks: readonly Task[] | undefined) => readonly Problem[],
): Promise<Folder<T>> {
  await list(folder)
  const entries = await list(join(folder, 'articles'), { mayBeMissing: true })
  const manifestShape = { schema: datasetManifestSchema, json: jsonSchemas().dataset }
  const manifest = await readDatasetFile(folder, 'dataset.json', manifestShape, checkManifest)
  // Files of the other kind would each break every rule of this one.
  const names = manifest.value !== null && checkManifest(manifest.value).length > 0 ? [] : jsonFiles(entries)
  const files: DatasetFile<T>[] = []
  for (const name of names) {
    files.push(
      await readDatasetFile(folder, `articles/${name}`, shape, (value) =>
        check(value, manifest.value?.tasks),
      ),
    )
  }
  const articles = files.flatMap(({ file, value }) => (value === null ? [] : [{ file, value }]))
  const corpus = {
    manifest: manifest.value,
    articles: articles.map(({ file, value }) => ({ file, gold: value })),
    files: jsonFiles(entries).length,
  }
  const findings = [
    ...manifest.findings,
    ...ignoredFiles(entries),
    ...files.flatMap((file) => file.findings),
    ...(await corpusFindings(folder, corpus)),
  ]
  const ids = new Map(articles.map(({ file, value }) => [file, value.article.id]))
  const named = findings.map((finding) => {
    const article = ids.get(finding.file)
    return article === undefined ? finding : { ...finding, article }
  })
  return { manifest: manifest.value, articles, findings: inOrder(named) }
}

function jsonFiles(entries: readonly string[]): string[] {
  return entries.filter((entry) => entry.endsWith('.json'))
}

function withTexts({ texts, name }: DatasetManifest): Problem[] {
  if (texts === undefined) return []
  return [
    {
      code: 'no-texts',
      severity: 'error',
      path: ['texts'],
      message: 'this is a stand-off dataset: gold without the texts it is about',
      hint: `Lay it over your copy of the texts: assay data hydrate ${name} --page <file>`,
    },
  ]
}

/** What is wrong over all files. A path of a corpus rule begins with the file it is about. */
async function corpusFindings(folder: string, corpus: Corpus): Promise<Finding[]> {
  const byFile = new Map<string, Problem[]>()
  for (const {
    path: [first, ...path],
    ...problem
  } of applyRules(corpusRules, corpus)) {
    const file = String(first)
    byFile.set(file, byFile.get(file) ?? [])
    byFile.get(file)?.push({ ...problem, path })
  }
  const findings = await Promise.all(
    Array.from(byFile, ([file, problems]) => locateProblems(folder, file, problems)),
  )
  return findings.flat()
}

function datasetOf(
  manifest: DatasetManifest | null,
  articles: readonly GoldArticle[],
  findings: readonly Finding[],
): Dataset | null {
  if (manifest === null || findings.some(({ severity }) => severity === 'error')) return null
  const gold = articles.toSorted((a, b) => (a.article.id < b.article.id ? -1 : 1))
  return { manifest, articles: gold, identity: identityOf(manifest, gold) }
}

/** Names in a folder in code-unit order, without hidden files. */
async function list(folder: string, { mayBeMissing = false } = {}): Promise<string[]> {
  try {
    const names = await readdir(folder)
    return names.filter((name) => !name.startsWith('.')).sort()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const missing = code === 'ENOENT' || code === 'ENOTDIR'
    if (missing && mayBeMissing) return []
    if (missing) {
      throw new AssayError('dataset-invalid', `there is no dataset folder ${folder}`, {
        hint: 'Name a folder that holds dataset.json and articles/.',
        cause: error,
      })
    }
    throw new AssayError('environment', `the dataset folder ${folder} cannot be read: ${code}`, {
      cause: error,
    })
  }
}

function ignoredFiles(entries: readonly string[]): Finding[] {
  return entries
    .filter((name) => !name.endsWith('.json'))
    .map((name) => ({
      severity: 'warning',
      code: 'file-ignored',
      message: 'only files that end with .json are read as articles',
      hint: 'Rename it, or move it out of the folder.',
      file: `articles/${name}`,
    }))
}

/** By file, the manifest first, then by line. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const rank = ({ file }: Finding): string => (file === 'dataset.json' ? '' : file)
  return findings.toSorted((a, b) =>
    rank(a) === rank(b) ? (a.line ?? 0) - (b.line ?? 0) : rank(a) < rank(b) ? -1 : 1,
  )
}
