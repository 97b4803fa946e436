import type { EntityType, PredictedMention, Span } from '@assay/schema'
import { foldName } from '@assay/text'
import { nameMention } from '../name-span.ts'
import { guessType } from '../name-type.ts'
import type { Found } from './wink-library.ts'

/**
 * Mentions from wink's custom entities. A shape with a head word has its type; a run of proper nouns takes the
 * type that a rule gives it, else the one that the same name, or a person with it as last name, has elsewhere in
 * the article. A run that stays without a type is left out.
 */
export function typedNames(text: string, found: readonly Found[]): PredictedMention[] {
  const mentions: PredictedMention[] = []
  const untyped: Span[] = []
  for (const name of found) {
    const span = capitalisedPart(text, name)
    if (span === null || !/\p{L}{2}/u.test(text.slice(span.start, span.end))) continue
    const type = name.type === 'NAME' ? guessType(text, span) : name.type
    if (type === null) untyped.push(span)
    else mentions.push(...nameMention(text, span, type as EntityType))
  }
  const typeOf = new Map(mentions.flatMap((mention) => keysOf(mention).map((key) => [key, mention.type])))
  return mentions.concat(
    untyped.flatMap((span) => {
      const type = typeOf.get(foldName(text.slice(span.start, span.end)))
      return type === undefined ? [] : nameMention(text, span, type as EntityType)
    }),
  )
}

const capitalised = /\p{Lu}\S*(?:\s+(?:(?:of|for|the|and)\s+){0,2}\p{Lu}\S*)*/gu

/** Patterns by part of speech take in words like "said": the last run of capitalised words if it ends the span, else the first. */
function capitalisedPart(text: string, { start, end }: Span): Span | null {
  const runs = Array.from(text.slice(start, end).matchAll(capitalised), ({ 0: run, index }) => ({
    start: start + index,
    end: start + index + run.length,
  }))
  const last = runs.at(-1)
  return (last?.end === end ? last : runs[0]) ?? null
}

/** How else the thing may be called: a person by the last name. */
function keysOf({ surface = '', type }: PredictedMention): string[] {
  const name = foldName(surface)
  return type === 'PERSON' ? [name, name.slice(name.lastIndexOf(' ') + 1)] : [name]
}
