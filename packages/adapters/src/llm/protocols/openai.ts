import * as z from 'zod'
import { count } from './count.ts'
import type { Protocol } from './protocol.ts'

const address = 'https://api.openai.com/v1'

const replySchema = z.looseObject({
  choices: z.tuple(
    [
      z.looseObject({
        message: z.looseObject({ content: z.string().nullish(), refusal: z.string().nullish() }),
        finish_reason: z.string().nullish(),
      }),
    ],
    z.unknown(),
  ),
  usage: z.looseObject({ prompt_tokens: count, completion_tokens: count }).nullish().catch(null),
})

/** "Create chat completion", OpenAI API reference; spoken by vLLM, the llama.cpp server, Ollama's `/v1` and others. */
export const openai: Protocol = {
  baseUrl: address,
  keyVariable: 'OPENAI_API_KEY',
  contextTokens: null,
  path: '/chat/completions',
  headers: (key) => (key === null ? {} : { authorization: `Bearer ${key}` }),
  body: (completion, baseUrl) => ({
    model: completion.model,
    messages: [
      { role: 'system', content: completion.system },
      ...completion.messages.map(({ role, text }) => ({ role, content: text })),
    ],
    temperature: completion.temperature,
    seed: completion.seed,
    // OpenAI's newer models refuse the old name; other services do not all know the new one.
    [baseUrl === address ? 'max_completion_tokens' : 'max_tokens']: completion.maxOutputTokens,
    ...responseFormat[completion.format](completion.reply),
  }),
  read(value) {
    const parsed = replySchema.safeParse(value)
    if (!parsed.success) return null
    const { choices, usage } = parsed.data
    const [{ message, finish_reason: reason }] = choices
    const refused = reason === 'content_filter' || Boolean(message.refusal)
    return {
      text: message.content || message.refusal || '',
      end: refused ? 'refused' : reason === 'length' ? 'cut' : 'complete',
      counts: { input: usage?.prompt_tokens ?? null, output: usage?.completion_tokens ?? null },
    }
  },
}

const responseFormat = {
  schema: ({ name, schema }: { name: string; schema: object }) => ({
    response_format: { type: 'json_schema', json_schema: { name, strict: true, schema: { ...schema } } },
  }),
  json: () => ({ response_format: { type: 'json_object' } }),
  text: () => ({}),
}
