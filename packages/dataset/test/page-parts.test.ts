import { readPage, splitPage } from '@assay/dataset'
import { describe, expect, test } from 'vitest'
import { findDateline } from '../src/pages/datelines.ts'
import { readTimeLabel } from '../src/pages/labels.ts'

test.each([
  ['CNNa day ago', { before: 'CNN', text: 'a day ago', day: null, daysAgo: 1 }],
  ['timean hour ago', { before: 'time', text: 'an hour ago', day: null, daysAgo: 0 }],
  ['Evening News12 hours ago', { before: 'Evening News', text: '12 hours ago', day: null, daysAgo: 0 }],
  ['3 days ago · 4 min read', { before: '', text: '3 days ago', day: null, daysAgo: 3 }],
  ['Updated: yesterday', { before: 'Updated', text: 'yesterday', day: null, daysAgo: 1 }],
  ['9 days ago', { before: '', text: '9 days ago', day: null, daysAgo: null }],
  ['2 months ago', { before: '', text: '2 months ago', day: null, daysAgo: null }],
  [
    'Published 4 July 2031, 09:30',
    { before: 'Published', text: '4 July 2031', day: '2031-07-04', daysAgo: null },
  ],
  ['The PostJul. 4, 2031', { before: 'The Post', text: 'Jul. 4, 2031', day: '2031-07-04', daysAgo: null }],
  ['2031-02-29', null],
  ['The bread of yesterday', null],
  ['They left two years ago.', null],
  ['The quarrel between the four villages began a year ago', null],
])('the label %j reads %j', (line, label) => {
  expect(readTimeLabel(line)).toEqual(label)
})

test.each([
  ['July 4 (NPS) -- A storm has', { start: 0, agency: 'NPS', date: 'July 4' }],
  ['PORT VEIL, Lune (NPA) — A storm has', { start: 0, agency: 'NPA', date: null }],
  ['NEW HOLLEN, Nov. 8, 2031 (WPA) - Workers', { start: 0, agency: 'WPA', date: 'Nov. 8, 2031' }],
  ['(WPA) - Workers of the works', { start: 0, agency: 'WPA', date: null }],
  ['The Hague — Two of them', { start: 0, agency: null, date: null }],
  ['How the boats are built today Port Veil — Two of them said', { start: 30, agency: null, date: null }],
  ['A boat made by Mary Ross OSLO, Norway — Two of them said', { start: 25, agency: null, date: null }],
  ['A boat is hauled ashore. Lune — Two of them said', { start: 25, agency: null, date: null }],
  // Dashes that are no dateline's
  ['The prize was handed over in Oslo — Two of them said', null],
  ['They met the mayor of Lune — Ines Radu — on Friday.', null],
  ['The score was Lune - Hollen', null],
  ['They came back to it — a good sign', null],
])('the dateline of %j is %j', (text, dateline) => {
  expect(findDateline(text)).toEqual(dateline)
})

/** A page of one article. */
function page(body: string, label = 'an hour ago'): string {
  return `Ten boats for the islands\nTen boats for the islands\n\nThe Post\n\n${label}\n\n${body}\n`
}

const text = 'The ferry company of the islands has bought ten boats.'

describe('copyright lines', () => {
  test.each([
    'Copyright 2031 The Post',
    'Copyright (C) 2031, Northern Wire, LLC. Portions copyrighted by others.',
    '© 2031 Northern Wire. All rights reserved.',
    '(c) 2031 by Northern Wire. Distributed by a much larger firm. Visit its pages.',
    'All rights reserved.',
  ])('are cut off: %s', (tail) => {
    expect(splitPage(page(`${text} ${tail}`))[0]?.text).toBe(text)
    expect(splitPage(page(`${text}\n\n${tail}`))[0]?.text).toBe(text)
  })

  test('are not seen in an article about copyright', () => {
    const article = `${text} Copyright law does not change, and the firm holds it since 2031. It paid for it.`
    expect(splitPage(page(article))[0]?.text).toBe(article)
  })
})

