import type { CountRow, ScoredSystem, ScoreSheet } from '@assay/schema'
import { type Difference, jsonDifferences, valueDifferences } from './json-differences.ts'

/** The metrics that a stored `counts.jsonl` or `scores.json` names, in their order. */
export function namedMetrics(stored: string): string[] {
  return [...new Set([...stored.matchAll(/"metric": ?"([^"\\]*)"/g)].map(([, id = '']) => id))]
}

/** What differs in `counts.jsonl`, by article, metric and count. Metrics that it does not hold are not asked for. */
export function countDifferences(stored: string, counts: readonly CountRow[]): Difference[] {
  const ids = namedMetrics(stored)
  const expected = new Map(
    counts.filter(({ metric }) => ids.includes(metric)).map((row) => [keyOf(row), row]),
  )
  const seen = new Set<string>()
  const differences = stored.split('\n').flatMap((line, i): Difference[] => {
    if (line === '') return []
    const where = `line ${i + 1}`
    const found = parsed(line)
    if (found === null) return [{ place: where, stored: line, recomputed: null }]
    const key = keyOf(found)
    const row = expected.get(key)
    if (row === undefined || seen.has(key)) return [{ place: where, stored: line, recomputed: null }]
    seen.add(key)
    const place = [`line ${i + 1}`, `article ${row.article}`, `metric ${row.metric}`]
    if (line === JSON.stringify(row)) return []
    const values = valueDifferences(found, row, place)
    return values.length > 0
      ? values
      : [{ place: place.join(', '), stored: line, recomputed: JSON.stringify(row) }]
  })
  const missing = [...expected.values()].filter((row) => !seen.has(keyOf(row)))
  return [
    ...differences,
    ...missing.map((row) => ({
      place: `article ${row.article}, metric ${row.metric}`,
      stored: null,
      recomputed: JSON.stringify(row.counts),
    })),
  ]
}

/** What differs in `scores.json`. Metrics that it does not hold are not asked for. */
export function sheetDifferences(stored: string, sheet: ScoreSheet): Difference[] {
  const ids = namedMetrics(stored)
  const known = ids.flatMap((id) => sheet.scores.filter(({ metric }) => metric === id))
  // A metric that nobody knows stands for one that is not named: its place tells which.
  const scores = known.length === ids.length ? known : sheet.scores
  return jsonDifferences(stored, `${JSON.stringify({ ...sheet, scores }, null, 2)}\n`)
}

/** Of two scorings of one run, everything. */
export function joined(a: ScoredSystem, b: ScoredSystem): ScoredSystem {
  return {
    sheet: { ...a.sheet, scores: [...a.sheet.scores, ...b.sheet.scores] },
    counts: [...a.counts, ...b.counts],
  }
}

function keyOf({ metric, article }: Pick<CountRow, 'metric' | 'article'>): string {
  return JSON.stringify([metric, article])
}

function parsed(line: string): CountRow | null {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
