import { describe, expect, it } from 'vitest'
import { jsonLine } from '../src/wire/json-line.ts'

describe('a line of JSON', () => {
  it('ends nowhere but at its end, for readers of every kind, and says the same', () => {
    const value = { text: 'a\u2028b\u2029c\u0085d\u000be\u000cf\u001cg\r\nh', 'key\u2028': ['😀', 1] }
    const line = jsonLine(value)
    expect(line.endsWith('\n')).toBe(true)
    // The line ends of Unicode, with those that Python's `splitlines` adds.
    const ends = ['\n', '\r', '\u000b', '\u000c', '\u001c', '\u001d', '\u001e', '\u0085', '\u2028', '\u2029']
    expect(ends.filter((end) => line.slice(0, -1).includes(end))).toEqual([])
    expect(JSON.parse(line)).toEqual(value)
  })
})
