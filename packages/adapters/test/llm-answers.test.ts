import type { Article, Extractor, Question, Task } from '@assay/schema'
import { describe, expect, it, onTestFinished } from 'vitest'
import { llmExtractor, type LlmExtractorOptions, llmJudge, llmSummarizer } from '../src/index.ts'
import { messageOf, quick, settled, spending } from './llm/call.ts'
import { chatReply, inTurn, type Script, send, sends, startServer } from './llm/server.ts'

async function serverWith(script: Script) {
  const server = await startServer(script)
  onTestFinished(() => server.close())
  return { server, options: { protocol: 'openai', model: 'm', baseUrl: server.url, limits: quick } as const }
}

async function extract(task: Exclude<Task, 'summaries'>, article: Partial<Article>, ...replies: unknown[]) {
  const { server, options } = await serverWith(inTurn(...replies.map((reply) => () => chatReply(reply))))
  const system: Extractor = llmExtractor({ ...options, tasks: [task] })
  const { context, spent } = spending()
  const whole = { id: 'a', text: 'Ida left. Ida came.', ...article }
  const output = await settled(system.extract(whole, context))
  return { output, spent, arrivals: server.arrivals }
}

describe('names', () => {
  it('are put where the text has them, and counted where it has not', async () => {
    const { output } = await extract(
      'entities',
      {},
      {
        mentions: [
          { surface: 'Ida', context: 'Ida left', type: 'PERSON' },
          { surface: 'IDA', context: 'Ida came', type: 'PERSON' },
          { surface: 'Bo', context: 'Bo left', type: 'PERSON' },
          { surface: ' ', context: '', type: 'PERSON' },
        ],
      },
    )
    expect(output).toEqual({
      mentions: [
        { span: { start: 0, end: 3 }, type: 'PERSON', placement: 'exact' },
        { span: { start: 10, end: 13 }, type: 'PERSON', placement: 'normalised' },
      ],
      unlocated: { mentions: [{ surface: 'Bo', type: 'PERSON' }] },
    })
  })

  it('of a type that is none of ours stay as they are', async () => {
    const { output, arrivals } = await extract(
      'entities',
      {},
      { mentions: [{ surface: 'Ida', type: 'HUMAN' }] },
    )
    expect(output).toMatchObject({ mentions: [{ type: 'HUMAN' }] })
    expect(arrivals.length).toBe(1)
  })
})

it('dates keep their value, and null where there is none', async () => {
  const { output } = await extract(
    'dates',
    { text: 'In 2026, and once on Monday.' },
    {
      timexes: [
        { surface: '2026', context: 'In 2026', type: 'DATE', value: '2026' },
        { surface: 'once', context: null, type: 'DATE', value: '  ' },
        { surface: 'Tuesday', context: '', type: 'DATE', value: null },
      ],
    },
  )
  expect(output).toEqual({
    timexes: [
      { span: { start: 3, end: 7 }, type: 'DATE', value: '2026', placement: 'exact' },
      { span: { start: 13, end: 17 }, type: 'DATE', value: null, placement: 'exact' },
    ],
    unlocated: { timexes: [{ surface: 'Tuesday', type: 'DATE' }] },
  })
})

it('claims have a holder where one is named', async () => {
  const { output } = await extract(
    'claims',
    {},
    {
      claims: [
        { text: 'Ida came.', holder: 'Bo', polarity: '-', certainty: 'PR', weight: 3 },
        { text: 'Ida left.', holder: null, polarity: '+', certainty: 'CT' },
        { text: ' ', holder: null, polarity: '+', certainty: 'CT' },
      ],
    },
  )
  expect(output).toEqual({
    claims: [
      { text: 'Ida came.', holder: 'Bo', polarity: '-', certainty: 'PR' },
      { text: 'Ida left.', polarity: '+', certainty: 'CT' },
    ],
  })
})

describe('a reply that is not of the shape', () => {
  const good = { mentions: [{ surface: 'Ida', context: '', type: 'PERSON' }] }
  const found = { mentions: [{ span: { start: 0, end: 3 }, type: 'PERSON', placement: 'ambiguous' }] }

  it.each([
    ['no JSON', 'Here you are!', /^.*It is no JSON: /s],
    ['a list', '[]', /output: Invalid input/],
    ['a wrong key', '{"names": []}', /mentions: Invalid input/],
    [
      'a wrong type',
      '{"mentions": [{"surface": 5, "type": "ORG"}]}',
      /mentions\[0\]\.surface: Invalid input/,
    ],
    [
      'half a character',
      '{"mentions": [{"surface": "\\ud83d", "type": "ORG"}]}',
      /surface: holds a lone surrogate/,
    ],
    ['nothing', '', /It is no JSON/],
  ])('(%s) is sent back once with what is wrong', async (_, bad, fault) => {
    const { output, spent, arrivals } = await extract('entities', {}, bad, good)
    expect(output).toEqual(found)
    expect(spent.length).toBe(2)
    const [first, second] = arrivals.map(({ body }) => body.messages)
    expect(second.slice(0, 2)).toEqual(first)
    expect(second.slice(2)).toEqual([
      { role: 'assistant', content: bad || '(nothing)' },
      { role: 'user', content: expect.stringMatching(fault) },
    ])
    expect(second[3].content).toMatch(/^Your answer cannot be used\./)
  })

  it('twice is a failure, and paid for', async () => {
    const { output, spent, arrivals } = await extract('entities', {}, 'no', 'no again')
    expect(messageOf(output)).toMatch(/gave no usable answer in two tries: It is no JSON/)
    expect([spent.length, arrivals.length]).toEqual([2, 2])
  })

  it.each([
    ['in a fence', '```json\n{"mentions": []}\n```'],
    ['behind thoughts', '<think>{"mentions": [1]}</think>\n{"mentions": []}'],
  ])('is not one %s', async (_, text) => {
    const { output, arrivals } = await extract('entities', {}, text)
    expect(output).toEqual({ mentions: [] })
    expect(arrivals.length).toBe(1)
  })
})

