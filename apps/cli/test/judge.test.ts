import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { assay, scratch } from './command.ts'

const newswire = fileURLToPath(new URL('../../../datasets/newswire', import.meta.url))

/** A judge that asks whether words are shared, and keeps a log of what it was asked; beside it, `more` judges. */
const config = (more: string) => `
import { appendFileSync } from 'node:fs'
import { claimSentences, defineConfig, lead } from 'assay'

const words = (text: string) => new Set(text.toLowerCase().match(/\\w+/g))
const share = ({ premise, hypothesis }: { premise: string; hypothesis: string }) => {
  const [has, says] = [words(premise), words(hypothesis)]
  return [...says].filter((word) => has.has(word)).length / Math.max(1, says.size)
}

export default defineConfig({
  dataset: './two',
  systems: { lead, claims: () => claimSentences({ most: 3 }) },
  judges: {
    words: {
      kind: 'judge',
      adapter: 'words',
      version: '1',
      judge(questions, context) {
        appendFileSync('asked.log', questions.map(({ id }) => id + '\\n').join(''))
        context.spend({ usd: 0.01 })
        return questions.map(share)
      },
    },
    ${more}
  },
})
`

/** A folder with that config and a dataset of two articles. */
function bench(more = ''): string {
  const cwd = scratch()
  writeFileSync(join(cwd, 'assay.config.ts'), config(more))
  mkdirSync(join(cwd, 'two/articles'), { recursive: true })
  const { links: _, ...manifest } = JSON.parse(readFileSync(join(newswire, 'dataset.json'), 'utf8'))
  writeFileSync(join(cwd, 'two/dataset.json'), JSON.stringify({ ...manifest, name: 'two' }))
  for (const file of readdirSync(join(newswire, 'articles')).sort().slice(0, 2)) {
    copyFileSync(join(newswire, 'articles', file), join(cwd, 'two/articles', file))
  }
  return cwd
}

function asked(cwd: string): string[] {
  return readFileSync(join(cwd, 'asked.log'), 'utf8').trimEnd().split('\n')
}

function folderOf(cwd: string, name: string): string {
  const runs = join(cwd, '.assay/runs')
  return join(runs, readdirSync(runs).find((run) => run.startsWith(`${name}-`))!)
}

function csv(cwd: string): string {
  return readFileSync(join(cwd, 'assay-report/leaderboard.csv'), 'utf8')
}

// Each test starts the command up to ten times.
describe('assay judge', { timeout: 180_000 }, () => {
  it('is asked once, and its scores stand in report, score and verify, signed', async () => {
    const cwd = bench()
    expect((await assay(['run', '-t', 'claims', 'summaries'], cwd)).code).toBe(0)
    expect(csv(cwd)).not.toContain('claim-similarity')

    const judged = await assay(['judge', '--json'], cwd)
    expect(judged.stderr).not.toContain('assay:')
    expect(judged.code).toBe(0)
    const { runs } = JSON.parse(judged.stdout)
    expect(runs).toHaveLength(2)
    const ids = asked(cwd)
    expect(new Set(ids).size).toBe(ids.length)
    for (const run of runs) expect(run).toMatchObject({ asked: run.questions, status: 'complete' })

    expect((await assay(['report'], cwd)).code).toBe(0)
    expect(csv(cwd)).toMatch(/claim-similarity/)
    const sheet = JSON.parse(readFileSync(join(folderOf(cwd, 'claims'), 'scores.json'), 'utf8'))
    const similarity = sheet.scores.find(({ metric }: { metric: string }) => metric === 'claim-similarity')
    expect(similarity.signature).toMatch(/\|judge:words@[0-9a-f]{12}\|gold:/)
    expect(similarity.values.f1.value).toBeGreaterThan(0)
    expect((await assay(['verify'], cwd)).stdout).toMatch(/^verified: /)

    const score = ['score', folderOf(cwd, 'claims'), '--gold', './two', '--json']
    const scored = JSON.parse((await assay(score, cwd)).stdout)
    expect(scored.scores).toContainEqual(similarity)

    const again = await assay(['judge'], cwd)
    expect(again.stdout).toMatch(/questions, 0 asked now/)
    expect(asked(cwd)).toEqual(ids)
  })

  it('stops when the money is spent, and goes on from there', async () => {
    const cwd = bench()
    await assay(['run', '-s', 'claims'], cwd)
    const part = await assay(['judge', '--max-cost', '0.02'], cwd)
    expect(part.code).toBe(30)
    expect(asked(cwd)).toHaveLength(32)
    expect((await assay(['judge'], cwd)).code).toBe(0)
    expect(new Set(asked(cwd)).size).toBe(asked(cwd).length)
  })

  it('keeps scores of two judges out of one column', async () => {
    const cwd = bench(
      "strict: { kind: 'judge', adapter: 'strict', version: '1', judge: (all) => all.map(() => 0) },",
    )
    const file = join(cwd, 'assay.config.ts')
    const more = 'systems: { other: () => claimSentences({ most: 2 }),'
    writeFileSync(file, readFileSync(file, 'utf8').replace('systems: {', more))
    await assay(['run', '-t', 'claims'], cwd)
    expect((await assay(['judge', folderOf(cwd, 'claims'), '-J', 'words'], cwd)).code).toBe(0)
    expect((await assay(['judge', folderOf(cwd, 'other'), '-J', 'strict'], cwd)).code).toBe(0)
    const { code, stderr } = await assay(['report'], cwd)
    expect(stderr).toMatch(/^assay: claim-similarity: .*\|judge:words@.*\|judge:strict@/)
    expect(code).toBe(31)
  })

  it('says what to do when it cannot ask', async () => {
    const cwd = bench(
      `far: { kind: 'judge', adapter: 'far', version: '1', network: true, judge: () => [] },
      broken: { kind: 'judge', adapter: 'broken', version: '1', judge: () => { throw new Error('no luck') } },
      no: () => ({}) as never,
      support: { kind: 'judge', adapter: 's', version: '1', answers: ['support'], judge: () => [] },`,
    )
    await assay(['run', '-s', 'claims'], cwd)
    const score = ['score', folderOf(cwd, 'claims'), '--gold', './two', '-m', 'claim-similarity']
    const cases: [string[], string, number][] = [
      [score, 'metric claim-similarity cannot be computed: no judge has answered its questions', 2],
      [['judge', '-J', 'wrds'], 'there is no judge "wrds" (did you mean "words"?)', 2],
      [['judge'], 'the config has several judges', 2],
      [
        ['judge', '-J', 'far'],
        'judge "far" asks a service outside this machine, and the network is closed',
        2,
      ],
      [['judge', '-J', 'broken'], 'judge "broken" failed on question', 60],
      [['judge', '-J', 'no'], 'judges.no returned no judge', 2],
      [['judge', '-J', 'support'], 'there is nothing to ask support about these runs', 2],
      [['judge', '-J', 'words', '-m', 'claims'], 'there is no judged metric "claims"', 2],
    ]
    for (const [args, message, code] of cases) {
      const result = await assay(args, cwd)
      expect(result.stderr).toContain(message)
      expect(result.code, message).toBe(code)
    }
  })
})
