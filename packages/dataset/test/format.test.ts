import { formatFindings } from '@assay/dataset'
import { expect, test } from 'vitest'

test('characters that could act on a terminal or hide are shown as escapes', () => {
  const text = formatFindings([
    {
      severity: 'error',
      code: 'x',
      message: 'a\u001b[31mred\u202e \u200bb\ud800\u2028c',
      hint: 'd\te',
      file: 'articles/\n.json',
      article: '\u0007',
    },
  ])
  expect(text).toBe(
    [
      'articles/\\n.json (article \\u{7})',
      '  articles/\\n.json',
      '    error x: a\\u{1b}[31mred\\u{202e} \\u{200b}b\\u{d800}\\u{2028}c',
      '    cure: d\\te',
      '',
      '1 error and 0 warnings in 1 file',
      '',
    ].join('\n'),
  )
})

test('no findings are one line', () => {
  expect(formatFindings([])).toBe('no findings\n')
})
