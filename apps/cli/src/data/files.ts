import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readPage } from '@assay/dataset'
import { AssayError } from '@assay/schema'

/**
 * The text of a page.
 *
 * @throws AssayError `file-invalid`: it is not there, or no UTF-8 text.
 */
export async function readPageFile(file: string): Promise<string> {
  try {
    return readPage(await readFile(file), file)
  } catch (cause) {
    throw unreadable(cause, file)
  }
}

/**
 * The texts of the `.txt` files in a folder, in order of their names.
 *
 * @throws AssayError `file-invalid`: no folder, no such file in it, or one that is no UTF-8 text.
 */
export async function readTextFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch((cause: unknown) => {
    throw unreadable(cause, folder)
  })
  const texts = names.filter((name) => name.endsWith('.txt')).sort()
  if (texts.length === 0) throw new AssayError('file-invalid', `${folder} holds no .txt files`)
  return Promise.all(texts.map((name) => readPageFile(join(folder, name))))
}

function unreadable(cause: unknown, path: string): unknown {
  const { code } = cause as NodeJS.ErrnoException
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'there is no',
    ENOTDIR: 'not a folder:',
    EISDIR: 'a folder, not a file:',
    ERR_FS_FILE_TOO_LARGE: 'too large to be read:',
  }
  const reason = code === undefined || AssayError.is(cause) ? undefined : reasons[code]
  return reason === undefined ? cause : new AssayError('file-invalid', `${reason} ${path}`, { cause })
}
