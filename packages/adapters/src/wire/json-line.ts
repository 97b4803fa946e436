/**
 * JSON that is one line to every reader: Python's `splitlines` and the `readline` of Node 24 end lines at more
 * characters than a line feed, and JSON leaves those as they are.
 */
export function jsonLine(value: unknown): string {
  const json = JSON.stringify(value).replaceAll(
    /[\u0085\u2028\u2029]/g,
    (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `${json}\n`
}
