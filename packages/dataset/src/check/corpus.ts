import type { Annotation, DatasetManifest } from '@assay/schema'
import { type Path, quoted, type Rule } from './rule.ts'

/** What the rules over all files see: a manifest and articles that have the right shape, and where they stand. */
export interface Corpus {
  /** Null if the manifest does not have the right shape. */
  readonly manifest: DatasetManifest | null
  readonly articles: readonly { readonly file: string; readonly gold: CorpusArticle }[]
  /** Number of article files, those of a wrong shape included. */
  readonly files: number
}

/** What the rules need to know of an article: it may be stand-off gold, without a text. */
interface CorpusArticle {
  readonly article: { readonly id: string; readonly text?: string }
  readonly annotation: Pick<Annotation, 'claims'>
}

/** A path here begins with the name of the file. */
export const corpusRules: readonly Rule<Corpus>[] = [
  {
    code: 'no-articles',
    severity: 'error',
    hint: 'Put at least one article file, named <anything>.json, into the folder `articles` beside dataset.json.',
    *find({ files }) {
      if (files === 0) yield { path: ['articles'], message: 'the dataset has no articles' }
    },
  },
  {
    code: 'duplicate-article-id',
    severity: 'error',
    hint: 'Give each article an id of its own, or delete one of the two files.',
    *find({ articles }) {
      for (const { file, gold, other } of repeated(articles, ({ article }) => article.id)) {
        yield {
          path: [file, 'article', 'id'],
          message: `the article id ${quoted(gold.article.id)} is taken by ${other}`,
        }
      }
    },
  },
  {
    code: 'same-text',
    severity: 'warning',
    hint: 'Delete one of the two: an article that stands twice counts twice.',
    *find({ articles }) {
      for (const { file, other } of repeated(articles, ({ article }) => article.text)) {
        yield { path: [file, 'article', 'text'], message: `the text is the same as in ${other}` }
      }
    },
  },
  {
    code: 'id-characters',
    severity: 'error',
    hint: 'Write the id without control characters and line breaks.',
    *find({ articles }) {
      for (const { file, gold } of articles) {
        const found = /[\p{Cc}\u2028\u2029]/u.exec(gold.article.id)?.[0].codePointAt(0)
        if (found === undefined) continue
        yield {
          path: [file, 'article', 'id'],
          message: `the article id ${quoted(gold.article.id)} holds the control character U+${found.toString(16).toUpperCase().padStart(4, '0')}`,
        }
      }
    },
  },
  {
    code: 'unknown-link-end',
    severity: 'error',
    hint: 'Name an article of this dataset and a claim in its annotation, or delete the link.',
    *find({ manifest, articles, files }) {
      const claims = new Map(
        articles.map(({ gold }) => [
          gold.article.id,
          new Set(gold.annotation.claims?.map((claim) => claim.id)),
        ]),
      )
      const allRead = articles.length === files
      for (const [i, link] of (manifest?.links ?? []).entries()) {
        for (const end of ['a', 'b'] as const) {
          const { article, claim } = link[end]
          const path: Path = ['dataset.json', 'links', i, end]
          const known = claims.get(article)
          if (known === undefined) {
            // An article that could not be read may be the one that is meant.
            if (allRead) yield { path, message: `there is no article ${quoted(article)}` }
          } else if (!known.has(claim)) {
            yield { path, message: `article ${quoted(article)} has no claim ${quoted(claim)}` }
          }
        }
      }
    },
  },
]

/** Every article whose key an earlier one has, with the file of that one. */
function* repeated(articles: Corpus['articles'], keyOf: (gold: CorpusArticle) => string | undefined) {
  const first = new Map<string, string>()
  for (const { file, gold } of articles) {
    const key = keyOf(gold)
    if (key === undefined) continue
    const other = first.get(key)
    if (other === undefined) first.set(key, file)
    else yield { file, gold, other }
  }
}
