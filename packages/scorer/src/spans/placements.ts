import { type Counts, type MetricColumn, placements, type Score, type Placement } from '@assay/schema'
import { count } from '../metrics/ratio.ts'

/** Strings without offsets that an article's output gave, by how each was placed. Keys only of what there was. */
export function countPlacements(
  predicted: readonly { readonly placement?: Placement }[],
  unlocated: readonly unknown[],
): Counts {
  const counts: Record<string, number> = {}
  const add = (key: string, amount: number) => {
    if (amount > 0) counts[`placed.${key}`] = (counts[`placed.${key}`] ?? 0) + amount
  }
  for (const { placement } of predicted) if (placement !== undefined) add(placement, 1)
  add('unlocated', unlocated.length)
  return counts
}

/** The columns of `placementColumns`: numbers, undefined for a system whose offsets are its own. */
export function placementScores(total: Counts): Record<string, Score> {
  const hasPlaced = keys.some((key) => count(total, key) > 0)
  const because = 'every prediction came with offsets'
  return Object.fromEntries(
    keys.map((key) => [key, hasPlaced ? { value: count(total, key) } : { value: null, because }]),
  )
}

/**
 * Adds to the counts of schemes what was predicted and cannot earn credit, under its own type: a string that
 * stands nowhere in the text. Each one counts, equal ones too, for each claims a mention of its own.
 */
export function addUnlocated(
  counts: Counts,
  schemes: readonly { readonly id: string }[],
  unlocated: readonly { readonly type: string }[],
): Counts {
  const sums: Record<string, number> = { ...counts }
  for (const { id } of schemes) {
    for (const { type } of unlocated) {
      for (const key of [`${id}.predicted`, `${id}.predicted/${type}`]) sums[key] = (sums[key] ?? 0) + 1
    }
  }
  return sums
}

const meanings: Readonly<Record<Placement | 'unlocated', string>> = {
  exact: 'put where they stand, letter by letter',
  normalised: 'put where they stand but for case, white space, quotes or dashes',
  ambiguous: 'put at one of several places by rule',
  unlocated: 'that stand nowhere in the text: predicted, and wrong',
}

export const placementColumns: readonly MetricColumn[] = [...placements, 'unlocated' as const].map(
  (kind) => ({
    key: `placed.${kind}`,
    label: kind,
    meaning: `Number of strings without offsets ${meanings[kind]}.`,
    range: [0, null],
    better: 'neither',
  }),
)

const keys = placementColumns.map(({ key }) => key)
