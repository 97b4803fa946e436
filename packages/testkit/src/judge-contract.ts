import { createQuestion, type Judge, type Question } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { contractArticles } from './system-contract.ts'

/** Every question the contract asks, frozen: short pairs, and articles that break careless adapters. */
export const contractQuestions: readonly Question[] = [
  ['The mayor opened the bridge.', 'The bridge was opened.'],
  ['The mayor opened the bridge.', 'The mayor opened the bridge.'],
  ['The mayor did not open the bridge.', 'The mayor opened the bridge.'],
  ['', 'The mayor opened the bridge.'],
  ['The mayor opened the bridge.', ''],
  ...contractArticles.map(({ text }) => [text, 'The mayor opened the bridge 👩‍👩‍👧 on “3 May”.'] as const),
].flatMap(([premise, hypothesis]) =>
  (['support', 'equivalence'] as const).map((kind) =>
    Object.freeze(createQuestion(kind, premise, hypothesis)),
  ),
)

/** What every judge must keep: registers a vitest suite. `create` gives a new judge each time. */
export function judgeContract(name: string, create: () => Judge): void {
  describe(`${name} keeps the contract of a judge`, () => {
    const shared = create()
    const { answers } = shared
    const questions = contractQuestions.filter(({ kind }) => answers?.includes(kind) ?? true)

    it('describes itself in JSON', () => {
      const { adapter, version, options = {}, files = [] } = shared
      const described = { adapter, version, options, files, answers: answers ?? null }
      expect(JSON.parse(JSON.stringify(described))).toEqual(described)
      expect(adapter).toMatch(/^[a-z0-9][a-z0-9-]*$/)
      expect(version).not.toBe('')
      expect(questions).not.toEqual([])
    })

    it('gives one score a question, 0 to 1 or none', async () => {
      const scores = await ask(shared, questions)
      expect(scores).toHaveLength(questions.length)
      for (const score of scores) {
        if (score === null) continue
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
      }
      expect(scores.some((score) => score !== null)).toBe(true)
    })

    it('gives the same scores in any order, one by one, and prepared or not', async () => {
      const once = await ask(shared, questions)
      expect((await ask(shared, questions.toReversed())).toReversed()).toEqual(once)
      const judge = create()
      await judge.prepare?.({ allowNetwork: false })
      await judge.prepare?.({ allowNetwork: false })
      const single: (number | null)[] = []
      for (const question of questions) single.push(...(await ask(judge, [question])))
      expect(single).toEqual(once)
      await judge.close?.()
    })

    it('answers no question with nothing', async () => {
      expect(await ask(shared, [])).toEqual([])
    })
  })
}

async function ask(judge: Judge, questions: readonly Question[]): Promise<(number | null)[]> {
  const context = { signal: new AbortController().signal, seed: 1, repeat: 0, spend: () => {} }
  return [...(await judge.judge(questions, context))]
}
