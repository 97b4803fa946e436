import { datasetStats, loadDataset } from '@assay/dataset'
import type { StatsFlags } from '../commands/data/stats.ts'
import { datasetFolder } from '../datasets.ts'
import { print, printJson } from '../terminal.ts'

/** `assay data stats`. */
export async function printStats(name: string, flags: StatsFlags): Promise<void> {
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
