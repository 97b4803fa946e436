import { spawn } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { RunRecord } from '@assay/schema'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { listRuns, readRun, runSystem } from '../src/index.ts'
import { takeLock } from '../src/lock.ts'
import { isAlive, processStart } from '../src/process-start.ts'
import { eventually, fixture, optionsFor, temporaryFolder } from './kit.ts'

let original = ''
beforeAll(async () => {
  original = mkdtempSync(join(tmpdir(), 'assay-runner-'))
  cpSync((await runSystem(optionsFor('echo', join(original, 'runs')))).folder, join(original, 'sealed'), {
    recursive: true,
  })
})
afterAll(() => rmSync(original, { recursive: true }))

/** The folder of a sealed run, to be changed. */
function sealed(): string {
  const folder = temporaryFolder()
  cpSync(join(original, 'sealed'), folder, { recursive: true })
  return folder
}

function change(file: string, how: (text: string) => string): void {
  writeFileSync(file, how(readFileSync(file, 'utf8')))
}

describe('a stored run that was changed is not believed', () => {
  it.each([
    ['a word', (text: string) => text.replace('Ada', 'Eva')],
    ['a line less', (text: string) => text.slice(text.indexOf('\n') + 1)],
    ['a line twice', (text: string) => text.slice(0, text.indexOf('\n') + 1) + text],
    ['a white space more', (text: string) => `${text} `],
    ['nothing left', () => ''],
  ])('C8: predictions.jsonl with %s', async (_, how) => {
    const folder = sealed()
    const file = join(folder, 'predictions.jsonl')
    change(file, how)
    await expect(readRun(folder)).rejects.toMatchObject({
      code: 'state-damaged',
      message: `${file}: its hash is not the one in run.json`,
    })
  })

  it.each<[string, (record: RunRecord) => object]>([
    ['its id', (record) => ({ ...record, id: 'echo-000000000000' })],
    ['the texts', ({ dataset, ...record }) => ({ ...record, dataset: { ...dataset, texts: 'others' } })],
    [
      'the number of articles',
      ({ dataset, ...record }) => ({ ...record, dataset: { ...dataset, articles: 4 } }),
    ],
    ['the selection', (record) => ({ ...record, selection: { limit: 3 } })],
    ['the system', ({ system, ...record }) => ({ ...record, system: { ...system, version: '2' } })],
    ['the config', (record) => ({ ...record, config: 'another' })],
    ['the seed', (record) => ({ ...record, seed: 2 })],
    ['the repeats', (record) => ({ ...record, repeats: 2 })],
    ['what was asked for', (record) => ({ ...record, request: { minWords: 1, maxWords: 2 } })],
    ['its status', (record) => ({ ...record, status: 'partial' })],
    ['its counts', ({ counts, ...record }) => ({ ...record, counts: { ...counts, ok: 2, failed: 1 } })],
    ['the hash', (record) => ({ ...record, predictions: 'f00' })],
    ['a key more', (record) => ({ ...record, note: '' })],
    ['a key less', ({ seed: _seed, ...record }) => record],
  ])('C8: run.json with another %s', async (_, how) => {
    const folder = sealed()
    change(join(folder, 'run.json'), (text) => JSON.stringify(how(JSON.parse(text) as RunRecord)))
    await expect(readRun(folder)).rejects.toMatchObject({ code: 'state-damaged' })
  })

  it.each(['run.json', 'environment.json', 'timings.jsonl'])('%s that is no JSON is named', async (name) => {
    const folder = sealed()
    change(join(folder, name), (text) => text.slice(0, -3))
    await expect(readRun(folder)).rejects.toMatchObject({
      code: 'state-damaged',
      message: expect.stringContaining(join(folder, name)),
    })
  })

  it.each(['predictions.jsonl', 'environment.json', 'timings.jsonl'])(
    '%s that is missing is named',
    async (name) => {
      const folder = sealed()
      rmSync(join(folder, name))
      await expect(readRun(folder)).rejects.toMatchObject({
        code: 'state-damaged',
        message: `${join(folder, name)}: it cannot be read`,
      })
    },
  )

  it('C11: a run of a newer version is told from a damaged one', async () => {
    const folder = sealed()
    change(join(folder, 'run.json'), (text) => text.replace('assay.run/1', 'assay.run/2'))
    await expect(readRun(folder)).rejects.toMatchObject({
      code: 'not-comparable',
      message: expect.stringMatching(/"assay\.run\/2".*"assay\.run\/1"/),
    })
  })

  it('a folder without a run is told from one that was never sealed', async () => {
    const folder = temporaryFolder()
    await expect(readRun(folder)).rejects.toMatchObject({ code: 'file-invalid' })
    await expect(readRun(join(folder, 'missing'))).rejects.toMatchObject({ code: 'file-invalid' })
    writeFileSync(join(folder, 'journal.jsonl'), '')
    await expect(readRun(folder)).rejects.toMatchObject({ code: 'run-incomplete' })
  })
})

describe('the list of runs', () => {
  it('holds every sealed run by id and leaves out what is not sealed', async () => {
    const runsDir = temporaryFolder()
    const second = await runSystem(optionsFor('unhurried', runsDir))
    const first = await runSystem(optionsFor('echo', runsDir))
    mkdirSync(join(runsDir, 'going-on'))
    writeFileSync(join(runsDir, 'note.txt'), '')
    expect(await listRuns(runsDir)).toEqual([first.record, second.record])
  })

  it('is empty where there is no folder, and names a damaged record', async () => {
    const runsDir = temporaryFolder()
    expect(await listRuns(join(runsDir, 'missing'))).toEqual([])
    const { folder } = await runSystem(optionsFor('echo', runsDir))
    appendFileSync(join(folder, 'run.json'), '}')
    await expect(listRuns(runsDir)).rejects.toMatchObject({
      code: 'state-damaged',
      message: `${join(folder, 'run.json')}: it is not JSON`,
    })
  })
})

