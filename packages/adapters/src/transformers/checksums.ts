import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AssayError } from '@assay/schema'

/**
 * Compares the files of a model that are going to be read with `checksums.json` in its folder, which gives the
 * SHA-256 of each by relative path. A folder without that file is taken as it is.
 *
 * @throws AssayError `system-failed` with both sums for the first file that differs.
 */
export async function checkChecksums(folder: string, read: readonly string[]): Promise<void> {
  const list = join(folder, 'checksums.json')
  if (existsSync(list)) await compareSums(folder, read, await parsedList(list), 'checksums.json')
}

/**
 * The same with sums from somewhere else; `source` names it. Files without a sum are taken as they are.
 *
 * @throws AssayError `system-failed` with both sums for the first file that differs.
 */
export async function compareSums(
  folder: string,
  read: readonly string[],
  expected: ReadonlyMap<string, string>,
  source: string,
): Promise<void> {
  for (const path of read) {
    const file = join(folder, path)
    const sum = expected.get(path)
    if (sum === undefined || !existsSync(file)) continue
    const actual = await sha256(file)
    if (actual !== sum) {
      throw new AssayError(
        'system-failed',
        `${file} is not the file it should be: SHA-256 is ${actual}, ${source} says ${sum}`,
        { hint: 'The file is cut short or was changed: copy the model again, or install the package again.' },
      )
    }
  }
}

async function parsedList(file: string): Promise<ReadonlyMap<string, string>> {
  try {
    const entries: [string, unknown][] = Object.entries(JSON.parse(await readFile(file, 'utf8')))
    const sums = entries.filter((entry): entry is [string, string] => /^[0-9a-f]{64}$/.test(String(entry[1])))
    if (sums.length < entries.length) throw new Error('a value is no SHA-256')
    return new Map(sums)
  } catch (cause) {
    throw new AssayError('system-failed', `${file} is no list of checksums`, {
      hint: 'It is a JSON object: relative path to SHA-256 in lower-case hexadecimal.',
      cause,
    })
  }
}

export async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
