import { createHash } from 'node:crypto'
import type { DatasetIdentity, DatasetManifest, GoldArticle } from '@assay/schema'

/**
 * What tells two datasets apart. `texts` covers the articles as systems see them: while it stays, predictions
 * can be scored again. `gold` covers the articles with their annotation and stories, and the manifest's links.
 * Both are SHA-256 over JSON with sorted keys, articles in code-unit order of ids: neither file names, nor the
 * order of files or keys, nor white space count.
 */
export function identityOf(manifest: DatasetManifest, articles: readonly GoldArticle[]): DatasetIdentity {
  const ordered = articles.toSorted((a, b) => (a.article.id < b.article.id ? -1 : 1))
  return {
    name: manifest.name,
    version: manifest.version,
    texts: digest(ordered.map(({ article }) => article)),
    gold: digest({ articles: ordered, links: manifest.links ?? [] }),
    articles: ordered.length,
  }
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, sortedKeys)).digest('hex')
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
