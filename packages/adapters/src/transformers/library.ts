import { createRequire } from 'node:module'
import { AssayError } from '@assay/schema'

/** What the adapters use of transformers.js. Only for code that runs after `loadTransformers`. */
export type Transformers = typeof import('@xenova/transformers')

/** The release the adapters are made for, part of their versions: another one may tokenize differently. */
export const transformersVersion = '4.3.1'

export const installCommand = `npm install @xenova/transformers@npm:@huggingface/transformers@${transformersVersion}`

/** The command that is to be run before a system of transformers.js; null: none. */
export function missingLibrary(): string | null {
  return hasTransformers() ? null : installCommand
}

/**
 * Loads transformers.js, once per process, and closes its ways to the network and to its own cache: what it
 * reads are files that were named and hashed before.
 *
 * @throws AssayError `system-failed` with the command that installs it, if it is missing or does not start.
 */
export async function loadTransformers(): Promise<Transformers> {
  try {
    const transformers = await import('@xenova/transformers')
    Object.assign(transformers.env, {
      allowRemoteModels: false,
      allowLocalModels: true,
      useFSCache: false,
      useBrowserCache: false,
      useWasmCache: false,
      logLevel: transformers.LogLevel.ERROR,
    })
    return transformers
  } catch (cause) {
    const what = hasTransformers() ? 'cannot be loaded' : 'is not installed'
    throw new AssayError('system-failed', `the library @xenova/transformers ${what}`, {
      hint: `Install it: ${installCommand}`,
      cause,
    })
  }
}

/** Whether the library is there, without loading it. */
function hasTransformers(): boolean {
  try {
    createRequire(import.meta.url).resolve('@xenova/transformers')
    return true
  } catch {
    return false
  }
}
