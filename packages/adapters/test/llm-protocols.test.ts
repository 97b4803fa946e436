import type { Extractor } from '@assay/schema'
import { describe, expect, it, onTestFinished } from 'vitest'
import { llmExtractor, type LlmOptions } from '../src/index.ts'
import { messageOf, quick, settled, spending } from './llm/call.ts'
import { chatReply, messagesReply, ollamaReply, type Script, startServer } from './llm/server.ts'

const article = {
  id: 'a',
  text: 'Ida Ek left Ekby.',
  publishedAt: '2026-03-05',
  source: { agency: 'Ekpress' },
}
const answer = { mentions: [{ surface: 'Ekby', context: 'left Ekby', type: 'GPE' }] }
const found = { mentions: [{ span: { start: 12, end: 16 }, type: 'GPE', placement: 'exact' }] }
const prices = { input: 2, output: 10 }

async function asked(options: Pick<LlmOptions, 'protocol'> & Partial<LlmOptions>, script: Script) {
  const server = await startServer(script)
  onTestFinished(() => server.close())
  const system: Extractor = llmExtractor({
    model: 'm',
    baseUrl: server.url,
    tasks: ['entities'],
    prices,
    limits: quick,
    ...options,
  })
  const { context, spent } = spending()
  const output = await settled(system.extract(article, context))
  return { output, spent, arrivals: server.arrivals }
}

const schema = {
  type: 'object',
  properties: {
    mentions: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          surface: { type: 'string' },
          context: { type: 'string' },
          type: { type: 'string', enum: expect.arrayContaining(['PERSON', 'GPE', 'WORK']) },
        },
        required: ['surface', 'context', 'type'],
        additionalProperties: false,
      },
    },
  },
  required: ['mentions'],
  additionalProperties: false,
}
const system = expect.stringMatching(/^You mark names in a news article\./)
const user = JSON.stringify({ publishedAt: '2026-03-05', text: 'Ida Ek left Ekby.' })
// 100 tokens at 2 dollars and 20 at 10, per million
const cost = { inputTokens: 100, outputTokens: 20, usd: (100 * 2 + 20 * 10) / 1e6 }

describe('chat completions', () => {
  it('are asked for with a schema, temperature and seed, and counted', async () => {
    const { output, spent, arrivals } = await asked({ protocol: 'openai' }, () => chatReply(answer))
    expect(output).toEqual(found)
    expect(spent).toEqual([cost])
    expect(arrivals.map(({ path, body }) => ({ path, body }))).toEqual([
      {
        path: '/chat/completions',
        body: {
          model: 'm',
          messages: [
            { role: 'system', content: system },
            { role: 'user', content: user },
          ],
          temperature: 0,
          seed: 7,
          max_tokens: 4096,
          response_format: { type: 'json_schema', json_schema: { name: 'mentions', strict: true, schema } },
        },
      },
    ])
    expect(arrivals[0]!.headers).not.toHaveProperty('authorization')
  })

  it.each([
    ['json', { response_format: { type: 'json_object' } }],
    ['text', {}],
  ] as const)('can be asked for as %s', async (format, fields) => {
    const { arrivals } = await asked({ protocol: 'openai', format }, () => chatReply(answer))
    const {
      model: _,
      messages: __,
      temperature: ___,
      seed: ____,
      max_tokens: _____,
      ...rest
    } = arrivals[0]!.body
    expect(rest).toEqual(fields)
  })

  it('take further parameters, and leave out those that are null', async () => {
    const parameters = { temperature: null, reasoning_effort: 'low' }
    const { arrivals } = await asked({ protocol: 'openai', parameters }, () => chatReply(answer))
    expect(arrivals[0]!.body).toMatchObject({ reasoning_effort: 'low', seed: 7 })
    expect(arrivals[0]!.body).not.toHaveProperty('temperature')
  })

  it.each([
    [
      'cut',
      { finish_reason: 'length', message: { content: '{"mentions": [' } },
      'was cut at 4096 tokens: "{"mentions": ["',
    ],
    [
      'refused',
      { finish_reason: 'stop', message: { content: null, refusal: 'I cannot.' } },
      'refused to answer: "I cannot."',
    ],
    ['filtered', { finish_reason: 'content_filter', message: { content: '' } }, 'refused to answer: ""'],
  ])('that are %s fail, are not asked again, and are paid for', async (_, choice, message) => {
    const { output, spent, arrivals } = await asked({ protocol: 'openai' }, () =>
      chatReply('', { choices: [choice] }),
    )
    expect(messageOf(output)).toContain(message)
    expect([spent, arrivals.length]).toEqual([[cost], 1])
  })

  it.each([undefined, null, {}, { prompt_tokens: -1, completion_tokens: 'many' }, 7])(
    'that say %j of their tokens are counted by their length',
    async (usage) => {
      const { spent } = await asked({ protocol: 'openai' }, () => chatReply(answer, { usage }))
      expect(spent).toEqual([
        {
          inputTokens: expect.any(Number),
          outputTokens: Math.ceil(JSON.stringify(answer).length / 4),
          usd: expect.any(Number),
        },
      ])
      // the prompt, the article and the schema
      expect(spent[0]!.inputTokens).toBeGreaterThan(500)
    },
  )

  it('of OpenAI itself have its newer name of the limit', async () => {
    const { openai } = await import('../src/llm/protocols/openai.ts')
    const completion = {
      model: 'm',
      system: 's',
      messages: [],
      reply: { name: 'r', schema: {} },
      format: 'text',
      temperature: 0,
      maxOutputTokens: 9,
      contextTokens: null,
      seed: 1,
    } as const
    expect(openai.body(completion, openai.baseUrl)).toMatchObject({ max_completion_tokens: 9 })
    expect(openai.body(completion, 'http://x')).toMatchObject({ max_tokens: 9 })
  })
})

