import { rankRows } from '@assay/scorer'
import {
  AssayError,
  type Board,
  type BoardRow,
  type DatasetManifest,
  type Metric,
  type MetricScores,
  type ScoredSystem,
  tasks,
} from '@assay/schema'
import { byText } from './order.ts'
import { relationOf } from './relatives.ts'

interface Entry {
  readonly scored: ScoredSystem
  readonly scores: MetricScores
  readonly row: BoardRow
}

/** One board per task that has a headline metric and at least one system scored by it, in task order. */
export function buildBoards(
  systems: readonly ScoredSystem[],
  bounds: readonly ScoredSystem[],
  metrics: readonly Metric[],
  manifest: DatasetManifest,
): Board[] {
  return tasks.flatMap((task) => {
    const metric = metrics.find((metric) => metric.task === task && metric.headline !== undefined)
    if (metric?.headline === undefined) return []
    const entries = entriesOf(systems, metric, metric.headline)
    if (entries.length === 0) return []
    return [
      buildBoard(entries, entriesOf(bounds, metric, metric.headline), metric, metric.headline, manifest),
    ]
  })
}

function buildBoard(
  entries: readonly Entry[],
  bounds: readonly Entry[],
  metric: Metric,
  headline: string,
  manifest: DatasetManifest,
): Board {
  const relations = new Map(
    entries.map(({ row, scored }) => [row.system, relationOf(scored.sheet.system, metric.task, manifest)]),
  )
  const unranked = [...relations].flatMap(([name, relation]) =>
    relation === null || relation.isRanked ? [] : [[name, relation.because] as const],
  )
  const ranking = rankRows(
    entries.map(({ scored }) => scored),
    metric,
    { unranked: Object.fromEntries(unranked) },
  )
  const rows = entries.map(({ row }): BoardRow => {
    const { rank, because } = ranking.ranks.get(row.system) ?? { rank: null }
    const flagged = relations.get(row.system)?.because
    return {
      ...row,
      rank,
      ...(rank === null && { unrankedBecause: because ?? row.because ?? 'not ranked' }),
      ...(rank !== null && flagged !== undefined && { flagged }),
    }
  })
  return {
    task: metric.task,
    metric: `${metric.id}.${headline}`,
    signature: entries[0]?.scores.signature ?? '',
    smallestDifference: ranking.smallestDifference,
    ...(ranking.smallestDifferenceBecause !== undefined && {
      smallestDifferenceBecause: ranking.smallestDifferenceBecause,
    }),
    rows: [...rows, ...bounds.map(({ row }) => row)],
    pairs: ranking.pairs,
  }
}

/** Best first; undefined values last; equal values by name. */
function entriesOf(sheets: readonly ScoredSystem[], metric: Metric, headline: string): Entry[] {
  const isLowerBetter = metric.columns.find(({ key }) => key === headline)?.better === 'lower'
  const merit = ({ row: { value } }: Entry) => (value === null ? -Infinity : isLowerBetter ? -value : value)
  return sheets
    .flatMap((scored): Entry[] => {
      const scores = scored.sheet.scores.find((scores) => scores.metric === metric.id)
      const score = scores?.values[headline]
      if (scores === undefined || score === undefined) return []
      const { name, kind, articles, failed, skipped } = scored.sheet
      const row: BoardRow = {
        ...score,
        system: name,
        kind: kind === 'bound' ? 'bound' : 'ranked',
        rank: null,
        articles,
        failed: failed + skipped,
      }
      return [{ scored, scores, row }]
    })
    .sort((a, b) => merit(b) - merit(a) || byText(a.row.system, b.row.system))
}

/**
 * Refuses sheets that may not share a table.
 *
 * @throws AssayError `not-comparable`: two rows of one name, or one metric under two signatures.
 */
export function checkComparable(sheets: readonly ScoredSystem[]): void {
  const names = new Set<string>()
  const signatures = new Map<string, { readonly name: string; readonly signature: string }>()
  for (const { sheet } of sheets) {
    if (names.has(sheet.name)) {
      throw new AssayError('not-comparable', `two score sheets are called ${JSON.stringify(sheet.name)}`, {
        hint: 'Give each system its own name, or report one of the two runs.',
      })
    }
    names.add(sheet.name)
    for (const { metric, signature } of sheet.scores) {
      const first = signatures.get(metric) ?? { name: sheet.name, signature }
      signatures.set(metric, first)
      if (first.signature === signature) continue
      throw new AssayError(
        'not-comparable',
        `${metric}: ${JSON.stringify(first.name)} was scored as ${first.signature}, ` +
          `${JSON.stringify(sheet.name)} as ${signature}`,
        {
          hint:
            'Score both runs again with the same dataset and metrics, `assay report`; ' +
            'where the judges differ, ask one about both, `assay judge`.',
        },
      )
    }
  }
}
