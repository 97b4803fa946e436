import type { Counts } from '@assay/schema'

/** A statistical unit: a story, or an article that belongs to none; a block of them in a very large dataset. */
export interface Unit {
  readonly id: string
  readonly counts: Counts
}

/** Sums by unit, built row by row. Memory is bounded whatever the number of rows. */
export interface UnitSums {
  /** Adds what was counted on one article. A million rows of 30 keys take a few seconds. */
  add(unit: string, counts: Counts): void
  /** The units with something to score, in the order of their ids; blocks of them if `areBlocks`. */
  units(): Unit[]
  /** The sum of all rows. */
  total(): Counts
  /** Whether there were more than 10,000 units, so that they are summed in 1,000 blocks by a hash of the id. */
  readonly areBlocks: boolean
}

/** Above this many units, blocks of them are left out or drawn instead. */
const mostUnits = 10_000
export const blockCount = 1_000

/**
 * Empty sums. What they give in the end does not depend on the order of the calls of `add`, to the bit: whole
 * numbers are summed exactly, others are rounded to multiples of 2^-62 and then summed exactly, as long as a sum
 * stays below 2^32.
 */
export function createUnitSums(): UnitSums {
  const names: string[] = []
  const columns = new Map<string, number>()
  const units = new Map<string, Float64Array>()
  let blocks: Float64Array[] | null = null

  const columnOf = (name: string): number => {
    let column = columns.get(name)
    if (column === undefined) {
      column = names.length
      columns.set(name, column)
      names.push(name)
    }
    return column
  }
  const emptyRow = () => new Float64Array(2 * Math.max(16, names.length)).fill(Number.NaN)
  const wider = (row: Float64Array) => {
    const grown = new Float64Array(Math.max(2 * row.length, 2 * names.length)).fill(Number.NaN)
    grown.set(row)
    return grown
  }
  const fold = () => {
    blocks = Array.from({ length: blockCount }, emptyRow)
    for (const [id, row] of units) {
      const block = blockOf(id)
      if (blocks[block]!.length < row.length) blocks[block] = wider(blocks[block]!)
      merge(blocks[block]!, row)
    }
    units.clear()
  }
  const countsOf = (row: Float64Array): Counts => {
    const counts: Record<string, number> = {}
    for (let at = 0; at < row.length; at += 2) {
      if (!Number.isNaN(row[at]!)) counts[names[at >> 1]!] = valueAt(row, at)
    }
    return counts
  }
  const rows = (): [string, Float64Array][] =>
    blocks === null ? [...units] : blocks.map((row, block) => [`block ${block}`, row])

  return {
    add(id, counts) {
      if (blocks === null && units.size === mostUnits && !units.has(id)) fold()
      const block = blocks === null ? -1 : blockOf(id)
      const found = blocks === null ? units.get(id) : blocks[block]
      let row = found ?? emptyRow()
      // Rows of one metric list their keys in the same order: the next column is nearly always the next key.
      let column = -1
      for (const name of Object.keys(counts)) {
        column = names[column + 1] === name ? column + 1 : columnOf(name)
        if (2 * column >= row.length) row = wider(row)
        addAt(row, 2 * column, counts[name]!)
      }
      if (blocks !== null) blocks[block] = row
      else if (row !== found) units.set(id, row)
    },
    units: () =>
      rows()
        .map(([id, row]) => ({ id, counts: countsOf(row) }))
        .filter(({ counts }) => Object.values(counts).some((value) => value !== 0))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    total() {
      const total = new Float64Array(2 * names.length).fill(Number.NaN)
      for (const [, row] of rows()) merge(total, row)
      return countsOf(total)
    },
    get areBlocks() {
      return blocks !== null
    },
  }
}

/*
 * A sum takes two cells: multiples of 2^-21, and the rest in multiples of 2^-62. Additions to either are exact, so
 * their order is free. NaN in the first cell: nothing was counted.
 */

/** Adding and subtracting it leaves the nearest multiple of 2^-21: the last bit of numbers of its size. */
const coarse = 1.5 * 2 ** (52 - 21)
const fine = 1.5 * 2 ** (52 - 62)
/** From here on the rest is carried over, long before it would need more than 53 bits. */
const carryFrom = 2 ** -12

function addAt(row: Float64Array, at: number, value: number): void {
  const sum = row[at]!
  if (Number.isNaN(sum)) row[at + 1] = 0
  const before = Number.isNaN(sum) ? 0 : sum
  if (Math.floor(value) === value) {
    row[at] = before + value
    return
  }
  const high = value + coarse - coarse
  row[at] = before + high
  row[at + 1]! += value - high + fine - fine
  if (Math.abs(row[at + 1]!) >= carryFrom) carry(row, at)
}

function carry(row: Float64Array, at: number): void {
  const high = row[at + 1]! + coarse - coarse
  row[at]! += high
  row[at + 1]! -= high
}

function merge(into: Float64Array, row: Float64Array): void {
  for (let at = 0; at < Math.min(row.length, into.length); at += 2) {
    if (Number.isNaN(row[at]!)) continue
    addAt(into, at, 0)
    into[at]! += row[at]!
    into[at + 1]! += row[at + 1]!
    if (Math.abs(into[at + 1]!) >= carryFrom) carry(into, at)
  }
}

/** The sum as one number. Carried over first, so that one sum has one form. */
function valueAt(row: Float64Array, at: number): number {
  const high = row[at + 1]! + coarse - coarse
  return row[at]! + high + (row[at + 1]! - high)
}

/** The block of a unit, from 0, where there are blocks. */
export function blockOf(unit: string): number {
  return hash(unit) % blockCount
}

/** FNV-1a over UTF-16 code units, 32 bit. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}