describe('messages', () => {
  it('are asked for as the input of a tool, and counted with what a cache took', async () => {
    const usage = {
      input_tokens: 40,
      cache_creation_input_tokens: 50,
      cache_read_input_tokens: 10,
      output_tokens: 20,
    }
    const { output, spent, arrivals } = await asked({ protocol: 'anthropic' }, () =>
      messagesReply(answer, { usage }),
    )
    expect(output).toEqual(found)
    expect(spent).toEqual([cost])
    expect(arrivals.map(({ path, body }) => ({ path, body }))).toEqual([
      {
        path: '/v1/messages',
        body: {
          model: 'm',
          system,
          messages: [{ role: 'user', content: user }],
          temperature: 0,
          max_tokens: 4096,
          tools: [{ name: 'mentions', description: 'Takes the answer.', input_schema: schema }],
          tool_choice: { type: 'tool', name: 'mentions' },
        },
      },
    ])
    expect(arrivals[0]!.headers).toMatchObject({ 'anthropic-version': '2023-06-01' })
  })

  it('carry the key in their own header', async () => {
    process.env['ASSAY_TEST_ANTHROPIC'] = 'sk-ant-0123456789'
    const options = { protocol: 'anthropic', keyVariable: 'ASSAY_TEST_ANTHROPIC' } as const
    const { arrivals } = await asked(options, () => messagesReply(answer))
    expect(arrivals[0]!.headers).toMatchObject({ 'x-api-key': 'sk-ant-0123456789' })
    expect(arrivals[0]!.headers).not.toHaveProperty('authorization')
  })

  it('may answer with text where no tool was used', async () => {
    const content = [
      { type: 'thinking', thinking: 'hm' },
      { type: 'text', text: JSON.stringify(answer) },
    ]
    const { output } = await asked({ protocol: 'anthropic', format: 'text' }, () =>
      messagesReply(null, { content, stop_reason: 'end_turn' }),
    )
    expect(output).toEqual(found)
  })

  it.each([
    ['max_tokens', 'was cut at 4096 tokens'],
    ['model_context_window_exceeded', 'was cut'],
    ['refusal', 'refused to answer'],
  ])('that end with %s fail', async (stop_reason, message) => {
    const { output, arrivals } = await asked({ protocol: 'anthropic' }, () =>
      messagesReply(null, { content: [{ type: 'text', text: 'No' }], stop_reason }),
    )
    expect(messageOf(output)).toContain(message)
    expect(arrivals.length).toBe(1)
  })
})

