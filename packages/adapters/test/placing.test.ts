import { foldName } from '@assay/text'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeMentions, placeTimexes } from '../src/index.ts'

/** What became of each string: `start` and placement, or null. */
function place(text: string, ...given: (string | [surface: string, type?: string, context?: string])[]) {
  const items = given.map((item, i) => {
    const [surface, type = 'PLACE', context] = typeof item === 'string' ? [item] : item
    return { surface, type, entityId: String(i), ...(context !== undefined && { context }) }
  })
  const { mentions } = placeMentions(text, items)
  return items.map(({ entityId }) => {
    const mention = mentions.find((mention) => mention.entityId === entityId)
    return mention === undefined ? null : `${mention.span.start} ${mention.placement}`
  })
}

describe('a string without offsets', () => {
  it('takes the one place where it stands', () => {
    expect(placeMentions('Ida Ek left Oslo.', [{ surface: 'Oslo', type: 'PLACE', score: 0.5 }])).toEqual({
      mentions: [{ type: 'PLACE', score: 0.5, span: { start: 12, end: 16 }, placement: 'exact' }],
      unlocated: [],
    })
  })

  it('takes no place inside a word', () => {
    expect(place('Romania met Oman.', 'Oman')).toEqual(['12 exact'])
    expect(placeMentions('Romania met.', [{ surface: 'Oman', type: 'PLACE' }])).toEqual({
      mentions: [],
      unlocated: [{ surface: 'Oman', type: 'PLACE' }],
    })
  })

  it('takes its n-th place when it is given for the n-th time', () => {
    expect(place('Oslo, Oslo, Oslo', 'Oslo', 'Oslo', 'Oslo')).toEqual(['0 exact', '6 exact', '12 exact'])
  })

  it('takes the first place, by rule, when it occurs more often than it is given', () => {
    expect(place('Oslo, Oslo, Oslo', 'Oslo')).toEqual(['0 ambiguous'])
    expect(place('Oslo, Oslo, Oslo', 'Oslo', 'Oslo')).toEqual(['0 ambiguous', '6 ambiguous'])
  })

  it('stands nowhere when it is given more often than it occurs', () => {
    expect(place('Oslo, Oslo', 'Oslo', 'Oslo', 'Oslo')).toEqual(['0 exact', '6 exact', null])
  })

  it('shares a place with one that says something else', () => {
    expect(place('Jordan fell.', ['Jordan', 'PERSON'], ['Jordan', 'PLACE'])).toEqual(['0 exact', '0 exact'])
  })

  it('is ambiguous where only its order tells which place is which', () => {
    expect(place('Jordan met Jordan.', ['Jordan', 'PERSON'], ['Jordan', 'PLACE'])).toEqual([
      '0 ambiguous',
      '11 ambiguous',
    ])
  })

  it('prefers places outside longer strings that were given', () => {
    expect(place('New York and York', 'York', 'New York')).toEqual(['13 ambiguous', '0 exact'])
    expect(place('New York and York', 'York', 'York')).toEqual(['4 exact', '13 exact'])
    expect(place('New York', 'York', 'New York')).toEqual(['4 exact', '0 exact'])
  })

  it('takes the place that the order of the strings asks for, where the certain ones are in the order of the text', () => {
    const text = 'Oslo, Ada, Oslo, Bo, Oslo, Cy, Oslo'
    expect(place(text, 'Ada', 'Oslo', 'Bo', 'Cy')).toEqual([
      '6 exact',
      '11 ambiguous',
      '17 exact',
      '27 exact',
    ])
    expect(place(text, 'Ada', 'Bo', 'Cy', 'Oslo')).toEqual([
      '6 exact',
      '17 exact',
      '27 exact',
      '31 ambiguous',
    ])
    expect(place(text, 'Ada', 'Bo', 'Oslo', 'Oslo', 'Cy')).toEqual([
      '6 exact',
      '17 exact',
      '21 ambiguous',
      '0 ambiguous',
      '27 exact',
    ])
    expect(place(text, 'Bo', 'Ada', 'Oslo', 'Cy')).toEqual(['17 exact', '6 exact', '0 ambiguous', '27 exact'])
    expect(place(text, 'Bo', 'Oslo')).toEqual(['17 exact', '0 ambiguous'])
  })

  it('is looked for inside its context where that is found', () => {
    const text = 'Oslo slept. Rain fell on Oslo. Oslo woke.'
    expect(place(text, ['Oslo', 'PLACE', 'Rain fell on Oslo.'])).toEqual(['25 exact'])
    expect(place(text, 'Oslo', ['Oslo', 'PLACE', 'rain fell on  Oslo.'])).toEqual(['0 ambiguous', '25 exact'])
    expect(place(text, ['Oslo', 'PLACE', 'Snow fell on Oslo.'])).toEqual(['0 ambiguous'])
  })

  it.each([
    ['case', 'OSLO (AP)', 'Oslo', 'OSLO'],
    ['white space', 'Ida\u00a0\n Ek', 'Ida Ek', 'Ida\u00a0\n Ek'],
    ['quotes', 'the ‘Nord’ club', "'Nord' club", '‘Nord’ club'],
    ['dashes', 'Ek\u2010Berg', 'Ek-Berg', 'Ek\u2010Berg'],
    ['a possessive', 'of Kabul and', "Kabul's", 'Kabul'],
    ['composition', 'Rene\u0301 Ek', 'Ren\u00e9 Ek', 'Rene\u0301 Ek'],
    ['width', 'Ｏｓｌｏ', 'Oslo', 'Ｏｓｌｏ'],
    ['ligatures', 'the oﬃce of', 'office', 'oﬃce'],
    ['invisible characters', 'Os\u00adlo\u200b fell', 'Oslo', 'Os\u00adlo'],
    ['white space around it', 'in Oslo today', ' Oslo ', 'Oslo'],
  ])('is found whatever %s', (_, text, surface, found) => {
    const { mentions } = placeMentions(text, [{ surface, type: 'PLACE' }])
    expect(mentions.map(({ span, placement }) => [text.slice(span.start, span.end), placement])).toEqual([
      [found, 'normalised'],
    ])
  })

  it('is found whatever its case only where it is not found as it is', () => {
    expect(place('OSLO fell. Oslo rose.', 'Oslo')).toEqual(['11 exact'])
    expect(place('OSLO fell. Oslo rose.', 'Oslo', 'Oslo')).toEqual(['0 normalised', '11 exact'])
  })

  it('cuts no ligature in two', () => {
    expect(place('the oﬃce', 'of')).toEqual([null])
  })

  it.each(['', ' ', '\u00ad', '...', 'Ida’s hats'])('that is %j is placed nowhere', (surface) => {
    expect(place("Ida's hat, so!", [surface])).toEqual([null])
  })

  it('may be a temporal expression', () => {
    const given = [
      { surface: 'Monday', type: 'DATE', value: '2026-03-02' },
      { surface: 'Monday', type: 'DATE', value: '2026-03-02' },
      { surface: 'Friday', type: 'DATE', value: null },
    ] as const
    const monday = { type: 'DATE', value: '2026-03-02', placement: 'exact' }
    expect(placeTimexes('Monday or monday', given)).toEqual({
      timexes: [
        { ...monday, span: { start: 0, end: 6 } },
        { ...monday, span: { start: 10, end: 16 }, placement: 'normalised' },
      ],
      unlocated: [{ surface: 'Friday', type: 'DATE' }],
    })
  })
})

