import type { Span } from '@assay/schema'
import { sentenceSpans } from '@assay/text'
import { fingerprintOf, matchForm } from './match-form.ts'

export interface Paragraph extends Span {
  readonly fingerprint: string
}

/** The lines of a text that are not blank, without white space at their ends, in order. */
export function paragraphsOf(text: string): Paragraph[] {
  return Array.from(text.matchAll(/\S[^\r\n]*/g), ({ 0: line, index }) => {
    const end = index + line.trimEnd().length
    return { start: index, end, fingerprint: fingerprintOf(matchForm(text.slice(index, end)).form) }
  })
}

/** The fingerprints by which a text is recognised: of its paragraphs and of its sentences. */
export function fingerprintsIn(text: string): Set<string> {
  const sentences = sentenceSpans(text).map(({ start, end }) => matchForm(text.slice(start, end)).form)
  return new Set([
    ...paragraphsOf(text).map(({ fingerprint }) => fingerprint),
    ...sentences.map(fingerprintOf),
  ])
}
