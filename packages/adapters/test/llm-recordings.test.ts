import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Extractor } from '@assay/schema'
import { expect, it, onTestFinished } from 'vitest'
import { llmExtractor, type LlmOptions } from '../src/index.ts'
import { messageOf, quick, settled, spending } from './llm/call.ts'
import { chatReply, inTurn, type Script, sends, startServer } from './llm/server.ts'

const article = { id: 'a', text: 'Ida left Ekby.' }

function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-recordings-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'recordings')
}

async function recorded(script: Script, more: Partial<LlmOptions> = {}) {
  const server = await startServer(script)
  onTestFinished(() => server.close())
  const folder = scratch()
  const system: Extractor = llmExtractor({
    protocol: 'openai',
    model: 'm',
    baseUrl: server.url,
    tasks: ['entities'],
    recordings: folder,
    limits: quick,
    ...more,
  })
  const ask = async (repeat = 0) => {
    const { context, spent } = spending()
    const output = await settled(system.extract(article, { ...context, repeat }))
    return { output, spent }
  }
  return { server, folder, ask }
}

it('a recorded reply is given again, without the service, for nothing', async () => {
  const { server, folder, ask } = await recorded(
    inTurn(
      () => chatReply('no JSON'),
      () => chatReply({ mentions: [{ surface: 'Ekby', context: '', type: 'GPE' }] }),
    ),
  )
  const first = await ask()
  expect(first.spent.length).toBe(2)
  expect(first.output).toMatchObject({ mentions: [{ type: 'GPE' }] })
  await server.close()
  expect(await ask()).toEqual({ output: first.output, spent: [] })
  expect(server.arrivals.length).toBe(2)

  const files = readdirSync(folder)
  expect(files).toEqual(files.map(() => expect.stringMatching(/^[0-9a-f]{64}\.json$/)))
  expect(files.length).toBe(2)
  const recordings = files.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')))
  expect(recordings.map(({ request }) => request.body)).toEqual(
    expect.arrayContaining(server.arrivals.map(({ body }) => body)),
  )
})

it('a second pass over an article has recordings of its own', async () => {
  let n = 0
  const { server, ask } = await recorded(() =>
    chatReply({ mentions: n++ === 0 ? [] : [{ surface: 'Ida', type: 'PERSON' }] }),
  )
  const passes = [await ask(0), await ask(1), await ask(0), await ask(1)].map(({ output }) => output)
  expect(passes[0]).toEqual({ mentions: [] })
  expect(passes[1]).toMatchObject({ mentions: [{ type: 'PERSON' }] })
  expect(passes.slice(2)).toEqual(passes.slice(0, 2))
  expect(server.arrivals.length).toBe(2)
})

it('a reply that was cut fails again when it is read', async () => {
  const { server, ask } = await recorded(() =>
    chatReply('', { choices: [{ message: { content: '{' }, finish_reason: 'length' }] }),
  )
  const first = await ask()
  expect(messageOf(first.output)).toContain('was cut')
  expect(await ask()).toEqual({ output: first.output, spent: [] })
  expect(server.arrivals.length).toBe(1)
})

it('errors of the service are not recorded', async () => {
  const { server, folder, ask } = await recorded(
    inTurn(
      sends(400, {}),
      () => ({ error: { type: 'invalid_request_error' } }),
      () => ({ hello: 'world' }),
      () => chatReply({ mentions: [] }),
    ),
  )
  for (const message of ['answered 400', 'an error inside 200', 'no reply of openai']) {
    expect(messageOf((await ask()).output)).toContain(message)
  }
  expect((await ask()).output).toEqual({ mentions: [] })
  expect([server.arrivals.length, readdirSync(folder).length]).toEqual([4, 1])
})

it('what is not recorded names its file and how to record it', async () => {
  const folder = scratch()
  const options = { protocol: 'openai', model: 'm', tasks: ['entities'], recordings: folder } as const
  const system = llmExtractor(options)
  expect(system.network).toBe(false)
  await system.prepare!({ allowNetwork: false })
  await expect(system.extract(article, spending().context)).rejects.toMatchObject({
    message: expect.stringMatching(
      /^there is no recording of this request for mentions \(.*\/recordings\/[0-9a-f]{64}\.json\), and the network is closed$/,
    ),
    hint: 'Record it: run with --allow-network and OPENAI_API_KEY set.',
  })
})

it('what cannot be recorded says so', async () => {
  const { server, ask } = await recorded(() => chatReply({ mentions: [] }))
  await server.close()
  expect((await ask()).output).toMatchObject({
    message: expect.stringMatching(
      /^there is no recording .*, and it cannot be made: m at .* could not be asked \(ECONNREFUSED/,
    ),
    hint: 'Start the service to record it.',
  })
})

it('a damaged recording is named', async () => {
  const { folder, ask } = await recorded(() => chatReply({ mentions: [] }))
  await ask()
  const file = join(folder, readdirSync(folder)[0]!)
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 100))
  expect((await ask()).output).toMatchObject({ code: 'file-invalid', message: `${file} is no recording` })
})

it('a key that the service repeats is not recorded', async () => {
  const key = 'sk-recorded-0123456789'
  process.env['ASSAY_TEST_RECORDED'] = key
  onTestFinished(() => {
    delete process.env['ASSAY_TEST_RECORDED']
  })
  const { folder, ask } = await recorded(
    ({ headers }) => ({ ...chatReply({ mentions: [] }), you: headers.authorization }),
    { keyVariable: 'ASSAY_TEST_RECORDED' },
  )
  await ask()
  const text = readFileSync(join(folder, readdirSync(folder)[0]!), 'utf8')
  expect(text).toContain('Bearer [redacted]')
  expect(text).not.toContain(key)
})
