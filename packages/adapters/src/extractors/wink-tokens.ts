import type { Span } from '@assay/schema'
import type { Wink } from './wink-library.ts'

/** A token with its universal part of speech ("VERB", "PROPN"). */
export interface TaggedWord extends Span {
  readonly text: string
  readonly pos: string
}

/** The tokens of a text. */
export function tagWords({ readDoc, its }: Wink, text: string): TaggedWord[] {
  const safe = safeText(text)
  const tokens = readDoc(safe).tokens()
  const tags = tokens.out(its.pos)
  return tokenSpans(tokens.out(its.value), safe).map(({ start, end }, i) => {
    return { start, end, text: text.slice(start, end), pos: tags[i]! }
  })
}

/**
 * Where each token stands. Between tokens there is only white space; its length is not to be had from wink in
 * all cases (more than 65,534 spaces, several kinds mixed), so each token is looked for behind the one before.
 */
export function tokenSpans(values: readonly string[], text: string): Span[] {
  let end = 0
  return values.map((value) => {
    const start = text.indexOf(value, end)
    if (start === -1) throw new Error(`wink-nlp changed the text: no ${JSON.stringify(value)} behind ${end}`)
    end = start + value.length
    return { start, end }
  })
}

/**
 * The text as wink can read it, every character at its place. Its tokenizer takes words apart at letters beyond
 * Latin-1 ("Kovač" is two tokens), so these lose their accents, and is quadratic in the length of a run without
 * white space, so such runs are blanked from 256 characters on.
 */
export function safeText(text: string): string {
  return text
    .replaceAll(/\S{256,}/g, (run) => ' '.repeat(run.length))
    .replaceAll(/[\u0100-\u024f\u1e00-\u1eff]/g, plainLetter)
}

function plainLetter(letter: string): string {
  const base = letter.normalize('NFD').charAt(0)
  if (/[A-Za-z]/.test(base)) return base
  return letter === letter.toLowerCase() ? 'x' : 'X'
}
