import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The development part: the second column of each sentence. A line of white space ends a sentence. */
export function readDev(folder: string): string[][] {
  return readFileSync(join(folder, 'emerging.dev.conll'), 'utf8')
    .split(/\n\s*\n/)
    .map((sentence) => sentence.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => line.split('\t')[1]!))
}
