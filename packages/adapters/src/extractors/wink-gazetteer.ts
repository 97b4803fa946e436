import { createHash } from 'node:crypto'
import { AssayError, type Article, type Extractor, type GoldArticle } from '@assay/schema'
import { withoutOverlap } from '../flat.ts'
import { namesOf } from '../gazetteer.ts'
import { articleFiles, learnNames, readGold } from './learnt-names.ts'
import { loadWink } from './wink-library.ts'
import { winkNames } from './wink.ts'

export interface WinkGazetteerOptions {
  /** What the names are learnt from: the folder of a dataset, or annotated articles. Never what it is measured on. */
  readonly train: string | readonly GoldArticle[]
}

/**
 * wink, and the names that stand in the gold of training articles: these are found wherever they stand as they are
 * written, with the type they mostly had there. No training articles are shipped. An article that names were learnt
 * from, by its id or its text, is refused: a score on it would say nothing.
 *
 * @throws AssayError `config-invalid`: no such folder, no articles in it. `file-invalid`: no annotated article.
 */
export function winkGazetteer({ train }: WinkGazetteerOptions): Extractor {
  const files = typeof train === 'string' ? articleFiles(train) : []
  const articles = typeof train === 'string' ? files.map(readGold) : train
  if (articles.length === 0) {
    throw new AssayError('config-invalid', 'winkGazetteer: there are no articles to learn names from', {
      hint: 'Give annotated articles other than those that it is measured on.',
    })
  }
  const learnt = learnNames(articles)
  const find = namesOf(learnt)
  const seen = new Set(articles.flatMap(({ article }) => [article.id, article.text]))
  return {
    kind: 'extractor',
    adapter: 'wink-gazetteer',
    version: '1+wink-nlp-2.4.0+wink-eng-lite-web-model-1.8.1',
    tasks: ['entities'],
    options: { articles: articles.length, names: learnt.size, learnt: digest(learnt) },
    files,
    prepare: async () => void (await loadWink()),
    extract: async (article) => {
      if (seen.has(article.id) || seen.has(article.text)) throw refusal(article)
      const { text } = article
      return { mentions: withoutOverlap(text, [...find(text), ...winkNames(await loadWink(), text)]) }
    },
  }
}

function digest(names: ReadonlyMap<string, string>): string {
  const lines = Array.from(names, ([name, type]) => JSON.stringify([name, type])).sort()
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}

function refusal({ id }: Article): AssayError {
  return new AssayError(
    'config-invalid',
    `wink-gazetteer has learnt names from article ${JSON.stringify(id)}`,
    {
      hint: 'Learn from articles of another dataset, or of a part that is not measured.',
    },
  )
}
