import { type MetricDetail, placements } from '@assay/schema'

/** One line a system that gives strings without offsets: how many were put where. */
export function placedNotes({ rows }: MetricDetail): string[] {
  return rows.flatMap(({ system, values }) => {
    const counts = [...placements, 'unlocated'].map(
      (kind) => [kind, values[`placed.${kind}`]?.value ?? 0] as const,
    )
    const total = counts.reduce((sum, [, count]) => sum + count, 0)
    if (total === 0) return []
    const parts = counts.filter(([, count]) => count > 0).map(([kind, count]) => `${count} ${kind}`)
    return [`${system} gave ${total} strings without offsets: ${parts.join(', ')}`]
  })
}
