import type { Article, Prediction, RunEnvironment, RunRecord, SummaryRequest, Timing } from '@assay/schema'

/** How the process of a system is started. The module calls `serveSystem`. It runs in UTC and the C locale. */
export interface HostModule {
  /** Absolute path of a module that Node can run. */
  readonly module: string
  readonly args: readonly string[]
  /** Flags of Node for the process. Default: those of this process. */
  readonly execArgv?: readonly string[]
}

/**
 * One run: one system over articles. A new option must be decided in `identity.ts`: part of the run's identity,
 * or left out for a reason.
 */
export interface RunOptions {
  /** The name of the row; what the host serves must carry it too. */
  readonly name: string
  readonly host: HostModule
  /** What the system sees. Gold never reaches a runner: the type does not hold it. */
  readonly articles: readonly Article[]
  /** The identity of exactly these articles. */
  readonly dataset: RunRecord['dataset']
  readonly selection: RunRecord['selection']
  /** What the command loaded; the process must have loaded the same. */
  readonly configHash: string | null
  /** Where run folders stand, for example `.assay/runs`. Made if missing. */
  readonly runsDir: string
  /** Milliseconds an article may take. */
  readonly timeoutMs: number
  /** Milliseconds a process may take until it is ready, every time it is started. Default 300000. */
  readonly startTimeoutMs?: number
  readonly seed: number
  /** Passes over the articles. Default 1. */
  readonly repeats?: number
  /** How many systems run at the same time; only recorded. */
  readonly workers: number
  /** What summarizers are asked for. */
  readonly request: SummaryRequest
  /** Aborted: the process is killed and the run is sealed as partial. */
  readonly signal?: AbortSignal
  /** US dollars: when the articles so far have cost as much, no other is asked and the run is sealed as partial. */
  readonly maxUsd?: number
  readonly onProgress?: (event: ProgressEvent) => void
}

interface Progress {
  readonly system: string
  /** Articles times repeats. */
  readonly total: number
  /** Answered, well or badly. */
  readonly done: number
  readonly failed: number
}

export type ProgressEvent =
  | (Progress & { readonly type: 'ready'; readonly coldStartMs: number })
  | (Progress & {
      readonly type: 'article'
      readonly article: string
      readonly repeat: number
      readonly status: Prediction['status']
    })
  | (Progress & { readonly type: 'restart'; readonly because: string })
  | (Progress & { readonly type: 'done'; readonly status: RunRecord['status'] })

/** What a run folder holds. */
export interface StoredRun {
  readonly record: RunRecord
  /** By article id in code-unit order, then repeat. */
  readonly predictions: readonly Prediction[]
  readonly environment: RunEnvironment
  /** In the order of the predictions. An article that the system was not even asked has none. */
  readonly timings: readonly Timing[]
}

export type StopReason = 'aborted' | 'over-budget'

/** A sealed run. `record.counts.ok` is 0 when the system answered nothing; judging that is the caller's. */
export interface RunResult extends StoredRun {
  readonly folder: string
  /** Why it ended before every article was done; `record.status` is then `partial`. Absent: all were done. */
  readonly stopped?: StopReason
}
