import { readdirSync, readFileSync } from 'node:fs'
import type { GoldArticle } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { createSupportChecker } from '../src/summaries/support.ts'

const folder = new URL('../../../datasets/newswire/articles/', import.meta.url)

describe('the references of datasets/newswire', () => {
  const articles = readdirSync(folder).map(
    (file): GoldArticle => JSON.parse(readFileSync(new URL(file, folder), 'utf8')),
  )

  it.each(articles.map((gold) => [gold.article.id, gold] as const))(
    'hold nothing that %s does not support',
    (_, { article, annotation }) => {
      const check = createSupportChecker(article, annotation)
      const wrong = (annotation.summaries ?? []).flatMap(({ id, text }) =>
        check(text)
          .filter((unit) => !unit.isSupported)
          .map(({ kind, span }) => `${id}: ${kind} ${text.slice(span.start, span.end)}`),
      )
      expect(wrong).toEqual([])
    },
  )
})
