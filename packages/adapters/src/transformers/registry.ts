import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AssayError } from '@assay/schema'
import * as z from 'zod'
import { sha256 } from './checksums.ts'

/** Model folders of this machine by name, so that a config need not hold a path. Written by `assay models add`. */
export interface ModelRegistry {
  readonly schema: 'assay.models/1'
  readonly models: Readonly<Record<string, RegisteredModel>>
}

export interface RegisteredModel {
  /** Absolute, or relative to the working folder. */
  readonly path: string
  /** SHA-256 of every file by its path in the folder, as it was when the model was registered. */
  readonly files: Readonly<Record<string, string>>
}

/** In the working folder. */
export const registryFile = '.assay/models.json'

const registrySchema: z.ZodType<ModelRegistry> = z.strictObject({
  schema: z.literal('assay.models/1'),
  models: z.record(
    z.string().min(1),
    z.strictObject({
      path: z.string().min(1),
      files: z.record(z.string().min(1), z.string().regex(/^[0-9a-f]{64}$/)),
    }),
  ),
})

/** @throws AssayError `state-damaged` if there is a registry that is none. */
export function readRegistry(): ModelRegistry {
  if (!existsSync(registryFile)) return { schema: 'assay.models/1', models: {} }
  try {
    return registrySchema.parse(JSON.parse(readFileSync(registryFile, 'utf8')))
  } catch (cause) {
    throw new AssayError('state-damaged', `${registryFile} is no list of models`, {
      hint: 'Remove it, and register the models again with `assay models add`.',
      cause,
    })
  }
}

/** The model registered under that name, if there is one. */
export function registeredModel(name: string): RegisteredModel | undefined {
  const { models } = readRegistry()
  return Object.hasOwn(models, name) ? models[name] : undefined
}

/** SHA-256 of every file in a folder, by path with `/`, in code-unit order. Hidden files and folders are left out. */
export async function modelSums(folder: string): Promise<Record<string, string>> {
  const paths = filesIn(folder, '').sort()
  const sums: [string, string][] = []
  for (const path of paths) sums.push([path, await sha256(join(folder, path))])
  return Object.fromEntries(sums)
}

function filesIn(folder: string, prefix: string): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.')) return []
    const path = prefix + entry.name
    return entry.isDirectory() ? filesIn(folder, `${path}/`) : [path]
  })
}
