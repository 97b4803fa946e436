// Prints the hashes of every run of eight words of a text, sorted, one a line. The copyright test holds no
// word of a restricted text, only these:
//   node packages/testkit/scripts/hash-8grams.mjs <file> > packages/testkit/test/restricted-8grams.txt
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const run = 8

/** Every run of eight words ([a-z0-9]+ in lower case): its hash, and the offset at which it begins. */
export function* hashedRuns(text) {
  const words = Array.from(text.toLowerCase().matchAll(/[a-z0-9]+/g))
  for (let i = 0; i + run <= words.length; i++) {
    const gram = words.slice(i, i + run).map(([word]) => word)
    const hash = createHash('sha256').update(gram.join(' ')).digest('hex').slice(0, 16)
    yield { hash, start: words[i].index }
  }
}

const [, script, file] = process.argv
if (script !== undefined && import.meta.url === pathToFileURL(script).href) {
  const hashes = new Set(Array.from(hashedRuns(readFileSync(file, 'utf8')), ({ hash }) => hash))
  const sorted = [...hashes].sort((a, b) => (a < b ? -1 : 1))
  process.stdout.write(`${sorted.join('\n')}\n`)
}
