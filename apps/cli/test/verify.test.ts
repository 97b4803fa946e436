import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CountRow, leaderboardSchema } from '@assay/schema'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimedBy } from '../src/verify/evidence.ts'
import { countDifferences, sheetDifferences } from '../src/verify/score-files.ts'
import { pageCheck } from '../src/verify/verify.ts'
import { assay, scratch } from './command.ts'

/** A small run and its report, copied for each test that changes it. */
const made = realpathSync(mkdtempSync(join(tmpdir(), 'assay-verify-')))
afterAll(() => rmSync(made, { recursive: true, force: true }))

beforeAll(async () => {
  // Gold mentions but for the last letter of every third: a second row beside `capitals`, so that there is a pair.
  const folder = fileURLToPath(new URL('../../../datasets/newswire/articles', import.meta.url))
  const lines = readdirSync(folder).map((file) => {
    const { article, annotation } = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    const mentions = annotation.mentions.map(
      (
        { span: { start, end }, type }: { span: { start: number; end: number }; type: string },
        i: number,
      ) => ({
        span: { start, end: i % 3 === 0 ? end - 1 : end },
        type,
      }),
    )
    return `${JSON.stringify({ article: article.id, output: { mentions } })}\n`
  })
  writeFileSync(join(made, 'mine.jsonl'), lines.join(''))
  const args = ['run', '-s', 'capitals', 'chrono', '-p', 'mine.jsonl', '-t', 'entities', 'dates']
  const { code } = await assay(args, made)
  expect(code).toBe(0)
})

function copy(): string {
  const cwd = scratch()
  cpSync(made, cwd, { recursive: true })
  return cwd
}

function runFile(cwd: string, system: string, name: string): string {
  const runs = join(cwd, '.assay/runs')
  const run = readdirSync(runs).find((id) => id.startsWith(system))
  return join(runs, run ?? '', name)
}

function flipped(text: string, at: number): string {
  return `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`
}

function digitsOf(text: string): number[] {
  return [...text.matchAll(/\d/g)].map(({ index }) => index)
}

function flipFile(file: string, at: (text: string) => number): void {
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, flipped(text, at(text)))
}

/** The place of each digit of a JSON text, found without the code under test. */
function placesOfDigits(text: string): Map<number, string> {
  const places = new Map<number, string>()
  const root: unknown = JSON.parse(text)
  const visit = (holder: Record<string, unknown>, key: string, place: string) => {
    const value = holder[key]
    if (typeof value === 'object' && value !== null) {
      for (const name of Object.keys(value)) {
        visit(value as Record<string, unknown>, name, `${place}/${name}`)
      }
      return
    }
    holder[key] = '\u0001'
    const start = JSON.stringify(root, null, 2).indexOf('"\\u0001"')
    holder[key] = value
    const length = JSON.stringify(value).length
    for (let at = start; at < start + length; at++) if (/\d/.test(text[at] ?? '')) places.set(at, place)
  }
  for (const key of Object.keys(root as object)) visit(root as Record<string, unknown>, key, key)
  return places
}

