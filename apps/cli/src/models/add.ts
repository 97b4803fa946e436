import { existsSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { modelFiles, modelSums, readRegistry, registryFile } from '@assay/adapters'
import { AssayError } from '@assay/schema'
import { writeFile } from '../benchmark/write-file.ts'
import type { AddFlags } from '../commands/models.ts'
import { print } from '../terminal.ts'
import { checkLayout } from './layout.ts'

/**
 * `assay models add`: a folder under a name, with the sum of every file. A name that is taken is given to the new
 * folder.
 */
export async function addModel(name: string, source: string, flags: AddFlags): Promise<void> {
  if (!/^[\w-][\w.-]{0,63}$/.test(name)) {
    throw new AssayError('usage', `${JSON.stringify(name)} cannot be the name of a model`, {
      hint: 'A name is letters, digits and - _ . only.',
    })
  }
  const folder = existsSync(source) ? resolve(source) : await fetchModel(source, flags)
  checkLayout(folder)
  const files = await modelSums(folder)
  const registry = readRegistry()
  const models = { ...registry.models, [name]: { path: storedPath(folder), files } }
  const sorted = Object.entries(models).sort(([a], [b]) => (a < b ? -1 : 1))
  const content = { schema: registry.schema, models: Object.fromEntries(sorted) }
  writeFile(registryFile, `${JSON.stringify(content, null, 2)}\n`)
  const count = Object.keys(files).length
  const again = Object.hasOwn(registry.models, name) ? ' again' : ''
  print(`registered ${name}${again}: ${folder}, ${count} files`)
  print(`use it     transformersEntities({ model: ${JSON.stringify(name)}, labels: … })`)
}

/** Relative inside the working folder, so that the folder can be moved as a whole. */
function storedPath(folder: string): string {
  const path = relative('.', folder)
  return path === '' || path === '..' || path.startsWith(`..${sep}`) ? folder : path.replaceAll('\\', '/')
}

/** @returns the folder of a hub model, fetched if it is not there. */
async function fetchModel(id: string, { allowNetwork = false, dtype }: AddFlags): Promise<string> {
  if (!/^[\w-][\w.-]*\/[\w-][\w.-]*$/.test(id)) {
    throw new AssayError('usage', `there is no folder ${resolve(id)}`, {
      hint: 'Give the folder of a model, or an id of the hub such as Xenova/bert-base-NER with --allow-network.',
    })
  }
  if (!allowNetwork) {
    throw new AssayError(
      'usage',
      `there is no folder ${id}; a model of the hub is fetched only with --allow-network`,
      {
        hint:
          `Or by hand: from https://huggingface.co/${id}/tree/main take config.json, tokenizer.json, ` +
          'tokenizer_config.json and the file you want of onnx/, put them into a folder with the same paths, and give that.',
      },
    )
  }
  const files = modelFiles({ model: id, dtype })
  await files.ready({ allowNetwork })
  return files.folder
}
