import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assay, scratch } from './command.ts'

const newswire = fileURLToPath(new URL('../../../datasets/newswire', import.meta.url))

const made = realpathSync(mkdtempSync(join(tmpdir(), 'assay-compare-')))
afterAll(() => rmSync(made, { recursive: true, force: true }))

/** `worse` answers as `better` does, but for one article that it does not know and one type that it gets wrong. */
beforeAll(async () => {
  const lines = readdirSync(join(newswire, 'articles'))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(newswire, 'articles', file), 'utf8')))
    .map(({ article, annotation }) => ({
      article: article.id,
      output: {
        mentions: annotation.mentions
          .filter(({ tier = 'core' }) => tier === 'core')
          .map(({ span, type }: { span: object; type: string }) => ({ span, type })),
      },
    }))
  const [first, second, ...others] = lines
  const [mention, ...mentions] = first!.output.mentions
  const worse = [
    { ...first, output: { mentions: [{ ...mention, type: 'WEIRD\u001b[31m' }, ...mentions] } },
    { ...second, output: { mentions: [] } },
    ...others,
  ]
  const write = (name: string, items: readonly object[]) =>
    writeFileSync(join(made, name), items.map((item) => `${JSON.stringify(item)}\n`).join(''))
  write('better.jsonl', lines)
  write('worse.jsonl', worse)
  const { code, stderr } = await assay(['run', '-s', 'lead', '-p', 'better.jsonl', 'worse.jsonl'], made)
  expect(code).toBe(0)
  // What is none of our types is pointed out, with its controls made visible.
  expect(stderr).toContain(
    'assay: worse: 1 mentions have types that are none of ours and are not scored: WEIRD\\u{1b}[31m 1',
  )
})

describe('assay compare', () => {
  it('shows difference, items, parts and the articles that carry it', async () => {
    const { code, stdout } = await assay(['compare', 'worse', 'better'], made)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^worse against better\n/)
    expect(stdout).toMatch(/Entities {2}strict F1 {2}0\.\d{3} {2}1\.000 +\+\d+\.\d/)
    expect(stdout).toMatch(/broken: right in A, wrong in B +0\n/)
    expect(stdout).toMatch(/fixed {4,}nw-001/)
    expect(stdout).toContain('type PERSON')
    expect(stdout).toMatch(/nw-002\S+ +0\.000 {2}1\.000 +\+\d+\.\d +\d+ %/)
    expect(stdout).not.toContain('\u001b')
  })

  it('gives everything as JSON, also for run ids and folders', async () => {
    const runs = readdirSync(join(made, '.assay/runs'))
    const worse = runs.find((id) => id.startsWith('worse'))!
    const better = join('.assay/runs', runs.find((id) => id.startsWith('better'))!)
    const { code, stdout } = await assay(
      ['compare', worse, better, '-m', 'mentions.exact.recall', '--json'],
      made,
    )
    expect(code).toBe(0)
    const { schema, a, columns } = JSON.parse(stdout)
    expect(schema).toBe('assay.comparison/1')
    expect(a).toEqual({ system: 'worse', run: worse })
    expect(columns).toHaveLength(1)
    expect(columns[0]).toMatchObject({ metric: 'mentions', column: { key: 'exact.recall' }, b: 1 })
    expect(columns[0].items.fixed.length).toBeGreaterThan(0)
    expect(columns[0].items.broken).toEqual([])
  })

  it('compares a run with itself: nothing differs', async () => {
    const { code, stdout } = await assay(['compare', 'lead', 'lead', '--json'], made)
    expect(code).toBe(0)
    expect(JSON.parse(stdout).columns[0]).toMatchObject({
      metric: 'claim-recall',
      difference: 0,
      verdict: 'tied',
      articles: [],
      items: { fixed: [], broken: [] },
    })
  })

  it.each(['.html', '.md'])('writes a page ending in %s', async (ending) => {
    const cwd = scratch()
    cpSync(made, cwd, { recursive: true })
    const { code, stdout } = await assay(['compare', 'worse', 'better', '-o', `out/diff${ending}`], cwd)
    expect({ code, stdout }).toEqual({ code: 0, stdout: `comparison  out/diff${ending}\n` })
    const page = readFileSync(join(cwd, `out/diff${ending}`), 'utf8')
    expect(page).toContain('worse against better')
    expect(page).not.toContain('\u001b')
  })

  it('refuses runs over other articles with 31, saying what differs', async () => {
    const cwd = scratch()
    cpSync(made, cwd, { recursive: true })
    await assay(['run', '-s', 'capitals', '--limit', '3'], cwd)
    const better = readdirSync(join(cwd, '.assay/runs')).find((id) => id.startsWith('better'))!
    const { code, stdout, stderr } = await assay(['compare', better, 'capitals'], cwd)
    expect(code).toBe(31)
    expect(stdout).toBe('')
    expect(stderr).toMatch(
      /articles 12 against 3; selection \{\} against \{"limit":3\}; texts \w{12} against/,
    )
    // A look at three articles did not take the place of the result.
    expect(existsSync(join(cwd, 'assay-report/partial/index.html'))).toBe(true)
    expect(readFileSync(join(cwd, 'assay-report/leaderboard.md'), 'utf8')).not.toContain('Not a result')
  })

  it.each([
    [['compare', 'wors', 'better'], 'did you mean "worse"?'],
    [['compare', 'worse', 'lead'], 'there is no task to compare: worse does entities; lead does summaries'],
    [['compare', 'worse', 'better', '-t', 'dates'], 'there is no task to compare'],
    [['compare', 'worse', 'better', '-m', 'mention'], 'did you mean "mentions"?'],
    [['compare', 'worse', 'better', '-m', 'mentions.strct.f1'], 'did you mean "strict.f1"?'],
    [['compare', 'worse', 'better', '-m', 'rouge'], 'rouge scores summaries'],
    [['compare', 'worse', 'better', '-o', 'diff.txt'], 'written as .html or .md'],
    [['compare', 'worse'], "missing required argument 'b'"],
  ])('refuses %j with 2', async (args, message) => {
    const { code, stdout, stderr } = await assay(args, made)
    expect(stderr).toContain(message)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })
})