it('a text without letters or digits is not sent', async () => {
  const { output, spent, arrivals } = await extract('entities', { text: ' \n-- ?' }, 'never')
  expect([output, spent, arrivals]).toEqual([{ mentions: [] }, [], []])
})

it('a task that fails ends the article: the tasks after it are not paid for', async () => {
  const { server, options } = await serverWith(sends(400, {}))
  const system = llmExtractor(options)
  expect(system.tasks).toEqual(['entities', 'dates', 'claims'])
  await expect(system.extract({ id: 'a', text: 'Ida.' }, spending().context)).rejects.toThrow('answered 400')
  expect(server.arrivals.length).toBe(1)
})

it('no task, or summaries, are no extractor', () => {
  for (const tasks of [[], ['summaries']] as unknown as NonNullable<LlmExtractorOptions['tasks']>[]) {
    expect(() => llmExtractor({ protocol: 'openai', model: 'm', tasks })).toThrow(
      /`tasks` are entities, dates and claims/,
    )
  }
})

it('a summary that is too long keeps its first whole sentences', async () => {
  const summary = 'Ida left Ekby. Bo came to Ekby. Nobody stayed.'
  const { server, options } = await serverWith(() => chatReply({ summary }))
  const request = { minWords: 2, maxWords: 7 }
  const { text } = await llmSummarizer(options).summarize(
    { id: 'a', text: 'Ida.' },
    request,
    spending().context,
  )
  expect(text).toBe('Ida left Ekby. Bo came to Ekby.')
  expect(JSON.parse(server.arrivals[0]!.body.messages[1].content)).toEqual({ ...request, text: 'Ida.' })
})

describe('what an article is expected to cost', () => {
  const options = { protocol: 'openai', model: 'm', maxOutputTokens: 1000 } as const
  const request = { minWords: 45, maxWords: 60 }

  it('is its length by four, with prompt and schema, and all the output for each task', () => {
    const system = llmExtractor({ ...options, prices: { input: 1, output: 4 } })
    const short = system.expect!({ id: 'a', text: 'x' }, request)
    const long = system.expect!({ id: 'a', text: 'x'.repeat(4001) }, request)
    expect(short.outputTokens).toBe(3000)
    expect(long.inputTokens! - short.inputTokens!).toBe(3000)
    expect(long.usd).toBeCloseTo((long.inputTokens! + 3000 * 4) / 1e6, 12)
  })

  it('has no money where there are no prices', () => {
    expect(llmSummarizer(options).expect!({ id: 'a', text: 'x' }, request)).toEqual({
      inputTokens: expect.any(Number),
      outputTokens: 1000,
    })
  })

  it('is nothing for a text that is not sent', () => {
    expect(llmExtractor(options).expect!({ id: 'a', text: '' }, request)).toEqual({})
  })
})

describe('a judge', () => {
  const question = (premise: string, hypothesis: string, kind: Question['kind'] = 'support'): Question => ({
    id: `${kind} ${premise} ${hypothesis}`,
    kind,
    premise,
    hypothesis,
  })

  it('turns verdicts into scores, in the order of the questions, and nonsense into null', async () => {
    const { server, options } = await serverWith(({ body }) => {
      const { hypothesis, second } = JSON.parse(body.messages[1].content)
      if (hypothesis === 'refuse') return chatReply('', { choices: [{ message: { refusal: 'No.' } }] })
      return chatReply({ verdict: hypothesis ?? second })
    })
    const questions = [
      question('p', 'yes'),
      question('p', 'no'),
      question('p', 'perhaps'),
      question('p', 'refuse'),
      question('p', 'partly', 'equivalence'),
    ]
    const judge = llmJudge(options)
    expect(judge.kind).toBe('judge')
    expect(await judge.judge(questions, spending().context)).toEqual([1, 0, null, null, 0.5])
    const prompts = server.arrivals.map(({ body }) => body.messages[0].content as string)
    expect(
      prompts.filter((prompt) => prompt.startsWith('You decide whether two statements say')).length,
    ).toBe(1)
  })

  it('asks at the same time, as far as it may', async () => {
    let underWay = 0
    let most = 0
    const { options } = await serverWith((_, response) => {
      most = Math.max(most, ++underWay)
      setTimeout(() => {
        underWay -= 1
        send(response, 200, chatReply({ verdict: 'yes' }))
      }, 20)
    })
    const judge = llmJudge({ ...options, limits: { ...quick, concurrency: 3 } })
    const questions = Array.from({ length: 9 }, (_, i) => question('p', `h${i}`))
    expect(await judge.judge(questions, spending().context)).toEqual(Array(9).fill(1))
    expect(most).toBe(3)
  })

  it('fails with its service, and stops asking', async () => {
    const { server, options } = await serverWith(sends(401, {}))
    const questions = Array.from({ length: 20 }, (_, i) => question('p', `h${i}`))
    await expect(llmJudge(options).judge(questions, spending().context)).rejects.toThrow('answered 401')
    expect(server.arrivals.length).toBeLessThanOrEqual(4)
  })
})
