/** Text on one line. Every string in it is data, never markup. */
export type Text = string | readonly TextPart[]

export type TextPart =
  | string
  /** In code type. `href`, of ours and never data: a link, where the page can have links. */
  | { readonly code: string; readonly href?: string }

/** A piece of a page that is the same page on a terminal, in Markdown and in HTML. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly Text[])[]
      /** Columns of numbers, by position: they stand to the right. */
      readonly numbers: readonly number[]
    }

export function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', level, text }
}

export function paragraph(text: Text): Block {
  return { kind: 'paragraph', text }
}

export function list(items: readonly Text[]): Block {
  return { kind: 'list', items }
}

export function table(
  head: readonly string[],
  rows: readonly (readonly Text[])[],
  numbers: readonly number[] = [],
): Block {
  return { kind: 'table', head, rows, numbers }
}

/** The parts of a text in order. */
export function partsOf(text: Text): readonly TextPart[] {
  return typeof text === 'string' ? [text] : text
}

export function plainText(text: Text): string {
  return partsOf(text)
    .map((part) => (typeof part === 'string' ? part : part.code))
    .join('')
}