describe('captions before an article', () => {
  test.each([
    ['a credit', 'The first of the boats in the harbour. (Photo: E. Marchetti)'],
    ['a video', 'Watch: the first of the boats leaves the harbour of the town.'],
    ['an agency', 'The first boat leaves the harbour of Lune on Friday. E. Marchetti/Getty Images'],
  ])('are dropped: %s', (_, caption) => {
    expect(splitPage(page(`${caption}\n\n${text}`))[0]?.text).toBe(text)
  })

  test('an opening paragraph stays', () => {
    const article = `They waited for it for eleven years.\n\n${text}`
    expect(splitPage(page(article))[0]?.text).toBe(article)
  })
})

describe('the day of publication', () => {
  const dayOf = (body: string, label?: string) => {
    const { publishedAt, publishedBecause } = splitPage(page(body, label))[0]!
    return { publishedAt, publishedBecause }
  }

  test('comes from a label that gives it, before the dateline', () => {
    expect(dayOf(`LUNE, July 3 — ${text}`, 'July 4, 2031')).toEqual({
      publishedAt: '2031-07-04',
      publishedBecause: ['the label "July 4, 2031"'],
    })
  })

  test('takes the year of a month that the text names as past, not of one to come', () => {
    const body = `LUNE, July 4 — ${text} It had sold three in March 2031. It will sell all of them by May 2035.`
    expect(dayOf(body)).toEqual({
      publishedAt: '2031-07-04',
      publishedBecause: [
        'the dateline "July 4"',
        'the year 2031, the latest that the text names with a month',
      ],
    })
  })

  test('is null where nothing gives the year', () => {
    expect(dayOf(`LUNE, July 4 — ${text} It will sell all of them by May 2035.`)).toEqual({
      publishedAt: null,
      publishedBecause: [
        'the dateline "July 4"',
        'nothing on the page gives the year',
        'the label "an hour ago"',
        'no article of the page gives the day it was saved',
      ],
    })
  })

  test('that does not exist is none', () => {
    expect(dayOf(`LUNE, Feb. 30 — ${text} Copyright 2031 The Post`).publishedAt).toBeNull()
  })

  test('is doubted where the weekday of the text is days before', () => {
    expect(dayOf(`${text} That happened on Monday.`, 'July 4, 2031').publishedBecause).toEqual([
      'the label "July 4, 2031"',
      // 4 July 2031 is a Friday.
      'the text says "Monday": 2031-06-30 was 4 days before: a doubt',
    ])
  })
})

describe('readPage', () => {
  const bytes = (value: string, encoding: BufferEncoding = 'utf8') => Buffer.from(value, encoding)

  test('gives the text as it stands, without a byte order mark', () => {
    expect(readPage(bytes('\ufeffa\r\nb 🚀\ufeff'), 'page.txt')).toBe('a\r\nb 🚀\ufeff')
  })

  test.each([
    ['empty', bytes(''), 'page.txt is empty'],
    ['blank', bytes(' \n\n'), 'page.txt holds only white space'],
    ['UTF-16', bytes('\ufeffTen boats', 'utf16le'), 'page.txt is UTF-16, not UTF-8'],
    ['UTF-16, big end first', bytes('\ufeffTen boats', 'utf16le').swap16(), 'page.txt is UTF-16, not UTF-8'],
    ['UTF-16 without a mark', bytes('Ten boats', 'utf16le'), 'page.txt is UTF-16, not UTF-8'],
    ['latin-1', bytes('Caf\u00e9 in Lune', 'latin1'), 'page.txt is not UTF-8'],
    ['binary', Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10, 0, 0), 'page.txt is not UTF-8'],
    ['NUL', bytes('Ten boats\0 for the islands'), 'page.txt holds NUL characters'],
    ['HTML', bytes('\n<!DOCTYPE html><html><body>Ten boats</body></html>'), 'page.txt is HTML'],
    [
      'a piece of HTML',
      bytes('<div><p>Ten</p> <p>boats</p> <b>for</b> <i>the</i></div><br><p>a</p>'),
      'page.txt is HTML',
    ],
  ])('refuses what is %s', (_, content, message) => {
    expect(() => readPage(content, 'page.txt')).toThrow(
      expect.objectContaining({ code: 'file-invalid', message: expect.stringContaining(message) }),
    )
  })

  test('takes text that speaks of tags', () => {
    expect(readPage(bytes('The tag <b> was made in 1990, <i> a year later.'), 'x')).toContain('<b>')
  })
})
