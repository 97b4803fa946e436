import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Leaderboard, RunRecord } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { assay, scratch, start } from './command.ts'

/** A config whose systems misbehave on one article each, beside one that behaves. */
const hostile = `
  const base = { kind: 'extractor', adapter: 'hostile', version: '1', tasks: ['entities'] }
  const mentions = ({ text }) => ({ mentions: [{ span: { start: 0, end: text.indexOf(' ') }, type: 'ORG' }] })
  const bad = (id) => id.includes('002')
  const spin = () => { for (;;) {} }
  export default {
    timeout: 2,
    systems: {
      good: { ...base, extract: mentions },
      throws: { ...base, extract: (a) => { if (bad(a.id)) throw new Error('no'); return mentions(a) } },
      busy: { ...base, extract: (a) => bad(a.id) ? spin() : mentions(a) },
      exits: { ...base, extract: (a) => bad(a.id) ? process.exit(3) : mentions(a) },
      nonsense: { ...base, extract: (a) => bad(a.id) ? { mentions: [{ span: { start: 5, end: 1e9 }, type: 'ORG' }] } : mentions(a) },
    },
  }`

describe('systems that misbehave', () => {
  it('lose their own articles, show it in the coverage, and have no rank below 95 %', async () => {
    const cwd = scratch()
    writeFileSync(join(cwd, 'assay.config.ts'), hostile)
    const { code, stdout, stderr } = await assay(['run', '--json', '-d', 'newswire'], cwd)
    expect(code).toBe(0)
    expect(stderr).toContain(
      'throws failed on 1 of 12 articles, first on nw-002-recognition-brief (threw): no',
    )
    const [board] = (JSON.parse(stdout) as Leaderboard).boards
    const failed = Object.fromEntries(board?.rows.map((row) => [row.system, row.failed]) ?? [])
    expect(failed).toMatchObject({ good: 0, throws: 1, busy: 1, exits: 1, nonsense: 1 })
    const broken = board?.rows.find(({ system }) => system === 'busy')
    expect(broken?.rank).toBeNull()
    expect(broken?.unrankedBecause).toContain('95')
  })

  it('that cannot start end with 60 and leave the others their leaderboard', async () => {
    const cwd = scratch()
    writeFileSync(
      join(cwd, 'assay.config.ts'),
      hostile.replace(
        'systems: {',
        `systems: { stillborn: { ...base, extract: mentions, prepare: async () => { throw new Error('model missing') } },`,
      ),
    )
    const { code, stdout, stderr } = await assay(['run', '-s', 'stillborn', 'good'], cwd)
    expect(code).toBe(60)
    expect(stderr).toContain('model missing')
    expect(stdout).toContain('good')
  })

  it('that answer nothing end with 60', async () => {
    const cwd = scratch()
    writeFileSync(join(cwd, 'assay.config.ts'), hostile.replace("id.includes('002')", 'true'))
    const { code, stderr } = await assay(['run', '-s', 'throws'], cwd)
    expect(code).toBe(60)
    expect(stderr).toContain('throws answered none of')
    expect(stderr).toContain('(threw): no')
  })
})

describe('a predictions file', () => {
  it('is a system named after the file, beside those of a config', async () => {
    const cwd = scratch()
    writeFileSync(join(cwd, 'assay.config.ts'), hostile)
    writeFileSync(
      join(cwd, 'spacy.jsonl'),
      readArticles()
        .map(({ id }) => `${JSON.stringify({ article: id, output: { mentions: [] } })}\n`)
        .join(''),
    )
    const { code, stdout } = await assay(
      ['run', '-p', 'spacy.jsonl', '-s', 'good', '--json', '-d', 'newswire'],
      cwd,
    )
    expect(code).toBe(0)
    const [board] = (JSON.parse(stdout) as Leaderboard).boards
    expect(board?.rows.map(({ system }) => system)).toContain('spacy')
  })
})

describe('what cannot be reported', () => {
  it('a predictions file that is not there, or none, ends with 2 before anything runs', async () => {
    const cwd = scratch()
    writeFileSync(join(cwd, 'bad.jsonl'), '{ "article": ')
    for (const file of ['nosuch.jsonl', 'bad.jsonl']) {
      const { code, stderr } = await assay(['run', '-p', file], cwd)
      expect(code).toBe(2)
      expect(stderr).toContain(file)
    }
    expect(readdirSync(cwd)).toEqual(['bad.jsonl'])
  })

  it('a system that does none of the tasks asked for does not replace the report', async () => {
    const cwd = scratch()
    writeFileSync(
      join(cwd, 'assay.config.ts'),
      hostile.replace('good: { ...base, extract: mentions }', 'good: () => ({ ...base, extract: mentions })'),
    )
    expect((await assay(['run', '-s', 'good', '-t', 'dates'], cwd)).code).toBe(2)
    expect(readdirSync(cwd)).not.toContain('assay-report')
  })
})

describe('Ctrl-C', () => {
  it('leaves a valid partial run, no orphan, and ends with 130', async () => {
    const cwd = scratch()
    writeFileSync(
      join(cwd, 'assay.config.ts'),
      `export default { systems: { slow: { kind: 'extractor', adapter: 'slow', version: '1', tasks: ['entities'],
        prepare: async () => { (await import('node:fs')).writeFileSync('pid', String(process.pid)) },
        extract: async ({ id }) => {
          (await import('node:fs')).writeFileSync('at', id)
          if (!id.includes('001')) for (;;) {}
          return { mentions: [] }
        } } } }`,
    )
    const { child, result } = start(['run'], cwd)
    await until(() => /00[2-9]/.test(readFileSync(join(cwd, 'at'), 'utf8')))
    const pid = Number(readFileSync(join(cwd, 'pid'), 'utf8'))
    child.kill('SIGINT')
    const { code, stderr } = await result
    expect(code).toBe(130)
    expect(stderr).toContain('saved in .assay/runs')
    expect(() => process.kill(pid, 0)).toThrow('ESRCH')
    const list = await assay(['list', 'runs', '--json'], cwd)
    const [run] = JSON.parse(list.stdout).runs
    const record: RunRecord = JSON.parse(readFileSync(join(cwd, '.assay/runs', run.name, 'run.json'), 'utf8'))
    expect(record).toMatchObject({ status: 'partial', counts: { ok: 1, failed: 0 } })
    const report = await assay(['report', '--json'], cwd)
    expect(JSON.parse(report.stdout).notResult).toContain('partial')
    expect(report.code).toBe(30)
  })
})

describe('assay init', () => {
  it('writes a config that runs, with a system and a metric of its own, and never overwrites', async () => {
    const cwd = scratch()
    expect((await assay(['init', 'bench'], cwd)).code).toBe(0)
    const { code, stdout } = await assay(['run'], join(cwd, 'bench'))
    expect(code).toBe(0)
    expect(stdout).toContain('shouty')
    const markdown = readFileSync(join(cwd, 'bench/assay-report/leaderboard.csv'), 'utf8')
    expect(markdown).toContain('mentions-per-article')
    const again = await assay(['init', 'bench'], cwd)
    expect(again.code).toBe(2)
    expect(again.stderr).toContain('is there already')
  })
})

function readArticles(): { id: string }[] {
  const folder = fileURLToPath(new URL('../../../datasets/newswire/articles', import.meta.url))
  return readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).article)
}

/** Waits until `condition` holds; an error counts as not yet. */
async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000
  for (;;) {
    try {
      if (condition()) return
    } catch {
      // not yet
    }
    if (Date.now() > deadline) throw new Error('waited 30 seconds in vain')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
