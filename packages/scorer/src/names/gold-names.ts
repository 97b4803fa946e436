import type { Annotation, Span } from '@assay/schema'
import { stopWords, type Token, wordTokens } from '@assay/text'
import { foldWord } from './fold-word.ts'

/** A place in a text where a gold entity is named. */
export interface NameMention {
  readonly span: Span
  readonly entity: string
}

/** One name of one entity, word by word. */
interface Name {
  readonly entity: string
  readonly words: readonly NameWord[]
}

interface NameWord {
  readonly folded: string
  readonly shape: 'lower' | 'capital' | 'capitals'
  /** What stands between this word and the one before it, spaces and dashes apart. */
  readonly joint: string
}

/**
 * Makes the finder of an article's entities: names, aliases, nationality words and the surfaces of linked
 * mentions, without a leading article. The longest name wins, from left to right, on whole words; a possessive
 * counts as its name. A capital must be matched by a capital, and capitals by capitals ("US" is not "us"), unless
 * the whole text has none. A name that two entities share means the one with the smaller id.
 */
export function createNameFinder(
  gold: Pick<Annotation, 'entities' | 'mentions'>,
): (text: string) => NameMention[] {
  const names = namesByFirstWord(gold)
  return (text) => {
    const hasCapitals = text !== text.toLowerCase()
    const tokens = wordTokens(text)
    const words = tokens.map((token, i) => nameWord(text, token, tokens[i - 1]))
    const found: NameMention[] = []
    for (let at = 0; at < words.length; ) {
      const name = names.get(words[at]!.folded)?.find((name) => standsAt(name, words, at, hasCapitals))
      const size = name?.words.length ?? 1
      if (name !== undefined) {
        const span = { start: tokens[at]!.start, end: tokens[at + size - 1]!.end }
        found.push({ span, entity: name.entity })
      }
      at += size
    }
    return found
  }
}

/** Every name an entity has in the gold of its article. */
export function surfacesByEntity(
  gold: Pick<Annotation, 'entities' | 'mentions'>,
): Map<string, readonly string[]> {
  const surfaces = new Map<string, string[]>()
  for (const entity of gold.entities ?? []) {
    surfaces.set(entity.id, [entity.name, ...entity.aliases, ...(entity.demonyms ?? [])])
  }
  for (const mention of gold.mentions ?? []) {
    if (mention.entityId !== undefined) surfaces.get(mention.entityId)?.push(mention.surface)
  }
  return surfaces
}

/** Longest first, then by entity id, so that the first that stands is the one. */
function namesByFirstWord(gold: Pick<Annotation, 'entities' | 'mentions'>): Map<string, Name[]> {
  const names = new Map<string, Name[]>()
  for (const [entity, surfaces] of surfacesByEntity(gold)) {
    for (const surface of surfaces) {
      const bare = surface.replace(/^(?:the|an?) /i, '')
      const tokens = wordTokens(bare)
      const words = tokens.map((token, i) => nameWord(bare, token, tokens[i - 1]))
      const first = words[0]?.folded
      if (first === undefined) continue
      names.set(first, [...(names.get(first) ?? []), { entity, words }])
    }
  }
  for (const list of names.values()) {
    list.sort((a, b) => b.words.length - a.words.length || (a.entity < b.entity ? -1 : 1))
  }
  return names
}

function nameWord(text: string, token: Token, previous: Token | undefined): NameWord {
  const gap = previous === undefined ? '' : text.slice(previous.end, token.start)
  const letters = token.text.replaceAll('.', '')
  const isCapitals = letters === letters.toUpperCase()
  return {
    folded: foldWord(token.text),
    shape: isCapitals ? 'capitals' : /^\p{Lu}/u.test(letters) ? 'capital' : 'lower',
    joint: gap.replaceAll(/[\s\p{Pd}]/gu, ''),
  }
}

function standsAt(name: Name, words: readonly NameWord[], at: number, hasCapitals: boolean): boolean {
  return name.words.every((own, i) => {
    const word = words[at + i]
    if (word === undefined || word.folded !== own.folded || (i > 0 && word.joint !== own.joint)) return false
    return hasCapitals
      ? shows(own.shape, word.shape)
      : !(name.words.length === 1 && stopWords.has(own.folded))
  })
}

function shows(expected: NameWord['shape'], shape: NameWord['shape']): boolean {
  if (expected === 'capitals') return shape === 'capitals'
  return expected === 'lower' || shape !== 'lower'
}
