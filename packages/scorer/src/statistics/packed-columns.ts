/** Several columns of small whole numbers side by side in one double, so that one addition adds them all. */
export interface PackedColumns {
  readonly words: readonly Float64Array[]
  /** Where each column lies. Columns of equal content share a place. */
  readonly places: readonly Place[]
}

interface Place {
  readonly word: number
  /** The column counts in this unit, and below `size`; 0: it has the word alone, as it is. */
  readonly unit: number
  readonly size: number
}

/** Whole numbers up to here are exact in a double. */
const room = 2 ** 53

/**
 * Packs columns so that a sum over as many rows as they have, each taken any number of times, is exact. Columns
 * with negative or broken numbers, or with sums too large, get a word of their own.
 */
export function packColumns(columns: readonly ArrayLike<number>[]): PackedColumns {
  const words: Float64Array[] = []
  const places: Place[] = []
  let free = 0
  columns.forEach((column, i) => {
    const twin = columns.findIndex((other, j) => j < i && isSame(other, column))
    if (twin !== -1) {
      places.push(places[twin]!)
      return
    }
    const size = sumsBelow(column)
    if (size === null) {
      places.push({ word: words.length, unit: 0, size: 0 })
      words.push(Float64Array.from(column))
      free = 0
      return
    }
    if (free < size) {
      words.push(new Float64Array(column.length))
      free = room
    }
    const word = words.length - 1
    const unit = room / free
    for (let row = 0; row < column.length; row++) words[word]![row]! += column[row]! * unit
    places.push({ word, unit, size })
    free /= size
  })
  return { words, places }
}

/** The sums of every column from the sums of the words. */
export function unpackColumns({ places }: PackedColumns, sums: readonly Float64Array[]): Float64Array[] {
  return places.map(({ word, unit, size }) => {
    const packed = sums[word]!
    if (unit === 0) return packed
    return packed.map((sum) => {
      const above = Math.floor(sum / unit)
      return above - Math.floor(above / size) * size
    })
  })
}

/** A power of two above every sum of as many of its numbers, or null if it cannot be packed. */
function sumsBelow(column: ArrayLike<number>): number | null {
  let largest = 0
  for (let row = 0; row < column.length; row++) {
    if (!(Number.isInteger(column[row]!) && column[row]! >= 0)) return null
    largest = Math.max(largest, column[row]!)
  }
  let size = 1
  while (size <= largest * column.length) size *= 2
  return size <= room ? size : null
}

function isSame(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  for (let row = 0; row < a.length; row++) if (a[row] !== b[row]) return false
  return true
}
