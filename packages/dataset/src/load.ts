import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  AssayError,
  type Dataset,
  datasetManifestSchema,
  type Finding,
  type GoldArticle,
  goldArticleSchema,
  jsonSchemas,
} from '@assay/schema'
import { checkAnnotation } from './check/article.ts'
import { type Corpus, corpusRules } from './check/corpus.ts'
import { applyRules, type Problem } from './check/rule.ts'
import { formatFindings } from './format.ts'
import { identityOf } from './identity.ts'
import { type DatasetFile, locateProblems, readDatasetFile } from './read.ts'

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
 * Reads a dataset folder and says everything that is wrong with it, in one pass. Bad data never throws.
 *
 * @throws AssayError `dataset-invalid` if the folder does not exist, `environment` if it cannot be read.
 */
export async function checkDataset(folder: string): Promise<CheckedDataset> {
  await list(folder)
  const entries = await list(join(folder, 'articles'), { mayBeMissing: true })
  const { dataset: json, article: articleJson } = jsonSchemas()
  const manifest = await readDatasetFile(
    folder,
    'dataset.json',
    { schema: datasetManifestSchema, json },
    () => [],
  )
  const shape = { schema: goldArticleSchema, json: articleJson }
  const check = (gold: GoldArticle): Problem[] => checkAnnotation(gold, manifest.value?.tasks)
  const files: DatasetFile<GoldArticle>[] = []
  for (const name of entries.filter((entry) => entry.endsWith('.json'))) {
    files.push(await readDatasetFile(folder, `articles/${name}`, shape, check))
  }
  const articles = files.flatMap(({ file, value }) => (value === null ? [] : [{ file, gold: value }]))

  const findings = [
    ...manifest.findings,
    ...ignoredFiles(entries),
    ...files.flatMap((file) => file.findings),
    ...(await corpusFindings(folder, { manifest: manifest.value, articles, files: files.length })),
  ]
  const ids = new Map(articles.map(({ file, gold }) => [file, gold.article.id]))
  const named = findings.map((finding) => {
    const article = ids.get(finding.file)
    return article === undefined ? finding : { ...finding, article }
  })
  return { findings: inOrder(named), dataset: datasetOf(manifest.value, articles, named) }
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
  manifest: Dataset['manifest'] | null,
  articles: readonly { readonly gold: GoldArticle }[],
  findings: readonly Finding[],
): Dataset | null {
  if (manifest === null || findings.some(({ severity }) => severity === 'error')) return null
  const gold = articles.map((item) => item.gold).sort((a, b) => (a.article.id < b.article.id ? -1 : 1))
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
