import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDates, findNumbers, type NumberMention, numbersAgree } from '../src/index.ts'

/** `[$5m] 5000000 USD` for each number found, with `~` behind an estimate. */
function numbers(text: string): string[] {
  const dates = findDates(text).map((date) => date.span)
  return findNumbers(text, dates).map(
    ({ span, value, class: kind, approximate }) =>
      `[${text.slice(span.start, span.end)}] ${value} ${kind}${approximate ? ' ~' : ''}`,
  )
}

describe('findNumbers', () => {
  it.each([
    [
      'figures',
      '12 men, 9,000 men, 4.9 men, 0.05',
      ['[12] 12 plain', '[9,000] 9000 plain', '[4.9] 4.9 plain', '[0.05] 0.05 plain'],
    ],
    [
      'words',
      'Nine men, twenty-five men, sixty men',
      ['[Nine] 9 plain', '[twenty-five] 25 plain', '[sixty] 60 plain'],
    ],
    [
      'hundreds',
      'a hundred, two hundred and fifty, fifteen hundred',
      ['[a hundred] 100 plain', '[two hundred and fifty] 250 plain', '[fifteen hundred] 1500 plain'],
    ],
    [
      'multiplied words',
      'nine thousand, a million, three million two hundred thousand',
      [
        '[nine thousand] 9000 plain',
        '[a million] 1000000 plain',
        '[three million two hundred thousand] 3200000 plain',
      ],
    ],
    [
      'multiplied figures',
      '4.9 million, 1.1 billion, 2 trillion',
      ['[4.9 million] 4900000 plain', '[1.1 billion] 1100000000 plain', '[2 trillion] 2000000000000 plain'],
    ],
    [
      'glued multipliers',
      '5m, 3.5bn, 20k',
      ['[5m] 5000000 plain', '[3.5bn] 3500000000 plain', '[20k] 20000 plain'],
    ],
    [
      'dozens',
      'a dozen, two dozen, half a dozen',
      ['[a dozen] 12 plain', '[two dozen] 24 plain', '[half a dozen] 6 plain'],
    ],
    [
      'halves',
      'half a million, two and a half billion, 3 and a half million',
      [
        '[half a million] 500000 plain',
        '[two and a half billion] 2500000000 plain',
        '[3 and a half million] 3500000 plain',
      ],
    ],
    [
      'fractions',
      'two-thirds of them, a quarter of them',
      [`[two-thirds] ${2 / 3} plain`, `[a quarter] ${1 / 4} plain`],
    ],
    [
      'money by its sign',
      '$5m, €4.9 billion, £3.20, US$20, A$7, Rs 500',
      [
        '[$5m] 5000000 USD',
        '[€4.9 billion] 4900000000 EUR',
        '[£3.20] 3.2 GBP',
        '[US$20] 20 USD',
        '[A$7] 7 AUD',
        '[Rs 500] 500 INR',
      ],
    ],
    [
      'money by its name',
      '5 million dollars, ten euros, USD 30, 40 EUR, 6 Australian dollars',
      [
        '[5 million dollars] 5000000 USD',
        '[ten euros] 10 EUR',
        '[USD 30] 30 USD',
        '[40 EUR] 40 EUR',
        '[6 Australian dollars] 6 AUD',
      ],
    ],
    [
      'percent',
      '25%, 25 percent, 25 per cent, one percent',
      ['[25%] 25 %', '[25 percent] 25 %', '[25 per cent] 25 %', '[one percent] 1 %'],
    ],
    [
      'percentage points',
      '3 percentage points, a 3-percentage-point lead',
      ['[3 percentage points] 3 points', '[3-percentage-point] 3 points'],
    ],
    [
      'ordinals',
      'the third, the 3rd, the twenty-first, the 101st',
      ['[third] 3 ordinal', '[3rd] 3 ordinal', '[twenty-first] 21 ordinal', '[101st] 101 ordinal'],
    ],
    [
      'lengths',
      '5km, 5 km, a 5-kilometre road, five miles',
      ['[5km] 5 km', '[5 km] 5 km', '[5-kilometre] 5 km', '[five miles] 5 mi'],
    ],
    [
      'other units',
      '60 mph, 30 kg, 8 tonnes, 9 hectares, 20°C, 7 square miles',
      [
        '[60 mph] 60 mph',
        '[30 kg] 30 kg',
        '[8 tonnes] 8 t',
        '[9 hectares] 9 ha',
        '[20°C] 20 °C',
        '[7 square miles] 7 mi2',
      ],
    ],
    [
      'stretches of time',
      'a nine-year war, two weeks, 48 hours',
      ['[nine-year] 9 year', '[two weeks] 2 week', '[48 hours] 48 hour'],
    ],
    [
      'ages as plain numbers',
      'aged 35, 35 years old, a 35-year-old',
      ['[35] 35 plain', '[35 years old] 35 plain', '[35-year-old] 35 plain'],
    ],
    [
      'numbers below zero',
      'at -5 degrees, lost −$3 million',
      ['[-5 degrees] -5 degree', '[−$3 million] -3000000 USD'],
    ],
    [
      'multiplier and unit of a range at both ends',
      'from 1.9 to 2.1 billion euros, $1.9-2.1bn, between $2 and $3 million, 3 to 5%, 40–50 km, two to three weeks',
      [
        '[1.9] 1900000000 EUR',
        '[2.1 billion euros] 2100000000 EUR',
        '[$1.9] 1900000000 USD',
        '[2.1bn] 2100000000 plain',
        '[$2] 2000000 USD',
        '[$3 million] 3000000 USD',
        '[3] 3 %',
        '[5%] 5 %',
        '[40] 40 km',
        '[50 km] 50 km',
        '[two] 2 week',
        '[three weeks] 3 week',
      ],
    ],
    [
      'what is no range, or has a scale of its own, as it stands',
      '3 and 5 million, from 900 to 2 million, from 900,000 to 2 million euros, 3 to Acme, 5% to 7 km, 4 to 5th',
      [
        '[3] 3 plain',
        '[5 million] 5000000 plain',
        '[900] 900 plain',
        '[2 million] 2000000 plain',
        '[900,000] 900000 EUR',
        '[2 million euros] 2000000 EUR',
        '[3] 3 plain',
        '[5%] 5 %',
        '[7 km] 7 km',
        '[4] 4 plain',
        '[5th] 5 ordinal',
      ],
    ],
    ['scores as two numbers', 'won 3-1', ['[3] 3 plain', '[1] 1 plain']],
    ['the word two before a unit', 'two tonnes', ['[two tonnes] 2 t']],
    ['a count that looks like a year', '2021 soldiers', ['[2021] 2021 plain']],
  ])('reads %s', (_, text, expected) => {
    expect(numbers(text)).toEqual(expected)
  })

  it.each([
    'about',
    'around',
    'nearly',
    'almost',
    'more than',
    'over',
    'at least',
    'up to',
    'roughly',
    'some',
    'Some',
    'as many as',
    'fewer than',
    'an estimated',
    'close to',
  ])('marks a number behind "%s" as an estimate', (words) => {
    expect(numbers(`${words} 40 men`)).toEqual(['[40] 40 plain ~'])
    expect(numbers(`${words} $40m`)).toEqual(['[$40m] 40000000 USD ~'])
  })

  it.each(['500+', '300-odd men', '20 or so', '20 or more'])('marks "%s" as an estimate', (text) => {
    expect(findNumbers(text).map(({ approximate }) => approximate)).toEqual([true])
  })

  it.each([
    ['8,970', 3],
    ['9,000', 1],
    ['nine thousand', 1],
    ['twenty-five thousand', 2],
    ['4.9 million', 2],
    ['$3.20', 3],
    ['0.05', 1],
    ['1.0', 2],
    ['0', 1],
  ])('counts the digits that "%s" shows as %d', (text, digits) => {
    expect(findNumbers(text).map((number) => number.digits)).toEqual([digits])
  })

  it.each([
    ['one and two', 'One man met two men, no one else.'],
    ['one before a unit', 'one day, one mile'],
    ['first and second', 'the first and the second'],
    ['vague amounts', 'hundreds, thousands of them, several hundred, half of them'],
    ['clock times', '10:30, 5 p.m., 5pm, 9 o’clock, 1900 GMT'],
    ['names', 'COVID-19, F-16, G7, MH370'],
    ['fractions and dates with a slash', '9/11, 24/7'],
    ['figures with unknown letters', '5G, 1080p, 1.2.3'],
    ['dates', '10 March 2026, the 1990s, Q3 2025, the third quarter of 2025'],
    ['numbers beyond all bounds', '9'.repeat(400)],
    ['nothing', ''],
  ])('passes over %s', (_, text) => {
    expect(numbers(text)).toEqual([])
  })

  it('passes over what overlaps an excluded span, in whatever order they come', () => {
    const text = '10 of 20 or 30'
    const found = findNumbers(text, [
      { start: 12, end: 14 },
      { start: 1, end: 2 },
    ])
    expect(found.map(({ value }) => value)).toEqual([20])
  })

  it('finds numbers in order, apart, inside the text, with finite values', () => {
    const piece = fc.constantFrom(
      '$',
      '5',
      'm',
      '9,000',
      'two',
      'and',
      'a',
      'half',
      'million',
      'hundred',
      '-',
      '%',
      'km',
      'third',
      'twenty',
      'dozen',
      '\n',
      '😀',
      '٣',
      '²',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string())).map((parts) => parts.join(' ')),
        (text) => {
          let end = 0
          for (const { span, value, digits } of findNumbers(text)) {
            expect(span.start).toBeGreaterThanOrEqual(end)
            expect(span.end).toBeGreaterThan(span.start)
            expect(Number.isFinite(value)).toBe(true)
            expect(digits).toBeGreaterThanOrEqual(1)
            end = span.end
          }
          expect(end).toBeLessThanOrEqual(text.length)
        },
      ),
    )
  })
})

