import { createQuestion } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { judgeContract, judgementsByWords, wordJudge } from '../src/index.ts'

judgeContract('the judge of words', wordJudge)

describe('the judge of words', () => {
  it.each([
    ['support', 'a b c', 'A, d', 1 / 2],
    ['equivalence', 'a b', 'a d e', 2 / 5],
    ['support', 'a b', '', 0],
    ['support', 'a b', 'a?', null],
  ] as const)('%s of %j and %j', (kind, premise, hypothesis, score) => {
    const question = createQuestion(kind, premise, hypothesis)
    const [judgement] = judgementsByWords([question]).values()
    expect(judgement).toEqual({
      question: question.id,
      score,
      ...(score === null && { because: 'a question mark' }),
    })
  })
})
