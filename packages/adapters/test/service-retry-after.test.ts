import { expect, it } from 'vitest'
import { retryAfterMs } from '../src/service/retry-after.ts'

const date = 'Sun, 06 Nov 1994 08:49:37 GMT'
const today = Date.parse(date) - 30_000

it.each([
  [{ 'retry-after': '0' }, 0],
  [{ 'retry-after': ' 2 ' }, 2000],
  [{ 'retry-after': '1.5' }, 1500],
  [{ 'retry-after-ms': '250', 'retry-after': '9' }, 250],
  [{ 'retry-after-ms': 'x', 'retry-after': '9' }, 9000],
  [{ 'retry-after': date }, 30_000],
  // By the clock of the service two seconds are left, whatever ours says.
  [{ 'retry-after': date, date: 'Sun, 06 Nov 1994 08:49:35 GMT' }, 2000],
  [{ 'retry-after': 'Sun, 06 Nov 1994 08:00:00 GMT' }, 0],
  [{}, null],
  [{ 'retry-after': '' }, null],
  [{ 'retry-after': '-1' }, null],
  [{ 'retry-after': '1e9' }, null],
  [{ 'retry-after': '0x10' }, null],
  [{ 'retry-after': 'Infinity' }, null],
  [{ 'retry-after': '1994-11-06' }, null],
  [{ 'retry-after': 'Sun, 99 Nov 1994 08:49:37 GMT' }, null],
] as [Record<string, string>, number | null][])('%j asks for a wait of %j ms', (headers, ms) => {
  expect(retryAfterMs(new Headers(headers), today)).toBe(ms)
})
