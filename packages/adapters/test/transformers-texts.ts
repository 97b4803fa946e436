import * as fc from 'fast-check'

/** What texts are put together from: names among everything that breaks offsets. */
const scraps = Object.values({
  names: [
    'Alice',
    'Smith',
    'Åse',
    'A\u030ase',
    'Acme',
    'Corp',
    'Oslo',
    '東京',
    'Nordic',
    'Bobson',
    'x',
    'the',
  ],
  space: [' ', ' ', ' ', ' ', '  ', '\n', '\r\n', '\t', '\n\n', '\u00a0', '\u3000', '\u2028', '\u0085', ''],
  signs: ['.', ',', '-', '’s', '“', '”', '(', '...', '…', '&', '$5', '€', '№', '½', '①', '²'],
  emoji: ['👩‍👩‍👧‍👦', '👍🏽', '🇳🇴', '😀', '❤️'],
  joining: [
    '\u0301',
    'e\u0301',
    '\ufe0f',
    '\u200d',
    '\u200b',
    '\ufeff',
    '\u00ad',
    '\u2060',
    '\u1112\u1161\u11ab',
  ],
  folding: ['ﬁ', 'ﷺ', 'İ', 'ß', 'ΟΔΟΣ', 'Ｏｓｌｏ', '𝒪slo', '㍿'],
  scripts: ['한국', '𠀀', 'שלום', 'القاهرة', '\u202e', '\u202c', 'हिन्दी', 'ไทย'],
  controls: ['\u0000', '\u0007', '\u001b[31m', '\ufffd', '\ue000', '\ud83d', '\udc00'],
  tokens: ['[SEP]', '[UNK]', '<s>', '</s>', '<mask>', '##son', '▁', '▁Oslo', 'Ġ', '<0x41>'],
}).flat()
/** Texts on which offsets go wrong, ill-formed ones among them. */
export const hostileTexts: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...scraps) }, fc.string({ unit: 'binary' })), {
    maxLength: 24,
  })
  .map((parts) => parts.join(''))
