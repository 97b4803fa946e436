/**
 * P(T <= t) of Student's t distribution, absolute error below 1e-12. `degrees` of freedom: any number above 0.
 * By the regularised incomplete beta function (Abramowitz and Stegun, 26.7.1 and 26.5.8).
 */
export function studentTCdf(t: number, degrees: number): number {
  const tail = upperTail(Math.abs(t), degrees)
  return t > 0 ? 1 - tail : tail
}

/** The t that is exceeded with probability `1 - p`; `p` strictly between 0 and 1. Inverse of the cdf by bisection. */
export function studentTQuantile(p: number, degrees: number): number {
  if (p === 0.5) return 0
  if (p < 0.5) return -upperQuantile(p, degrees)
  return upperQuantile(1 - p, degrees)
}

/** p of a two-sided test. */
export function twoSidedP(t: number, degrees: number): number {
  return Math.min(1, 2 * upperTail(Math.abs(t), degrees))
}

/** P(T > t) for t >= 0, accurate far into the tail too. */
function upperTail(t: number, degrees: number): number {
  return incompleteBeta(degrees / (degrees + t * t), degrees / 2, 1 / 2) / 2
}

function upperQuantile(tail: number, degrees: number): number {
  let low = 0
  let high = 1
  while (upperTail(high, degrees) > tail) high *= 2
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return middle
    if (upperTail(middle, degrees) > tail) low = middle
    else high = middle
  }
}

/** I_x(a, b); at the ends, 0 and 1, the front is exactly 0. */
function incompleteBeta(x: number, a: number, b: number): number {
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  // The fraction converges fast only on this side of the mean; the other side follows by symmetry.
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / a
  return 1 - (front * betaFraction(1 - x, b, a)) / b
}

/** The continued fraction of the incomplete beta function, by the modified method of Lentz. */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300
  const guard = (value: number) => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / guard(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / guard(1 + even * d)
    c = guard(1 + even / c)
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / guard(1 + odd * d)
    c = guard(1 + odd / c)
    value *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return value
}

/** ln of the gamma function for x > 0, by Stirling's series after shifting x above 15 (relative error about 1e-15). */
function logGamma(x: number): number {
  let shift = 0
  let y = x
  while (y < 15) {
    shift += Math.log(y)
    y += 1
  }
  const inverse = 1 / (y * y)
  const series =
    (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse * (1 / 1188))))) / y
  return (y - 1 / 2) * Math.log(y) - y + Math.log(2 * Math.PI) / 2 + series - shift
}
