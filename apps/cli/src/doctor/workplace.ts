import { accessSync, constants, existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { checkDataset } from '@assay/dataset'
import { AssayError } from '@assay/schema'
import { datasetFolder, isStandoff } from '../datasets.ts'
import { type Examined, examined } from './findings.ts'

/** The oldest Node that assay promises to run on. */
const oldestNode = [20, 19] as const

export function examineNode(version = process.versions.node): Examined {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isOld = major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])
  const why = 'assay and its libraries use what older versions do not have.'
  const cure = `Install Node ${oldestNode.join('.')} or newer from https://nodejs.org, or \`nvm install ${oldestNode[0]}\`.`
  return examined(
    'Node',
    'environment',
    isOld ? [{ what: `this is Node ${version}`, why, cure }] : [],
    version,
  )
}

/** Where runs, downloaded models and hydrated datasets are kept. */
export function examineStateFolder(): Examined {
  const folder = resolve('.assay')
  const nearest = nearestExisting(folder)
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK)
    return examined('state folder', 'environment', [], folder)
  } catch {
    const what = `${nearest} cannot be written to`
    const why = 'Runs are kept in .assay, reports in assay-report, both in the working folder.'
    return examined('state folder', 'environment', [
      { what, why, cure: `chmod u+wx ${nearest}, or work in another folder.` },
    ])
  }
}

function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path))
}

export async function examineDataset(name: string): Promise<Examined> {
  const about = `dataset ${name}`
  const why = 'Systems answer its articles and are scored against its gold.'
  try {
    const folder = datasetFolder(name)
    if (isStandoff(folder)) {
      const what = `${folder} holds gold without texts`
      const cure = `assay data hydrate ${name} --page page.txt`
      return examined(about, 'dataset-invalid', [{ what, why, cure }])
    }
    const { dataset, findings } = await checkDataset(folder)
    if (dataset !== null) return examined(about, 'dataset-invalid', [], `${dataset.articles.length} articles`)
    const what = `${folder} breaks the format in ${findings.length} places`
    return examined(about, 'dataset-invalid', [{ what, why, cure: `assay data check ${name}` }])
  } catch (error) {
    if (!AssayError.is(error)) throw error
    return examined(about, 'dataset-invalid', [
      { what: error.message, why, cure: error.hint ?? 'assay list datasets' },
    ])
  }
}
