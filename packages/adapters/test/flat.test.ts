import { expect, it } from 'vitest'
import { clearOf, withoutOverlap } from '../src/flat.ts'

const mention = (start: number, end: number, type: string) => ({ span: { start, end }, type })

it('the longest of overlapping mentions wins, of equals the first given, in the order of the text', () => {
  const text = 'x'.repeat(20)
  const given = [mention(12, 14, 'b'), mention(0, 5, 'short'), mention(3, 12, 'long'), mention(12, 14, 'c')]
  expect(withoutOverlap(text, given)).toEqual([mention(3, 12, 'long'), mention(12, 14, 'b')])
})

it('items that touch a blocked span without overlapping it stay', () => {
  const items = [
    { start: 0, end: 3 },
    { start: 2, end: 4 },
    { start: 6, end: 8 },
  ]
  expect(clearOf('x'.repeat(8), [{ start: 3, end: 6 }], items)).toEqual([items[0], items[2]])
})
