import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Article, Extractor, Summarizer, System, Task } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { predictions } from '../src/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'assay-predictions-'))
let files = 0

function written(content: string | Buffer): string {
  const file = join(folder, `${++files}.jsonl`)
  writeFileSync(file, content)
  return file
}

function lines(...values: unknown[]): string {
  return written(values.map((value) => `${JSON.stringify(value)}\n`).join(''))
}

function open(content: string | Buffer, tasks?: readonly Task[]): System {
  return predictions({ file: written(content), ...(tasks !== undefined && { tasks }) })
}

const article = (id: string): Article => ({ id, text: 'Ida left.' })
const context = (repeat = 0) => ({ signal: new AbortController().signal, seed: 1, repeat, spend: () => {} })
const ida = { span: { start: 0, end: 3 }, surface: 'Ida', type: 'PERSON' }

describe('a predictions file is a system', () => {
  it('that gives the output of an article, by its id', async () => {
    const file = lines(
      { article: 'a', output: { mentions: [ida] } },
      { article: '__proto__', output: { mentions: [] } },
    )
    const system = predictions({ file }) as Extractor
    expect(system).toEqual({
      kind: 'extractor',
      adapter: 'predictions',
      version: '1',
      tasks: ['entities'],
      files: [file],
      extract: expect.any(Function),
    })
    expect(await system.extract(article('a'), context())).toEqual({ mentions: [ida] })
    expect(await system.extract(article('__proto__'), context())).toEqual({ mentions: [] })
  })

  it('whose tasks are the layers it holds', () => {
    const file = lines({ article: 'a', output: { claims: [], mentions: [] } })
    expect(predictions({ file }).tasks).toEqual(['entities', 'claims'])
  })

  it('that summarizes if it holds summaries', async () => {
    const system = predictions({
      file: lines({ article: 'a', output: { summary: { text: 'Ida.' } } }),
    }) as Summarizer
    expect(system.kind).toBe('summarizer')
    expect(await system.summarize(article('a'), { minWords: 1, maxWords: 9 }, context())).toEqual({
      text: 'Ida.',
    })
  })

  it('of one kind at a time, told by the tasks', async () => {
    const file = lines({ article: 'a', output: { mentions: [ida], summary: { text: 'Ida.' } } })
    expect(() => predictions({ file })).toThrow(/summaries and entities cannot be one system/)
    expect(predictions({ file, tasks: ['summaries'] }).kind).toBe('summarizer')
    const extractor = predictions({ file, tasks: ['entities'] }) as Extractor
    expect(await extractor.extract(article('a'), context())).toEqual({ mentions: [ida] })
  })

  it('from the lines of a run, with repeats', async () => {
    const file = lines(
      { article: 'a', repeat: 0, status: 'ok', output: { mentions: [ida] } },
      { article: 'a', repeat: 1, status: 'ok', output: { mentions: [] } },
    )
    const system = predictions({ file }) as Extractor
    expect(await system.extract(article('a'), context(1))).toEqual({ mentions: [] })
    expect(await system.extract(article('a'), context(2))).toEqual({ mentions: [ida] })
  })

  it('with a byte order mark, Windows line ends and empty lines', async () => {
    const system = open(
      '\ufeff{"article":"a","output":{"mentions":[]}}\r\n\r\n{"article":"b","output":{"mentions":[]}}',
    ) as Extractor
    expect(await system.extract(article('b'), context())).toEqual({ mentions: [] })
  })
})

describe('an article that a predictions file cannot answer is missing', () => {
  const file = lines(
    { article: 'a', output: { mentions: [] } },
    { article: 'f', repeat: 0, status: 'failed', code: 'timeout', message: 'took 60 s' },
    { article: 's', repeat: 0, status: 'skipped', reason: 'not English' },
  )
  it.each([
    ['nobody', /"nobody" is not in .*\.jsonl/],
    ['f', /"f" failed when .* was made: timeout: took 60 s/],
    ['s', /"s" was skipped when .* was made: not English/],
  ])('%s', (id, message) => {
    let error: unknown
    try {
      void (predictions({ file }) as Extractor).extract(article(id), context())
    } catch (thrown) {
      error = thrown
    }
    expect(error).toMatchObject({
      code: 'system-failed',
      failure: 'missing',
      message: expect.stringMatching(message),
    })
  })
})

describe('a predictions file is refused', () => {
  const good = '{"article":"a","output":{"mentions":[]}}\n'
  it.each([
    ['broken JSON', `${good}{"article":`, /line 2: /],
    ['something else than an object', `${good}[]\n7\n`, /line 2: is not an object; line 3: is not an object/],
    ['an unknown key', '{"article":"a","output":{},"extra":1}', /line 1: .*extra/],
    [
      'a wrong output',
      '{"article":"a","output":{"mentions":[{"type":"ORG"}]}}',
      /line 1: output\.mentions\[0\]\.span/,
    ],
    [
      'a score that is no number',
      '{"article":"a","output":{"mentions":[{"span":{"start":0,"end":1},"type":"ORG","score":1e999}]}}',
      /line 1: output\.mentions\[0\]\.score/,
    ],
    ['an article twice', `${good}\n${good}`, /line 3: "a" stands on line 1 too/],
    [
      'a layer on some lines only',
      `${good}{"article":"b","output":{"timexes":[]}}`,
      /line 1: "a" has no timexes.*; line 2: "b" has no mentions/,
    ],
    ['no output', '', /holds no output/],
    ['many faults', '[]\n'.repeat(9), /line 5: is not an object; and 4 more$/],
    ['bytes that are not UTF-8', Buffer.from([0xff, 0xfe, 0x00]), /is not UTF-8/],
  ])('for %s', (_, content, message) => {
    expect(() => open(content)).toThrow(
      expect.objectContaining({ code: 'file-invalid', message: expect.stringMatching(message) }),
    )
  })

  it('if it lacks the layer that is asked for', () => {
    expect(() => open(good, ['dates'])).toThrow(/line 1: "a" has no timexes/)
  })

  it('if it is not there', () => {
    expect(() => predictions({ file: join(folder, 'none.jsonl') })).toThrow(
      /none\.jsonl: cannot be read \(ENOENT\)/,
    )
  })
})
