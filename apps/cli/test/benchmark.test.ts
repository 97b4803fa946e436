import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Board, type BoardRow, type Leaderboard, leaderboardSchema } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { assay, scratch } from './command.ts'

const newswire = fileURLToPath(new URL('../../../datasets/newswire', import.meta.url))

async function leaderboard(args: readonly string[], cwd: string): Promise<Leaderboard> {
  const { code, stdout, stderr } = await assay(['run', '--json', ...args], cwd)
  expect(stderr).not.toContain('assay:')
  expect(code).toBe(0)
  return leaderboardSchema.parse(JSON.parse(stdout))
}

function board(leaderboard: Leaderboard, task: string): Board {
  const found = leaderboard.boards.find((one) => one.task === task)
  if (found === undefined) throw new Error(`no board ${task}`)
  return found
}

function row(of: Board, system: string): BoardRow {
  const found = of.rows.find((one) => one.system === system)
  if (found === undefined) throw new Error(`no row ${system}`)
  return found
}

/** Every file under a folder with its content, measured ones apart. */
function contents(folder: string): Record<string, string> {
  const measured = [
    'environment.json',
    'timings.jsonl',
    'journal.jsonl',
    'log.txt',
    'stderr.log',
    'stdout.log',
  ]
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !measured.includes(entry.name))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name)
        const text = readFileSync(path, 'utf8').replace(/<!-- measured -->[\s\S]*?<!-- \/measured -->/g, '')
        return [path.slice(folder.length), text] as const
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

describe('assay run on the embedded dataset', () => {
  it('ends with four leaderboards on the terminal and in assay-report', async () => {
    const cwd = scratch()
    const { code, stdout } = await assay(['run'], cwd)
    expect(code).toBe(0)
    for (const task of ['Entities', 'Dates', 'Claims', 'Summaries']) expect(stdout).toContain(task)
    expect(readdirSync(join(cwd, 'assay-report')).sort()).toEqual([
      'index.html',
      'leaderboard.csv',
      'leaderboard.json',
      'leaderboard.md',
    ])
  })

  it('puts every system between oracle and empty', async () => {
    const result = await leaderboard([], scratch())
    for (const task of ['entities', 'dates', 'claims']) {
      const { rows } = board(result, task)
      expect(row(board(result, task), 'oracle')).toMatchObject({ kind: 'bound', value: 1, rank: null })
      expect(row(board(result, task), 'empty')).toMatchObject({ kind: 'bound', value: 0, rank: null })
      const ranked = rows.filter(({ kind }) => kind === 'ranked')
      expect(ranked.length).toBeGreaterThan(0)
      for (const { value } of ranked) {
        expect(value).toBeGreaterThan(0)
        expect(value).toBeLessThan(1)
      }
    }
    const summaries = board(result, 'summaries')
    expect(summaries.rows.map(({ system }) => system)).not.toContain('oracle')
    expect(row(summaries, 'human')).toMatchObject({ kind: 'bound', rank: null })
    expect(row(summaries, 'empty').value).toBe(0)
  })

  it('gives no interval and rank [1, K] where all articles are one story, and says why', async () => {
    // The first four articles tell one story.
    const { stdout } = await assay(['run', '--json', '--task', 'dates', '--limit', '4'], scratch())
    const ranked = board(JSON.parse(stdout), 'dates').rows.filter(({ kind }) => kind === 'ranked')
    expect(ranked.length).toBeGreaterThan(1)
    for (const each of ranked) {
      expect(each).toMatchObject({ low: null, high: null, rank: [1, ranked.length] })
      expect(each.intervalBecause).toBe('fewer than 8 units')
    }
  })

  it('gives intervals on all nine stories, and calls them few', async () => {
    const { stdout } = await assay(['run', '--task', 'dates'], scratch())
    expect(stdout).toMatch(/wink +0\.\d{3} +0\.\d{3}–0\.\d{3}/)
    expect(stdout).toContain('few: intervals rest on 9 units')
  })

  it('writes the same bytes whatever the time zone, locale and number of workers', async () => {
    const [one, two] = [scratch(), scratch()]
    await assay(['run', '-j', '1'], one, { TZ: 'Asia/Tokyo', LANG: 'C', LC_ALL: 'C' })
    await assay(['run', '-j', '3'], two, {
      TZ: 'America/Los_Angeles',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    })
    const [first, second] = [contents(one), contents(two)]
    expect(Object.keys(first)).toEqual(Object.keys(second))
    for (const [path, text] of Object.entries(first)) expect(second[path] === text, path).toBe(true)
    expect(Object.keys(first).length).toBeGreaterThan(10)
  })

  it('marks a limited run as no result', async () => {
    const cwd = scratch()
    const { code, stdout, stderr } = await assay(['run', '--limit', '2', '-s', 'lead'], cwd)
    expect(code).toBe(0)
    expect(stderr).toContain('not a result: --limit 2')
    expect(stdout.toLowerCase()).toContain('not a result')
    const written: Leaderboard = JSON.parse(
      readFileSync(join(cwd, 'assay-report/partial/leaderboard.json'), 'utf8'),
    )
    expect(written.notResult).toBe('--limit 2')
    expect(written.dataset.articles).toBe(2)
  })
})

