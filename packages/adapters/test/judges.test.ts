import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createQuestion, type Judge } from '@assay/schema'
import { judgeContract } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { overlapJudge, transformersEmbedder, transformersNli } from '../src/index.ts'
import { makeEncoderModel } from './models/encoder.ts'
import { everyLetter } from './models/every-letter.ts'
import { makeNliModel } from './models/nli.ts'

const folder = mkdtempSync(join(tmpdir(), 'assay-judges-'))
const words = ['the', 'mayor', 'of', 'Ek', '##by', 'left', 'not', '.']
const nli = makeNliModel(join(folder, 'nli'), { pieces: words, negations: ['not'] })
const encoder = makeEncoderModel(join(folder, 'encoder'), {
  pieces: { north: [0, 1], south: [0, -1], east: [1, 0], east3: [3, 0] },
})
const spelled = Object.fromEntries(everyLetter().map((piece, i) => [piece, [i % 7, i % 5, 1]]))

async function ask(judge: Judge, kind: 'support' | 'equivalence', premise: string, hypothesis: string) {
  const context = { signal: new AbortController().signal, seed: 1, repeat: 0, spend: () => {} }
  const [score] = await judge.judge([createQuestion(kind, premise, hypothesis)], context)
  return score
}

judgeContract('the judge of overlap', overlapJudge)
const letters = makeNliModel(join(folder, 'letters'), { pieces: everyLetter() })
judgeContract('an inference model', () => transformersNli({ modelDir: letters }))
const spelling = makeEncoderModel(join(folder, 'spelling'), { pieces: spelled })
judgeContract('a sentence encoder', () => transformersEmbedder({ modelDir: spelling }))

describe('the judge of overlap', () => {
  it.each([
    ['support', 'The mayors opened a bridge.', 'The mayor opens bridges', 1],
    ['support', 'The mayor left.', 'The mayor came back', 2 / 4],
    ['equivalence', 'The mayor left.', 'The mayor came back', 4 / 7],
    ['equivalence', 'The mayor left.', '...', null],
  ] as const)('%s of %j and %j', async (kind, premise, hypothesis, score) => {
    expect(await ask(overlapJudge(), kind, premise, hypothesis)).toBe(score)
  })
})

describe('transformersNli', () => {
  const judge = transformersNli({ modelDir: nli })
  // Logits 0, 0, 2 where nothing is lacked; each word that is adds 4 to neutral.
  const all = Math.exp(2) / (2 + Math.exp(2))
  const lacksOne = Math.exp(2) / (1 + Math.exp(4) + Math.exp(2))

  it.each([
    ['support', 'the mayor of Ekby left.', 'the mayor left', all],
    ['support', 'the mayor left', 'the mayor left.', lacksOne],
    ['support', 'the mayor left', 'the mayor not left', lacksOne],
    ['equivalence', 'left the mayor', 'the mayor left', all],
    // One way it follows, the other it does not.
    ['equivalence', 'the mayor left.', 'the mayor left', lacksOne],
  ] as const)('%s of %j and %j', async (kind, premise, hypothesis, score) => {
    expect(await ask(judge, kind, premise, hypothesis)).toBe(Math.round(score * 1e6) / 1e6)
  })

  it('reads a premise that is too long in parts, and takes the best', async () => {
    const premise = `${'of of of of. '.repeat(20)}the mayor left. ${'of of of of. '.repeat(20)}`
    const short = transformersNli({ modelDir: nli, maxTokens: 24 })
    for (const some of [judge, short]) {
      expect(await ask(some, 'support', premise, 'the mayor left')).toBe(Math.round(all * 1e6) / 1e6)
    }
  })

  it('sees one sentence at a time where it shall', async () => {
    const bySentence = transformersNli({ modelDir: nli, premise: 'sentence' })
    const premise = 'the mayor left. Ekby left.'
    expect(await ask(judge, 'support', premise, 'the mayor of')).toBeCloseTo(lacksOne, 6)
    expect(await ask(judge, 'support', premise, 'mayor Ekby')).toBeCloseTo(all, 6)
    expect(await ask(bySentence, 'support', premise, 'mayor Ekby')).toBeLessThan(lacksOne + 1e-6)
  })

  it('has no answer to a hypothesis that leaves no room, or to an empty text', async () => {
    const short = transformersNli({ modelDir: nli, maxTokens: 12 })
    expect(await ask(short, 'support', 'the mayor', 'the mayor of Ekby left the mayor')).toBeNull()
    expect(await ask(judge, 'support', '', 'the mayor')).toBeNull()
    expect(await ask(judge, 'equivalence', 'the mayor', ' ')).toBeNull()
  })

  it('wants to know which label is entailment where the model does not say', async () => {
    const modelDir = makeNliModel(join(folder, 'unnamed'), {
      pieces: words,
      labels: ['LABEL_0', 'LABEL_1', 'LABEL_2'],
    })
    await expect(transformersNli({ modelDir }).prepare!({ allowNetwork: false })).rejects.toMatchObject({
      code: 'config-invalid',
      hint: 'Its labels are LABEL_0, LABEL_1, LABEL_2; name one as `entailment`.',
    })
    const named = transformersNli({ modelDir, entailment: 'LABEL_2' })
    expect(await ask(named, 'support', 'the mayor left', 'the mayor')).toBeCloseTo(all, 6)
  })
})

describe('transformersEmbedder', () => {
  const judge = transformersEmbedder({ modelDir: encoder })

  it.each([
    ['north', 'north', 1],
    ['north', 'east', 0],
    // Less than nothing in common is nothing.
    ['north', 'south', 0],
    ['north', 'north east', Math.SQRT1_2],
    // (3, 1) against (0, 1), the length of a text being no matter.
    ['east3 north', 'north north', 1 / Math.sqrt(10)],
    ['north', 'nowhere', null],
  ])('the equivalence of %j and %j', async (a, b, score) => {
    expect(await ask(judge, 'equivalence', a, b)).toBe(score === null ? null : Math.round(score * 1e6) / 1e6)
  })

  it('cannot tell support, and says so', async () => {
    expect(judge.answers).toEqual(['equivalence'])
    expect(await ask(judge, 'support', 'north', 'north')).toBeNull()
  })

  it('reads a text that is too long in parts, and weighs them by their tokens', async () => {
    const short = transformersEmbedder({ modelDir: encoder, maxTokens: 5 })
    const text = 'north north north east'
    expect(await ask(short, 'equivalence', text, 'north')).toBe(
      await ask(judge, 'equivalence', text, 'north'),
    )
    expect(await ask(short, 'equivalence', text, 'north')).toBe(Math.round((3 / Math.sqrt(10)) * 1e6) / 1e6)
  })

  it('takes the first token alone where a model is trained so', async () => {
    // The first token is [CLS], which is zero here: no direction.
    expect(
      await ask(transformersEmbedder({ modelDir: encoder, pooling: 'cls' }), 'equivalence', 'north', 'north'),
    ).toBeNull()
  })

  it('says what it lacks', async () => {
    await expect(
      transformersEmbedder({ modelDir: join(folder, 'none') }).prepare!({ allowNetwork: false }),
    ).rejects.toMatchObject({ code: 'system-failed', message: expect.stringContaining('lacks config.json') })
    await expect(
      transformersEmbedder({ modelDir: nli }).prepare!({ allowNetwork: false }),
    ).resolves.toBeUndefined()
    await expect(
      ask(transformersEmbedder({ modelDir: nli }), 'equivalence', 'the', 'of'),
    ).rejects.toMatchObject({
      message: expect.stringContaining('gives no last_hidden_state'),
    })
  })
})
