import type { StandoffArticle } from '@assay/schema'
import { sha256Of } from './match-form.ts'
import { fingerprintsIn } from './paragraphs.ts'
import { keyOf } from './spans.ts'

/** A text that is the one an article was annotated on, or another version of it. */
export interface FoundText {
  readonly text: string
  readonly isExact: boolean
}

/** The share of an article that must be in a text, in whole paragraphs or sentences, for the text to be a version of it. */
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

  const holders = holdersOf([...new Set(texts)].filter((text) => !taken.has(text)))
  const pairs = left
    .flatMap((article) =>
      Array.from(sharedWith(article, holders), ([text, share]) => ({ article, text, share })),
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

/** The texts by every fingerprint that they hold. */
function holdersOf(texts: readonly string[]): Map<string, string[]> {
  const holders = new Map<string, string[]>()
  for (const text of texts) {
    for (const fingerprint of fingerprintsIn(text)) {
      const others = holders.get(fingerprint)
      if (others === undefined) holders.set(fingerprint, [text])
      else others.push(text)
    }
  }
  return holders
}

/** The share of an article's units that each text holds. Sentences and paragraphs are weighed alike, by length. */
function sharedWith(
  { text: { paragraphs }, anchors, annotation }: StandoffArticle,
  holders: ReadonlyMap<string, readonly string[]>,
): Map<string, number> {
  const sentences = new Set(annotation.sentences?.map(keyOf))
  const units = [...paragraphs, ...anchors.filter((anchor) => sentences.has(keyOf(anchor)))]
  const total = units.reduce((sum, { start, end }) => sum + end - start, 0)
  const shares = new Map<string, number>()
  for (const { start, end, fingerprint } of units) {
    for (const text of holders.get(fingerprint) ?? []) {
      shares.set(text, (shares.get(text) ?? 0) + (end - start) / total)
    }
  }
  return shares
}