describe('Ollama', () => {
  it('is asked with a format and a context that holds the article, and counted', async () => {
    const { output, spent, arrivals } = await asked({ protocol: 'ollama' }, () => ollamaReply(answer))
    expect(output).toEqual(found)
    expect(spent).toEqual([cost])
    expect(arrivals.map(({ path, body }) => ({ path, body }))).toEqual([
      {
        path: '/api/chat',
        body: {
          model: 'm',
          messages: [
            { role: 'system', content: system },
            { role: 'user', content: user },
          ],
          stream: false,
          options: { temperature: 0, seed: 7, num_predict: 4096, num_ctx: 16_384 },
          format: schema,
        },
      },
    ])
  })

  it('takes further options beside ours', async () => {
    const parameters = { keep_alive: '5m', options: { top_k: 1, seed: null } }
    const { arrivals } = await asked({ protocol: 'ollama', parameters }, () => ollamaReply(answer))
    expect(arrivals[0]!.body).toMatchObject({
      keep_alive: '5m',
      options: { temperature: 0, top_k: 1, num_predict: 4096, num_ctx: 16_384 },
    })
    expect(arrivals[0]!.body.options).not.toHaveProperty('seed')
  })

  it('is not asked what its context would cut', async () => {
    const { output, arrivals } = await asked({ protocol: 'ollama', contextTokens: 4500 }, () =>
      ollamaReply(answer),
    )
    expect(messageOf(output)).toMatch(
      /the request has about \d+ tokens; with 4096 for the reply that is more than 4500/,
    )
    expect(arrivals).toEqual([])
  })

  it('that was cut fails', async () => {
    const { output } = await asked({ protocol: 'ollama' }, () =>
      ollamaReply('{"men', { done_reason: 'length' }),
    )
    expect(messageOf(output)).toContain('was cut at 4096 tokens: "{"men"')
  })
})

describe('a description', () => {
  const of = (options: Partial<LlmOptions> = {}) =>
    llmExtractor({ protocol: 'openai', model: 'm', prices, tasks: ['dates'], ...options })

  it('names what decides an answer, with the hashes of the prompts', () => {
    const described = JSON.parse(JSON.stringify(of()))
    const prompt = { version: 'v1', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }
    expect(described).toEqual({
      kind: 'extractor',
      adapter: 'llm',
      version: '1',
      tasks: ['dates'],
      network: true,
      options: {
        protocol: 'openai',
        model: 'm',
        baseUrl: 'https://api.openai.com/v1',
        temperature: 0,
        maxOutputTokens: 4096,
        contextTokens: null,
        format: 'schema',
        parameters: {},
        prompts: { dates: prompt, repair: prompt },
      },
    })
  })

  it.each([
    ['http://127.0.0.1:8000/v1', false],
    ['http://localhost:8000', false],
    ['http://[::1]:8000', false],
    ['http://2130706433', false],
    ['http://127.1:80', false],
    ['http://128.0.0.1', true],
    ['http://127.0.0.1.example.org', true],
    ['http://localhost.example.org', true],
    ['http://10.0.0.1', true],
    ['http://[::ffff:127.0.0.1]', true],
    ['http://0.0.0.0', true],
  ])('of %s says that it leaves the machine: %j', (baseUrl, network) => {
    expect(of({ baseUrl }).network).toBe(network)
  })

  it.each([
    [{ model: '' }, 'model'],
    [{ temperature: -1 }, 'temperature'],
    [{ maxOutputTokens: 0.5 }, 'maxOutputTokens'],
    [{ contextTokens: 0 }, 'contextTokens'],
    [{ prices: { input: -1, output: 1 } }, 'prices'],
    [{ protocol: 'soap' as 'openai' }, 'protocol'],
  ])('with %j is refused', (options, name) => {
    expect(() => of(options)).toThrow(`language model: \`${name}\``)
  })
})
