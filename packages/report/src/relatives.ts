import type { DatasetManifest, SystemRecord, Task } from '@assay/schema'

/** Where wording decides, a relative of the gold's maker is read as right too often to be ranked. */
const unrankedTasks: readonly Task[] = ['claims', 'summaries']

/**
 * What a row shares with the gold: the family of language models that made the system, or its training texts, also
 * made texts, annotation or references of the dataset. Null: nothing that anybody declared.
 */
export function relationOf(
  system: SystemRecord | null,
  task: Task,
  { makers }: DatasetManifest,
): { readonly because: string; readonly isRanked: boolean } | null {
  const { maker } = system ?? {}
  if (maker === undefined) return null
  const works = Object.entries(makers).flatMap(([work, by]) =>
    familyOf(by) === familyOf(maker) ? [work] : [],
  )
  if (works.length === 0) return null
  const because = `shares its maker (${maker}) with ${works.join(', ')} of the dataset`
  return { because, isRanked: !unrankedTasks.includes(task) }
}

/** `Claude (Anthropic), 2026` and `claude-x-1` are of one family: the first word decides. */
function familyOf(maker: string): string {
  return /^[\p{L}\p{N}]+/u.exec(maker.trim().toLowerCase())?.[0] ?? maker
}
