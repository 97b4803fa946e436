import * as z from 'zod'
import { count } from './count.ts'
import type { Protocol } from './protocol.ts'

const replySchema = z.looseObject({
  message: z.looseObject({ content: z.string() }),
  done: z.literal(true),
  done_reason: z.string().nullish(),
  prompt_eval_count: count,
  eval_count: count,
})

/**
 * "Generate a chat completion", docs/api.md of Ollama. `num_ctx` is always sent: without it a long article is cut to
 * the server's default, and nothing says so.
 */
export const ollama: Protocol = {
  baseUrl: 'http://127.0.0.1:11434',
  keyVariable: null,
  contextTokens: 16_384,
  path: '/api/chat',
  headers: (key) => (key === null ? {} : { authorization: `Bearer ${key}` }),
  body: ({ model, system, messages, temperature, seed, maxOutputTokens, contextTokens, format, reply }) => ({
    model,
    messages: [
      { role: 'system', content: system },
      ...messages.map(({ role, text }) => ({ role, content: text })),
    ],
    stream: false,
    options: {
      temperature,
      seed,
      num_predict: maxOutputTokens,
      ...(contextTokens !== null && { num_ctx: contextTokens }),
    },
    ...(format === 'schema' && { format: reply.schema }),
    ...(format === 'json' && { format: 'json' }),
  }),
  read(value) {
    const parsed = replySchema.safeParse(value)
    if (!parsed.success) return null
    const { message, done_reason: reason, prompt_eval_count: input, eval_count: output } = parsed.data
    return {
      text: message.content,
      end: reason === 'length' ? 'cut' : 'complete',
      counts: { input: input ?? null, output: output ?? null },
    }
  },
}
