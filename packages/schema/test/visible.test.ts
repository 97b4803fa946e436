import { visible, visibleJson, visibleLines } from '@assay/schema'
import { describe, expect, it } from 'vitest'

describe('what acts instead of being read', () => {
  it.each([
    ['\u001b[31mred', '\\u{1b}[31mred'],
    ['a\nb\tc\rd', 'a\\nb\\tc\\rd'],
    ['\u202eabc\u2066', '\\u{202e}abc\\u{2066}'],
    ['\u0000\u007f\u009b', '\\u{0}\\u{7f}\\u{9b}'],
    ['zero\u200bwidth\ufeff', 'zero\\u{200b}width\\u{feff}'],
    ['\ud800', '\\u{d800}'],
    ['\u{e0041}', '\\u{e0041}'],
  ])('is written as an escape: %j', (text, shown) => {
    expect(visible(text)).toBe(shown)
  })

  it('leaves letters alone, joined, combined or right to left', () => {
    const text = 'Ångby e\u0301 \u05e9\u05dc\u05d5\u05dd \u{1f469}\u200d\u{1f680} \u06a9\u200c\u06af'
    expect(visible(text)).toBe(text)
  })

  it('keeps line breaks where lines are wanted', () => {
    expect(visibleLines('a\r\nb\rc\nd\u001b')).toBe('a\nb\nc\nd\\u{1b}')
  })

  it('in JSON still means the same', () => {
    const value = { text: '\u007f\u2028\u202e\u{e0041}' }
    const json = visibleJson(JSON.stringify(value, null, 2))
    expect(json).toMatch(/^[\x20-\x7e\n]*$/)
    expect(JSON.parse(json)).toEqual(value)
  })
})
