import type { Output, PredictedMention } from '@assay/schema'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answer, type OffsetUnit, offsetUnits } from '../src/wire/messages.ts'
import { parseAnswer, readAnswer } from '../src/wire/read-answer.ts'

const tasks = ['entities', 'dates', 'claims', 'summaries'] as const

function read(text: string, answer: Omit<Answer, 'id'>, unit?: OffsetUnit): Output {
  const parsed = parseAnswer({ id: 'a', ...answer })
  return readAnswer(parsed, { article: { text }, tasks, unit, mapLabel: (label) => label })
}

const units: Readonly<Record<OffsetUnit, (text: string) => number>> = {
  codepoint: (text) => Array.from(text).length,
  utf16: (text) => text.length,
  byte: (text) => Buffer.byteLength(text),
}

/** The mention of `surface`, which stands once in the text, as a program in that unit writes it. */
function said(text: string, surface: string, unit: OffsetUnit) {
  const start = units[unit](text.slice(0, text.indexOf(surface)))
  return { start, end: start + units[unit](surface), surface, type: 'PERSON' }
}

describe('E12 offsets in three units', () => {
  const text = '👩‍👩‍👧 Zoë met Ida Ek in 🇳🇴.'
  const start = text.indexOf('Ida Ek')

  it.each(offsetUnits)('are read in %s', (unit) => {
    const mentions = [said(text, 'Ida Ek', unit)]
    expect(read(text, { mentions }, unit)).toEqual({
      mentions: [{ span: { start, end: start + 6 }, type: 'PERSON' }],
    })
  })

  it('are read in the unit of the answer, if it has one', () => {
    const mentions = [said(text, 'Ida Ek', 'byte')]
    const { mentions: found } = read(text, { offsetUnit: 'byte', mentions }, 'codepoint')
    expect(found?.[0]?.span.start).toBe(start)
  })

  it.each([
    ['codepoint', 'utf16', 'UTF-16'],
    ['codepoint', 'byte', 'byte'],
    ['utf16', 'codepoint', 'code point'],
    ['utf16', 'byte', 'byte'],
    ['byte', 'codepoint', 'code point'],
    ['byte', 'utf16', 'UTF-16'],
  ] as const)('announced in %s and given in %s: the surface shows it', (announced, given, name) => {
    const mentions = [said(text, 'Ida Ek', given)]
    expect(() => read(text, { mentions }, announced)).toThrow(`these look like ${name} offsets, and`)
  })

  it('that fit in no unit are wrong, and nothing is guessed', () => {
    const mentions = [{ start: 1, end: 7, surface: 'Ida Ek', type: 'PERSON' }]
    expect(() => read(text, { mentions }, 'codepoint')).toThrow(
      /^mentions\[0\]: the text at .* not "Ida Ek"$/,
    )
  })

  it('E11 that cut a character are refused', () => {
    expect(() => read(text, { mentions: [{ start: 1, end: 3, type: 'PERSON' }] }, 'byte')).toThrow(
      'offset 1 cuts a character into bytes',
    )
    expect(() => read(text, { mentions: [{ start: 1, end: 3, type: 'PERSON' }] }, 'utf16')).toThrow(
      'cuts the surrogate pair at 0 in two',
    )
  })

  it('name the first faults only, and say how many more there are', () => {
    const mentions = Array.from({ length: 5 }, () => ({ start: 0, end: 1000, type: 'PERSON' }))
    expect(() => read(text, { mentions }, 'byte')).toThrow(/mentions\[2\].*; and 2 more$/)
  })

  it('come back as they were, whatever the text', () => {
    const pieces = fc.array(fc.constantFrom('a', 'é', '漢', '😀', '👩‍👩‍👧', '\u0301', ' ', '\n', '\u2028'), {
      minLength: 1,
    })
    const check = (parts: string[], from: number, length: number, unit: OffsetUnit) => {
      const first = from % parts.length
      const last = first + 1 + (length % (parts.length - first))
      const before = parts.slice(0, first).join('')
      const surface = parts.slice(first, last).join('')
      const start = units[unit](before)
      const mention = { start, end: start + units[unit](surface), surface, type: 'PERSON' }
      const { mentions } = read(parts.join(''), { mentions: [mention] }, unit)
      const span = { start: before.length, end: before.length + surface.length }
      expect(mentions).toEqual<PredictedMention[]>([{ span, type: 'PERSON' }])
    }
    fc.assert(fc.property(pieces, fc.nat(), fc.nat(), fc.constantFrom(...offsetUnits), check), {
      numRuns: 200,
    })
  })
})

describe('E9 an answer of any shape', () => {
  it('is read or refused as invalid, and nothing else is thrown', () => {
    const number = fc.oneof(fc.integer({ min: -2, max: 9 }), fc.double(), fc.constant('3'))
    const item = fc.record(
      {
        start: number,
        end: number,
        surface: fc.constantFrom('Ida', 'Ek', '', 7),
        context: fc.constantFrom('Ida Ek', null),
        type: fc.constantFrom('PERSON', 'DATE', '', null),
        value: fc.constantFrom('2026', null, ''),
        __proto__: fc.anything(),
      },
      { requiredKeys: [] },
    )
    const items = fc.oneof(fc.array(item, { maxLength: 3 }), fc.anything())
    const answer = fc.oneof(
      fc.anything(),
      fc.record(
        {
          id: fc.constantFrom('a', 7),
          mentions: items,
          timexes: items,
          claims: items,
          summary: fc.anything(),
        },
        { requiredKeys: [] },
      ),
    )
    const check = (value: unknown, unit: OffsetUnit | undefined) => {
      try {
        const output = readAnswer(parseAnswer(value), {
          article: { text: 'Ida 😀 Ek' },
          tasks,
          unit,
          mapLabel: (label) => label,
        })
        for (const { span } of output.mentions ?? []) expect(span.end).toBeLessThanOrEqual(9)
      } catch (error) {
        expect(error).toMatchObject({ code: 'output-invalid', failure: 'output-invalid' })
      }
    }
    fc.assert(fc.property(answer, fc.constantFrom(...offsetUnits, undefined), check), { numRuns: 200 })
  })
})

describe('strings beside offsets', () => {
  it('are placed, the others stay, and what is nowhere is kept', () => {
    const answer = {
      mentions: [
        { surface: 'Ek', type: 'PERSON' },
        { start: 0, end: 3, type: 'PERSON', score: 1 },
        { surface: 'Oslo', type: 'GPE' },
      ],
      timexes: [{ surface: 'Monday', type: 'DATE', value: null }],
    } satisfies Omit<Answer, 'id'>
    expect(read('Ida Ek', answer, 'byte')).toEqual({
      mentions: [
        { span: { start: 0, end: 3 }, type: 'PERSON', score: 1 },
        { span: { start: 4, end: 6 }, type: 'PERSON', placement: 'exact' },
      ],
      timexes: [],
      unlocated: {
        mentions: [{ surface: 'Oslo', type: 'GPE' }],
        timexes: [{ surface: 'Monday', type: 'DATE' }],
      },
    })
  })

  it('of layers that are not measured leave nothing behind', () => {
    const answer = parseAnswer({
      id: 'a',
      mentions: [],
      timexes: [{ surface: 'Monday', type: 'DATE', value: null }],
    })
    const options = { article: { text: 'Ida' }, unit: undefined, mapLabel: (label: string) => label }
    expect(readAnswer(answer, { ...options, tasks: ['entities'] })).toEqual({ mentions: [] })
  })
})
