/**
 * How many milliseconds a service asks to wait before the next request; null where it does not say, or says what
 * cannot be read (a negative number, a word). `Retry-After` is seconds or a date (RFC 9110, section 10.2.3); some
 * services say it in `retry-after-ms`. A date is counted from the service's own `Date`, so that its clock and ours
 * need not agree; one that is over asks for no wait.
 */
export function retryAfterMs(headers: Headers, today: number): number | null {
  const exact = number(headers.get('retry-after-ms'))
  if (exact !== null) return exact
  const text = headers.get('retry-after')?.trim() ?? ''
  const seconds = number(text)
  if (seconds !== null) return seconds * 1000
  const until = httpDate(text)
  return until === null ? null : Math.max(0, until - (httpDate(headers.get('date') ?? '') ?? today))
}

function number(text: string | null): number | null {
  return text !== null && /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : null
}

/** The one form of date that a sender may write: `Sun, 06 Nov 1994 08:49:37 GMT`. */
function httpDate(text: string): number | null {
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)) return null
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? null : ms
}
