import type { Counts, Metric, ScoringItem } from '@assay/schema'
import { metrics } from './metrics/index.ts'
import { takeApart } from './spans/atoms.ts'
import { blockCount, blockOf, type UnitSums } from './statistics/unit-sums.ts'

/** Counts articles without a row for each: as `sums.add` of what the metric counts on them, only faster. */
export interface Tally {
  /** False if the article has to be counted by the metric. */
  add(item: ScoringItem, unit: string): boolean
  /** Brings `sums` up to date. */
  flush(): void
  /** Articles on which something was counted that is not 0. */
  readonly articles: number
}

/** Built-in metrics of which an article counts the sum of what its parts count. Held by a law in the tests. */
const taken: ReadonlySet<Metric> = new Set(metrics.filter(({ id }) => id === 'mentions'))

/** More kinds of parts than this (labels that nobody knows) are left to the metric. */
const mostAtoms = 1_000

/** A tally into `sums`, or null for a metric whose articles cannot be taken apart. */
export function createTally(
  metric: Metric,
  sums: UnitSums,
  collect: (item: ScoringItem) => Counts,
): Tally | null {
  if (!taken.has(metric)) return null
  const numbers = new Map<string | null, Map<string | null, number>>()
  const atoms: Counts[] = []
  /** How often each atom came in each block since the last flush, block after block: a block lies together. */
  let times: Uint32Array | null = null
  /** Any unit of each block: the sums know blocks by their units. */
  const units: (string | undefined)[] = []
  let articles = 0

  const found: number[] = []
  const numberOf = (gold: string | null, predicted: string | null): number => {
    let ofGold = numbers.get(gold)
    if (ofGold === undefined) {
      ofGold = new Map()
      numbers.set(gold, ofGold)
    }
    let number = ofGold.get(predicted)
    if (number === undefined && atoms.length < mostAtoms) {
      number = atoms.length
      ofGold.set(predicted, number)
      atoms.push(collect(atomItem(gold, predicted)))
    }
    return number ?? -1
  }
  const onAtom = (gold: string | null, predicted: string | null) => {
    found.push(numberOf(gold, predicted))
  }

  return {
    add(item, unit) {
      found.length = 0
      if (!takeApart(item, onAtom) || found.includes(-1)) return false
      if (item.gold.mentions!.length + (item.predicted.mentions?.length ?? 0) > 0) articles++
      if (sums.areBlocks) {
        const block = blockOf(unit)
        units[block] ??= unit
        times ??= new Uint32Array(blockCount * mostAtoms)
        for (let i = 0; i < found.length; i++) times[block * mostAtoms + found[i]!]!++
      } else {
        for (const atom of found) sums.add(unit, atoms[atom]!)
      }
      return true
    },
    flush() {
      if (times === null) return
      for (const [block, unit] of units.entries()) {
        if (unit === undefined) continue
        const ofBlock = times.subarray(block * mostAtoms, (block + 1) * mostAtoms)
        sums.add(unit, sumOf(atoms, ofBlock))
      }
      times = null
      units.length = 0
    },
    get articles() {
      return articles
    },
  }
}

/** The smallest article that holds the atom. */
function atomItem(goldType: string | null, predictedType: string | null): ScoringItem {
  const span = { start: 0, end: 1 }
  const gold = goldType === null ? [] : [{ id: 'm', span, surface: 'x', type: goldType as 'ORG' }]
  const predicted = predictedType === null ? [] : [{ span, type: predictedType }]
  return {
    article: { id: 'atom', text: 'x' },
    gold: { mentions: gold },
    predicted: { mentions: predicted },
    produced: true,
  }
}

/** The sum of `rows`, each taken as often as `times` says. */
function sumOf(rows: readonly Counts[], times: Uint32Array): Counts {
  const sum: Record<string, number> = {}
  rows.forEach((row, i) => {
    const factor = times[i]!
    if (factor === 0) return
    for (const key in row) sum[key] = (sum[key] ?? 0) + factor * row[key]!
  })
  return sum
}
