import { catalogue } from '@assay/adapters'
import { reporters } from '@assay/report'
import { listRuns } from '@assay/runner'
import type { AssayConfig, MetricColumn, Selection } from '@assay/schema'
import { metrics } from '@assay/scorer'
import type { Listable, ListFlags } from './commands/list.ts'
import { loadConfig } from './config/load.ts'
import { datasetFolder, datasetNames, isStandoff } from './datasets.ts'
import { systemEntries } from './systems.ts'
import { print, printJson } from './terminal.ts'

interface Listed {
  readonly name: string
  readonly about: string
  /** Of a metric, in JSON only. */
  readonly columns?: readonly MetricColumn[]
}

/** `assay list`: one heading a kind, one line a thing. */
export async function printList(kinds: readonly Listable[], flags: ListFlags): Promise<void> {
  const { config } = await loadConfig(flags.config)
  const lists = await Promise.all(kinds.map(async (kind) => [kind, await listers[kind](config)] as const))
  if (flags.json) printJson(Object.fromEntries(lists))
  else print(lists.map(([kind, items]) => `${kind}\n${lines(items)}`).join('\n\n'))
}

const listers: Record<Listable, (config: AssayConfig) => Promise<Listed[]> | Listed[]> = {
  systems: (config) =>
    Object.entries(systemEntries(config)).map(([name, entry]) => ({
      name,
      about:
        catalogueLine(config, name) ??
        (typeof entry === 'function' ? 'from the config' : `${entry.adapter}: ${entry.tasks.join(', ')}`),
    })),
  metrics: (config) =>
    [...metrics, ...(config.metrics ?? [])].map(({ id, task, meaning, columns }) => ({
      name: id,
      about: `${task}: ${meaning}`,
      columns,
    })),
  datasets: () =>
    datasetNames().map((name) => ({
      name,
      about: isStandoff(datasetFolder(name)) ? 'without texts: assay data hydrate' : '',
    })),
  reporters: (config) =>
    [...reporters, ...(config.reporters ?? [])].map(({ id, file }) => ({ name: id, about: file })),
  runs: async () =>
    (await listRuns('.assay/runs')).map(({ id, status, counts, dataset, selection }) => ({
      name: id,
      about: `${dataset.name}, ${status}, ${counts.ok} of ${counts.expected} answered${selectionText(selection)}`,
    })),
}

function selectionText({ limit, grep }: Selection): string {
  return `${limit === undefined ? '' : `, --limit ${limit}`}${grep === undefined ? '' : `, --grep ${grep}`}`
}

function catalogueLine(config: AssayConfig, name: string): string | undefined {
  if (config.systems !== undefined) return undefined
  const entry = catalogue.find(({ id }) => id === name)
  return entry && `${entry.tasks.join(', ')}: ${entry.meaning}`
}

function lines(items: readonly Listed[]): string {
  if (items.length === 0) return '  (none)'
  const width = Math.max(...items.map(({ name }) => name.length))
  return items.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`.trimEnd()).join('\n')
}
