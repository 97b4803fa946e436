import type { NumberMention } from './numbers.ts'

/**
 * Whether two numbers say the same: their classes are equal, and the values are equal, or one is the other rounded
 * to the digits it shows, at least two (8,970 and 9,000; not 9,400 and 9,000), or one of them is marked as an
 * estimate and they differ by at most 5 % of the larger. The order of the arguments does not matter.
 */
export function numbersAgree(a: NumberMention, b: NumberMention): boolean {
  if (a.class !== b.class) return false
  const difference = Math.abs(a.value - b.value)
  const largest = Math.max(Math.abs(a.value), Math.abs(b.value))
  // Room for the last bit of a decimal fraction.
  const slack = 1e-9 * largest
  if (difference <= slack) return true
  if ((a.approximate || b.approximate) && difference <= 0.05 * largest + slack) return true
  return (
    difference <= roundingError(a.value, b.digits) + slack ||
    difference <= roundingError(b.value, a.digits) + slack
  )
}

/** Half a unit of the last of `digits` digits of a value, at least two. */
function roundingError(value: number, digits: number): number {
  if (value === 0) return 0
  const exponent = Number(Math.abs(value).toExponential().split('e')[1])
  return 10 ** (exponent - Math.max(2, digits) + 1) / 2
}
