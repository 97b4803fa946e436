import { extname } from 'node:path'
import {
  type Block,
  blocksToHtml,
  blocksToMarkdown,
  blocksToTerminal,
  buildComparison,
  comparisonBlocks,
} from '@assay/report'
import { readJudged } from '@assay/runner'
import { AssayError, type Metric, type ScoredSystem, tasks } from '@assay/schema'
import { moreMetrics, scoreSystem } from '@assay/scorer'
import { metricsOf } from '../benchmark/catalogues.ts'
import { writeFile } from '../benchmark/write-file.ts'
import type { CompareFlags } from '../commands/compare.ts'
import { loadConfig } from '../config/load.ts'
import { datasetOfRuns } from '../stored-runs.ts'
import { print, printJson, printStyled, terminalWidth, wantsColor } from '../terminal.ts'
import { chooseColumns } from './columns.ts'
import { findRun } from './find-run.ts'

/** `assay compare`: what tells two runs apart, on the terminal, as JSON, or in a file. */
export async function compareRuns(first: string, second: string, flags: CompareFlags): Promise<void> {
  const render = flags.output === undefined ? null : rendererOf(flags.output)
  const { config } = await loadConfig(flags.config)
  const [a, b] = [await findRun(first), await findRun(second)]
  const dataset = await datasetOfRuns([a.record, b.record], flags.dataset, config.dataset)
  const shared = tasks.filter(
    (task) =>
      [a.record.system.tasks, b.record.system.tasks, dataset.manifest.tasks].every((of) =>
        of.includes(task),
      ) &&
      (flags.task?.includes(task) ?? true),
  )
  if (shared.length === 0) {
    const does = [a, b].map(({ record: { system } }) => `${system.name} does ${system.tasks.join(', ')}`)
    throw new AssayError('usage', `there is no task to compare: ${does.join('; ')}`, {
      hint: 'Compare two systems that do the same, and leave out --task to compare all they share.',
    })
  }
  const all = [...metricsOf(config), ...moreMetrics]
  const columns = chooseColumns(all, shared, flags.metric)
  const metrics = [...new Set(columns.map(({ metric }) => metric))]
  const compared = ({ record, predictions, folder }: typeof a) => {
    const scored = scoreSystem(dataset, record, predictions, {
      metrics,
      judged: readJudged(folder) ?? undefined,
    })
    refuseUnjudged(record.system.name, metrics, scored)
    return { record, predictions, scored }
  }
  const comparison = buildComparison({ dataset, a: compared(a), b: compared(b), columns })
  const blocks = comparisonBlocks(comparison, {
    ...(flags.examples !== undefined && { examples: flags.examples }),
    ...(flags.limitArticles !== undefined && { articles: flags.limitArticles }),
  })
  if (flags.output !== undefined && render !== null) {
    writeFile(flags.output, render(blocks, `${comparison.a.system} against ${comparison.b.system}`))
  }
  if (flags.json) printJson(comparison)
  else if (flags.output === undefined) {
    printStyled(blocksToTerminal(blocks, { color: wantsColor(), width: terminalWidth() }).trimEnd())
  } else print(`comparison  ${flags.output}`)
}

/** @throws AssayError `usage` if a judge has not answered what one of the metrics asks. */
function refuseUnjudged(system: string, metrics: readonly Metric[], { sheet }: ScoredSystem): void {
  const unjudged = metrics.find(
    (metric) => metric.questions !== undefined && !sheet.scores.some(({ metric: id }) => id === metric.id),
  )
  if (unjudged === undefined) return
  throw new AssayError(
    'usage',
    `${system} has no score of ${unjudged.id}: no judge has answered all it asks`,
    {
      hint: 'A judge of the config is asked with `assay judge <run>`.',
    },
  )
}

type Render = (blocks: readonly Block[], title: string) => string

function rendererOf(file: string): Render {
  const render = renderers[extname(file)]
  if (render !== undefined) return render
  throw new AssayError('usage', `${file}: a comparison is written as .html or .md`, {
    hint: 'Give the file one of these endings; --json prints it for scripts.',
  })
}

const renderers: Readonly<Record<string, Render>> = { '.html': blocksToHtml, '.md': blocksToMarkdown }
