/** What a comparison of nested answers found. */
export interface Comparison {
  /** Numbers compared, `null` and text included. */
  compared: number
  /** The largest absolute difference of two numbers. */
  largest: number
  readonly failures: string[]
}

/**
 * Compares leaf by leaf. Both sides must hold the same keys and lengths: an answer that is missing, or that the
 * reference does not have, is a failure, so nothing is passed over.
 */
export function compare(
  reference: unknown,
  answer: unknown,
  tolerance: (path: string) => number,
  where: string,
  into: Comparison,
  path = '',
): void {
  if (isTree(reference) && isTree(answer) && Array.isArray(reference) === Array.isArray(answer)) {
    const [a, b] = [reference as Record<string, unknown>, answer as Record<string, unknown>]
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      const inner = path === '' ? key : `${path}.${key}`
      if (!(key in a)) fail(into, `${where} ${inner}: the reference has none, we give ${show(b[key])}`)
      else if (!(key in b)) fail(into, `${where} ${inner}: the reference gives ${show(a[key])}, we give none`)
      else compare(a[key], b[key], tolerance, where, into, inner)
    }
    return
  }
  into.compared += 1
  if (typeof reference === 'number' && typeof answer === 'number') {
    const difference = Math.abs(reference - answer)
    into.largest = Math.max(into.largest, difference)
    if (difference <= tolerance(path)) return
  } else if (reference === answer) return
  fail(into, `${where} ${path}: the reference gives ${show(reference)}, we give ${show(answer)}`)
}

function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function fail(into: Comparison, message: string): void {
  into.failures.push(message)
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
