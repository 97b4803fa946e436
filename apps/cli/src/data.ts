import { checkDataset, datasetStats, formatFindings, loadDataset } from '@assay/dataset'
import type { DataFlags } from './commands/data.ts'
import { datasetFolder } from './datasets.ts'
import { exitCodeOf } from './exit-codes.ts'
import { print, printJson } from './terminal.ts'

/** `assay data check`: every finding at once; exit 2 if one is an error. */
export async function checkData(name: string, flags: DataFlags): Promise<void> {
  const { findings, dataset } = await checkDataset(datasetFolder(name))
  if (flags.json) printJson(findings)
  else if (findings.length > 0) print(formatFindings(findings))
  if (dataset === null) process.exitCode = exitCodeOf['dataset-invalid']
  else if (!flags.json) print(`${name}: ${dataset.articles.length} articles, no errors`)
}

/** `assay data stats`. */
export async function printStats(name: string, flags: DataFlags): Promise<void> {
  const stats = datasetStats(await loadDataset(datasetFolder(name)))
  if (flags.json) printJson(stats)
  else print(table(stats))
}

/** Nested counts as indented lines, names left, numbers right; what is empty is left out. */
function table(counts: object, indent = ''): string {
  return Object.entries(counts)
    .filter(([, value]) => typeof value !== 'object' || Object.keys(value).length > 0)
    .map(([key, value]) =>
      typeof value === 'object' && !Array.isArray(value)
        ? `${indent}${key}\n${table(value, `${indent}  `)}`
        : `${(indent + key).padEnd(24)}  ${Array.isArray(value) ? value.join(', ') : String(value).padStart(8)}`,
    )
    .join('\n')
}
