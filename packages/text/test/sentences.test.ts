import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentenceSpans } from '../src/index.ts'

/** `|` marks where a sentence is expected to end. */
function split(text: string): string {
  return sentenceSpans(text)
    .map((span) => text.slice(span.start, span.end))
    .join('|')
}

describe('sentenceSpans', () => {
  it.each([
    [
      'ends a sentence at a stop mark before a capital',
      'It rained. Nobody came! Why not? Ask them.',
      'It rained.|Nobody came!|Why not?|Ask them.',
    ],
    [
      'keeps titles with their names',
      'Mr. Ott met Gen. Vale and Lt. Col. Ames. They left.',
      'Mr. Ott met Gen. Vale and Lt. Col. Ames.|They left.',
    ],
    [
      'keeps initials with their names',
      'George W. Hale and J. R. R. Moss spoke.',
      'George W. Hale and J. R. R. Moss spoke.',
    ],
    [
      'ends at an initial before a function word',
      'They chose Plan B. The rest followed.',
      'They chose Plan B.|The rest followed.',
    ],
    [
      'keeps decimals and prices together',
      'Prices rose 4.9 percent to $3.20. That is a lot.',
      'Prices rose 4.9 percent to $3.20.|That is a lot.',
    ],
    [
      'keeps initialisms before names',
      'The U.S. Navy and U.N. Secretary agreed.',
      'The U.S. Navy and U.N. Secretary agreed.',
    ],
    [
      'ends at an initialism before a function word',
      'He left the U.S. The ban stays.',
      'He left the U.S.|The ban stays.',
    ],
    [
      'keeps times of day with their day',
      'At 5 p.m. Tuesday it closed. At 9 a.m. GMT it opened.',
      'At 5 p.m. Tuesday it closed.|At 9 a.m. GMT it opened.',
    ],
    [
      'ends at a time of day before another word',
      'It began at 5 p.m. Officials waited.',
      'It began at 5 p.m.|Officials waited.',
    ],
    [
      'keeps short months with their day',
      'On Feb. 3 and Sept. 12 it snowed.',
      'On Feb. 3 and Sept. 12 it snowed.',
    ],
    [
      'keeps numbered things together',
      'Bus No. 5 hit p. 3 of Vol. 2. No. 7 did not.',
      'Bus No. 5 hit p. 3 of Vol. 2.|No. 7 did not.',
    ],
    ['ends at the word no', 'He said no. Nobody moved.', 'He said no.|Nobody moved.'],
    [
      'keeps firms with what follows',
      'Acme Corp. Chairman Ott sued Moss Inc. and Vale Co. in May.',
      'Acme Corp. Chairman Ott sued Moss Inc. and Vale Co. in May.',
    ],
    [
      'keeps a court case together',
      'In Hale v. Moss the court was split. It met.',
      'In Hale v. Moss the court was split.|It met.',
    ],
    [
      'takes closing quotes and brackets along',
      '“We won.” Nobody cheered. (It was late.) They slept.',
      '“We won.”|Nobody cheered.|(It was late.)|They slept.',
    ],
    ['goes on after a quoted question', '"Why?" he asked. "Because."', '"Why?" he asked.|"Because."'],
    [
      'keeps a dateline in the first sentence',
      'OSLO, Aug. 3 (NTB) — The port closed. It is shut.',
      'OSLO, Aug. 3 (NTB) — The port closed.|It is shut.',
    ],
    [
      'keeps a dateline that ends in an initialism',
      'WASHINGTON, D.C. — The port closed.',
      'WASHINGTON, D.C. — The port closed.',
    ],
    [
      'goes on after an ellipsis before a small letter',
      'They waited... and waited. Then… Nothing.',
      'They waited... and waited.|Then…|Nothing.',
    ],
    [
      'ends at an empty line',
      'Port closed\n\nThe port\nis shut\r\n\r\nfor now',
      'Port closed|The port\nis shut|for now',
    ],
    ['keeps the number of a list item', '1. Stay calm. 2. Go home.', '1. Stay calm.|2. Go home.'],
    [
      'ends before a name that begins with a small particle',
      'Ten died. al-Hadar fled. iPhones rang.',
      'Ten died.|al-Hadar fled.|iPhones rang.',
    ],
    ['ends before a sum of money', 'He paid. $5 was enough.', 'He paid.|$5 was enough.'],
    ['ends after a year', 'She left in 2020. 15 others stayed.', 'She left in 2020.|15 others stayed.'],
    [
      'knows the stops of other scripts',
      '今天下雨。没有人来。هل جاء؟ لا۔ ठीक है। हाँ',
      '今天下雨。|没有人来。|هل جاء؟|لا۔|ठीक है।|हाँ',
    ],
    ['does not end inside a word', 'See example.com or node.js today.', 'See example.com or node.js today.'],
    ['finds none in white space', ' \n\n\t ', ''],
  ])('%s', (_, text, expected) => {
    expect(split(text)).toBe(expected)
  })

  const pieces = fc.constantFrom(
    'A',
    'b',
    ' ',
    '.',
    '"',
    '\n',
    '\n\n',
    '5',
    'U.S.',
    'Mr.',
    '…',
    '—',
    '😀',
    'é',
    ')',
    '?',
    '。',
  )
  const texts = fc
    .array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 40 })
    .map((parts) => parts.join(''))

  it('covers every character that is not white space, in order and without overlap', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const spans = sentenceSpans(text)
        let end = 0
        for (const span of spans) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(text.slice(end, span.start).trim()).toBe('')
          const sentence = text.slice(span.start, span.end)
          expect(sentence).not.toBe('')
          expect(sentence.trim()).toBe(sentence)
          end = span.end
        }
        expect(text.slice(end).trim()).toBe('')
      }),
    )
  })
})
