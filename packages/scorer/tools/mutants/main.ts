import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { sampleSites } from './sample.ts'
import type { Site } from './sites.ts'
import { reasonFor } from './survivors.ts'
import { runVitest } from './vitest-run.ts'

const help = `npm run mutants

Changes one place of the scorer at a time, in memory, and runs the tests that reach it. A change that no test
notices survives. Takes about half an hour on two cores.
Exit status: 0 at least 90 % killed, 1 fewer, 2 the tests fail without any change.

Options:
  --count <n>      mutants drawn (default: 300)
  --seed <n>       of the draw (default: 20261125)
  --workers <n>    at the same time (default: 2)
  --json <file>    also writes every mutant and its fate
  --again <file>   those that such a file calls killed are not tried again: for tests written since
  -h, --help

Examples:
  $ npm run mutants
  $ npm run mutants -- --count 30 --seed 7
  $ npm run mutants -- --json fates.json && npm run mutants -- --again fates.json`

type Fate = 'killed' | 'timeout' | 'survived' | 'unreached'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '300' },
    seed: { type: 'string', default: '20261125' },
    workers: { type: 'string', default: '2' },
    json: { type: 'string' },
    again: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
if (values.help) say(help)
else await main(Number(values.count), Number(values.seed), Number(values.workers))

async function main(count: number, seed: number, workers: number): Promise<void> {
  const scorer = fileURLToPath(new URL('../../../', import.meta.url))
  const folder = mkdtempSync(join(tmpdir(), 'assay-mutants-'))
  try {
    const sites = sampleSites(scorer, count, seed)
    const files = { sites: join(folder, 'sites.json'), survey: join(folder, 'survey.jsonl') }
    writeFileSync(files.sites, JSON.stringify(sites))
    note(`${sites.length} mutants, seed ${seed}; looking which tests reach them`)
    const tests = await surveyTests(files)
    if (tests === null) return
    const fates = await tryAll(sites, tests, files.sites, workers, killedBefore(values.again))
    if (values.json !== undefined) {
      writeFileSync(
        values.json,
        JSON.stringify(
          sites.map((site, i) => ({ ...site, fate: fates[i] })),
          null,
          1,
        ),
      )
    }
    summarise(sites, fates)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** For each site the test files that reach it, those first that reach few sites: they look closest. */
async function surveyTests(files: { sites: string; survey: string }): Promise<string[][] | null> {
  const status = await runVitest({
    environment: { MUTANT_SITES: files.sites, MUTANT_SURVEY: files.survey },
  })
  if (status !== 0) {
    process.stderr.write('mutants: the tests of the scorer fail without any change\n  Run npm test first.\n')
    process.exitCode = 2
    return null
  }
  const seen = readFileSync(files.survey, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): { test: string; sites: number[] } => JSON.parse(line))
    .sort((a, b) => a.sites.length - b.sites.length)
  const tests: string[][] = []
  for (const { test, sites } of seen) for (const site of sites) (tests[site] ??= []).push(test)
  return tests
}

async function tryAll(
  sites: readonly Site[],
  tests: readonly (readonly string[] | undefined)[],
  file: string,
  workers: number,
  killed: ReadonlySet<string>,
): Promise<Fate[]> {
  const fates: Fate[] = []
  let next = 0
  let done = 0
  const work = async () => {
    for (let i = next++; i < sites.length; i = next++) {
      fates[i] = killed.has(nameOf(sites[i]!)) ? 'killed' : await tryOne(i, tests[i] ?? [], file)
      if (!isKilled(fates[i]!)) note(`${fates[i]} ${describe(sites[i]!)}`)
      done += 1
      if (done % 10 === 0) note(`${done} of ${sites.length}, ${fates.filter(isKilled).length} killed`)
    }
  }
  await Promise.all(Array.from({ length: workers }, work))
  return fates
}

function killedBefore(file: string | undefined): Set<string> {
  const known: (Site & { fate: Fate })[] = file === undefined ? [] : JSON.parse(readFileSync(file, 'utf8'))
  return new Set(known.filter(({ fate }) => isKilled(fate)).map(nameOf))
}

function nameOf({ file, start, original, mutated }: Site): string {
  return JSON.stringify([file, start, original, mutated])
}

async function tryOne(index: number, tests: readonly string[], file: string): Promise<Fate> {
  if (tests.length === 0) return 'unreached'
  const status = await runVitest({
    environment: { MUTANT_SITES: file, MUTANT: String(index) },
    // One process and one set of modules for all its tests: most of the time goes into loading.
    arguments: [...tests, '--bail=1', '--maxWorkers=1', '--no-isolate', '--pool=threads'],
    timeoutMs: 180_000,
  })
  return status === null ? 'timeout' : status === 0 ? 'survived' : 'killed'
}

function isKilled(fate: Fate): boolean {
  return fate === 'killed' || fate === 'timeout'
}

function summarise(sites: readonly Site[], fates: readonly Fate[]): void {
  const killed = fates.filter(isKilled).length
  const share = killed / sites.length
  sites.forEach((site, i) => {
    if (isKilled(fates[i]!)) return
    say(
      `${fates[i]} ${site.file}:${site.line}  ${site.original}  ->  ${site.mutated}`.replaceAll(/\s+/g, ' '),
    )
    say(`  ${reasonFor(site) ?? 'no reason is written down in tools/mutants/survivors.json'}`)
  })
  say(`${killed} of ${sites.length} mutants killed (${(100 * share).toFixed(1)} %), at least 90 % wanted`)
  if (share < 0.9) process.exitCode = 1
}

function describe({ file, line, original, mutated }: Site): string {
  return `${file}:${line} ${original} -> ${mutated}`.replaceAll(/\s+/g, ' ')
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function note(text: string): void {
  process.stderr.write(`mutants: ${text}\n`)
}