describe('a run of an id that is there already', () => {
  it('replaces the files of the earlier one, and what was made from them', async () => {
    const runsDir = temporaryFolder()
    const options = optionsFor('throws', runsDir)
    const first = await runSystem(options)
    for (const name of ['counts.jsonl', 'scores.json'])
      writeFileSync(join(first.folder, name), 'of the first')
    const second = await runSystem(options)
    expect(second.folder).toBe(first.folder)
    expect(await readRun(second.folder)).toMatchObject({ environment: second.environment })
    expect(existsSync(join(first.folder, 'scores.json'))).toBe(false)
    expect(existsSync(join(first.folder, 'counts.jsonl'))).toBe(false)
  })

  it('is not taken for whole when its seal fails half way', async () => {
    const runsDir = temporaryFolder()
    const { folder } = await runSystem(optionsFor('echo', runsDir))
    const predictions = join(folder, 'predictions.jsonl')
    rmSync(predictions)
    mkdirSync(predictions)
    await expect(runSystem(optionsFor('echo', runsDir))).rejects.toMatchObject({ code: 'environment' })
    await expect(readRun(folder)).rejects.toMatchObject({ code: 'run-incomplete' })
    expect(existsSync(join(folder, 'lock'))).toBe(false)
  })

  it('leaves the earlier one readable until it is sealed', async () => {
    const runsDir = temporaryFolder()
    const options = optionsFor('echo', runsDir)
    const first = await runSystem(options)
    const seen: Promise<unknown>[] = []
    await runSystem({
      ...options,
      onProgress: ({ type }) => type === 'article' && seen.push(readRun(first.folder)),
    })
    expect((await Promise.all(seen)).map((run) => (run as typeof first).environment)).toEqual([
      first.environment,
      first.environment,
      first.environment,
    ])
  })
})

describe('a folder that cannot be written', () => {
  it('B6, B11: is refused before the first article', async () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    const events: string[] = []
    const run = runSystem({ ...optionsFor('echo', file), onProgress: ({ type }) => events.push(type) })
    await expect(run).rejects.toMatchObject({ code: 'environment', message: expect.stringContaining(file) })
    expect(events).toEqual([])
  })

  it('B12: a folder that is taken away under a run ends it', async () => {
    const runsDir = temporaryFolder()
    const run = runSystem({
      ...optionsFor('echo', runsDir),
      onProgress: ({ type }) => type === 'ready' && renameSync(runsDir, `${runsDir}-gone`),
    })
    await expect(run).rejects.toMatchObject({ code: 'environment' })
    rmSync(`${runsDir}-gone`, { recursive: true })
  })
})

describe('the lock of a folder', () => {
  const lockIn = () => join(temporaryFolder(), 'lock')
  const content = (pid: number, start: string | null) => JSON.stringify({ pid, start })

  it('D1: is had by one, until it is released', () => {
    const lock = lockIn()
    const release = takeLock(lock)
    expect(() => takeLock(lock)).toThrow(`${lock}: the run of process ${process.pid} is writing this folder`)
    release()
    takeLock(lock)()
    expect(existsSync(lock)).toBe(false)
  })

  it('D2: of a process that is gone is taken over', () => {
    const lock = lockIn()
    const gone = 2 ** 22 + 1
    expect(isAlive(gone)).toBe(false)
    writeFileSync(lock, content(gone, 'then'))
    const release = takeLock(lock)
    expect(readFileSync(lock, 'utf8')).toBe(content(process.pid, processStart(process.pid)))
    release()
  })

  it('D3: of a process whose number another one has now is taken over', () => {
    const lock = lockIn()
    writeFileSync(lock, content(process.ppid, 'at another time'))
    takeLock(lock)()
    writeFileSync(lock, content(process.ppid, processStart(process.ppid)))
    expect(() => takeLock(lock)).toThrow('is writing this folder')
  })

  it('D1, D2: is had by exactly one of four processes that race for it, free or stale', async () => {
    const folder = temporaryFolder()
    for (let i = 0; i < 200; i += 2) writeFileSync(join(folder, String(i)), content(2 ** 22 + 1, 'then'))
    const racers = [1, 2, 3, 4].map(() => {
      const racer = spawn(process.execPath, [fixture('locker.mjs'), folder], {
        stdio: ['pipe', 'pipe', 'inherit'],
      })
      onTestFinished(() => void racer.kill('SIGKILL'))
      const lines: string[] = []
      createInterface({ input: racer.stdout }).on('line', (line) => lines.push(line))
      return lines
    })
    await eventually('all are ready', () => racers.every((lines) => lines.length === 1))
    writeFileSync(join(folder, 'go'), '')
    await eventually('all are done', () => racers.every((lines) => lines.length === 2))
    const got = racers.flatMap(([, line]) => JSON.parse(line!) as number[])
    expect(got.sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, i) => i))
  })

  it('that cannot be read, or that somebody else is taking over, is left alone', () => {
    const lock = lockIn()
    writeFileSync(lock, '')
    expect(() => takeLock(lock)).toThrow('another run is writing this folder')
    writeFileSync(lock, content(2 ** 22 + 1, 'then'))
    writeFileSync(`${lock}.takeover`, '')
    expect(() => takeLock(lock)).toThrow('is writing this folder')
  })
})
