import { existsSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AssayError } from '@assay/schema'

export interface Download {
  readonly model: string
  readonly revision: string
  /** Where the files are put, under their paths in the repository. */
  readonly folder: string
  readonly needed: readonly string[]
  /** Left out where the repository does not have them. */
  readonly welcome: readonly string[]
}

/**
 * Fetches the files of a model from the Hugging Face hub, or from the host in `HF_ENDPOINT`. A file appears
 * under its name only when it is whole.
 *
 * @throws AssayError `system-failed` with the address that failed.
 */
export async function downloadFiles({ model, revision, folder, needed, welcome }: Download): Promise<void> {
  const host = (process.env.HF_ENDPOINT ?? 'https://huggingface.co').replace(/\/+$/, '')
  for (const file of [...needed, ...welcome]) {
    const target = join(folder, file)
    if (existsSync(target)) continue
    const address = `${host}/${model}/resolve/${revision}/${file}`
    try {
      const response = await fetch(address)
      if (response.status === 404 && welcome.includes(file)) continue
      if (!response.ok || response.body === null) throw new Error(`status ${response.status}`)
      await mkdir(dirname(target), { recursive: true })
      await writeFile(`${target}.part`, response.body)
      await rename(`${target}.part`, target)
    } catch (cause) {
      throw new AssayError('system-failed', `cannot fetch ${address}: ${String(cause)}`, {
        hint: 'Check the id of the model, or copy its files to a folder and name it as modelDir.',
        cause,
      })
    }
  }
}
