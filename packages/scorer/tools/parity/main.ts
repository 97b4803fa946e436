import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkFile, type FileResult } from './check-file.ts'
import { vectorFiles } from './files/index.ts'

const help = `npm run parity -- <folder>

Compares our numbers with those of the reference implementations, for every vector file of a folder.
Exit status: 0 all within tolerance, 1 a difference, 2 the folder or a file cannot be read.

Options:
  -n, --failures <n>  failures printed for each file (default: 5)
  -h, --help

Examples:
  $ npm run parity -- ../shared/parity
  $ npm run parity -- ../shared/parity --failures 50`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    failures: { type: 'string', short: 'n', default: '5' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
const [folder] = positionals

if (values.help) say(help)
else if (folder === undefined || positionals.length !== 1) refuse('name one folder of vector files', help)
else if (!existsSync(folder)) refuse(`there is no folder ${folder}`, 'Name one that holds vector files.')
else checkFolder(folder, Number(values.failures))

function checkFolder(folder: string, shown: number): void {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
  if (names.length === 0) return refuse(`${folder} holds no .json file`, 'Name a folder of vector files.')
  let failed = false
  say(line('file', 'numbers', 'largest difference', 'failures'))
  for (const name of names) {
    const result = checkNamed(folder, name)
    if (result === null) continue
    failed ||= result.failures.length > 0
    print(result, shown)
  }
  if (failed && process.exitCode === undefined) process.exitCode = 1
}

function checkNamed(folder: string, name: string): FileResult | null {
  const vectors = vectorFiles.find(({ file }) => `${file}.json` === name)
  if (vectors === undefined) {
    refuse(`${join(folder, name)}: no check is written for it`, 'Add one in tools/parity/files.')
    return null
  }
  try {
    return checkFile(vectors, JSON.parse(readFileSync(join(folder, name), 'utf8')))
  } catch (error) {
    refuse(`${join(folder, name)} cannot be read: ${(error as Error).message}`, 'It must be one JSON object.')
    return null
  }
}

function print({ file, compared, largest, failures, deviations }: FileResult, shown: number): void {
  say(line(file, String(compared), largest.toExponential(1), String(failures.length)))
  for (const { name, reason, numbers } of deviations)
    say(`  deviation ${name}, ${numbers} numbers: ${reason}`)
  for (const failure of failures.slice(0, shown)) say(`  ${failure}`)
  if (failures.length > shown) say(`  and ${failures.length - shown} more`)
}

function line(file: string, compared: string, largest: string, failures: string): string {
  return `${file.padEnd(12)} ${compared.padStart(9)}  ${largest.padStart(18)}  ${failures.padStart(8)}`
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function refuse(what: string, hint: string): void {
  process.stderr.write(`parity: ${what}\n  ${hint}\n`)
  process.exitCode = 2
}
