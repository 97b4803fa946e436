import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readRegistry } from '@assay/adapters'
import type { JsonFlag } from '../commands/models.ts'
import { print, printJson } from '../terminal.ts'

/** `assay models list`: a line each. */
export function listModels({ json = false }: JsonFlag): void {
  const models = Object.entries(readRegistry().models).map(([name, { path, files }]) => {
    const folder = resolve(path)
    const present = Object.keys(files)
      .map((file) => join(folder, file))
      .filter((file) => existsSync(file))
    const bytes = present.reduce((sum, file) => sum + statSync(file).size, 0)
    return {
      name,
      folder,
      files: Object.keys(files).length,
      missing: Object.keys(files).length - present.length,
      bytes,
    }
  })
  if (json) printJson(models)
  else if (models.length === 0) print('no models; register one: assay models add <name> <folder>')
  else {
    const width = Math.max(...models.map(({ name }) => name.length))
    for (const { name, folder, files, missing, bytes } of models) {
      const lost = missing === 0 ? '' : `, ${missing} missing`
      print(`${name.padEnd(width)}  ${folder}  (${files} files${lost}, ${(bytes / 1e6).toFixed(1)} MB)`)
    }
  }
}
