import { catalogue } from '@assay/adapters'
import { blocksToTerminal, metricCard, reporters } from '@assay/report'
import { listRuns } from '@assay/runner'
import { type AssayConfig, AssayError, type Metric, type MetricColumn, type Selection } from '@assay/schema'
import { metrics, moreMetrics } from '@assay/scorer'
import type { Listable, ListFlags } from './commands/list.ts'
import { loadConfig } from './config/load.ts'
import { datasetFolder, datasetNames, isStandoff } from './datasets.ts'
import { suggestion } from './suggestion.ts'
import { systemEntries } from './systems.ts'
import { print, printJson, printStyled, terminalWidth, wantsColor } from './terminal.ts'

interface Listed {
  readonly name: string
  readonly about: string
  /** Of a metric, in JSON only. */
  readonly columns?: readonly MetricColumn[]
  /** Of a metric: computed only where somebody asks for it. */
  readonly onRequest?: boolean
}

/** `assay list`: one heading a kind, one line a thing. */
export async function printList(kinds: readonly Listable[], flags: ListFlags): Promise<void> {
  const { config } = await loadConfig(flags.config)
  const lists = await Promise.all(kinds.map(async (kind) => [kind, await listers[kind](config)] as const))
  if (flags.json) printJson(Object.fromEntries(lists))
  else print(lists.map(([kind, items]) => `${kind}\n${lines(items)}`).join('\n\n'))
}

/**
 * `assay list metrics <id>`: the card of one metric.
 *
 * @throws AssayError `usage` if there is no such metric, or another kind is asked for.
 */
export async function printOne(kind: Listable, name: string, flags: ListFlags): Promise<void> {
  if (kind !== 'metrics') {
    throw new AssayError('usage', `\`assay list ${kind}\` takes no name`, {
      hint: 'Only metrics have a card.',
    })
  }
  const { config } = await loadConfig(flags.config)
  const all = allMetrics(config)
  const metric = all.find(({ id }) => id === name)
  if (metric === undefined) {
    const ids = all.map(({ id }) => id)
    throw new AssayError('usage', `there is no metric ${JSON.stringify(name)}${suggestion(name, ids)}`, {
      hint: `Metrics are ${ids.join(', ')}.`,
    })
  }
  if (flags.json) printJson(metric)
  else {
    const options = { color: wantsColor(), width: Math.min(terminalWidth(), 110) }
    printStyled(blocksToTerminal(metricCard(metric), options).trimEnd())
  }
}

function allMetrics(config: AssayConfig): Metric[] {
  return [...metrics, ...(config.metrics ?? []), ...moreMetrics]
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
    allMetrics(config).map((metric) => {
      const onRequest = moreMetrics.includes(metric)
      const asks = metric.questions === undefined ? '' : ', asks a judge'
      return {
        name: metric.id,
        about: `${metric.task}${onRequest ? ', on request' : ''}${asks}: ${metric.meaning}`,
        columns: metric.columns,
        onRequest,
      }
    }),
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
