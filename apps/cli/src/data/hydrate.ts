import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import {
  type ArticleReport,
  type Hydration,
  hydrate,
  isWhole,
  loadDataset,
  loadStandoff,
  type Source,
  type SpanStatus,
  type Standoff,
  sourceOfPage,
  sourceOfTexts,
  writeDataset,
} from '@assay/dataset'
import { AssayError } from '@assay/schema'
import type { HydrateFlags } from '../commands/data/hydrate.ts'
import { standoffFolder } from '../datasets.ts'
import { exitCodeOf } from '../exit-codes.ts'
import { print, printError, printJson } from '../terminal.ts'
import { readPageFile, readTextFiles } from './files.ts'

const root = '.assay/datasets'

/** `assay data hydrate`: the dataset goes to `.assay/datasets/<name>`. Exit 2, and nothing written, if it is not whole. */
export async function hydrateData(name: string, flags: HydrateFlags): Promise<void> {
  const standoff = await loadStandoff(standoffFolder(name))
  const hydration = hydrate(standoff, await sourceFrom(flags, standoff))
  if (flags.json) printJson(hydration.reports)
  else print(hydration.reports.map(about).join('\n\n'))

  if (!hydration.isWhole && flags.accept !== true) {
    printError('assay: lost, uncertain or new: nothing was written')
    printError('  Read what became of it (--json has every span); --accept writes what could be placed.')
    process.exitCode = exitCodeOf['dataset-invalid']
    return
  }
  await write(hydration)
}

async function sourceFrom({ page, texts }: HydrateFlags, standoff: Standoff): Promise<Source> {
  if (page !== undefined && texts === undefined) return sourceOfPage(await readPageFile(page), standoff)
  if (texts !== undefined && page === undefined) return sourceOfTexts(await readTextFiles(texts))
  throw new AssayError('usage', 'say where the texts are: either --page <file> or --texts <folder>')
}

async function write({ manifest, articles, isWhole: isComplete }: Hydration): Promise<void> {
  const folder = `${root}/${manifest.name}`
  mkdirSync(root, { recursive: true })
  // Texts of others must not be committed by chance.
  if (!existsSync(`${root}/.gitignore`)) writeFileSync(`${root}/.gitignore`, '*\n')
  await writeDataset(folder, manifest, articles)
  await loadDataset(folder)
  const note = isComplete ? '' : ', not whole: scores on it are not those of the dataset'
  printError(`${articles.length} articles in ${folder}${note}; next: assay run -d ${manifest.name}`)
}

const statuses: readonly SpanStatus[] = ['unchanged', 'shifted', 'relocated', 'uncertain', 'lost']

function about(report: ArticleReport): string {
  const { article, found, spans, claimsLost, sentencesAdded, isTitleLost } = report
  const counts = statuses
    .map((status) => ({ status, count: spans.filter((span) => span.status === status).length }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${count} ${status}`)
  const inDoubt = spans.filter(({ status }) => status === 'uncertain' || status === 'lost')
  return [
    `${article}: ${found === 'exact' ? 'the text it was made on' : found === 'drifted' ? 'another version of its text' : 'no text found'}`,
    `  ${counts.join(', ') || 'no spans'}${isWhole(report) ? '' : ' (not whole)'}`,
    ...(found === 'drifted' ? inDoubt.map(line) : []),
    ...(claimsLost.length > 0 ? [`  claims left out: ${claimsLost.join(', ')}`] : []),
    ...(sentencesAdded > 0 ? [`  sentences without gold: ${sentencesAdded}`] : []),
    ...(isTitleLost ? ['  its title was not found'] : []),
  ].join('\n')
}

function line({ layer, id, status, isCore, from }: ArticleReport['spans'][number]): string {
  return `  ${status}: ${layer} ${id} at [${from.start}, ${from.end})${isCore ? '' : ', not core'}`
}
