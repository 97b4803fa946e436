import { loadDataset, standoffOf, writeStandoff } from '@assay/dataset'
import type { StandoffFlags } from '../commands/data/standoff.ts'
import { datasetFolder } from '../datasets.ts'
import { print } from '../terminal.ts'
import { readPageFile } from './files.ts'

/** `assay data standoff`. */
export async function makeStandoff(name: string, { out, page }: StandoffFlags): Promise<void> {
  const dataset = await loadDataset(datasetFolder(name))
  const standoff = standoffOf(dataset, page === undefined ? {} : { page: await readPageFile(page) })
  await writeStandoff(out, standoff)
  const withheld = standoff.articles.filter(
    ({ article, text }) => article.title === undefined && text.title,
  ).length
  print(
    `${out}: ${standoff.articles.length} articles without texts${withheld > 0 ? `, ${withheld} without titles` : ''}`,
  )
}
