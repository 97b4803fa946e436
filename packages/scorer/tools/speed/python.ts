import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Whether `python3` is there and finds the module. */
export function isPythonModule(module: string): boolean {
  try {
    execFileSync('python3', ['-c', `import ${module}`], { stdio: 'ignore', timeout: 60_000 })
    return true
  } catch {
    return false
  }
}

/** Items per second as a script of `peers/` prints them. Throws if it fails or prints anything else. */
export function measurePython(script: string, items: unknown): number {
  const folder = mkdtempSync(join(tmpdir(), 'assay-speed-'))
  try {
    const file = join(folder, 'items.json')
    writeFileSync(file, JSON.stringify(items))
    const path = fileURLToPath(new URL(script, peers))
    const printed = execFileSync('python3', ['-c', runScript, path, file], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 120_000,
    })
    const rate = Number(printed)
    if (!(rate > 0)) throw new Error(`peers/${script} printed ${JSON.stringify(printed.slice(0, 80))}`)
    return rate
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Python looks for modules beside a script first, where `rouge_score.py` would stand for the module it measures. */
const runScript =
  'import runpy, sys; sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name="__main__")'

/** The scripts stand in the sources; this file runs from `dist/speed`. */
const peers = new URL('../../speed/peers/', import.meta.url)
