/**
 * Edit distances between one gold sequence and the orders in which the words of one predicted sequence can stand,
 * inside Tercom's beam: the row of predicted word i holds only the places within 25 of i on the diagonal that
 * is stretched to the lengths of both. The costs of a word that is inserted, deleted or replaced are 1.
 */
export interface BeamDistance {
  /** The distance of a sequence, whose neighbours are then measured by `neighbour`. */
  measure(predicted: Int32Array): number
  /** The edits of the sequence measured last, each by its letter, from the first word to the last. */
  trace(): Edit[]
  /**
   * The distance of another order of the sequence measured last, or any number above `limit` if it is above it.
   * Only the rows between the first and the last word that moved are computed.
   */
  neighbour(moved: Int32Array, limit: number): number
}

/** The word is right, replaced, in the predicted text only, or in the gold text only. */
export type Edit = 'same' | 'other' | 'spurious' | 'missed'

const beam = 25
const never = 1 << 29

export function createBeamDistance(gold: Int32Array, length: number): BeamDistance {
  const width = gold.length + 1
  const stretch = length > 0 ? gold.length / length : 1
  // Where one side is very much longer, neighbouring rows would not meet in the usual beam.
  const reach = stretch / 2 > beam ? Math.ceil(stretch / 2 + beam) : beam
  const first = (row: number) => (row === 0 ? 0 : Math.max(0, Math.floor(row * stretch) - reach))
  const end = (row: number) =>
    row === 0 || row === length ? width : Math.min(width, Math.floor(row * stretch) + reach)

  /** Cost from the beginning of both texts to a cell, and from there to their ends. */
  const before = new Int32Array((length + 1) * width).fill(never)
  const after = new Int32Array((length + 1) * width).fill(never)
  for (let j = 0; j < width; j++) before[j] = j
  let current: Int32Array = new Int32Array(0)

  /** Computes a row from the one above it, and gives its least cost. */
  const fillRow = (
    row: number,
    word: number,
    from: Int32Array,
    above: number,
    to: Int32Array,
    at: number,
  ) => {
    const last = end(row)
    let j = first(row)
    let left = never
    let least = never
    if (j === 0) {
      left = from[above]! + 1
      to[at] = left
      least = left
      j = 1
    }
    for (; j < last; j++) {
      let cost = from[above + j - 1]! + (gold[j - 1] === word ? 0 : 1)
      const down = from[above + j]! + 1
      if (down < cost) cost = down
      if (left + 1 < cost) cost = left + 1
      if (cost > never) cost = never
      to[at + j] = cost
      left = cost
      if (cost < least) least = cost
    }
    return least
  }

  const fillAfter = () => {
    after.fill(never)
    for (let row = length; row >= 0; row--) {
      const at = row * width
      const below = at + width
      const word = current[row]
      let right = never
      for (let j = end(row) - 1; j >= first(row); j--) {
        let cost = row === length && j === width - 1 ? 0 : right + 1
        if (row < length) {
          if (after[below + j]! + 1 < cost) cost = after[below + j]! + 1
          if (j < width - 1) {
            const across = after[below + j + 1]! + (gold[j] === word ? 0 : 1)
            if (across < cost) cost = across
          }
        }
        if (cost > never) cost = never
        after[at + j] = cost
        right = cost
      }
    }
  }

  let isAfterFilled = false
  const rows = [new Int32Array(width), new Int32Array(width)] as const

  return {
    measure(predicted) {
      current = predicted
      isAfterFilled = false
      for (let row = 1; row <= length; row++) {
        fillRow(row, current[row - 1]!, before, (row - 1) * width, before, row * width)
      }
      return before[length * width + width - 1]!
    },

    trace() {
      const edits: Edit[] = []
      let row = length
      let j = width - 1
      while (row > 0 || j > 0) {
        const cost = before[row * width + j]!
        const isSame = current[row - 1] === gold[j - 1]
        const above = (row - 1) * width
        // Of equal costs a kept or replaced word goes first, then a spurious one, then a missed one.
        if (row > 0 && j > 0 && before[above + j - 1]! + (isSame ? 0 : 1) === cost) {
          edits.push(isSame ? 'same' : 'other')
          row--
          j--
        } else if (row > 0 && before[above + j]! + 1 === cost) {
          edits.push('spurious')
          row--
        } else {
          edits.push('missed')
          j--
        }
      }
      return edits.reverse()
    },

    neighbour(moved, limit) {
      let low = 0
      while (low < length && moved[low] === current[low]) low++
      if (low === length) return before[length * width + width - 1]!
      let high = length
      while (moved[high - 1] === current[high - 1]) high--
      if (!isAfterFilled) fillAfter()
      isAfterFilled = true
      let from = before
      let above = low * width
      for (let row = low + 1; row <= high; row++) {
        const to = rows[row & 1]!
        to.fill(never)
        if (fillRow(row, moved[row - 1]!, from, above, to, 0) > limit) return limit + 1
        from = to
        above = 0
      }
      let least = never
      for (let j = first(high); j < end(high); j++) {
        least = Math.min(least, from[above + j]! + after[high * width + j]!)
      }
      return least
    },
  }
}
