import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import {
  chatReply,
  type Script,
  send,
  startServer,
  toyModel,
} from '../../../packages/adapters/test/llm/server.ts'
import { assay, scratch } from './command.ts'

/** A folder with a config whose one system, `toy`, asks a scripted server. */
async function toyBench(script: Script, more = '') {
  const server = await startServer(script)
  onTestFinished(() => server.close())
  const cwd = scratch()
  writeConfig(cwd, `baseUrl: '${server.url}', ${more}`)
  return { server, cwd }
}

function writeConfig(cwd: string, options: string): void {
  writeFileSync(
    join(cwd, 'assay.config.ts'),
    `import { defineConfig, llmExtractor } from 'assay'
    export default defineConfig({
      systems: {
        toy: llmExtractor({ protocol: 'openai', model: 'toy', tasks: ['entities'], limits: { backoffMs: 5 }, ${options} }),
      },
    })`,
  )
}

const prices = 'prices: { input: 1000, output: 2000 },'
const run = ['run', '--limit', '3', '-t', 'entities']

/** Every file below a folder, by its path there. */
function filesIn(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]),
  )
}

function runFile(cwd: string, name: string): string {
  const found = [...filesIn(join(cwd, '.assay/runs'))].find(([path]) => path.endsWith(`/${name}`))
  return found![1]
}

it('a run says what a model can cost, and what it has cost', async () => {
  const { server, cwd } = await toyBench(toyModel, prices)
  const { code, stdout, stderr } = await assay(run, cwd)
  expect(code).toBe(0)
  expect(stdout).toContain('toy')
  // 4096 tokens of output an article; 100 in and 20 out are what the server counts.
  expect(stderr).toMatch(/^assay: toy will take up to about \d+ tokens in, 12288 out, \d+\.\d{4} USD$/m)
  expect(stderr).toMatch(/^assay: toy took 300 tokens in, 60 out, 0\.4200 USD$/m)
  expect(server.arrivals.length).toBe(3)
  const timings = runFile(cwd, 'timings.jsonl').trim().split('\n')
  const usage = { inputTokens: 100, outputTokens: 20, usd: (100 * 1000 + 20 * 2000) / 1e6 }
  expect(timings.map((line) => JSON.parse(line).usage)).toEqual([usage, usage, usage])
  const { options } = JSON.parse(runFile(cwd, 'run.json')).system
  expect(options.prompts.entities).toEqual({ version: 'v1', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(Object.keys(options)).not.toContain('prices')
})

it('a run that can cost more than --max-cost does not start', async () => {
  const { server, cwd } = await toyBench(toyModel, prices)
  const { code, stderr } = await assay([...run, '--max-cost', '10'], cwd)
  expect(code).toBe(2)
  expect(stderr).toMatch(/^assay: the run can cost \d+\.\d{4} USD, more than --max-cost 10$/m)
  expect(server.arrivals).toEqual([])
})

it('a run that must be paid by an unknown price does not start under --max-cost', async () => {
  const { server, cwd } = await toyBench(toyModel)
  const { code, stderr } = await assay([...run, '--max-cost', '10'], cwd)
  expect(code).toBe(2)
  expect(stderr).toContain('--max-cost cannot be kept: toy names no prices')
  expect(server.arrivals).toEqual([])
})

it('a run that costs more than was expected is stopped, kept as partial, and ends with 30', async () => {
  const usage = { prompt_tokens: 20_000, completion_tokens: 0 }
  const { server, cwd } = await toyBench(() => chatReply({ mentions: [] }, { usage }), prices)
  const { code, stdout, stderr } = await assay([...run, '--max-cost', '35'], cwd)
  expect(code).toBe(30)
  // Two articles at 20 dollars each.
  expect(stderr).toContain('toy was stopped at its part of --max-cost: 40.0000 USD for 2 of 3 articles')
  expect(stderr).toContain('Running again starts over and pays again')
  expect(stdout).toContain('a run is partial')
  expect(server.arrivals.length).toBe(2)
  expect(JSON.parse(runFile(cwd, 'run.json'))).toMatchObject({
    status: 'partial',
    counts: { expected: 3, ok: 2 },
  })
})

it('a service outside this machine is not asked without --allow-network', async () => {
  const cwd = scratch()
  // An address that is reserved for documentation: nobody answers there.
  writeConfig(cwd, `baseUrl: 'http://192.0.2.1:9',`)
  const { code, stderr } = await assay(run, cwd)
  expect(code).toBe(60)
  expect(stderr).toContain('it asks a service outside this machine, and the network is closed')
  expect(stderr).toContain('--allow-network')
})

it('--allow-network lets a system ask: what is missing then is the key', async () => {
  const cwd = scratch()
  writeConfig(cwd, `baseUrl: 'http://192.0.2.1:9', keyVariable: 'ASSAY_TEST_NO_KEY',`)
  const { code, stderr } = await assay([...run, '--allow-network'], cwd)
  expect(code).toBe(60)
  expect(stderr).toContain('the environment variable ASSAY_TEST_NO_KEY is not set')
})

it('recorded replies give the same result again without the service, for nothing', async () => {
  const { server, cwd } = await toyBench(toyModel, `${prices} recordings: 'recordings',`)
  const first = await assay([...run, '--json'], cwd)
  const predictions = runFile(cwd, 'predictions.jsonl')
  await server.close()
  const second = await assay([...run, '--json'], cwd)
  expect(second.code).toBe(0)
  expect(second.stdout).toBe(first.stdout)
  expect(runFile(cwd, 'predictions.jsonl')).toBe(predictions)
  expect(predictions).toContain('"mentions":[{')
  expect(second.stderr).not.toContain('toy took')
})

it('a key is in nothing that a run writes or prints, whatever the service does with it', async () => {
  const key = 'sk-canary+0123456789/ABC=='
  const base64 = (text: string): string => Buffer.from(text).toString('base64')
  let n = 0
  const { server, cwd } = await toyBench(({ headers }, response) => {
    const echo = `${headers.authorization} ${encodeURIComponent(key)} ${base64(key)} ${base64(`Bearer ${key}`)}`
    n += 1
    if (n === 1) return chatReply({ mentions: [{ surface: echo, context: echo, type: echo }] }, { echo })
    if (n === 2) send(response, 400, { error: { message: echo } }, { 'x-echo': key })
    else send(response, 200, `<p>${echo}</p>`)
    return undefined
  }, `keyVariable: 'ASSAY_TEST_CANARY', recordings: 'recordings',`)
  const { code, stdout, stderr } = await assay(run, cwd, { ASSAY_TEST_CANARY: key })
  expect(code).toBe(0)
  expect(server.arrivals.map(({ headers }) => headers.authorization)).toEqual(Array(3).fill(`Bearer ${key}`))
  const written = filesIn(cwd)
  expect([...written.keys()].filter((path) => path.startsWith('recordings/')).length).toBe(1)
  expect(stderr).toContain('[redacted]')
  // Base64 shows the same characters of a text at three shifts; the ends hang on what stands beside it.
  const shifts = [0, 1, 2].map((shift) => base64(' '.repeat(shift) + key).slice(4, 28))
  const forms = [key, encodeURIComponent(key), ...shifts]
  for (const [path, text] of [...written, ['stdout', stdout], ['stderr', stderr]] as const) {
    expect([path, forms.filter((form) => text.includes(form))]).toEqual([path, []])
  }
})
