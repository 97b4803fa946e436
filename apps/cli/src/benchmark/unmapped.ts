import type { StoredRun } from '@assay/runner'
import { entityTypes } from '@assay/schema'

/** More labels than this are counted together. */
const mostNamed = 8

/** One line a run whose mentions have types that are none of ours: which, most frequent first, and how many. */
export function unmappedLabels(runs: readonly Pick<StoredRun, 'record' | 'predictions'>[]): string[] {
  return runs.flatMap(({ record, predictions }) => {
    const labels = new Map<string, number>()
    for (const prediction of predictions) {
      if (prediction.status !== 'ok') continue
      for (const { type } of prediction.output.mentions ?? []) {
        if (!(entityTypes as readonly string[]).includes(type)) labels.set(type, (labels.get(type) ?? 0) + 1)
      }
    }
    if (labels.size === 0) return []
    const sorted = [...labels].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    const total = sorted.reduce((sum, [, count]) => sum + count, 0)
    const named = sorted.slice(0, mostNamed).map(([label, count]) => `${label} ${count}`)
    const rest = sorted.length - named.length
    return [
      `${record.system.name}: ${total} mentions have types that are none of ours and are not scored: ` +
        `${named.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`,
    ]
  })
}