describe('assay verify', () => {
  it('ends with 0 on a report that is right, and says how many numbers it computed again', async () => {
    const { code, stdout } = await assay(['verify'], made)
    expect(stdout).toMatch(/^verified: \d{3,} numbers computed again from 3 runs on newswire .*; 10 files/)
    expect(code).toBe(0)
  })

  it('finds a flipped digit in every file of a report and of a run', async () => {
    const cwd = copy()
    for (const name of ['leaderboard.csv', 'leaderboard.md', 'index.html']) {
      flipFile(join(cwd, 'assay-report', name), (text) => text.indexOf('0.', text.indexOf('capitals')) + 2)
    }
    for (const name of ['counts.jsonl', 'scores.json']) {
      flipFile(runFile(cwd, 'capitals', name), (text) => digitsOf(text).at(-1)!)
    }
    const { code, stdout } = await assay(['verify'], cwd)
    expect(stdout).toMatch(/^5 places differ from what 3 runs on newswire/)
    expect(stdout).toMatch(
      /leaderboard\.csv\n {2}line \d+, entities mentions \S+ capitals, \w+: stored [\d.]+, recomputed [\d.]+\n/,
    )
    expect(stdout).toMatch(/leaderboard\.md\n {2}line \d+: stored/)
    expect(stdout).toMatch(/index\.html\n {2}line \d+: stored/)
    expect(stdout).toMatch(
      /counts\.jsonl\n {2}line \d+, article nw-\S+, metric document-entities, counts, \w+: stored/,
    )
    expect(stdout).toMatch(/scores\.json\n {2}metric document-entities, values, f1, \w+: stored/)
    expect(code).toBe(40)
  })

  it('names board, row and column of a flipped digit in leaderboard.json', async () => {
    const cwd = copy()
    const file = join(cwd, 'assay-report/leaderboard.json')
    flipFile(file, (text) => text.indexOf('"high": 0.') + 10)
    const { code, stdout } = await assay(['verify', 'assay-report/leaderboard.json'], cwd)
    expect(stdout).toMatch(
      /leaderboard\.json\n {2}board entities, row mine, high: stored 0\.\d+, recomputed 0\.\d+\n/,
    )
    expect(code).toBe(40)
    const json = await assay(['verify', '--json'], cwd)
    expect(JSON.parse(json.stdout)).toMatchObject({ verified: false })
  })

  it('finds a flipped digit in the id of a run, and still computes from the run that is meant', async () => {
    const cwd = copy()
    flipFile(join(cwd, 'assay-report/leaderboard.json'), (text) => {
      const start = text.indexOf('"run": "capitals')
      return start + text.slice(start).search(/\d/)
    })
    const { code, stdout } = await assay(['verify'], cwd)
    expect(stdout).toContain('run capitals, run: stored')
    expect(stdout).toMatch(/^1 place differs/)
    expect(code).toBe(40)
  })

  it('finds a flipped digit in predictions.jsonl', async () => {
    const cwd = copy()
    flipFile(runFile(cwd, 'chrono', 'predictions.jsonl'), (text) => digitsOf(text).at(-1)!)
    const { code, stderr } = await assay(['verify'], cwd)
    expect(stderr).toContain('predictions.jsonl: its hash is not the one in run.json')
    expect(code).toBe(40)
  })

  it('does not take what was measured for a difference', async () => {
    const cwd = copy()
    const file = join(cwd, 'assay-report/index.html')
    const page = readFileSync(file, 'utf8')
    writeFileSync(file, page.replace(/(<!-- measured -->)[\s\S]*?(<!-- \/measured -->)/, '$1other$2'))
    expect((await assay(['verify'], cwd)).code).toBe(0)
  })

  it('checks what is there: files that were not copied along are named', async () => {
    const cwd = copy()
    rmSync(join(cwd, 'assay-report/index.html'))
    const { code, stdout } = await assay(['verify'], cwd)
    expect(stdout).toContain('not there, not checked: assay-report/index.html')
    expect(code).toBe(0)
  })

  it('ends with 31 where a run is gone, and finds it elsewhere with --runs', async () => {
    const cwd = copy()
    cpSync(join(cwd, '.assay/runs'), join(cwd, 'evidence'), { recursive: true })
    rmSync(join(cwd, '.assay'), { recursive: true })
    const gone = await assay(['verify'], cwd)
    expect(gone.stderr).toContain('the evidence is gone: no run capitals')
    expect(gone.stderr).toContain('--runs')
    expect(gone.code).toBe(31)
    expect((await assay(['verify', '--runs', 'evidence'], cwd)).code).toBe(0)
  })

  it('still holds after another report was made of the same runs', async () => {
    const cwd = copy()
    await assay(['run', '-s', 'capitals', '-t', 'entities', '-o', 'other'], cwd)
    expect((await assay(['verify', 'assay-report'], cwd)).code).toBe(0)
  })

  it('refuses a folder without a report, and a report that names no runs', async () => {
    const cwd = copy()
    expect(await assay(['verify', 'nowhere'], cwd)).toMatchObject({ code: 2 })
    const file = join(cwd, 'assay-report/leaderboard.json')
    const { runs: _, ...old } = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify(old, null, 2))
    const { code, stderr } = await assay(['verify'], cwd)
    expect(stderr).toContain('does not name the runs')
    expect(code).toBe(31)
  })
})

