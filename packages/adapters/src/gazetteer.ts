import type { EntityType, PredictedMention } from '@assay/schema'
import { countryNames, demonyms } from './words/countries.ts'

/** Every country (GPE) and demonym (NORP) of the shipped list in a text, the longest at each place. */
export const listedNames: (text: string) => PredictedMention[] = namesOf(
  new Map<string, EntityType>([
    ...Array.from(demonyms, (word) => [word, 'NORP'] as const),
    ...Array.from(countryNames, (name) => [name, 'GPE'] as const),
  ]),
)

/** Finds the names of a list in a text, as whole words and as they are written, the longest at each place. */
export function namesOf(types: ReadonlyMap<string, EntityType>): (text: string) => PredictedMention[] {
  if (types.size === 0) return () => []
  const longestFirst = [...types.keys()].sort((a, b) => b.length - a.length).map(escaped)
  const listed = new RegExp(
    String.raw`(?<![\p{L}\p{M}\p{N}])(?:${longestFirst.join('|')})(?![\p{L}\p{M}\p{N}])`,
    'gu',
  )
  return (text) =>
    Array.from(text.matchAll(listed), ({ 0: surface, index }) => ({
      span: { start: index, end: index + surface.length },
      surface,
      type: types.get(surface)!,
    }))
}

function escaped(name: string): string {
  return name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)
}
