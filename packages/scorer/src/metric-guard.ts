import { AssayError, type Counts, type Metric, type Score, type ScoringItem } from '@assay/schema'

const hint =
  'If the metric stands in your config, its code is the place to look; if it came with assay, please report it.'

/**
 * What a metric counts on one article.
 *
 * @throws AssayError `internal`, naming metric and article, if it throws or gives anything but finite numbers.
 */
export function collectFrom(metric: Metric, item: ScoringItem): Counts {
  const { id } = item.article
  const counts = guarded(metric, `on article ${id}`, () => metric.collect(item))
  if (counts instanceof Promise) throw broken(metric, `gave a promise on article ${id}; collect cannot wait`)
  for (const [key, value] of Object.entries(counts)) {
    if (!Number.isFinite(value)) throw broken(metric, `counted ${value} for ${key} on article ${id}`)
  }
  return counts
}

/**
 * The scores of a metric from the sum of its counts.
 *
 * @throws AssayError `internal`, naming metric and column, if it throws, leaves out one of its columns, or gives
 * anything but a finite number in the column's range, or null with a reason.
 */
export function finishFrom(metric: Metric, total: Counts): Readonly<Record<string, Score>> {
  const scores = guarded(metric, 'in finish', () => metric.finish(total))
  for (const { key } of metric.columns) {
    if (scores[key] === undefined) throw broken(metric, `gives no score for its column ${key}`)
  }
  const ranges = new Map(metric.columns.map(({ key, range }) => [key, range]))
  for (const [key, score] of Object.entries(scores)) {
    if (score.value === null) {
      if (typeof score.because !== 'string') throw broken(metric, `gives null for ${key} without saying why`)
      continue
    }
    if (!Number.isFinite(score.value)) throw broken(metric, `scored ${score.value} for ${key}`)
    const [low, high] = ranges.get(key.split('/')[0] ?? key) ?? [Number.NEGATIVE_INFINITY, null]
    // A sum of shares may miss an end by rounding.
    if (score.value < low - 1e-9 || (high !== null && score.value > high + 1e-9)) {
      throw broken(
        metric,
        `scored ${score.value} for ${key}, outside its range [${low}, ${high ?? 'no end'}]`,
      )
    }
  }
  return scores
}

function guarded<T>(metric: Metric, where: string, work: () => T): T {
  try {
    return work()
  } catch (cause) {
    throw broken(metric, `failed ${where}: ${cause instanceof Error ? cause.message : String(cause)}`, cause)
  }
}

function broken(metric: Metric, what: string, cause?: unknown): AssayError {
  return new AssayError('internal', `metric ${metric.id} ${what}`, { hint, cause })
}
