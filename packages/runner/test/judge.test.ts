import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createQuestion, type Judge, judgeRecordSchema } from '@assay/schema'
import { wordJudge } from '@assay/testkit'
import { beforeEach, describe, expect, it } from 'vitest'
import { type JudgeOptions, judgeRun, prepareJudge, readJudged } from '../src/index.ts'

const questions = [
  createQuestion('support', 'a b c', 'a b'),
  createQuestion('support', 'a b c', 'a d'),
  createQuestion('equivalence', 'a b', 'a?'),
  createQuestion('equivalence', 'a b', 'b a'),
  createQuestion('equivalence', 'a', 'b'),
].sort((a, b) => (a.id < b.id ? -1 : 1))

/** The judge of words, with what it was asked. */
function counting(change: Partial<Judge> = {}): { judge: Judge; asked: string[] } {
  const asked: string[] = []
  const words = wordJudge()
  const judge: Judge = {
    ...words,
    judge: (questions, context) => {
      asked.push(...questions.map(({ id }) => id))
      return words.judge(questions, context)
    },
    ...change,
  }
  return { judge, asked }
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assay-judge-'))
})

async function ask(judge: Judge, more: Partial<JudgeOptions> = {}) {
  const identity = await prepareJudge('words', judge, false)
  return judgeRun({ name: 'words', judge, identity, folder, questions, timeoutMs: 1000, seed: 1, ...more })
}

