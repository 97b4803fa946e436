import { join } from 'node:path'
import { readRun } from '@assay/runner'
import type { Dataset, Metric, ScoredSystem, Task } from '@assay/schema'
import {
  comparePaired,
  fewestUnits,
  metrics,
  scoreSystem,
  smallestDifference,
  unitsNeeded,
  unitsOf,
} from '@assay/scorer'
import { lastRun } from '../stored-runs.ts'

/** What a dataset can show by one headline. */
export interface HeadlinePower {
  readonly task: Task
  /** Metric and column, for example `mentions.strict.f1`. */
  readonly headline: string
  /** Units with something to score. */
  readonly units: number
  /** Standard deviation of the difference of two systems' influences per unit. */
  readonly sd: number
  /** Where `sd` comes from. */
  readonly sdFrom: string
  /**
   * The smallest true difference that a board of so many systems finds in 80 of 100 cases; null below 8 units, where
   * nothing is tested.
   */
  readonly smallestDifferences: readonly { readonly systems: number; readonly difference: number | null }[]
  /** Units to add before two systems that differ so much are told apart in 80 of 100 cases. */
  readonly moreUnits: readonly { readonly difference: number; readonly units: number }[]
}

/** Assumed where nothing was measured: what systems on news were seen to differ by. */
const assumedSd = 0.11

const boards = [2, 3, 4, 5, 6, 7, 8, 9, 10]
const differences = [0.01, 0.02, 0.03, 0.05]

/** The power of every headline that the dataset has gold for. `sd` given: it is used for all of them. */
export async function datasetPower(dataset: Dataset, sd?: number): Promise<HeadlinePower[]> {
  const headlines = metrics.filter(
    ({ task, headline }) => headline !== undefined && dataset.manifest.tasks.includes(task),
  )
  const systems = sd === undefined ? await measuredSystems(dataset, headlines) : []
  return headlines.map((metric) => {
    const units = unitCount(dataset, metric)
    const measured = medianSd(systems, metric)
    const used = sd ?? measured ?? assumedSd
    return {
      task: metric.task,
      headline: `${metric.id}.${metric.headline}`,
      units,
      sd: used,
      sdFrom:
        sd !== undefined
          ? 'given'
          : measured === null
            ? 'assumed'
            : `median over the pairs of ${systemsWith(systems, metric).length} systems of the last run`,
      smallestDifferences: boards.map((systems) => ({
        systems,
        difference:
          units < fewestUnits
            ? null
            : smallestDifference(used / Math.sqrt(units), units, (systems * (systems - 1)) / 2),
      })),
      moreUnits: differences.map((difference) => ({
        difference,
        units: Math.max(0, unitsNeeded(used, difference, 1) - units),
      })),
    }
  })
}

/** Units on which the metric counts something even for a system that says nothing. */
function unitCount({ articles }: Dataset, metric: Metric): number {
  const rows = articles.map(({ article, annotation, story }) => ({
    metric: metric.id,
    article: article.id,
    unit: story ?? article.id,
    counts: metric.collect({ article, gold: annotation, predicted: {}, produced: false }),
  }))
  return unitsOf(rows).length
}

/** The systems of the last `assay run`, if it was over the whole of this dataset. */
async function measuredSystems(dataset: Dataset, headlines: readonly Metric[]): Promise<ScoredSystem[]> {
  const runs = await Promise.all((lastRun()?.runs ?? []).map((id) => readRun(join('.assay/runs', id))))
  return runs
    .filter(({ record }) => record.dataset.texts === dataset.identity.texts && record.status === 'complete')
    .map(({ record, predictions }) => scoreSystem(dataset, record, predictions, { metrics: headlines }))
}

function systemsWith(systems: readonly ScoredSystem[], metric: Metric): ScoredSystem[] {
  return systems.filter(({ sheet }) => sheet.scores.some((scores) => scores.metric === metric.id))
}

/** The middle of `se(d) sqrt(n)` over all pairs of systems; null if no pair has a standard error above 0. */
function medianSd(systems: readonly ScoredSystem[], metric: Metric): number | null {
  const rows = systemsWith(systems, metric).map(({ counts }) =>
    counts.filter((row) => row.metric === metric.id),
  )
  const sds = rows
    .flatMap((a, i) => rows.slice(i + 1).map((b) => comparePaired(a, b, metric)))
    .flatMap(({ standardError, units }) => (standardError ? [standardError * Math.sqrt(units)] : []))
    .sort((a, b) => a - b)
  return sds.length === 0 ? null : (sds[(sds.length - 1) >> 1]! + sds[sds.length >> 1]!) / 2
}

/** For the terminal. */
export function powerTable(powers: readonly HeadlinePower[]): string {
  const row = (label: string, cells: readonly string[]) =>
    `  ${label.padEnd(26)}${cells.map((cell) => cell.padStart(7)).join('')}`
  const points = (share: number | null) => (share === null ? '–' : (100 * share).toFixed(1))
  return powers
    .map((power) =>
      [
        `${power.task}  ${power.headline}, ${power.units} units, sd ${power.sd.toFixed(3)} (${power.sdFrom})`,
        row(
          'systems on the board',
          power.smallestDifferences.map(({ systems }) => `${systems}`),
        ),
        row(
          'smallest difference',
          power.smallestDifferences.map(({ difference }) => points(difference)),
        ),
        row(
          'to show a difference of',
          power.moreUnits.map(({ difference }) => points(difference)),
        ),
        row(
          'two systems need more units',
          power.moreUnits.map(({ units }) => `${units}`),
        ),
      ].join('\n'),
    )
    .join('\n\n')
}
