import type { PredictedMention } from '@assay/schema'
import { countryNames, demonyms } from './words/countries.ts'

const longestFirst = [...countryNames, ...demonyms].sort((a, b) => b.length - a.length)
const listed = new RegExp(
  String.raw`(?<![\p{L}\p{M}\p{N}])(?:${longestFirst.join('|').replaceAll('.', String.raw`\.`)})(?![\p{L}\p{M}\p{N}])`,
  'gu',
)

/** Every country (GPE) and demonym (NORP) of the shipped list in a text, the longest at each place. */
export function listedNames(text: string): PredictedMention[] {
  return Array.from(text.matchAll(listed), ({ 0: surface, index }) => ({
    span: { start: index, end: index + surface.length },
    surface,
    type: countryNames.has(surface) ? 'GPE' : 'NORP',
  }))
}
