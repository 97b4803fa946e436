import { AssayError, type Dataset, type Selection } from '@assay/schema'
import { identityOf } from './identity.ts'

/**
 * The part of a dataset that a selection names, as a dataset with an identity of its own: first `grep` (a
 * regular expression looked for in id and title), then the first `limit` articles in id order. Links keep only
 * those with both ends inside.
 *
 * @throws AssayError `usage` if the expression is not one, or nothing is left.
 */
export function selectArticles(dataset: Dataset, { limit = Infinity, grep = '' }: Selection): Dataset {
  const pattern = expression(grep)
  const articles = dataset.articles
    .filter(({ article: { id, title = '' } }) => pattern.test(id) || pattern.test(title))
    .slice(0, limit)
  if (articles.length === 0) {
    throw new AssayError(
      'usage',
      `the selection leaves none of the ${dataset.articles.length} articles of ${dataset.manifest.name}`,
      { hint: 'Change --grep, which looks at ids and titles, or --limit.' },
    )
  }
  const ids = new Set(articles.map(({ article }) => article.id))
  const { links, ...rest } = dataset.manifest
  const inside = links?.filter(({ a, b }) => ids.has(a.article) && ids.has(b.article))
  const manifest = inside === undefined ? rest : { ...rest, links: inside }
  return { manifest, articles, identity: identityOf(manifest, articles) }
}

function expression(grep: string): RegExp {
  try {
    return new RegExp(grep)
  } catch (cause) {
    throw new AssayError('usage', `--grep ${JSON.stringify(grep)} is not a regular expression`, {
      hint: 'Put a backslash before characters that are meant as they are, such as \\( or \\+.',
      cause,
    })
  }
}
