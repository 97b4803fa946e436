import { spanFault, spanSchema, splitsSurrogatePair } from '@assay/schema'
import { expect, test } from 'vitest'

const text = 'a🚀b' // a 0, rocket 1 and 2, b 3

test.each([
  [{ start: 0, end: 4 }, undefined, null],
  [{ start: 1, end: 3 }, '🚀', null],
  [{ start: 3, end: 4 }, 'b', null],
  [{ start: 3, end: 5 }, undefined, '[3, 5) ends outside the text, which has 4 UTF-16 code units'],
  [{ start: 0, end: 2 }, undefined, '[0, 2) cuts the surrogate pair at 1 in two'],
  [{ start: 2, end: 4 }, undefined, '[2, 4) cuts the surrogate pair at 1 in two'],
  [{ start: 0, end: 1 }, 'A', 'the text at [0, 1) reads "a", not "A"'],
])('the fault of %j with surface %j is %j', (span, surface, fault) => {
  expect(spanFault(text, span, surface)).toBe(fault)
})

test('only the offset between the two halves splits a pair', () => {
  expect([-1, 0, 1, 2, 3, 4, 5].filter((offset) => splitsSurrogatePair(text, offset))).toEqual([2])
  expect(splitsSurrogatePair('\ude80\ud83d', 1)).toBe(false)
})

test('a span is not empty, not negative and in whole numbers', () => {
  const accepted = (start: unknown, end: unknown) => spanSchema.safeParse({ start, end }).success
  expect(accepted(0, 1)).toBe(true)
  expect([accepted(1, 1), accepted(2, 1), accepted(-1, 1), accepted(0, 1.5), accepted(0, 2 ** 53)]).toEqual(
    Array(5).fill(false),
  )
})
