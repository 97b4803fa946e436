import type { Article, Span } from '@assay/schema'

/** A way to count that is not ours, as other tools do. */
export interface Unit {
  /** What offsets in this unit look like. */
  readonly name: string
  readonly cure: string
  /** Characters that this unit counts differently, and what they are. */
  readonly prefix: string
  readonly about: string
  /** The length of a text in this unit. */
  length(text: string): number
}

export interface Placed {
  readonly article: Article
  readonly path: string
  readonly span: Span
  readonly surface?: string
}

export const units: readonly Unit[] = [
  {
    name: 'code points',
    cure: 'convert them with createOffsetMap(text).fromCodepoint, or slice the string and not an array of characters',
    prefix: '😀😀🎉 ',
    about: 'emoji',
    length: (text) => Array.from(text).length,
  },
  {
    name: 'bytes of UTF-8',
    cure: 'count in the string, not in its encoded bytes',
    prefix: '“Ø” – ',
    about: 'accents and quotes',
    length: (text) => Buffer.byteLength(text),
  },
  {
    name: 'offsets in a text that was normalised (NFC)',
    cure: 'the text must not be changed before offsets are taken',
    prefix: 'e\u0301a\u0300o\u0308 ',
    about: 'combining marks',
    length: (text) => text.normalize('NFC').length,
  },
  {
    name: 'offsets in a text whose line ends were changed to \\n',
    cure: 'keep \\r\\n as it is',
    prefix: '\r\n\r\n',
    about: 'CRLF line ends',
    length: (text) => text.replaceAll('\r\n', '\n').length,
  },
  {
    name: 'offsets in a text that was trimmed',
    cure: 'keep the white space at the start of the text',
    prefix: '   \n',
    about: 'white space',
    length: (text) => text.trimStart().length,
  },
]

/** The unit in which the surface stands at the span; null: in none that we know. */
export function unitOf({ article: { text }, span, surface }: Placed): Unit | null {
  if (surface === undefined) return null
  return units.find((unit) => startsAt(text, surface, span, unit)) ?? null
}

function startsAt(text: string, surface: string, span: Span, unit: Unit): boolean {
  for (let at = text.indexOf(surface); at !== -1; at = text.indexOf(surface, at + 1)) {
    if (unit.length(text.slice(0, at)) === span.start) return true
  }
  return false
}

/** What a span cuts out, and dots where it reaches beyond the text. */
export function sliceIn(text: string, { start, end }: Span): string {
  return `${text.slice(start, end)}${end > text.length ? '…' : ''}`.toWellFormed()
}
