import type { Judge, Judgement, Question } from '@assay/schema'

/**
 * A judge that knows nothing but words: of the words of the hypothesis, the share that the premise has; for
 * `equivalence` the Dice coefficient of both sets of words. A hypothesis with a question mark gets no answer.
 */
export function wordJudge(): Judge {
  return {
    kind: 'judge',
    adapter: 'words',
    version: '1',
    judge: (questions) => questions.map(scoreByWords),
  }
}

/** What the judge of words says to questions, as a metric takes it. */
export function judgementsByWords(questions: readonly Question[]): ReadonlyMap<string, Judgement> {
  return new Map(
    questions.map((question) => {
      const score = scoreByWords(question)
      return [
        question.id,
        { question: question.id, score, ...(score === null && { because: 'a question mark' }) },
      ]
    }),
  )
}

function scoreByWords({ kind, premise, hypothesis }: Question): number | null {
  if (hypothesis.includes('?')) return null
  const [has, says] = [wordsOf(premise), wordsOf(hypothesis)]
  const common = [...says].filter((word) => has.has(word)).length
  const whole = kind === 'support' ? says.size : (has.size + says.size) / 2
  return whole === 0 ? 0 : common / whole
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
}
