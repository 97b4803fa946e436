import type { Annotation, Span } from '@assay/schema'
import { initialsOf, isAcronym, plainLetters } from '../names/acronyms.ts'
import { canonicalWords } from '../names/canonical.ts'
import { capitalisedRuns } from '../names/capitalised.ts'
import { surfacesByEntity } from '../names/gold-names.ts'

/**
 * Makes the finder of names that no gold entity could have: capitalised runs that share no word with a gold name
 * (case, possessive, plural and demonym apart), are no acronym of one, and stand where nothing was understood
 * otherwise. What is found is folded, so that two texts' strangers compare.
 */
export function createStrangerFinder(
  gold: Pick<Annotation, 'entities' | 'mentions'>,
): (text: string, isFree: (span: Span) => boolean) => string[] {
  const surfaces = [...surfacesByEntity(gold).values()].flat()
  const known = new Set(surfaces.flatMap((surface) => canonicalWords(surface).map(({ word }) => word)))
  const acronyms = new Set(surfaces.map(initialsOf))
  return (text, isFree) =>
    capitalisedRuns(text)
      .filter(isFree)
      .map(({ start, end }) => text.slice(start, end))
      .filter((name) => !(isAcronym(name) && acronyms.has(plainLetters(name))))
      .map((name) => canonicalWords(name).map(({ word }) => word))
      .filter((words) => !words.some((word) => known.has(word)))
      .map((words) => words.join(' '))
}