const word = fc.constantFrom(
  'Oslo',
  'oslo',
  'OSLO',
  'Ek',
  'Ek\u2019s',
  'É',
  'E\u0301',
  '😀',
  'ß',
  'SS',
  'ﬁ',
  'fi',
)
const gap = fc.constantFrom(' ', '  ', '\u00a0', '\n', '-', '\u2010', ', ', '\u00ad', '\ufeff', '')
const texts = fc
  .array(fc.tuple(word, gap), { maxLength: 12 })
  .map((parts) => parts.map(([word, gap]) => word + gap).join(''))
const strings = fc.array(
  fc.tuple(
    texts.map((text) => text.slice(0, 10)),
    fc.constantFrom('PERSON', 'PLACE'),
  ),
  { maxLength: 8 },
)

describe('placing', () => {
  it('gives every string one place whose text it is, or none', () => {
    const check = (text: string, given: [string, string][]) => {
      const items = given.map(([surface, type], i) => ({ surface, type, entityId: String(i) }))
      const { mentions, unlocated } = placeMentions(text, items)
      expect(mentions.length + unlocated.length).toBe(items.length)
      for (const { span, placement, entityId } of mentions) {
        const { surface } = items[Number(entityId)]!
        const slice = text.slice(span.start, span.end)
        if (placement === 'exact') expect(slice).toBe(surface)
        else expect(foldName(slice)).toBe(foldName(surface))
      }
      const spans = mentions.map(({ span, type }) => `${span.start} ${span.end} ${type}`)
      expect(new Set(spans).size).toBe(spans.length)
    }
    fc.assert(fc.property(texts, strings, check), { numRuns: 200 })
  })

  it('recovers every mention whose surface stands once, whatever the order', () => {
    const names = fc.uniqueArray(
      fc.constantFrom('Ada', 'Bo Ek', 'Cy', 'D’Arcy', 'Émile', '😀', 'U.S.', '#go'),
    )
    const check = (names: string[], gaps: number[], order: number[]) => {
      let text = '🎉 '
      const gold = names.map((surface, i) => {
        const start = text.length
        text += `${surface} ${'went 🇳🇴 home, '.repeat(gaps[i] ?? 0)}`
        return { surface, type: 'PERSON', entityId: String(i), span: { start, end: start + surface.length } }
      })
      const shuffled = gold
        .map((mention, i) => ({ mention, at: order[i] ?? 0 }))
        .sort((a, b) => a.at - b.at)
        .map(({ mention }) => mention)
      const given = shuffled.map(({ surface, type, entityId }) => ({ surface, type, entityId }))
      expect(placeMentions(text, given).mentions).toEqual(
        shuffled.map(({ type, entityId, span }) => ({ type, entityId, span, placement: 'exact' })),
      )
    }
    const small = fc.array(fc.nat(3), { minLength: 8, maxLength: 8 })
    fc.assert(fc.property(names, small, small, check), { numRuns: 100 })
  })

  it('takes no longer than the text and the strings are long', () => {
    const text = 'a '.repeat(100_000)
    const given = Array.from({ length: 100_000 }, (_, i) => ({
      surface: 'a',
      type: i % 2 ? 'PLACE' : 'EVENT',
    }))
    const started = performance.now()
    expect(placeMentions(text, given).mentions).toHaveLength(100_000)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})
