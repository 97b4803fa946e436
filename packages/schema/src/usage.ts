import type { Usage } from './ports.ts'

/** The sum of what several answers cost. A key is there if one of them has it. */
export function addUsage(usages: readonly Usage[]): Usage {
  const keys = ['inputTokens', 'outputTokens', 'usd'] as const
  return Object.fromEntries(
    keys
      .filter((key) => usages.some((usage) => usage[key] !== undefined))
      .map((key) => [key, usages.reduce((sum, usage) => sum + (usage[key] ?? 0), 0)]),
  )
}
