/** P(Z <= z) of the standard normal distribution, absolute error below 1e-15 (series of Marsaglia 2004). */
export function normalCdf(z: number): number {
  // Past 9 either tail is below 1e-18; the series would need hundreds of terms.
  if (Math.abs(z) > 9) return z > 0 ? 1 : 0
  let term = z
  let sum = z
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (z * z) / k
    sum += term
  }
  return 1 / 2 + sum * Math.exp((-z * z) / 2 - Math.log(2 * Math.PI) / 2)
}

/** The z below which lies `p`, strictly between 0 and 1: inverse of the cdf by bisection. */
export function normalQuantile(p: number): number {
  let low = -9
  let high = 9
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return middle
    if (normalCdf(middle) < p) low = middle
    else high = middle
  }
}
