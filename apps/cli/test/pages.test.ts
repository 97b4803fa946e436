import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { assay, scratch } from './command.ts'

const page = fileURLToPath(
  new URL('../../../packages/dataset/test/fixtures/pages/collector.txt', import.meta.url),
)
const newswire = fileURLToPath(new URL('../../../datasets/newswire', import.meta.url))
const seed = fileURLToPath(new URL('../../../../shared/seeds/daily8-page.txt', import.meta.url))
const daily8 = fileURLToPath(new URL('../../../datasets/daily8', import.meta.url))

function filesIn(folder: string): Record<string, string> {
  const names = ['dataset.json', ...readdirSync(join(folder, 'articles')).map((name) => `articles/${name}`)]
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
}

describe('assay data split-page', () => {
  it('prints the articles of a page as JSON, with spans that are their texts', async () => {
    const { code, stdout } = await assay(['data', 'split-page', page, '--json'], scratch())
    expect(code).toBe(0)
    const articles = JSON.parse(stdout)
    const keys = ['title', 'publisher', 'agency', 'publishedAt', 'publishedBecause', 'pageSpan', 'text']
    expect(articles.map(Object.keys)).toEqual([keys, keys, keys, keys])
    const text = readFileSync(page, 'utf8')
    for (const { pageSpan, text: slice } of articles) {
      expect(text.slice(pageSpan.start, pageSpan.end)).toBe(slice)
    }
  })

  it('says for a reader where an article is from, when it is from, and why', async () => {
    const { stdout } = await assay(['data', 'split-page', page], scratch())
    expect(stdout).toContain(
      [
        'Storm damages lighthouse on Lune',
        '  Veil Gazette, NPS, 2031-03-12, 43 words at [1352, 1585)',
        '  - the dateline "March 12"',
        '  - the year 2031 of its copyright line',
      ].join('\n'),
    )
  })

  it('writes a dataset without gold, on which systems run and nothing is scored', async () => {
    const cwd = scratch()
    const split = await assay(['data', 'split-page', page, '-o', 'my-news'], cwd)
    expect(split.code).toBe(0)
    expect(split.stderr).toContain('next: assay run -d my-news')
    expect((await assay(['data', 'check', 'my-news'], cwd)).stdout).toBe('my-news: 4 articles, no errors\n')

    const run = await assay(['run', '-d', 'my-news', '-s', 'capitals', 'lead', '--json'], cwd)
    expect(run.code).toBe(0)
    expect(JSON.parse(run.stdout).boards).toEqual([])
    const runs = readdirSync(join(cwd, '.assay/runs')).filter((name) => !name.startsWith('.'))
    expect(runs).toHaveLength(2)
    for (const name of runs) {
      const lines = readFileSync(join(cwd, '.assay/runs', name, 'predictions.jsonl'), 'utf8')
        .trim()
        .split('\n')
      expect(lines.map((line) => JSON.parse(line).status)).toEqual(['ok', 'ok', 'ok', 'ok'])
    }
  })

  it.each([
    ['empty', '', 'is empty'],
    ['UTF-16', Buffer.from('\ufeffTen boats', 'utf16le'), 'is UTF-16, not UTF-8'],
    ['binary', Uint8Array.of(0, 1, 2, 255), 'is not UTF-8'],
    ['HTML', '<!doctype html><p>Ten boats</p>', 'is HTML, not text'],
    ['one line', readFileSync(page, 'utf8').replaceAll('\n', ' '), 'shows no article'],
    ['without articles', 'Ten boats for the islands\n', 'shows no article'],
  ])('ends with 2 and one error on a page that is %s', async (_, content, message) => {
    const cwd = scratch()
    writeFileSync(join(cwd, 'page.txt'), content)
    const { code, stdout, stderr } = await assay(['data', 'split-page', 'page.txt'], cwd)
    expect(stderr).toContain(`assay: page.txt ${message}`)
    expect(stderr.trim().split('\n')).toHaveLength(2)
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })

  it('ends with 2 where there is no page', async () => {
    const { code, stderr } = await assay(['data', 'split-page', 'page.txt'], scratch())
    expect(stderr).toContain('assay: there is no page.txt')
    expect(code).toBe(2)
  })
})

