import { AssayError, type Output, parseOutput, pathText, type Task } from '@assay/schema'
import { describe, expect, test } from 'vitest'

const article = { id: 'a', text: '🚀 Rome, May' }
const rome = { span: { start: 3, end: 7 }, surface: 'Rome', type: 'GPE' }

/** The message with which an output is refused. */
function refusal(value: unknown, tasks: readonly Task[] = ['entities']): string {
  try {
    parseOutput(value, article, tasks)
  } catch (error) {
    if (AssayError.is(error) && error.code === 'output-invalid') return error.message
    throw error
  }
  return 'accepted'
}

describe('parseOutput', () => {
  test('gives back an output that is right', () => {
    const output: Output = { mentions: [rome], timexes: [], claims: [], summary: { text: 'Rome.' } }
    expect(parseOutput(output, article, ['entities', 'dates', 'claims', 'summaries'])).toEqual(output)
  })

  test('accepts an empty layer, and a layer that was not asked for', () => {
    expect(refusal({ mentions: [], timexes: [] })).toBe('accepted')
  })

  test('refuses an output without a declared layer, and says what to return', () => {
    expect(refusal({}, ['entities', 'summaries'])).toBe(
      'mentions: the system declares entities but returned none; return [] if it found nothing; ' +
        'summary: the system declares summaries but returned none; return [] if it found nothing',
    )
  })

  test('names a field of a wrong type by its path', () => {
    expect(refusal({ mentions: [{ ...rome, span: { start: 3, end: '7' } }] })).toBe(
      'mentions[0].span.end: Invalid input: expected number, received string',
    )
  })

  test.each([null, undefined, 'text', 7, []])('refuses %j as a whole', (value) => {
    expect(refusal(value)).toMatch(/^output: Invalid input: expected object/)
  })

  test('refuses a span outside the text, inside the emoji, or with another surface', () => {
    const mention = (start: number, end: number) => ({ ...rome, span: { start, end } })
    expect(refusal({ mentions: [mention(3, 7), mention(8, 13), mention(1, 7), mention(9, 12)] })).toBe(
      'mentions[1].span: [8, 13) ends outside the text, which has 12 UTF-16 code units; ' +
        'mentions[2].span: [1, 7) cuts the surrogate pair at 0 in two; ' +
        'mentions[3].span: the text at [9, 12) reads "May", not "Rome"',
    )
  })

  test('looks at the evidence of claims', () => {
    const claims = [{ text: 'Rome in May.', evidence: [{ start: 0, end: 99 }] }]
    expect(refusal({ claims }, ['claims'])).toBe(
      'claims[0].evidence[0]: [0, 99) ends outside the text, which has 12 UTF-16 code units',
    )
  })

  test.each([
    ['claims[0].text', { claims: [{ text: 'Half of 🚀: \ud83d' }] }],
    ['summary.text', { summary: { text: '\ude80' } }],
    ['mentions[0].type', { mentions: [{ ...rome, type: 'G\ud83d' }] }],
  ])('refuses a lone surrogate, which UTF-8 cannot carry, in %s', (path, output) => {
    expect(refusal(output, [])).toBe(`${path}: holds a lone surrogate`)
  })

  test('names three faults and counts the others', () => {
    const outside = { ...rome, span: { start: 3, end: 70 } }
    expect(refusal({ mentions: [1, 2, 3, 4, 5].map(() => outside) })).toMatch(/mentions\[2\].*; and 2 more$/)
  })
})

test('pathText writes a path as it would be typed', () => {
  expect([pathText([]), pathText(['a']), pathText(['a', 0, 'b']), pathText([1])]).toEqual([
    'output',
    'a',
    'a[0].b',
    '[1]',
  ])
})
