import { createQuestion, type Question, type ScoringItem } from '@assay/schema'

/** A question that no judge has seen. */
export class JudgementMissing extends Error {
  override readonly name = 'JudgementMissing'
}

/**
 * The score that a judge gave to a pair of texts; null: no usable answer.
 *
 * @throws JudgementMissing if the pair was never judged: whoever scores a judged metric asks all of its questions first.
 */
export function judgedScore(
  judgements: NonNullable<ScoringItem['judgements']>,
  kind: Question['kind'],
  premise: string,
  hypothesis: string,
): number | null {
  const { id } = createQuestion(kind, premise, hypothesis)
  const judgement = judgements.get(id)
  if (judgement === undefined) throw new JudgementMissing(`question ${id} has no judgement`)
  return judgement.score
}

/** `text` with runs of white space as one space, and none at the ends. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Each question once. */
export function distinct(questions: readonly Question[]): Question[] {
  return [...new Map(questions.map((question) => [question.id, question])).values()]
}
