import type { Counts, Metric, ScoringItem } from '@assay/schema'
import { metrics } from './metrics/index.ts'
import { mentionShape } from './spans/shape.ts'

/** Built-in metrics that count the same on items of the same shape. Held by the law in `test/stream.test.ts`. */
const shapeOf = new Map<Metric, (item: ScoringItem) => string | null>(
  metrics.filter(({ id }) => id === 'mentions').map((metric) => [metric, mentionShape]),
)

/** At most this many shapes are kept; what comes after them is counted each time. */
const mostShapes = 20_000

/**
 * `collect`, remembering what was counted for items of one shape: long files hold few shapes. The counts it gives
 * are shared: not to be changed.
 */
export function createShapeCache(
  metric: Metric,
  collect: (item: ScoringItem) => Counts,
): (item: ScoringItem) => Counts {
  const shape = shapeOf.get(metric)
  if (shape === undefined) return collect
  const known = new Map<string, Counts>()
  return (item) => {
    const key = shape(item)
    if (key === null) return collect(item)
    const found = known.get(key)
    if (found !== undefined) return found
    const counts = collect(item)
    if (known.size < mostShapes) known.set(key, counts)
    return counts
  }
}
