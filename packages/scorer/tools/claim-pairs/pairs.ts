import { readdirSync, readFileSync } from 'node:fs'
import type { Annotation, Article, Claim } from '@assay/schema'
import { alignClaims } from '@assay/scorer'

/** Two claims of one article, and whether a reader finds that they say the same. */
interface ClaimPair {
  readonly article: string
  readonly split: Split
  readonly gold: string
  readonly predicted: string
  readonly same: boolean
  readonly note?: string
}

export const splits = ['train', 'dev', 'test'] as const
type Split = (typeof splits)[number]

/** A pair as the matcher sees it. */
export interface JudgedPair extends ClaimPair {
  readonly isMatched: boolean
}

export interface PairQuality {
  readonly pairs: number
  readonly same: number
  readonly matched: number
  /** Matched, and the same. */
  readonly right: number
}

interface GoldArticle {
  readonly article: Article
  readonly annotation: Annotation
}

/** Every labelled pair, in the order of the file, as the matcher with its defaults answers it. `base`: the repository. */
export function judgePairs(base: URL): JudgedPair[] {
  const articles = new Map(['newswire', 'daily8'].flatMap((name) => articlesOf(name, base)))
  return lines<ClaimPair>(new URL('packages/scorer/calibration/claim-pairs.jsonl', base)).map((pair) => {
    const item = articles.get(pair.article)
    if (item === undefined) throw new Error(`${pair.article}: no article of this id in datasets/`)
    const claims = [unit(pair.gold)]
    const { matched } = alignClaims(item.article, { ...item.annotation, claims }, [{ text: pair.predicted }])
    return { ...pair, isMatched: matched.length === 1 }
  })
}

export function pairQuality(judged: readonly JudgedPair[]): PairQuality {
  const number = (is: (pair: JudgedPair) => boolean) => judged.filter(is).length
  return {
    pairs: judged.length,
    same: number(({ same }) => same),
    matched: number(({ isMatched }) => isMatched),
    right: number(({ same, isMatched }) => same && isMatched),
  }
}

/** A gold claim of which only the text matters. */
function unit(text: string): Claim {
  return {
    id: 'gold',
    text,
    tier: 'core',
    weight: 1,
    kind: 'event',
    holder: 'narrator',
    mode: 'asserted',
    certainty: 'CT',
    polarity: '+',
    evidence: [],
  }
}

function articlesOf(dataset: string, base: URL): [string, GoldArticle][] {
  const folder = new URL(`datasets/${dataset}/articles/`, base)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file): GoldArticle => JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
    .map(({ article, annotation }) => [article.id, { article, annotation: withSurfaces(annotation) }])
}

/** Stand-off gold leaves out some surfaces; what is left names the entities well enough. */
function withSurfaces(annotation: Annotation): Annotation {
  const { mentions = [] } = annotation
  return { ...annotation, mentions: mentions.filter(({ surface }) => surface !== undefined) }
}

function lines<T>(file: URL): T[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}
