import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { modelSums, type RegisteredModel, readRegistry } from '@assay/adapters'
import { AssayError } from '@assay/schema'
import type { JsonFlag } from '../commands/models.ts'
import { exitCodeOf } from '../exit-codes.ts'
import { suggestion } from '../suggestion.ts'
import { print, printJson } from '../terminal.ts'

interface FileDifference {
  readonly file: string
  /** SHA-256; null: the file was not there when the model was registered. */
  readonly expected: string | null
  /** SHA-256; null: the file is gone. */
  readonly actual: string | null
}

/** `assay models check`: is every file what it was? Exit 60 if not. A file that has come in is one too many. */
export async function checkModels(names: readonly string[], { json = false }: JsonFlag): Promise<void> {
  const { models } = readRegistry()
  const known = Object.keys(models)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) {
    const what = `there is no model ${JSON.stringify(unknown)}${suggestion(unknown, known)}`
    const hint =
      known.length > 0 ? `Models are ${known.join(', ')}.` : 'Register one with `assay models add`.'
    throw new AssayError('usage', what, { hint })
  }
  const checked = []
  for (const name of names.length > 0 ? names : known) {
    const differences = await differencesOf(models[name]!)
    checked.push({ name, folder: resolve(models[name]!.path), differences })
    if (!json) print(textOf(name, models[name]!, differences))
  }
  if (json) printJson(checked)
  else if (checked.length === 0) print('no models; register one: assay models add <name> <folder>')
  if (checked.some(({ differences }) => differences.length > 0))
    process.exitCode = exitCodeOf['system-failed']
}

async function differencesOf({ path, files }: RegisteredModel): Promise<FileDifference[]> {
  const now = existsSync(path) ? await modelSums(path) : {}
  return [...new Set([...Object.keys(files), ...Object.keys(now)])]
    .map((file) => ({ file, expected: files[file] ?? null, actual: now[file] ?? null }))
    .filter(({ expected, actual }) => expected !== actual)
}

function textOf(
  name: string,
  { path, files }: RegisteredModel,
  differences: readonly FileDifference[],
): string {
  if (!existsSync(path)) return `WRONG  ${name}: there is no folder ${resolve(path)}`
  if (differences.length === 0) return `ok     ${name}: ${Object.keys(files).length} files are as they were`
  const lines = differences.map(({ file, expected, actual }) => {
    if (actual === null) return `${file} is gone; its SHA-256 was ${expected}`
    if (expected === null) return `${file} is new; its SHA-256 is ${actual}`
    return `${file} is cut short or changed: SHA-256 is ${actual}, it was ${expected}`
  })
  const cure = `Copy the model again, or accept what is there: assay models add ${name} ${path}`
  return [`WRONG  ${name}`, ...[...lines, cure].map((line) => `         ${line}`)].join('\n')
}
