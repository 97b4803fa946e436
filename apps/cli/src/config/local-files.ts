import { existsSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Jiti } from 'jiti'

/**
 * The file and every local file it imports, lazily or not, in code-unit order of their paths: what the
 * behaviour of a config can depend on, apart from installed packages. Found by reading import specifiers,
 * since a loader only knows what has been loaded so far. Files read at run time are not seen; a system names
 * those in its `files`.
 */
export function localFiles(jiti: Jiti, file: string): string[] {
  const found = new Set<string>()
  const visit = (path: string): void => {
    if (found.has(path)) return
    found.add(path)
    if (extname(path) === '.json') return
    for (const specifier of relativeSpecifiers(readFileSync(path, 'utf8'))) {
      const resolved = jiti.esmResolve(specifier, { parentURL: path, try: true })
      const target = resolved?.startsWith('file:') ? fileURLToPath(resolved) : resolved
      if (target !== undefined && existsSync(target)) visit(target)
    }
  }
  visit(file)
  return [...found].sort((a, b) => (a < b ? -1 : 1))
}

/** Specifiers of `import … from './x'`, `export … from`, `import('./x')`, `require('./x')`. */
function relativeSpecifiers(source: string): string[] {
  const pattern = /\b(?:from|import|require)\s*\(?\s*(['"])(\.{1,2}\/[^'"\n]*)\1/g
  return Array.from(source.matchAll(pattern), (match) => match[2] as string)
}
