/**
 * p values corrected for their number (Holm 1979, step-down), in the order given: a hypothesis is rejected at
 * level alpha where its corrected p is at most alpha. Never above 1.
 */
export function holm(p: readonly number[]): number[] {
  const order = p.map((_, i) => i).sort((a, b) => p[a]! - p[b]! || a - b)
  const corrected = [...p]
  let largest = 0
  order.forEach((index, rank) => {
    largest = Math.max(largest, Math.min(1, (p.length - rank) * p[index]!))
    corrected[index] = largest
  })
  return corrected
}
