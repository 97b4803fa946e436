import type { CountRow, Counts, GoldArticle, Metric, ScoredSystem } from '@assay/schema'
import { addCounts } from '@assay/scorer'
import { byText } from '../order.ts'

/** The two scores over some of the articles, or of some of the items. No test: parts are looked at because they differ. */
export interface Slice {
  readonly kind: 'type' | 'language' | 'source' | 'story' | 'length'
  readonly name: string
  /** Articles in it; null where it is a part of the items of all articles. */
  readonly articles: number | null
  readonly a: number | null
  readonly b: number | null
}

/** One article and what it does to the difference. */
export interface ArticlePart {
  readonly article: string
  /** What it scores alone. */
  readonly a: number | null
  readonly b: number | null
  /**
   * How much the score of a rises if b answers this article, and that of b falls if a does: the mean of the two. Over all
   * articles they sum to about the difference, for means exactly.
   */
  readonly contribution: number
  /** Of the whole difference; null where there is none. */
  readonly share: number | null
}

interface Both {
  readonly metric: Metric
  readonly column: string
  readonly a: ScoredSystem
  readonly b: ScoredSystem
}

/** The articles that change the difference, those that change it most first. */
export function articleParts({ metric, column, a, b }: Both): ArticlePart[] {
  const [rowsA, rowsB] = [rowsOf(a, metric), rowsOf(b, metric)]
  const score = (counts: Counts) => metric.finish(counts)[column]?.value ?? null
  const scoreWith = (rows: ReadonlyMap<string, Counts>, article?: string, other?: Counts) =>
    score(addCounts([...rows].map(([id, counts]) => (id === article ? (other ?? {}) : counts))))
  const [totalA, totalB] = [scoreWith(rowsA), scoreWith(rowsB)]
  if (totalA === null || totalB === null) return []
  const difference = totalB - totalA
  return [...rowsA]
    .flatMap(([article, ofA]): ArticlePart[] => {
      const ofB = rowsB.get(article) ?? {}
      const [raised, lowered] = [scoreWith(rowsA, article, ofB), scoreWith(rowsB, article, ofA)]
      if (raised === null || lowered === null) return []
      const contribution = (raised - totalA + (totalB - lowered)) / 2
      if (Math.abs(contribution) < 1e-12) return []
      const share = Math.abs(difference) < 1e-12 ? null : contribution / difference
      return [{ article, a: score(ofA), b: score(ofB), contribution, share }]
    })
    .sort((x, y) => Math.abs(y.contribution) - Math.abs(x.contribution) || byText(x.article, y.article))
}

/** Scores by type, and by what articles are, where that divides them. Stories stand there if they have two articles. */
export function slicesOf({ metric, column, a, b }: Both, articles: readonly GoldArticle[]): Slice[] {
  const [rowsA, rowsB] = [rowsOf(a, metric), rowsOf(b, metric)]
  const score = (rows: ReadonlyMap<string, Counts>, ids: readonly string[]) =>
    metric.finish(addCounts(ids.map((id) => rows.get(id) ?? {})))[column]?.value ?? null
  const byArticle = articleKinds.flatMap(({ kind, nameOf, fewest }) => {
    const groups = new Map<string, string[]>()
    for (const gold of articles) {
      const name = nameOf(gold)
      if (name === undefined || !rowsA.has(gold.article.id)) continue
      groups.set(name, [...(groups.get(name) ?? []), gold.article.id])
    }
    const slices = [...groups]
      .filter(([, ids]) => ids.length >= fewest)
      .map(
        ([name, ids]): Slice => ({
          kind,
          name,
          articles: ids.length,
          a: score(rowsA, ids),
          b: score(rowsB, ids),
        }),
      )
    return slices.length + (fewest > 1 ? 1 : 0) > 1 ? slices : []
  })
  return [...typeSlices({ metric, column, a, b }), ...byArticle]
}

function typeSlices({ metric, column, a, b }: Both): Slice[] {
  const [ofA, ofB] = [valuesOf(a, metric), valuesOf(b, metric)]
  return [...new Set([...Object.keys(ofA), ...Object.keys(ofB)])]
    .filter((key) => key.startsWith(`${column}/`))
    .map((key) => ({
      kind: 'type' as const,
      name: key.slice(column.length + 1),
      articles: null,
      a: ofA[key]?.value ?? null,
      b: ofB[key]?.value ?? null,
    }))
}

interface ArticleKind {
  readonly kind: Slice['kind']
  /** Groups of fewer articles are left out. */
  readonly fewest: number
  readonly nameOf: (gold: GoldArticle) => string | undefined
}

const articleKinds: readonly ArticleKind[] = [
  { kind: 'language', fewest: 1, nameOf: ({ article }) => article.language },
  { kind: 'source', fewest: 1, nameOf: ({ article }) => article.source?.publisher ?? article.source?.agency },
  { kind: 'story', fewest: 2, nameOf: ({ story }) => story },
  { kind: 'length', fewest: 1, nameOf: ({ article }) => lengthName(article.text) },
]

function lengthName(text: string): string {
  const words = text.split(/\s+/).filter((word) => word !== '').length
  if (words < 300) return 'under 300 words'
  return words < 600 ? '300 to 599 words' : '600 words or more'
}

/** Summed by article, in the order of the rows. */
function rowsOf({ counts }: ScoredSystem, { id }: Metric): ReadonlyMap<string, Counts> {
  const rows: readonly CountRow[] = counts.filter(({ metric }) => metric === id)
  return new Map(rows.map(({ article, counts }) => [article, counts]))
}

function valuesOf({ sheet }: ScoredSystem, { id }: Metric) {
  return sheet.scores.find(({ metric }) => metric === id)?.values ?? {}
}
