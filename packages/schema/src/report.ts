import type { DatasetManifest, GoldArticle } from './dataset.ts'
import type { Leaderboard } from './leaderboard.ts'
import type { MetricColumn, Score } from './ports.ts'
import type { Prediction } from './prediction.ts'
import type { RunEnvironment, RunRecord } from './run.ts'
import type { IntervalScore } from './scores.ts'
import type { Task } from './task.ts'

/** Everything a reporter may show. Plain data; every string in it is data, never markup. */
export interface ReportModel {
  readonly leaderboard: Leaderboard
  readonly dataset: DatasetManifest
  /** Every metric of every board, with all of its columns. */
  readonly details: readonly MetricDetail[]
  /** In id order. */
  readonly articles: readonly ArticleView[]
  readonly runs: readonly RunRecord[]
  /** Measured; shown in a block of its own that differs from run to run. */
  readonly speed: readonly SpeedRow[]
}

export interface MetricDetail {
  readonly task: Task
  readonly metric: string
  readonly title: string
  readonly meaning: string
  readonly source?: string
  readonly signature: string
  /** Fixed columns first, then per-type ones (`strict.f1/PERSON`). */
  readonly columns: readonly MetricColumn[]
  readonly rows: readonly DetailRow[]
}

export interface DetailRow {
  readonly system: string
  readonly kind: 'system' | 'bound'
  /** By column key. */
  readonly values: Readonly<Record<string, IntervalScore>>
}

export interface ArticleView {
  readonly gold: GoldArticle
  /** One entry per system and repeat, in system-name order. */
  readonly predictions: readonly { readonly system: string; readonly prediction: Prediction }[]
  /** What the article alone scores, per system and metric, by column key; per-type columns are left out. */
  readonly scores: readonly ArticleScores[]
}

export interface ArticleScores {
  readonly system: string
  readonly metric: string
  readonly values: Readonly<Record<string, Score>>
}

export interface SpeedRow {
  readonly system: string
  readonly articles: number
  /** Milliseconds per article. */
  readonly median: number
  readonly p95: number
  readonly environment: RunEnvironment
}
