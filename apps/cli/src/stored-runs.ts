import { loadDataset, selectArticles } from '@assay/dataset'
import { AssayError, type Dataset, type RunRecord } from '@assay/schema'
import { type Latest, readLatest } from './benchmark/latest.ts'
import { datasetFolder, datasetNames } from './datasets.ts'

/** What the last `assay run` left behind; null if there was none. */
export function lastRun(): Latest | null {
  try {
    return readLatest()
  } catch (error) {
    if (AssayError.is(error) && error.code === 'usage') return null
    throw error
  }
}

/**
 * The articles that stored runs are over, with the gold that the dataset holds now. Where the user names none, it is
 * the dataset of the last `assay run`, if the runs are of it, else the one that the runs name, else the config's.
 *
 * @throws AssayError `dataset-invalid`: there is none; `not-comparable`: it holds other articles now, or the runs
 *   are over different ones
 */
export async function datasetOfRuns(
  records: readonly RunRecord[],
  named: string | undefined,
  configured: string | undefined,
): Promise<Dataset> {
  const [first] = records
  if (first === undefined) throw new AssayError('usage', 'there is no run to take the dataset from')
  for (const record of records) {
    const differing = differingIdentity(first, record)
    if (differing.length === 0) continue
    throw new AssayError(
      'not-comparable',
      `runs ${first.id} and ${record.id} are over different articles: ${differing.join('; ')}`,
      { hint: 'Run both systems on the same dataset, with the same --limit and --grep.' },
    )
  }
  const last = lastRun()
  const isOfLast = last !== null && records.every(({ id }) => last.runs.includes(id))
  const { name } = first.dataset
  const given =
    named ?? (isOfLast ? last.dataset : datasetNames().includes(name) ? name : (configured ?? name))
  const dataset = selectArticles(await loadDataset(datasetFolder(given)), first.selection)
  if (dataset.identity.texts !== first.dataset.texts) {
    throw new AssayError(
      'not-comparable',
      `run ${first.id} is over other articles than ${given} holds now: ` +
        `texts ${first.dataset.texts.slice(0, 12)} against ${dataset.identity.texts.slice(0, 12)}`,
      { hint: 'Name the dataset it was run on with --dataset, or run again.' },
    )
  }
  return dataset
}

/** What two runs are over, where it differs, in words. */
function differingIdentity(a: RunRecord, b: RunRecord): string[] {
  if (a.dataset.texts === b.dataset.texts) return []
  const sides: readonly (readonly [string, string | number, string | number])[] = [
    ['dataset', a.dataset.name, b.dataset.name],
    ['version', a.dataset.version, b.dataset.version],
    ['articles', a.dataset.articles, b.dataset.articles],
    ['selection', JSON.stringify(a.selection), JSON.stringify(b.selection)],
    ['texts', a.dataset.texts.slice(0, 12), b.dataset.texts.slice(0, 12)],
  ]
  return sides
    .filter(([, ofA, ofB]) => ofA !== ofB)
    .map(([what, ofA, ofB]) => `${what} ${ofA} against ${ofB}`)
}
