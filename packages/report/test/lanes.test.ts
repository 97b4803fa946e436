import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { breakLines } from '../src/lanes/lines.ts'
import { type Mark, marksByLine, stackMarks } from '../src/lanes/marks.ts'

function mark(start: number, end: number, label?: string): Mark {
  return { span: { start, end }, type: 'ORG', faults: [], ...(label !== undefined && { label }) }
}

describe('lines', () => {
  it('begin with each sentence, break long ones evenly, and keep what stands outside', () => {
    const text = 'Head\n\nOne two three four. Five.'
    const sentences = [
      { start: 6, end: 25 },
      { start: 26, end: 31 },
    ]
    expect(
      breakLines(text, sentences, 12).map((line) => ({ ...line, text: text.slice(line.start, line.end) })),
    ).toEqual([
      { start: 0, end: 4, sentence: null, within: null, opensParagraph: false, text: 'Head' },
      { start: 6, end: 13, sentence: 0, within: 0, opensParagraph: true, text: 'One two' },
      { start: 14, end: 25, sentence: null, within: 0, opensParagraph: false, text: 'three four.' },
      { start: 26, end: 31, sentence: 1, within: 1, opensParagraph: false, text: 'Five.' },
    ])
  })

  it('cut a word that is longer than a line, but never a surrogate pair', () => {
    const text = '\u{1f600}'.repeat(5)
    expect(breakLines(text, [], 3).map(({ start, end }) => text.slice(start, end))).toEqual(
      Array.from({ length: 5 }, () => '\u{1f600}'),
    )
  })

  it('hold every character that is not white space exactly once, in order', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', 'bc', ' ', '\n', '\r\n', '\u{1f600}', '\u0301'),
          maxLength: 60,
        }),
        fc.array(fc.nat(60), { maxLength: 6 }),
        fc.integer({ min: 2, max: 20 }),
        (text, cuts, width) => {
          const ends = [...new Set(cuts.filter((cut) => cut < text.length))].sort((a, b) => a - b)
          const sentences = ends.slice(1).map((end, i) => ({ start: ends[i]!, end }))
          const lines = breakLines(text, sentences, width)
          expect(
            lines
              .map(({ start, end }) => text.slice(start, end))
              .join('')
              .replace(/\s/g, ''),
          ).toBe(text.replace(/\s/g, ''))
          for (const { start, end } of lines) expect(end - start).toBeLessThanOrEqual(Math.max(2, width))
        },
      ),
    )
  })
})

describe('marks', () => {
  it('stand in one lane while they do not overlap, nested ones below', () => {
    const outer = mark(0, 20)
    const inner = mark(5, 9)
    const after = mark(20, 25)
    expect(stackMarks({ start: 0, end: 30 }, [inner, after, outer])).toEqual([
      [
        { mark: outer, start: 0, end: 20, isStart: true },
        { mark: after, start: 20, end: 25, isStart: true },
      ],
      [{ mark: inner, start: 5, end: 9, isStart: true }],
    ])
  })

  it('leave room for the label under them', () => {
    // 10 characters of a label are as wide as 7 of text: the next mark, at 5, would collide.
    const lanes = stackMarks({ start: 0, end: 30 }, [mark(0, 4, '2026-01-01'), mark(5, 9), mark(7, 9)])
    expect(lanes.map((parts) => parts.map(({ start }) => start))).toEqual([[0, 7], [5]])
  })

  it('over a line break have a part in each line, the second without a start', () => {
    const lines = [
      { start: 0, end: 10 },
      { start: 11, end: 20 },
      { start: 21, end: 30 },
    ]
    const broken = mark(8, 15)
    expect(marksByLine(lines, [broken])).toEqual([[broken], [broken], []])
    expect(lines.slice(0, 2).map((line) => stackMarks(line, [broken])[0])).toEqual([
      [{ mark: broken, start: 8, end: 10, isStart: true }],
      [{ mark: broken, start: 11, end: 15, isStart: false }],
    ])
  })

  it('are found in exactly the lines they share a character with', () => {
    const span = fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 15 }))
      .map(([start, length]) => mark(start, start + length))
    const lines = [0, 10, 20, 30].map((start) => ({ start, end: start + 9 }))
    fc.assert(
      fc.property(fc.array(span), (marks) => {
        expect(marksByLine(lines, marks)).toEqual(
          lines.map((line) =>
            marks.filter((mark) => mark.span.start < line.end && mark.span.end > line.start),
          ),
        )
      }),
    )
  })
})
