import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkAnnotation, checkDataset, identityOf, loadDataset, writeDataset } from '@assay/dataset'
import { tinyNews } from '@assay/testkit'
import { expect, onTestFinished, test } from 'vitest'

test('tinyNews breaks no rule; its only warnings are the layers it lacks on purpose', () => {
  const warnings = tinyNews.articles.flatMap((gold) =>
    checkAnnotation(gold, tinyNews.manifest.tasks).map(({ severity, code }) => [
      gold.article.id,
      severity,
      code,
    ]),
  )
  expect(warnings).toEqual([
    ['../<script>', 'warning', 'layer-missing'],
    ['cafe-accents', 'warning', 'layer-missing'],
    ['dct-only', 'warning', 'layer-missing'],
    ['five-times', 'warning', 'layer-missing'],
    ['no-gold', 'warning', 'layer-missing'],
    ['nothing-found', 'warning', 'few-references'],
    ['rtl-names', 'warning', 'layer-missing'],
  ])
})

test('tinyNews written to disk and loaded again is the same dataset with the same identity', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'assay-tiny-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  await writeDataset(folder, tinyNews.manifest, tinyNews.articles)
  expect(await loadDataset(folder)).toEqual(tinyNews)
  expect((await checkDataset(folder)).findings).toHaveLength(7)
  expect(identityOf(tinyNews.manifest, tinyNews.articles)).toEqual(tinyNews.identity)
})