describe('numbersAgree', () => {
  function agree(gold: string, predicted: string): boolean {
    const [a, b] = [gold, predicted].map((text) => findNumbers(text)[0])
    return numbersAgree(a!, b!)
  }

  it.each([
    ['9,000', 'nine thousand'],
    ['$5m', '5 million dollars'],
    ['8,970', '9,000'],
    ['23.4 percent', '23%'],
    ['99.6', '100'],
    ['about 4.9 million dollars', '$5m'],
    // 5 is exactly 5 % of 100.
    ['95', 'almost 100'],
    ['about 30', 'roughly thirty'],
    ['2.35', '2.4'],
    ['the third', 'the 3rd'],
    ['two-thirds', '0.67'],
  ])('holds for "%s" and "%s"', (gold, predicted) => {
    expect([agree(gold, predicted), agree(predicted, gold)]).toEqual([true, true])
  })

  it.each([
    // Two digits of 9,400 are 9,400.
    ['9,400', '9,000'],
    ['$5m', '5 million euros'],
    ['5 percent', '5 percentage points'],
    ['5 percent', '5'],
    ['3', 'the third'],
    ['96', '100'],
    ['94', 'almost 100'],
    ['5 km', '5 miles'],
    ['15 million', '5 million'],
    ['0', '1'],
    ['12', '12.6'],
  ])('does not hold for "%s" and "%s"', (gold, predicted) => {
    expect([agree(gold, predicted), agree(predicted, gold)]).toEqual([false, false])
  })

  const mentions: fc.Arbitrary<NumberMention> = fc.record({
    span: fc.constant({ start: 0, end: 1 }),
    value: fc.oneof(
      fc.integer({ min: -10_000, max: 10_000 }),
      fc.double({ noNaN: true, min: -1e15, max: 1e15 }),
    ),
    class: fc.constantFrom('plain', 'USD'),
    approximate: fc.boolean(),
    digits: fc.integer({ min: 1, max: 17 }),
  })

  it('holds for a number and itself, and is the same both ways round', () => {
    fc.assert(
      fc.property(mentions, mentions, (a, b) => {
        expect(numbersAgree(a, a)).toBe(true)
        expect(numbersAgree(a, b)).toBe(numbersAgree(b, a))
      }),
    )
  })

  it('never holds for values more than a tenth apart', () => {
    fc.assert(
      fc.property(mentions, mentions, (a, b) => {
        const largest = Math.max(Math.abs(a.value), Math.abs(b.value))
        fc.pre(Math.abs(a.value - b.value) > 0.1 * largest)
        expect(numbersAgree(a, b)).toBe(false)
      }),
    )
  })
})
