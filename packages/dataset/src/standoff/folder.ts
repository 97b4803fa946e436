import { AssayError, type Finding, jsonSchemas, standoffArticleSchema } from '@assay/schema'
import type { Problem } from '../check/rule.ts'
import { formatFindings } from '../format.ts'
import { readFolder } from '../load.ts'
import { writeFolder } from '../write.ts'
import { checkStandoffArticle } from './check.ts'
import type { Standoff } from './make.ts'

/**
 * Writes a stand-off dataset as `writeDataset` does.
 *
 * @throws AssayError as `writeDataset`.
 */
export async function writeStandoff(folder: string, { manifest, articles }: Standoff): Promise<void> {
  await writeFolder(folder, manifest, articles, (article) => standoffArticleSchema.safeParse(article))
}

/**
 * Loads a stand-off dataset.
 *
 * @throws AssayError `dataset-invalid` with every error in its message if there is one.
 */
export async function loadStandoff(folder: string): Promise<Standoff> {
  const { findings, standoff } = await checkStandoff(folder)
  if (standoff !== null) return standoff
  const errors = findings.filter(({ severity }) => severity === 'error')
  throw new AssayError(
    'dataset-invalid',
    `the stand-off dataset in ${folder} is invalid\n\n${formatFindings(errors)}`,
    {
      hint: 'Each error names its cure.',
    },
  )
}

/** Everything that can be seen to be wrong with a stand-off dataset without its texts. Bad data never throws. */
export async function checkStandoff(
  folder: string,
): Promise<{ readonly findings: readonly Finding[]; readonly standoff: Standoff | null }> {
  const shape = { schema: standoffArticleSchema, json: jsonSchemas().standoff }
  const { manifest, articles, findings } = await readFolder(folder, shape, withoutTexts, checkStandoffArticle)
  if (manifest === null || findings.some(({ severity }) => severity === 'error'))
    return { findings, standoff: null }
  const ordered = articles
    .map(({ value }) => value)
    .toSorted((a, b) => (a.article.id < b.article.id ? -1 : 1))
  return { findings, standoff: { manifest, articles: ordered } }
}

function withoutTexts({ texts, name }: { readonly texts?: 'standoff'; readonly name: string }): Problem[] {
  if (texts === 'standoff') return []
  return [
    {
      code: 'not-standoff',
      severity: 'error',
      path: [],
      message: 'the dataset holds its texts: there is nothing to hydrate',
      hint: `Use it as it is, or make a stand-off copy: assay data standoff ${name}`,
    },
  ]
}
