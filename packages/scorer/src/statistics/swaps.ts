import type { Counts } from '@assay/schema'

/** Summed counts of two systems; `null`: one of the two is undefined. */
export type Differ = (a: Counts, b: Counts) => number | null

interface PairedUnit {
  readonly a: Counts
  readonly b: Counts
}

/** Rounding must not turn a swap that changes nothing into a smaller difference. */
export const rounding = 1e-12

/** Units whose swaps are looked up together, with one byte of random bits. */
const together = 8

/** Verdicts are kept for so many different sums. */
const mostVerdicts = 2 ** 20

/**
 * Tells whether the difference after exchanging the outputs of some units is at least as large, on either side. Bit
 * `i` of `swapped` (from bit 0 of the first byte) says whether unit `i` is exchanged.
 *
 * What an exchange adds to the sums is looked up for eight units at once; where counts are whole numbers, equal sums
 * are judged once.
 */
export function createSwapJudge(
  units: readonly PairedUnit[],
  difference: number,
  differ: Differ,
): (swapped: Uint8Array) => boolean {
  const keys = [...new Set(units.flatMap(({ a, b }) => [...Object.keys(a), ...Object.keys(b)]))]
  const changes = keys.map((key) => Float64Array.from(units, ({ a, b }) => (b[key] ?? 0) - (a[key] ?? 0)))
  const tables = changes.map(tableOf)
  const sums = (side: 'a' | 'b') =>
    keys.map((key) => units.reduce((sum, unit) => sum + (unit[side][key] ?? 0), 0))
  const [sumsA, sumsB] = [sums('a'), sums('b')]
  const groups = Math.ceil(units.length / together)

  const judge = (swapped: Uint8Array): boolean => {
    const [a, b]: Record<string, number>[] = [{}, {}]
    for (let k = 0; k < keys.length; k++) {
      const table = tables[k]!
      let change = 0
      for (let group = 0; group < groups; group++) change += table[(group << together) | swapped[group]!]!
      a![keys[k]!] = sumsA[k]! + change
      b![keys[k]!] = sumsB[k]! - change
    }
    const swappedDifference = differ(a!, b!)
    // An undefined difference speaks for nothing: counting it keeps p on the safe side.
    return swappedDifference === null || Math.abs(swappedDifference) >= Math.abs(difference) - rounding
  }

  const number = numberedSums(changes, tables)
  if (number === null) return judge
  const verdicts = new Int8Array(number.size)
  return (swapped) => {
    let at = number.start
    for (let group = 0; group < groups; group++) at += number.table[(group << together) | swapped[group]!]!
    if (verdicts[at] === 0) verdicts[at] = judge(swapped) ? 1 : -1
    return verdicts[at] === 1
  }
}

/** For each group of eight units and each choice among them, the sum of what they change. */
function tableOf(changes: Float64Array): Float64Array {
  const choices = 1 << together
  const table = new Float64Array(Math.ceil(changes.length / together) * choices)
  for (let group = 0; group * together < changes.length; group++) {
    for (let choice = 1; choice < choices; choice++) {
      const highest = 31 - Math.clz32(choice)
      const others = table[group * choices + (choice ^ (1 << highest))]!
      table[group * choices + choice] = others + (changes[group * together + highest] ?? 0)
    }
  }
  return table
}

interface NumberedSums {
  /** How many different sums there can be. */
  readonly size: number
  /** The number of the sum without any exchange. */
  readonly start: number
  /** What the choice of a group adds to the number. */
  readonly table: Int32Array
}

/** Gives every possible sum of changes a number from 0; null where counts are not whole or there are too many. */
function numberedSums(
  changes: readonly Float64Array[],
  tables: readonly Float64Array[],
): NumberedSums | null {
  let [size, start] = [1, 0]
  const table = new Int32Array(tables[0]?.length ?? 0)
  for (const [k, column] of changes.entries()) {
    let [least, most] = [0, 0]
    for (const change of column) {
      if (!Number.isInteger(change)) return null
      if (change < 0) least += change
      else most += change
    }
    if (size * (most - least + 1) > mostVerdicts) return null
    for (let i = 0; i < table.length; i++) table[i]! += size * tables[k]![i]!
    start -= size * least
    size *= most - least + 1
  }
  return { size, start, table }
}