describe('every flipped digit', () => {
  it('of leaderboard.json is named with its place, once', () => {
    const text = readFileSync(join(made, 'assay-report/leaderboard.json'), 'utf8')
    const { boards, runs } = leaderboardSchema.parse(JSON.parse(text))
    const places = placesOfDigits(text)
    expect([...places.keys()].sort((a, b) => a - b)).toEqual(digitsOf(text))
    for (const [at, path] of places) {
      const changed = flipped(text, at)
      const { differences } = pageCheck(changed, text, 'leaderboard.json')
      expect(
        differences.map(({ place }) => place),
        `${path} at ${at}`,
      ).toEqual([inWords(path)])
      // Its runs are still found: by id, or by system and predictions.
      const claimed = claimedBy(changed, 'leaderboard.json')
      expect(claimed.tasks).toEqual(boards.map(({ task }) => task))
      const isFound = (run: (typeof claimed.runs)[number], i: number) =>
        run.run === runs?.[i]?.run || run.predictions === runs?.[i]?.predictions
      expect(claimed.runs.every(isFound)).toBe(true)
    }
    expect(places.size).toBeGreaterThan(400)

    function inWords(path: string): string {
      const keys = path.split('/')
      const number = (i: number) => Number(keys[i])
      const board = boards[number(1)]
      if (keys[0] === 'runs') return `run ${runs?.[number(1)]?.system}, ${keys[2]}`
      if (keys[0] !== 'boards' || board === undefined) return keys.join(', ')
      if (keys[2] === 'pairs') {
        const pair = board.pairs[number(3)]
        return `board ${board.task}, pair ${pair?.a} and ${pair?.b}, ${keys[4]}`
      }
      if (keys[2] !== 'rows') return `board ${board.task}, ${keys.slice(2).join(', ')}`
      const row = `board ${board.task}, row ${board.rows[number(3)]?.system}`
      return keys[4] === 'rank' ? `${row}, ${number(5) === 0 ? 'best' : 'worst'} rank` : `${row}, ${keys[4]}`
    }
  })

  it.each(['leaderboard.csv', 'leaderboard.md'])('of %s is found in its line', (name) => {
    const text = readFileSync(join(made, 'assay-report', name), 'utf8')
    for (const at of digitsOf(text)) {
      const { differences } = pageCheck(flipped(text, at), text, name)
      const line = text.slice(0, at).split('\n').length
      expect(differences).toHaveLength(1)
      expect(differences[0]?.place).toMatch(new RegExp(`^line ${line}\\b`))
    }
  })

  it('of counts.jsonl and scores.json is found', () => {
    const counts = readFileSync(runFile(made, 'capitals', 'counts.jsonl'), 'utf8')
    const rows: CountRow[] = counts
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(countDifferences(counts, rows)).toEqual([])
    for (const at of digitsOf(counts)) {
      const line = counts.slice(0, at).split('\n').length
      expect(countDifferences(flipped(counts, at), rows)[0]?.place).toMatch(new RegExp(`^line ${line}\\b`))
    }
    const scores = readFileSync(runFile(made, 'capitals', 'scores.json'), 'utf8')
    expect(sheetDifferences(scores, JSON.parse(scores))).toEqual([])
    for (const at of digitsOf(scores)) {
      expect(sheetDifferences(flipped(scores, at), JSON.parse(scores)), `at ${at}`).not.toEqual([])
    }
  })
})
