import { checkDataset, checkStandoff, formatFindings } from '@assay/dataset'
import type { CheckFlags } from '../commands/data/check.ts'
import { datasetFolder, isStandoff } from '../datasets.ts'
import { exitCodeOf } from '../exit-codes.ts'
import { print, printJson } from '../terminal.ts'

/** `assay data check`: every finding at once; exit 2 if one is an error. Of stand-off gold, what can be seen without texts. */
export async function checkData(name: string, flags: CheckFlags): Promise<void> {
  const folder = datasetFolder(name)
  const { findings, articles } = isStandoff(folder)
    ? await standoffFindings(folder)
    : await textFindings(folder)
  if (flags.json) printJson(findings)
  else if (findings.length > 0) print(formatFindings(findings))
  if (articles === null) process.exitCode = exitCodeOf['dataset-invalid']
  else if (!flags.json) print(`${name}: ${articles}, no errors`)
}

async function textFindings(folder: string) {
  const { findings, dataset } = await checkDataset(folder)
  return { findings, articles: dataset === null ? null : `${dataset.articles.length} articles` }
}

async function standoffFindings(folder: string) {
  const { findings, standoff } = await checkStandoff(folder)
  return {
    findings,
    articles: standoff === null ? null : `${standoff.articles.length} articles without texts`,
  }
}
