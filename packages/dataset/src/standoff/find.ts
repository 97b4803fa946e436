import type { StandoffArticle } from '@assay/schema'
import { sha256Of } from './match-form.ts'
import { fingerprintsIn } from './paragraphs.ts'
import { keyOf } from './spans.ts'

/** A text that is the one an article was annotated on, or another version of it. */
export interface FoundText {
  readonly text: string
  readonly isExact: boolean
}

/** The share of an article that must be in a text, in whole paragraphs or sentences, for it to be a version. */
const leastShare = 0.2

/**
 * Finds the text of each article: the one with its SHA-256; else, of the texts that are nobody else's, the one that
 * shares most with it. An article of which no text holds a fifth is not found.
 */
export function findTexts(
  articles: readonly StandoffArticle[],
  texts: readonly string[],
): Map<StandoffArticle, FoundText> {
  const bySha = new Map(texts.map((text) => [sha256Of(text), text]))
  const found = new Map<StandoffArticle, FoundText>()
  const taken = new Set<string>()
  for (const article of articles) {
    const text = bySha.get(article.text.sha256)
    if (text === undefined) continue
    found.set(article, { text, isExact: true })
    taken.add(text)
  }
  const left = articles.filter((article) => !found.has(article))
  if (left.length === 0) return found

  const free = [...new Set(texts)].filter((text) => !taken.has(text))
  const holders = holdersOf(free)
  const pairs = left
    .flatMap((article) =>
      Array.from(sharedWith(article, holders), ([i, share]) => ({ article, text: free[i]!, share })),
    )
    .filter(({ share }) => share >= leastShare)
    .toSorted((a, b) => b.share - a.share)
  for (const { article, text } of pairs) {
    if (found.has(article) || taken.has(text)) continue
    found.set(article, { text, isExact: false })
    taken.add(text)
  }
  return found
}

/** By every fingerprint, the indices of the texts that hold it. */
function holdersOf(texts: readonly string[]): Map<string, number[]> {
  const holders = new Map<string, number[]>()
  for (const [i, text] of texts.entries()) {
    for (const fingerprint of fingerprintsIn(text)) {
      const others = holders.get(fingerprint)
      if (others === undefined) holders.set(fingerprint, [i])
      else others.push(i)
    }
  }
  return holders
}

/** The share of an article that each text holds: of its paragraphs or of its sentences, whichever is more. */
function sharedWith(
  { text: { paragraphs }, anchors, annotation }: StandoffArticle,
  holders: ReadonlyMap<string, readonly number[]>,
): Map<number, number> {
  const sentences = new Set(annotation.sentences?.map(keyOf))
  const shares = new Map<number, number>()
  for (const units of [paragraphs, anchors.filter((anchor) => sentences.has(keyOf(anchor)))]) {
    const total = units.reduce((sum, { start, end }) => sum + end - start, 0)
    const lengths = new Map<number, number>()
    for (const { start, end, fingerprint } of units) {
      for (const i of holders.get(fingerprint) ?? []) lengths.set(i, (lengths.get(i) ?? 0) + end - start)
    }
    for (const [i, length] of lengths) shares.set(i, Math.max(shares.get(i) ?? 0, length / total))
  }
  return shares
}
