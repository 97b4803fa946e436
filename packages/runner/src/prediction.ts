import { type Article, AssayError, parseOutput, type Prediction, type Task } from '@assay/schema'
import type { Outcome } from './protocol.ts'
import { oneLine } from './message.ts'

/** What is recorded of an article. Only here an output is believed: checked against the text, in our own process. */
export function predictionOf(
  article: Article,
  repeat: number,
  outcome: Outcome,
  tasks: readonly Task[],
): Prediction {
  const key = { article: article.id, repeat }
  if (outcome.status === 'failed') {
    return { ...key, status: 'failed', code: outcome.code, message: oneLine(outcome.message) }
  }
  try {
    return { ...key, status: 'ok', output: parseOutput(outcome.output, article, tasks) }
  } catch (error) {
    if (!AssayError.is(error)) throw error
    return { ...key, status: 'failed', code: 'output-invalid', message: oneLine(error.message) }
  }
}
