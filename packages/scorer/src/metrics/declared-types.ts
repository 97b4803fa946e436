import type { Counts } from '@assay/schema'

/**
 * The counts of some types alone: `strict.gold` becomes the sum of `strict.gold/ORG` over them. What is not
 * counted by type stays as it is.
 */
export function restrictToTypes(counts: Counts, types: readonly string[]): Counts {
  const restricted: Record<string, number> = { ...counts }
  const byType = Object.entries(counts).filter(([key]) => key.includes('/'))
  for (const [key] of byType) {
    restricted[key.slice(0, key.indexOf('/'))] = 0
    delete restricted[key]
  }
  for (const [key, value] of byType) {
    const [total, type] = [key.slice(0, key.indexOf('/')), key.slice(key.indexOf('/') + 1)]
    if (!types.includes(type)) continue
    restricted[key] = value
    restricted[total]! += value
  }
  return restricted
}
