import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tinyNews } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { readRun, runSystem } from '../src/index.ts'
import { behaved, optionsFor, runWithEvents, temporaryFolder } from './kit.ts'

const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex')

/** The files of a run that must be the same, byte by byte, whenever the inputs are. */
function resultBytes(folder: string): Record<string, string> {
  return Object.fromEntries(
    ['run.json', 'predictions.jsonl'].map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  )
}

describe('a run of one system', () => {
  it('records what was run and what came of it', async () => {
    const { result } = await runWithEvents(optionsFor('echo', temporaryFolder()))
    const stored = readFileSync(join(result.folder, 'predictions.jsonl'))
    expect(result.record).toEqual({
      schema: 'assay.run/1',
      id: expect.stringMatching(/^echo-[0-9a-f]{12}$/),
      dataset: { name: 'three', version: '1', texts: 'digest', articles: 3 },
      selection: {},
      system: {
        name: 'echo',
        kind: 'extractor',
        adapter: 'echo',
        version: '1',
        tasks: ['entities'],
        options: {},
        files: {},
      },
      config: null,
      seed: 1,
      repeats: 1,
      status: 'complete',
      counts: { expected: 3, ok: 3, failed: 0, skipped: 0 },
      predictions: sha256(stored),
    })
    expect(result.predictions).toEqual([behaved('a'), behaved('b'), behaved('c')])
    expect(result.stopped).toBeUndefined()
  })

  it('can be read back from its folder', async () => {
    const { folder, ...stored } = await runSystem(optionsFor('echo', temporaryFolder()))
    expect(await readRun(folder)).toEqual(stored)
    expect(readdirSync(folder).sort()).toEqual([
      'environment.json',
      'journal.jsonl',
      'predictions.jsonl',
      'run.json',
      'system.log',
      'timings.jsonl',
    ])
  })

  it('measures into files of their own', async () => {
    // What this process holds is not the memory of the system.
    const held = Buffer.alloc(300e6, 1)
    const result = await runSystem(optionsFor('echo', temporaryFolder(), { workers: 2 }))
    const { environment, timings } = result
    expect(environment).toMatchObject({ node: process.version, workers: 2, restarts: 0 })
    expect(environment.coldStartMilliseconds).toBeGreaterThan(1)
    expect(environment.wallMilliseconds).toBeGreaterThan(environment.coldStartMilliseconds)
    expect(environment.peakMemoryBytes).toBeGreaterThan(20e6)
    expect(environment.peakMemoryBytes).toBeLessThan(held.length)
    expect(timings.map(({ article, repeat }) => ({ article, repeat }))).toEqual([
      { article: 'a', repeat: 0 },
      { article: 'b', repeat: 0 },
      { article: 'c', repeat: 0 },
    ])
    const measured = /milliseconds|startedAt|peakMemory|restarts|cpu/i
    for (const text of Object.values(resultBytes(result.folder))) expect(text).not.toMatch(measured)
  })

  it('says how far it has come', async () => {
    const { events } = await runWithEvents(optionsFor('throws', temporaryFolder()))
    const at = { system: 'throws', total: 3 }
    expect(events).toEqual([
      { type: 'ready', ...at, done: 0, failed: 0, coldStartMs: expect.any(Number) },
      { type: 'article', ...at, done: 1, failed: 0, article: 'a', repeat: 0, status: 'ok' },
      { type: 'article', ...at, done: 2, failed: 1, article: 'b', repeat: 0, status: 'failed' },
      { type: 'article', ...at, done: 3, failed: 1, article: 'c', repeat: 0, status: 'ok' },
      { type: 'done', ...at, done: 3, failed: 1, status: 'complete' },
    ])
  })

  it('keeps a journal in order of completion, each line chained to the one before', async () => {
    const result = await runSystem(optionsFor('echo', temporaryFolder(), { repeats: 2 }))
    const lines = readFileSync(join(result.folder, 'journal.jsonl'), 'utf8').trimEnd().split('\n')
    const entries = lines.map(
      (line) =>
        JSON.parse(line) as { entry: { prediction: { article: string; repeat: number } }; checksum: string },
    )
    expect(entries.map(({ entry: { prediction: p } }) => `${p.article}${p.repeat}`)).toEqual([
      'a0',
      'b0',
      'c0',
      'a1',
      'b1',
      'c1',
    ])
    const sorted = result.predictions.map(({ article, repeat }) => `${article}${repeat}`)
    expect(sorted).toEqual(['a0', 'a1', 'b0', 'b1', 'c0', 'c1'])
    entries.reduce((before, { entry, checksum }, i) => {
      // The first checksum stands on the identity, whose beginning is in the run's id.
      if (i > 0) expect(checksum).toBe(sha256(`${before}\n${JSON.stringify(entry)}`))
      return checksum
    }, '')
  })

  it('records options, entity types and the hashes of files under their base names', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'model.bin')
    writeFileSync(file, 'weights')
    const { record } = await runSystem(optionsFor('described', folder, { args: [file] }))
    expect(record.system).toMatchObject({
      entityTypes: ['PERSON'],
      options: { threshold: 0.5 },
      files: { 'model.bin': sha256('weights') },
    })
    expect(JSON.stringify(record)).not.toContain(folder)
  })

  it('asks a summarizer for a length and records it', async () => {
    const { record, predictions } = await runSystem(optionsFor('summarizer', temporaryFolder()))
    expect(record.request).toEqual({ minWords: 45, maxWords: 60 })
    expect(predictions[0]).toEqual({
      article: 'a',
      repeat: 0,
      status: 'ok',
      output: { summary: { text: 'a: 45 to 60 words' } },
    })
  })

  it('derives another seed for every article and repeat, the same in every run', async () => {
    const texts = async (seed: number) => {
      const { predictions } = await runSystem(optionsFor('seeded', temporaryFolder(), { repeats: 2, seed }))
      return predictions.map((p) => (p.status === 'ok' ? p.output.claims?.[0]?.text : p.status))
    }
    const [first, again, other] = [await texts(1), await texts(1), await texts(2)]
    expect(new Set(first).size).toBe(6)
    expect(again).toEqual(first)
    expect(first.filter((text) => other.includes(text))).toEqual([])
  })

  it('runs over no articles at all', async () => {
    const { record } = await runSystem(optionsFor('echo', temporaryFolder(), { articles: [] }))
    expect(record).toMatchObject({
      status: 'complete',
      counts: { expected: 0, ok: 0, failed: 0, skipped: 0 },
    })
  })

  it('answers the articles that are built for trouble', async () => {
    const { gold: _, ...dataset } = tinyNews.identity
    const articles = tinyNews.articles.map(({ article }) => article)
    const { record } = await runSystem(optionsFor('seeded', temporaryFolder(), { articles, dataset }))
    expect(record.counts).toEqual({ expected: articles.length, ok: articles.length, failed: 0, skipped: 0 })
  })

  it('refuses articles that are not those of the dataset', async () => {
    const dataset = { name: 'three', version: '1', texts: 'digest', articles: 4 }
    await expect(runSystem(optionsFor('echo', temporaryFolder(), { dataset }))).rejects.toMatchObject({
      code: 'internal',
    })
  })
})

describe('the same inputs give the same bytes', () => {
  it('when a run is repeated, in the same folder or another', async () => {
    const runsDir = temporaryFolder()
    const first = resultBytes((await runSystem(optionsFor('echo', runsDir, { repeats: 2 }))).folder)
    const again = resultBytes((await runSystem(optionsFor('echo', runsDir, { repeats: 2 }))).folder)
    const elsewhere = resultBytes(
      (await runSystem(optionsFor('echo', temporaryFolder(), { repeats: 2 }))).folder,
    )
    expect(again).toEqual(first)
    expect(elsewhere).toEqual(first)
  })

  it('D8: when answers take other times and articles are given in another order', async () => {
    const bytes = async (overrides = {}) =>
      resultBytes((await runSystem(optionsFor('unhurried', temporaryFolder(), overrides))).folder)
    const first = await bytes()
    const { articles } = optionsFor('unhurried', '')
    expect(await bytes({ articles: [...articles].reverse() })).toEqual(first)
  })

  it('when a process was lost on the way', async () => {
    const bytes = async () => resultBytes((await runSystem(optionsFor('exits', temporaryFolder()))).folder)
    expect(await bytes()).toEqual(await bytes())
  })
})
