import { systemContract } from '@assay/testkit'
import { afterAll } from 'vitest'
import { llmExtractor, llmSummarizer } from '../src/index.ts'
import { startServer, toyModel } from './llm/server.ts'

const server = await startServer(toyModel)
afterAll(() => server.close())

systemContract('a model behind chat completions', () =>
  llmExtractor({ protocol: 'openai', model: 'toy', baseUrl: server.url, tasks: ['dates', 'claims'] }),
)
systemContract('a model behind messages', () =>
  llmExtractor({ protocol: 'anthropic', model: 'toy', baseUrl: server.url, tasks: ['entities'] }),
)
systemContract('a model behind Ollama', () =>
  llmSummarizer({ protocol: 'ollama', model: 'toy', baseUrl: server.url, contextTokens: 200_000 }),
)
