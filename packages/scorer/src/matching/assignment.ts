/** A possible pair of one gold and one predicted item, by index. */
export interface WeightedPair {
  readonly gold: number
  readonly predicted: number
  /**
   * What the pair adds, most important level first: a whole number of at least 0 on each level. Levels are
   * summed over the assignment and compared in order. Every pair has the same number of levels.
   */
  readonly weight: readonly number[]
}

/**
 * The one-to-one assignment of largest total weight, level by level, in (gold, predicted) order. A pair whose
 * levels are all 0 is never part of it. Among assignments of equal weight the choice depends on the indices
 * alone, so sorted items give the same answer whatever order they came in.
 *
 * Solved by itself for each connected component of `n` gold items and `m` predicted ones, in
 * O(min(n, m)^2 max(n, m)). Levels are packed into one number: exact while the product of their largest
 * possible sums stays below 2^53 (three levels of at most 2: 160,000 pairs in one component); beyond, only
 * the last levels lose digits.
 */
export function assign<Pair extends WeightedPair>(pairs: readonly Pair[]): Pair[] {
  return connectedComponents(pairs)
    .flatMap(solveComponent)
    .sort((a, b) => a.gold - b.gold || a.predicted - b.predicted)
}

function connectedComponents<Pair extends WeightedPair>(pairs: readonly Pair[]): Pair[][] {
  const unseen = new Set(pairs)
  const ofGold = groupBy(pairs, 'gold')
  const ofPredicted = groupBy(pairs, 'predicted')
  const components: Pair[][] = []
  for (const first of pairs) {
    if (!unseen.delete(first)) continue
    const component = [first]
    for (const pair of component) {
      for (const neighbour of [
        ...(ofGold.get(pair.gold) ?? []),
        ...(ofPredicted.get(pair.predicted) ?? []),
      ]) {
        if (unseen.delete(neighbour)) component.push(neighbour)
      }
      // Everything an item touches is in the component now: looking again would cost pairs squared.
      ofGold.delete(pair.gold)
      ofPredicted.delete(pair.predicted)
    }
    components.push(component)
  }
  return components
}

function groupBy<Pair extends WeightedPair>(pairs: readonly Pair[], side: 'gold' | 'predicted') {
  const groups = new Map<number, Pair[]>()
  for (const pair of pairs) {
    const group = groups.get(pair[side])
    if (group === undefined) groups.set(pair[side], [pair])
    else group.push(pair)
  }
  return groups
}

function solveComponent<Pair extends WeightedPair>(pairs: readonly Pair[]): Pair[] {
  const gold = distinct(pairs.map((pair) => pair.gold))
  const predicted = distinct(pairs.map((pair) => pair.predicted))
  const size = Math.min(gold.size, predicted.size)
  const pack = packLevels(pairs, size)
  const goldIsRow = gold.size <= predicted.size
  const rows = goldIsRow ? gold.size : predicted.size
  const columns = goldIsRow ? predicted.size : gold.size
  const weights = new Float64Array(rows * columns)
  const cells = new Map<number, Pair>()
  for (const pair of pairs) {
    const g = gold.get(pair.gold)!
    const p = predicted.get(pair.predicted)!
    const cell = goldIsRow ? g * columns + p : p * columns + g
    weights[cell] = pack(pair.weight)
    cells.set(cell, pair)
  }
  return maximumAssignment(weights, rows, columns).flatMap((column, row) => {
    const pair = cells.get(row * columns + column)
    return pair !== undefined && weights[row * columns + column]! > 0 ? [pair] : []
  })
}

/** Index of every value by its place in ascending order. */
function distinct(values: readonly number[]): Map<number, number> {
  const sorted = [...new Set(values)].sort((a, b) => a - b)
  return new Map(sorted.map((value, i) => [value, i]))
}

/** Turns levels into one number such that sums of at most `size` numbers compare as the levels do. */
function packLevels(pairs: readonly WeightedPair[], size: number): (weight: readonly number[]) => number {
  const levels = pairs[0]?.weight.length ?? 0
  const factors = Array.from({ length: levels }, () => 1)
  for (let level = levels - 2; level >= 0; level--) {
    const below = pairs.reduce((largest, pair) => Math.max(largest, pair.weight[level + 1]!), 0)
    factors[level] = factors[level + 1]! * (size * below + 1)
  }
  return (weight) => weight.reduce((sum, value, level) => sum + value * factors[level]!, 0)
}

/**
 * The column given to each row so that the sum of weights is largest; `rows <= columns`, weights in row-major
 * order. The Hungarian method with potentials: Kuhn 1955 in the shortest-path form of Jonker and Volgenant 1987.
 */
function maximumAssignment(weights: Float64Array, rows: number, columns: number): number[] {
  // Row and column 0 are the artificial start of every search, so that real ones count from 1.
  const rowPotential = new Float64Array(rows + 1)
  const columnPotential = new Float64Array(columns + 1)
  const rowOf = new Int32Array(columns + 1)
  const previous = new Int32Array(columns + 1)
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row
    const distance = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY)
    const done = new Uint8Array(columns + 1)
    let column = 0
    do {
      done[column] = 1
      const from = rowOf[column]!
      let nearest = 0
      let step = Number.POSITIVE_INFINITY
      for (let next = 1; next <= columns; next++) {
        if (done[next] === 1) continue
        const cost = -weights[(from - 1) * columns + next - 1]! - rowPotential[from]! - columnPotential[next]!
        if (cost < distance[next]!) {
          distance[next] = cost
          previous[next] = column
        }
        if (distance[next]! < step) {
          step = distance[next]!
          nearest = next
        }
      }
      for (let next = 0; next <= columns; next++) {
        if (done[next] === 1) {
          rowPotential[rowOf[next]!]! += step
          columnPotential[next]! -= step
        } else {
          distance[next]! -= step
        }
      }
      column = nearest
    } while (rowOf[column] !== 0)
    while (column !== 0) {
      const before = previous[column]!
      rowOf[column] = rowOf[before]!
      column = before
    }
  }
  const columnOf: number[] = []
  for (let column = 1; column <= columns; column++) {
    if (rowOf[column] !== 0) columnOf[rowOf[column]! - 1] = column - 1
  }
  return columnOf
}
