/** A score as a judge gives it: 0 to 1, to the millionth, so that the last digits of a machine make no difference. */
export function rounded(score: number): number {
  return Math.min(1, Math.max(0, Math.round(score * 1e6) / 1e6))
}
