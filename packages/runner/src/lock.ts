import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { AssayError } from '@assay/schema'
import * as z from 'zod'
import { onDisk } from './files.ts'
import { isAlive, processStart } from './process-start.ts'

/** Who holds a lock. The start tells a process from a later one that was given the same number. */
const ownerSchema = z.strictObject({ pid: z.int().min(1), start: z.string().nullable() })
type Owner = z.infer<typeof ownerSchema>

/**
 * Takes the lock file `path` and gives the function that releases it. The lock of a process that is no more is
 * taken over.
 *
 * @throws AssayError `in-use`, naming the owner; `environment`
 */
export function takeLock(path: string): () => void {
  return onDisk(path, () => {
    const mine = JSON.stringify({ pid: process.pid, start: processStart(process.pid) } satisfies Owner)
    if (!create(path, mine)) {
      removeStale(path)
      if (!create(path, mine)) throw inUse(path)
    }
    return () => rmSync(path, { force: true })
  })
}

/** False if the file is there already. */
function create(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    rmSync(path, { force: true })
    throw error
  }
}

/**
 * Removes a lock whose owner is gone. One process at a time looks and removes, or a second one could remove the
 * lock that the first has just made.
 */
function removeStale(path: string): void {
  const turn = `${path}.takeover`
  if (!create(turn, '')) throw inUse(path)
  try {
    const owner = readOwner(path)
    // Released meanwhile: by now the file may be somebody's new lock.
    if (owner === 'none') return
    if (owner === 'unreadable' || isHolding(owner)) throw inUse(path)
    rmSync(path, { force: true })
  } finally {
    rmSync(turn, { force: true })
  }
}

/** Unless it is proven gone, an owner is there. */
function isHolding({ pid, start }: Owner): boolean {
  if (!isAlive(pid)) return false
  const now = processStart(pid)
  return start === null || now === null || start === now
}

function readOwner(path: string): Owner | 'none' | 'unreadable' {
  try {
    return ownerSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'none' : 'unreadable'
  }
}

function inUse(path: string): AssayError {
  const owner = readOwner(path)
  const who = typeof owner === 'string' ? 'another run' : `the run of process ${owner.pid}`
  return new AssayError('in-use', `${path}: ${who} is writing this folder`, {
    hint: `Wait until it is done. If there is no such run, remove ${path} and ${path}.takeover.`,
  })
}
