import { datasetStats, loadDataset } from '@assay/dataset'
import type { StatsFlags } from '../commands/data/stats.ts'
import { datasetFolder } from '../datasets.ts'
import { print, printJson } from '../terminal.ts'
import { datasetPower, powerTable } from './power.ts'

/** `assay data stats`. */
export async function printStats(name: string, flags: StatsFlags): Promise<void> {
  const dataset = await loadDataset(datasetFolder(name))
  const stats = datasetStats(dataset)
  const power = flags.power ? await datasetPower(dataset, flags.sd) : null
  if (flags.json) printJson(power === null ? stats : { ...stats, power })
  else print(power === null ? table(stats) : `${powerNote}\n\n${powerTable(power)}`)
}

const powerNote = `The smallest true difference that is called significant in 80 of 100 cases, in points, Holm-corrected for
all pairs of a board. The standard deviation (sd) is of the difference of two systems per unit, a story or an
article that belongs to none; new units are taken to be like these.`

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
