import type { RunEnvironment, RunRecord, SpeedRow, Timing } from '@assay/schema'
import { byText } from './order.ts'

/** Median and 95th percentile of the milliseconds per article, by system name. A run without timings has no row. */
export function buildSpeed(
  runs: readonly { record: RunRecord; environment: RunEnvironment; timings: readonly Timing[] }[],
): SpeedRow[] {
  return runs
    .filter((run) => run.timings.length > 0)
    .map(({ record, environment, timings }) => {
      const sorted = timings.map((timing) => timing.milliseconds).sort((a, b) => a - b)
      return {
        system: record.system.name,
        articles: new Set(timings.map((timing) => timing.article)).size,
        median: percentile(sorted, 0.5),
        p95: percentile(sorted, 0.95),
        environment,
      }
    })
    .sort((a, b) => byText(a.system, b.system))
}

/** Nearest rank: the smallest measured value that at least `share` of all values do not exceed. */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}
