import { anthropic } from './anthropic.ts'
import { ollama } from './ollama.ts'
import { openai } from './openai.ts'
import type { Protocol } from './protocol.ts'

export type ProtocolId = 'openai' | 'anthropic' | 'ollama'

export const protocols: Readonly<Record<ProtocolId, Protocol>> = { openai, anthropic, ollama }
