import * as z from 'zod'
import { count } from './count.ts'
import type { Protocol } from './protocol.ts'

const replySchema = z.looseObject({
  type: z.literal('message'),
  content: z.array(
    z.looseObject({ type: z.string(), text: z.string().optional(), input: z.unknown().optional() }),
  ),
  stop_reason: z.string().nullish(),
  usage: z
    .looseObject({
      input_tokens: count,
      cache_creation_input_tokens: count,
      cache_read_input_tokens: count,
      output_tokens: count,
    })
    .nullish()
    .catch(null),
})

const cutReasons = ['max_tokens', 'model_context_window_exceeded']

/**
 * "Create a message", Anthropic API reference, version 2023-06-01. The shape of a reply is asked for as the input of
 * a tool that the model must use. Takes no seed.
 */
export const anthropic: Protocol = {
  baseUrl: 'https://api.anthropic.com',
  keyVariable: 'ANTHROPIC_API_KEY',
  contextTokens: null,
  path: '/v1/messages',
  headers: (key) => ({ 'anthropic-version': '2023-06-01', ...(key !== null && { 'x-api-key': key }) }),
  body: ({ model, system, messages, temperature, maxOutputTokens, format, reply }) => ({
    model,
    system,
    messages: messages.map(({ role, text }) => ({ role, content: text })),
    temperature,
    max_tokens: maxOutputTokens,
    ...(format === 'schema' && {
      tools: [{ name: reply.name, description: 'Takes the answer.', input_schema: reply.schema }],
      tool_choice: { type: 'tool', name: reply.name },
    }),
  }),
  read(value) {
    const parsed = replySchema.safeParse(value)
    if (!parsed.success) return null
    const { content, stop_reason: reason, usage } = parsed.data
    const used = content.find(({ type }) => type === 'tool_use')
    const written = content.filter(({ type }) => type === 'text').map(({ text = '' }) => text)
    return {
      text: used === undefined ? written.join('') : JSON.stringify(used.input ?? null),
      end: reason === 'refusal' ? 'refused' : cutReasons.includes(reason ?? '') ? 'cut' : 'complete',
      counts: {
        input: inputTokens(usage),
        output: usage?.output_tokens ?? null,
      },
    }
  },
}

/** What was read from or written to a cache was sent too. That it has another price is not told apart. */
function inputTokens(usage: z.infer<typeof replySchema>['usage']): number | null {
  const uncached = usage?.input_tokens ?? null
  if (uncached === null) return null
  return uncached + (usage?.cache_creation_input_tokens ?? 0) + (usage?.cache_read_input_tokens ?? 0)
}