describe('assay data standoff and hydrate', () => {
  /** A folder with a stand-off copy of newswire, and its texts in files. */
  async function copied() {
    const cwd = scratch()
    mkdirSync(join(cwd, 'texts'))
    for (const name of readdirSync(join(newswire, 'articles'))) {
      const { text } = JSON.parse(readFileSync(join(newswire, 'articles', name), 'utf8')).article
      writeFileSync(join(cwd, 'texts', name.replace('.json', '.txt')), text)
    }
    const made = await assay(['data', 'standoff', newswire, '-o', 'gold'], cwd)
    expect(made.code).toBe(0)
    return { cwd, hydrate: (...args: string[]) => assay(['data', 'hydrate', 'gold', ...args], cwd) }
  }

  it('return newswire byte for byte, where git does not see it', async () => {
    const { cwd, hydrate } = await copied()
    expect(readFileSync(join(cwd, 'gold/dataset.json'), 'utf8')).toContain('"texts": "standoff"')
    const { code, stdout } = await hydrate('--texts', 'texts')
    expect(code).toBe(0)
    expect(stdout).toContain('the text it was made on')
    expect(filesIn(join(cwd, '.assay/datasets/newswire'))).toEqual(filesIn(newswire))
    expect(readFileSync(join(cwd, '.assay/datasets/.gitignore'), 'utf8')).toBe('*\n')
  })

  it('say what a changed text costs, and write only what is accepted', async () => {
    const { cwd, hydrate } = await copied()
    const [name = ''] = readdirSync(join(cwd, 'texts'))
    const file = join(cwd, 'texts', name)
    const [first, , ...rest] = readFileSync(file, 'utf8').split('\n\n')
    writeFileSync(file, [first, ...rest].join('\n\n'))

    const refused = await hydrate('--texts', 'texts')
    expect(refused.code).toBe(2)
    expect(refused.stdout).toMatch(
      /another version of its text\n {2}\d+ unchanged, \d+ shifted, \d+ lost \(not whole\)/,
    )
    expect(refused.stderr).toContain('nothing was written')
    expect(existsSync(join(cwd, '.assay/datasets/newswire'))).toBe(false)

    const accepted = await hydrate('--texts', 'texts', '--accept')
    expect(accepted.code).toBe(0)
    expect(accepted.stderr).toContain('not whole')
    expect((await assay(['data', 'check', 'newswire'], cwd)).code).toBe(0)
    expect((await assay(['run', '-d', 'newswire', '-s', 'capitals'], cwd)).code).toBe(0)
  })

  it('report every span as JSON', async () => {
    const { hydrate } = await copied()
    const { stdout } = await hydrate('--texts', 'texts', '--json')
    const [report] = JSON.parse(stdout)
    expect(report).toMatchObject({ found: 'exact', claimsLost: [], sentencesAdded: 0 })
    expect(report.spans[0]).toMatchObject({ layer: 'sentences', id: '0', status: 'unchanged' })
  })

  it.each([
    [['gold'], 'either --page <file> or --texts <folder>'],
    [['gold', '--page', 'x', '--texts', 'texts'], 'either --page <file> or --texts <folder>'],
    [['gold', '--texts', 'nowhere'], 'there is no nowhere'],
    [['gold', '--texts', 'gold'], 'gold holds no .txt files'],
    [['gold', '--page', page], 'of newswire is there'],
    [[newswire, '--page', page], 'the dataset holds its texts: there is nothing to hydrate'],
  ])('%j ends with 2', async (args, message) => {
    const { cwd } = await copied()
    const { code, stderr } = await assay(['data', 'hydrate', ...args], cwd)
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })

  it('a dataset without texts cannot be run, and says what to do', async () => {
    const { cwd } = await copied()
    expect((await assay(['data', 'check', 'gold'], cwd)).stdout).toContain(
      'articles without texts, no errors',
    )
    const { code, stderr } = await assay(['run', '-d', 'gold'], cwd)
    expect(stderr).toContain('assay data hydrate newswire --page <file>')
    expect(code).toBe(2)
  })
})

describe.skipIf(!existsSync(seed))('datasets/daily8 over its page (needs shared/)', () => {
  it('is verified, hydrated again over a longer page, and gives four leaderboards', async () => {
    const cwd = scratch()
    expect((await assay(['data', 'hydrate', 'daily8', '--page', seed], cwd)).code).toBe(0)
    writeFileSync(join(cwd, 'page.txt'), `One more line\n${readFileSync(seed, 'utf8')}`)
    const again = await assay(['data', 'hydrate', 'daily8', '--page', 'page.txt'], cwd)
    expect(again.code).toBe(0)
    expect(again.stdout.match(/the text it was made on/g)).toHaveLength(4)

    const run = await assay(
      ['run', '-d', 'daily8', '-s', 'capitals', 'chrono', 'claim-sentences', 'lead', '--json'],
      cwd,
    )
    expect(run.code).toBe(0)
    const tasks = JSON.parse(run.stdout).boards.map(({ task }: { task: string }) => task)
    expect([...new Set<string>(tasks)].toSorted()).toEqual(['claims', 'dates', 'entities', 'summaries'])
  })

  it('with one character changed says what is in doubt', async () => {
    const cwd = scratch()
    writeFileSync(join(cwd, 'page.txt'), readFileSync(seed, 'utf8').replace('9,000', '8,000'))
    const { code, stdout } = await assay(['data', 'hydrate', 'daily8', '--page', 'page.txt'], cwd)
    expect(stdout).toMatch(
      /d8-004-cbs: another version of its text\n {2}\d+ relocated, 1 uncertain \(not whole\)\n {2}uncertain: sentences 12 /,
    )
    expect(code).toBe(2)
  })
})

it('daily8 is in the repository without its texts', async () => {
  const cwd = scratch()
  cpSync(daily8, join(cwd, 'copy'), { recursive: true })
  const { code, stdout } = await assay(['data', 'check', 'copy'], cwd)
  expect(stdout).toBe('copy: 4 articles without texts, no errors\n')
  expect(code).toBe(0)
})
