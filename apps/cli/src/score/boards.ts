import {
  AssayError,
  type DatasetIdentity,
  layerOfTask,
  type Metric,
  type MetricScores,
  type ScoringItem,
} from '@assay/schema'
import {
  createStreamScorer,
  type IntervalOptions,
  type Judged,
  JudgementMissing,
  type StreamScorer,
} from '@assay/scorer'
import { TextMissing } from './article-text.ts'
import type { ArticleCounts } from './scored.ts'

export interface BoardsOptions {
  /** The metrics were named: one that cannot be computed is an error, not a note. */
  readonly isNamed: boolean
  /** The name of the gold, for messages. */
  readonly gold: string
  readonly keepsCounts: boolean
  readonly declaredTypes?: readonly string[] | undefined
  /** How intervals are made. */
  readonly interval: IntervalOptions['method'] | undefined
  /** What a judge said of the predictions. */
  readonly judged?: Judged | null
}

export interface Boards {
  readonly metrics: readonly Metric[]
  /** @throws AssayError `file-invalid` if a metric that was asked for cannot go on. */
  add(items: readonly ScoringItem[], unit: string): void
  /** @throws AssayError `file-invalid` if a metric that was asked for, or every one, had nothing to score. */
  finish(identity: DatasetIdentity): MetricScores[]
  areBlocks(): boolean
  /** Null where nobody asked for it. */
  readonly perArticle: readonly ArticleCounts[] | null
  /** Metrics left out, and why. */
  readonly notes: readonly string[]
}

interface Board {
  readonly metric: Metric
  readonly scorer: StreamScorer
}

/** One scorer a metric: one that cannot go on leaves the others alone. */
export function createBoards(
  metrics: readonly Metric[],
  { isNamed, gold, keepsCounts, declaredTypes, interval, judged = null }: BoardsOptions,
): Boards {
  const notes: string[] = []
  const perArticle: ArticleCounts[] = []
  let boards = metrics.map((metric): Board => {
    const scorer = createStreamScorer([metric], {
      declaredTypes,
      judge: judged?.judge,
      ...(interval !== undefined && { interval: { method: interval } }),
      ...(keepsCounts && {
        onCounts: (_, article, __, counts) => perArticle.push({ metric, article, counts }),
      }),
    })
    return { metric, scorer }
  })
  const leaveOut = (metric: Metric, because: string, hint: string): void => {
    if (isNamed) {
      throw new AssayError('file-invalid', `metric ${metric.id} cannot be computed: ${because}`, { hint })
    }
    boards = boards.filter((board) => board.metric !== metric)
    notes.push(`${metric.id} is left out: ${because}`)
  }
  for (const metric of metrics) {
    if (metric.questions === undefined || judged !== null) continue
    leaveOut(metric, 'no judge has answered its questions', askHint)
  }
  return {
    metrics,
    notes,
    perArticle: keepsCounts ? perArticle : null,
    add(items, unit) {
      for (const { metric, scorer } of boards) {
        try {
          scorer.add(items, unit)
        } catch (error) {
          const { cause } = error as { cause?: unknown }
          if (cause instanceof JudgementMissing) {
            leaveOut(metric, `the judge was not asked about article ${items[0]!.article.id}`, askHint)
            continue
          }
          if (!(cause instanceof TextMissing)) throw error
          leaveOut(metric, `it reads the text, and ${cause.message}`, 'Give gold with its texts.')
        }
      }
    },
    finish(identity) {
      const scores = boards.flatMap(({ metric, scorer }) => {
        const scores = scorer.finish(identity)
        if (scores.length === 0) {
          leaveOut(metric, `no article of ${gold} has the gold it needs`, layerHint(metric))
        }
        return scores
      })
      if (scores.length > 0) return scores
      throw new AssayError('file-invalid', `nothing can be scored: ${notes.join('; ')}`, {
        hint: 'Gold has to hold what the predictions are about.',
      })
    },
    areBlocks: () => boards.some(({ scorer }) => scorer.areBlocks),
  }
}

const askHint =
  'A judge of the config is asked with `assay judge <run>`; `assay run -p <file>` makes a run of a file.'

function layerHint({ task }: Metric): string {
  return `Annotate ${layerOfTask[task]}, or leave the metric out with --metrics.`
}
