/** A part of a sequence of tokens that the model sees at once, and the part of it that is judged there. */
export interface Window {
  readonly from: number
  /** Exclusive. */
  readonly to: number
  readonly judgedFrom: number
  readonly judgedTo: number
}

/**
 * Covers `length` tokens with windows of `size` that share `stride` tokens, or more where the last one would run
 * over the end. Every token is judged in the window in whose middle it stands best; of two the earlier one. All
 * windows are equally long, so that a batch of them needs no padding, which could change the numbers.
 */
export function windowsOf(length: number, size: number, stride: number): Window[] {
  if (length === 0) return []
  const starts = [0]
  while (starts.at(-1)! + size < length) starts.push(Math.min(starts.at(-1)! + size - stride, length - size))
  // Where two windows overlap, the middles of both are equally far from here.
  const border = (i: number) => Math.ceil((starts[i - 1]! + starts[i]! + size) / 2)
  return starts.map((from, i) => ({
    from,
    to: Math.min(from + size, length),
    judgedFrom: i === 0 ? 0 : border(i),
    judgedTo: i === starts.length - 1 ? length : border(i + 1),
  }))
}
