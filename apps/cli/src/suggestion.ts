import { distance } from 'fastest-levenshtein'

/** ` (did you mean "x"?)` for the nearest of `known`, or nothing if none is near. */
export function suggestion(word: string, known: readonly string[]): string {
  const nearest = known
    .map((candidate) => ({ candidate, edits: distance(word, candidate) }))
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1))[0]
  if (nearest === undefined || nearest.edits > Math.max(2, word.length / 3)) return ''
  return ` (did you mean ${JSON.stringify(nearest.candidate)}?)`
}