describe('gold and scores', () => {
  function copyOfNewswire(cwd: string): string {
    const copy = join(cwd, 'gold')
    cpSync(newswire, copy, { recursive: true })
    return copy
  }

  it('a changed gold type moves entity scores only', async () => {
    const cwd = scratch()
    const gold = copyOfNewswire(cwd)
    const before = await leaderboard(['-d', gold], cwd)
    const file = join(gold, 'articles', readdirSync(join(gold, 'articles')).sort()[0] as string)
    const article = JSON.parse(readFileSync(file, 'utf8'))
    const person = article.annotation.mentions.find(
      (one: { type: string; tier?: string }) => one.type === 'PERSON',
    )
    person.type = 'ORG'
    writeFileSync(file, JSON.stringify(article))
    const { code, stdout } = await assay(['report', '--json'], cwd)
    expect(code).toBe(0)
    const after: Leaderboard = JSON.parse(stdout)
    const values = (of: Leaderboard, task: string) =>
      board(of, task).rows.map(({ system, value }) => [system, value])
    expect(values(after, 'entities')).not.toEqual(values(before, 'entities'))
    for (const task of ['dates', 'claims', 'summaries'])
      expect(values(after, task)).toEqual(values(before, task))
  })

  it('a deleted article lowers the denominator', async () => {
    const cwd = scratch()
    const gold = copyOfNewswire(cwd)
    const before = await leaderboard(['-d', gold, '-s', 'capitals'], cwd)
    const manifest = join(gold, 'dataset.json')
    const parsed = JSON.parse(readFileSync(manifest, 'utf8'))
    writeFileSync(manifest, JSON.stringify({ ...parsed, links: [] }))
    rmSync(join(gold, 'articles', readdirSync(join(gold, 'articles')).sort()[0] as string))
    const after = await leaderboard(['-d', gold, '-s', 'capitals'], cwd)
    expect(row(board(after, 'entities'), 'capitals').articles).toBe(before.dataset.articles - 1)
    // The stored predictions are over other articles now.
    const { code, stderr } = await assay(['report', '-d', 'newswire'], cwd)
    expect(code).toBe(31)
    expect(stderr).toContain('over other articles')
  })

  it('a damaged predictions file ends with 40', async () => {
    const cwd = scratch()
    await leaderboard(['-s', 'lead'], cwd)
    const [run] = readdirSync(join(cwd, '.assay/runs'))
    const file = join(cwd, '.assay/runs', run as string, 'predictions.jsonl')
    writeFileSync(file, readFileSync(file, 'utf8').replace('"ok"', '"OK"'))
    const { code, stderr } = await assay(['report'], cwd)
    expect(code).toBe(40)
    expect(stderr).toContain('predictions.jsonl')
  })
})

describe('a faulty dataset', () => {
  it('is reported whole, with 2, and nothing is written', async () => {
    const cwd = scratch()
    const gold = join(cwd, 'gold')
    cpSync(newswire, gold, { recursive: true })
    const [first, second] = readdirSync(join(gold, 'articles')).sort() as [string, string]
    writeFileSync(join(gold, 'articles', first), '{ "schema": ')
    const file = join(gold, 'articles', second)
    const article = JSON.parse(readFileSync(file, 'utf8'))
    article.annotation.mentions[0].surface = 'nowhere'
    writeFileSync(file, JSON.stringify(article))
    const { code, stdout, stderr } = await assay(['run', '-d', gold], cwd)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(first)
    expect(stderr).toContain('nowhere')
    expect(existsSync(join(cwd, '.assay'))).toBe(false)
    expect(existsSync(join(cwd, 'assay-report'))).toBe(false)
    const check = await assay(['data', 'check', gold, '--json'], cwd)
    expect(check.code).toBe(2)
    expect(JSON.parse(check.stdout).length).toBeGreaterThanOrEqual(2)
  })
})
