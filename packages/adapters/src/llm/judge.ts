import { setMaxListeners } from 'node:events'
import type { CallContext, Judge, Question } from '@assay/schema'
import { createClient } from './client.ts'
import { isUnusable } from './failure.ts'
import type { LlmOptions } from './options.ts'
import { loadPrompt } from './prompts.ts'
import { verdict } from './shapes.ts'
import { askFor, repair } from './structured.ts'

/** A number that a model is asked for is made up; a word of three can be checked by whoever reads the pair. */
const scores = { yes: 1, partly: 0.5, no: 0 } as const

/**
 * A language model that compares pairs of texts: yes is 1, partly 0.5, no 0. Null: its answer was cut, refused or no
 * verdict, twice. The questions are asked at the same time, as far as `limits.concurrency` goes.
 *
 * @throws AssayError `config-invalid`; and from `judge` what the service does wrong
 */
export function llmJudge(options: LlmOptions): Judge {
  const prompts = { support: loadPrompt('support'), equivalence: loadPrompt('equivalence') }
  const client = createClient(options, [prompts.support, prompts.equivalence, repair])

  async function answer(question: Question, context: CallContext): Promise<number | null> {
    const { kind, premise, hypothesis } = question
    const input = kind === 'support' ? { premise, hypothesis } : { first: premise, second: hypothesis }
    try {
      return scores[(await askFor(client, { prompt: prompts[kind], input, shape: verdict }, context)).verdict]
    } catch (error) {
      if (isUnusable(error)) return null
      throw error
    }
  }

  return {
    kind: 'judge',
    ...client.shared,
    async judge(questions, context) {
      // When one fails for good, those under way are stopped: nobody waits for them any more.
      const stop = new AbortController()
      const signal = AbortSignal.any([context.signal, stop.signal])
      // Every question listens to it: many listeners are no leak.
      setMaxListeners(0, signal)
      try {
        return await Promise.all(questions.map((question) => answer(question, { ...context, signal })))
      } finally {
        stop.abort()
      }
    },
  }
}
