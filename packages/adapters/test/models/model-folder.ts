import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes bytes as they are and everything else as JSON, under names relative to `folder`. Returns the folder. */
export function writeModel(folder: string, files: Readonly<Record<string, Uint8Array | object>>): string {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content instanceof Uint8Array ? content : `${JSON.stringify(content, null, 1)}\n`)
  }
  return folder
}
