import type { EntityType, Span } from '@assay/schema'
import * as cues from './words/cues.ts'

const organizationWords = new Set([...cues.organizationHeads, ...cues.companyForms])
const landformWords = new Set(cues.landformHeads)
const facilityWords = new Set(cues.facilityHeads)
const titleWords = new Set([...cues.titles, ...cues.titleParts])
const afterTitle = wordBefore([...cues.titles, ...cues.roles])
const afterPlacePreposition = wordBefore(cues.placePrepositions)

/**
 * The type of a run of capitalised words by the simplest rules that a reader could apply without knowing the
 * name, first hit wins: a head word ("Bank", "Corp.", "Lake", "Airport"); a title at its start, or a title or
 * role before it: PERSON; a place preposition before it: GPE; capitals only: GPE where the text begins with it
 * (a dateline), else ORG; two or three words: PERSON.
 * Null: no rule fits.
 */
export function guessType(text: string, span: Span): EntityType | null {
  const words = text.slice(span.start, span.end).split(/\s+/)
  if (words.length > 1) {
    if (words.some((word) => organizationWords.has(word))) return 'ORG'
    if (words.some((word) => landformWords.has(word))) return 'LOC'
    if (words.some((word) => facilityWords.has(word))) return 'FAC'
    if (titleWords.has(words[0]!)) return 'PERSON'
  }
  const before = text.slice(Math.max(0, span.start - 24), span.start)
  if (afterTitle.test(before)) return 'PERSON'
  if (afterPlacePreposition.test(before)) return 'GPE'
  if (words.every((word) => /^[\p{Lu}\p{N}.&-]{2,}$/u.test(word))) return span.start === 0 ? 'GPE' : 'ORG'
  return words.length === 2 || words.length === 3 ? 'PERSON' : null
}

function wordBefore(words: readonly string[]): RegExp {
  const escaped = words.map((word) => word.replace('.', String.raw`\.`))
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${escaped.join('|')})\s+$`, 'u')
}
