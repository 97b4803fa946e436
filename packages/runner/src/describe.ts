import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { AssayError, type System, type SystemRecord } from '@assay/schema'

/**
 * A system as a run records it, with the hashes of its files.
 *
 * @throws AssayError `system-failed` if a file cannot be read, or two have the same base name.
 */
export async function describeSystem(name: string, system: System): Promise<SystemRecord> {
  return {
    name,
    kind: system.kind,
    adapter: system.adapter,
    version: system.version,
    tasks: system.tasks,
    ...(system.entityTypes !== undefined && { entityTypes: system.entityTypes }),
    ...(system.maker !== undefined && { maker: system.maker }),
    options: system.options ?? {},
    files: await describeFiles(system.files ?? []),
  }
}

/**
 * SHA-256 of files by base name.
 *
 * @throws AssayError as `describeSystem`
 */
export async function describeFiles(paths: readonly string[]): Promise<Record<string, string>> {
  const hashes = new Map<string, string>()
  for (const path of paths) {
    const name = basename(path)
    if (hashes.has(name)) {
      throw new AssayError('system-failed', `two files of the system are named ${JSON.stringify(name)}`, {
        hint: 'A record names files by their base name; rename one.',
      })
    }
    hashes.set(name, await hashFile(path))
  }
  return Object.fromEntries([...hashes].sort(([a], [b]) => (a < b ? -1 : 1)))
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  } catch (cause) {
    throw new AssayError('system-failed', `a file of the system cannot be read: ${path}`, { cause })
  }
  return hash.digest('hex')
}