function file(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

describe('judgeRun', () => {
  it('leaves questions, judgements by question, and who gave them', async () => {
    const { record, asked, usd } = await ask(wordJudge())
    expect({ asked, usd }).toEqual({ asked: 5, usd: 0 })
    expect(record).toMatchObject({
      name: 'words',
      adapter: 'words',
      status: 'complete',
      counts: { questions: 5, answered: 4, unanswered: 1 },
    })
    expect(judgeRecordSchema.parse(JSON.parse(file('judge.json')))).toEqual(record)
    const rows = file('judgements.jsonl').trimEnd().split('\n')
    const scoreOf = (kind: 'support' | 'equivalence', premise: string, hypothesis: string) => {
      const { id } = createQuestion(kind, premise, hypothesis)
      return rows.map((row) => JSON.parse(row)).find(({ question }) => question === id)
    }
    expect(scoreOf('support', 'a b c', 'a d')).toMatchObject({ score: 1 / 2 })
    expect(scoreOf('equivalence', 'a b', 'b a')).toMatchObject({ score: 1 })
    expect(scoreOf('equivalence', 'a b', 'a?')).toMatchObject({
      score: null,
      because: 'the judge gave no usable answer',
    })
    expect(file('questions.jsonl')).toBe(
      questions.map((question) => `${JSON.stringify(question)}\n`).join(''),
    )
    const read = readJudged(folder)
    expect(read?.judge).toEqual(record)
    expect([...read!.judgements.keys()]).toEqual(questions.map(({ id }) => id))
  })

  it('asks each question once', async () => {
    await ask(wordJudge())
    const { judge, asked } = counting()
    const again = await ask(judge)
    expect(asked).toEqual([])
    expect(again).toMatchObject({ asked: 0, record: { status: 'complete' } })
  })

  it('takes answers of the same judge from elsewhere', async () => {
    const { judgements } = await ask(wordJudge())
    rmSync(join(folder, 'judgements.jsonl'))
    const [first, ...rest] = questions
    const { judge, asked } = counting()
    await ask(judge, { known: new Map([...judgements].filter(([id]) => id !== first!.id)) })
    expect(asked).toEqual([first!.id])
    expect(rest).toHaveLength(4)
  })

  it('goes on after an interruption, with the same bytes in the end', async () => {
    await ask(wordJudge())
    const whole = [file('judgements.jsonl'), file('judge.json')]
    rmSync(join(folder, 'judge.json'))

    const stop = new AbortController()
    const { judge, asked } = counting()
    const onProgress = (done: number) => {
      if (done === 2) stop.abort()
    }
    const part = await ask(judge, { batch: 1, signal: stop.signal, onProgress })
    expect(part).toMatchObject({ asked: 2, record: { status: 'partial', judgements: null } })
    expect(readJudged(folder)).toBeNull()
    // As a kill in the middle of a write leaves it.
    writeFileSync(join(folder, 'judgements.jsonl'), file('judgements.jsonl').slice(0, -9))
    await ask(judge)
    expect([file('judgements.jsonl'), file('judge.json')]).toEqual(whole)
    expect(asked).toEqual([questions[0]!.id, questions[1]!.id, ...questions.slice(1).map(({ id }) => id)])
  })

  it('keeps what was answered before the judge failed', async () => {
    let calls = 0
    const { judge } = counting()
    const failing: Judge = {
      ...judge,
      judge: (some, context) => {
        calls += 1
        if (calls === 3) throw new Error('out of luck')
        return judge.judge(some, context)
      },
    }
    await expect(ask(failing, { batch: 1 })).rejects.toMatchObject({
      code: 'system-failed',
      message: expect.stringMatching(/^judge "words" failed on question [0-9a-f]{12}.*: out of luck$/),
    })
    const { judge: well, asked } = counting()
    await ask(well)
    expect(asked).toEqual(questions.slice(2).map(({ id }) => id))
  })

  it('replaces the answers of another judge', async () => {
    await ask(wordJudge())
    const { judge, asked } = counting({ version: '2' })
    await ask(judge)
    expect(asked).toHaveLength(5)
    expect(readJudged(folder)?.judge.version).toBe('2')
  })

  it('knows a judge by version, options and files, not by its name', async () => {
    const path = join(folder, 'model')
    writeFileSync(path, 'weights')
    const ids = await Promise.all(
      [{}, { version: '2' }, { options: { a: 1 } }, { files: [path] }].map(async (change) => {
        return (await prepareJudge('x', { ...wordJudge(), ...change }, false)).id
      }),
    )
    expect(new Set(ids).size).toBe(4)
    expect((await prepareJudge('y', wordJudge(), false)).id).toBe(ids[0])
  })

  it.each([
    ['too few scores', () => [1], /no list of 5 scores/],
    ['a number above 1', () => [1, 0, 2, 0, 0], /gave 2 as a score/],
    ['no number', () => [Number.NaN, 0, 0, 0, 0], /gave null as a score/],
  ])('refuses %s', async (_, judge, message) => {
    await expect(ask({ ...wordJudge(), judge })).rejects.toThrow(message)
  })

  it('does not wait for a judge that never answers', async () => {
    const hanging = { ...wordJudge(), judge: () => new Promise<never>(() => {}) }
    await expect(ask(hanging, { timeoutMs: 20 })).rejects.toThrow(/took too long/)
  })

  it('asks no more when the money is spent', async () => {
    const words = wordJudge()
    const costly: Judge = {
      ...words,
      judge: (some, context) => {
        context.spend({ usd: 0.4 })
        return words.judge(some, context)
      },
    }
    const { usd, asked, record } = await ask(costly, { batch: 1, maxUsd: 1 })
    expect({ usd: usd.toFixed(1), asked, status: record.status }).toEqual({
      usd: '1.2',
      asked: 3,
      status: 'partial',
    })
  })

  it('refuses a judge that needs the network while it is closed', async () => {
    await expect(prepareJudge('far', { ...wordJudge(), network: true }, false)).rejects.toMatchObject({
      code: 'usage',
    })
    await expect(prepareJudge('far', { ...wordJudge(), network: true }, true)).resolves.toBeDefined()
  })

  it('does not believe judgements that were changed', async () => {
    await ask(wordJudge())
    writeFileSync(join(folder, 'judgements.jsonl'), file('judgements.jsonl').replace('0.5', '0.6'))
    expect(() => readJudged(folder)).toThrow(/its hash is not the one in judge.json/)
  })
})
