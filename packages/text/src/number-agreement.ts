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
  return isRounding(a, b) || isRounding(b, a)
}

/** Whether `rounded` is what `exact` becomes with the digits that `rounded` shows, at least two. */
function isRounding(exact: NumberMention, rounded: NumberMention): boolean {
  if (exact.value === 0) return false
  const exponent = Number(Math.abs(exact.value).toExponential().split('e')[1])
  const step = 10 ** (exponent - Math.max(2, rounded.digits) + 1)
  const steps = rounded.value / step
  // A half may go either way. The margins are for the last bits of decimal fractions.
  return (
    Math.abs(exact.value / step - steps) <= 0.5 + 1e-9 * Math.abs(steps) &&
    Math.abs(steps - Math.round(steps)) <= 1e-6
  )
}
