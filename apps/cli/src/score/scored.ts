import type { Counts, DatasetIdentity, Metric, MetricScores, ScoreSheet } from '@assay/schema'
import type { ScoreFlags } from '../commands/score.ts'
import type { Findings } from './findings.ts'
import type { Progress } from './progress.ts'

/** What is asked of files of every kind. */
export interface Asked {
  readonly name: string
  readonly findings: Findings
  readonly perArticle: boolean
  readonly interval: ScoreFlags['interval']
  readonly progress: Progress
}

/** What one metric counted on one article. */
export interface ArticleCounts {
  readonly article: string
  readonly metric: Metric
  readonly counts: Counts
}

/** Everything there is to print. */
export interface Scored {
  readonly sheet: ScoreSheet
  /** The metric of each of the sheet's scores. */
  readonly metrics: readonly Metric[]
  /** `articles`, or what stands in their place: sentences, lines. */
  readonly noun: string
  /** Articles without a prediction, counted as empty; part of the sheet's `failed`. */
  readonly missing: number
  /** Kept only where somebody asked for it. */
  readonly perArticle: readonly ArticleCounts[] | null
  /** Whether intervals rest on blocks of units. */
  readonly areBlocks: boolean
  /** What was left out, and why. */
  readonly notes: readonly string[]
}

/** The sheet of a file that answers every item of another one: nothing can have failed. */
export function sheetOfFile(
  name: string,
  dataset: DatasetIdentity,
  scores: readonly MetricScores[],
): ScoreSheet {
  const { articles } = dataset
  const none = { run: null, system: null, failed: 0, skipped: 0 }
  return { schema: 'assay.scores/1', kind: 'system', name, dataset, articles, ...none, scores }
}

export function metricOf(metrics: readonly Metric[], { metric }: MetricScores): Metric {
  return metrics.find(({ id }) => id === metric)!
}
