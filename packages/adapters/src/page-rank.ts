export const rankSettings = { damping: 0.85, threshold: 0.0001, maxRounds: 100 } as const

/**
 * The score of every node of a weighted graph, 1 on average: what it gets from its neighbours, who give in
 * proportion to the weights of their edges, and a share that every node has. `weights` is symmetric. Rounds run
 * until no score moves by more than the threshold, sums in index order, so that the same weights give the same
 * bits everywhere.
 */
export function pageRank(weights: readonly (readonly number[])[]): number[] {
  const { damping, threshold, maxRounds } = rankSettings
  const strength = weights.map((row) => row.reduce((sum, weight) => sum + weight, 0))
  let scores = weights.map(() => 1)
  for (let round = 0; round < maxRounds; round++) {
    const next = weights.map((row) => {
      const received = row.reduce((sum, w, j) => (w === 0 ? sum : sum + (w / strength[j]!) * scores[j]!), 0)
      return 1 - damping + damping * received
    })
    const moved = next.some((score, i) => Math.abs(score - scores[i]!) > threshold)
    scores = next
    if (!moved) break
  }
  return scores
}

/** A symmetric matrix: the weight of each pair, computed once, and `own` on the diagonal. */
export function pairWeights<T>(items: readonly T[], weight: (a: T, b: T) => number, own = 0): number[][] {
  const weights = items.map(() => items.map(() => own))
  items.forEach((a, i) =>
    items.slice(0, i).forEach((b, j) => {
      weights[i]![j] = weight(a, b)
      weights[j]![i] = weights[i]![j]!
    }),
  )
  return weights
}
