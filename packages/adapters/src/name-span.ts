import type { EntityType, PredictedMention, Span } from '@assay/schema'
import { roles, titleParts, titles } from './words/cues.ts'

/**
 * `span` without what does not belong to a name by the annotation rules: white space, punctuation and quotes at
 * its ends, a leading article (but not in "The Hague"), a possessive marker, and before a person titles and roles.
 * The full stop of "U.S." and "Corp." stays. Null if no name is left.
 */
export function trimName(text: string, span: Span, type: EntityType): Span | null {
  let { start, end } = span
  for (;;) {
    const name = text.slice(start, end)
    const head = leading(name, type)
    const tail = head < name.length ? trailing(name) : 0
    if (head === 0 && tail === 0) return isName(name, type) ? { start, end } : null
    start += head
    end -= tail
    if (start >= end) return null
  }
}

/** A mention of the trimmed name, or none. */
export function nameMention(text: string, span: Span, type: EntityType): PredictedMention[] {
  const trimmed = trimName(text, span, type)
  if (trimmed === null) return []
  return [{ span: trimmed, surface: text.slice(trimmed.start, trimmed.end), type }]
}

const outsideStart = /^[^\p{L}\p{N}]+/u
const outsideEnd = /[^\p{L}\p{M}\p{N}.]+$/u
const article = /^(?:the|an?)\s+(?=\S)/iu
const hague = /^the\s+hague\b/i
const possessive = /['’ʼ]s?$/iu
const dotted = /(?:\p{L}\.\p{L}|(?<![\p{L}\p{N}])(?:Corp|Inc|Ltd|Co|Jr|Sr))\.$/u
const titleWords = new Set([...titles, ...titleParts, ...roles].map((word) => word.toLowerCase()))
const firstWord = /^(\S+)\s+(?=\S)/

function leading(name: string, type: EntityType): number {
  const outside = outsideStart.exec(name)?.[0].length ?? 0
  if (outside > 0) return outside
  if (!hague.test(name)) {
    const length = article.exec(name)?.[0].length ?? 0
    if (length > 0) return length
  }
  const first = firstWord.exec(name)
  return type === 'PERSON' && first !== null && isTitle(first[1]!) ? first[0].length : 0
}

function isName(name: string, type: EntityType): boolean {
  return /\p{L}/u.test(name) && !(type === 'PERSON' && isTitle(name))
}

function isTitle(word: string): boolean {
  return titleWords.has(word.toLowerCase())
}

function trailing(name: string): number {
  const outside = (possessive.exec(name) ?? outsideEnd.exec(name))?.[0].length ?? 0
  if (outside > 0 || dotted.test(name)) return outside
  return /\.*$/.exec(name)?.[0].length ?? 0
}
