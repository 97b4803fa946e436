import {
  AssayError,
  type CallContext,
  type Diagnosis,
  type Json,
  type JsonObject,
  type PrepareContext,
  type Usage,
} from '@assay/schema'
import { diagnoseService } from '../service/diagnose.ts'
import { beginning } from '../service/beginning.ts'
import { unusable } from './failure.ts'
import { readKey } from '../service/key.ts'
import { estimateTokens, expectedUsage, usageOf } from './money.ts'
import { type LlmOptions, recordedOptions, resolveService, type Service } from './options.ts'
import { type Prompt, promptRecord } from './prompts.ts'
import { protocols } from './protocols/index.ts'
import type { Completion, Reply } from './protocols/protocol.ts'
import { openRecordings, type RecordedRequest } from './recordings.ts'
import { nameOf, request } from './request.ts'

/** What a client is asked beyond what the service fixes. */
type Question = Pick<Completion, 'system' | 'messages' | 'reply'>

/** One service, asked one question at a time: the money counted, the reply recorded or found among the recordings. */
export interface Client {
  readonly service: Service
  /** The part of a `System` that is the same for all that ask a model. */
  readonly shared: {
    readonly adapter: 'llm'
    readonly version: string
    readonly options: JsonObject
    readonly network: boolean
    prepare(context: PrepareContext): Promise<void>
    diagnose(context: PrepareContext): Promise<readonly Diagnosis[]>
  }
  /**
   * What the model wrote.
   *
   * @throws AssayError `system-failed`: the service failed, or its reply was cut, refused or not of the protocol
   */
  ask(question: Question, context: CallContext): Promise<string>
  /** What `ask` takes at most. */
  expect(question: Question): Usage
}

/** @throws AssayError `config-invalid` */
export function createClient(options: LlmOptions, prompts: readonly Prompt[]): Client {
  const service = resolveService(options)
  const protocol = protocols[service.protocol]
  const url = service.baseUrl + protocol.path
  const recordings = service.recordings === null ? null : openRecordings(service.recordings)
  let isOpen = service.isLocal

  /** @returns the reply, and whether it was paid for now. */
  async function fetchReply(
    asked: RecordedRequest,
    what: string,
    signal: AbortSignal,
  ): Promise<{ reply: Json; isNew: boolean }> {
    const found = recordings?.find(asked) ?? null
    if (found !== null) return { reply: found, isNew: false }
    if (recordings === null) return { reply: await request(service, asked.body, signal), isNew: true }
    const missing = `there is no recording of this request for ${what} (${recordings.file(asked)})`
    if (!isOpen) {
      throw new AssayError('system-failed', `${missing}, and the network is closed`, {
        hint: `Record it: run with --allow-network${service.keyVariable === null ? '' : ` and ${service.keyVariable} set`}.`,
      })
    }
    try {
      return { reply: await request(service, asked.body, signal), isNew: true }
    } catch (error) {
      if (!AssayError.is(error)) throw error
      const hint = error.hint ?? 'Start the service to record it.'
      throw new AssayError(error.code, `${missing}, and it cannot be made: ${error.message}`, {
        hint,
        cause: error,
      })
    }
  }

  return {
    service,
    shared: {
      adapter: 'llm',
      version: '1',
      options: { ...recordedOptions(service), prompts: promptRecord(prompts) },
      // With recordings it may never ask: it is checked where a recording is missing.
      network: !service.isLocal && recordings === null,
      prepare: async ({ allowNetwork }) => {
        isOpen = service.isLocal || allowNetwork
        // Without the key no article can be answered. With recordings it may not be needed.
        if (recordings === null) readKey(service.keyVariable)
      },
      // With recordings it may need neither key nor service.
      diagnose: async (context) => {
        const { baseUrl: url, keyVariable, isLocal } = service
        const start = service.protocol === 'ollama' ? 'ollama serve' : 'Start the service'
        return recordings === null ? diagnoseService({ url, keyVariable, isLocal, start }, context) : []
      },
    },
    async ask(question, context) {
      checkLength(service, question)
      const asked = { url, body: bodyOf(service, question, context.seed), repeat: context.repeat }
      const { reply: json, isNew } = await fetchReply(asked, question.reply.name, context.signal)
      const reply = protocol.read(json)
      if (reply === null) {
        throw unusable(
          `${nameOf(service)} answered with no reply of ${service.protocol}: ${beginning(JSON.stringify(json))}`,
        )
      }
      if (isNew) {
        context.spend(usageOf(reply.counts, sentText(question), reply.text, service.prices))
        // Cut and refused ones too: they fail again when they are read, and are not paid for twice.
        recordings?.keep(asked, json)
      }
      return wholeText(service, reply)
    },
    expect: (question) => expectedUsage(sentText(question), service.maxOutputTokens, service.prices),
  }
}

function bodyOf(service: Service, question: Question, seed: number): JsonObject {
  const { protocol, baseUrl, parameters } = service
  return overlay(protocols[protocol].body({ ...service, ...question, seed }, baseUrl), parameters)
}

/** `over` laid over `under`, objects into objects; null takes away. */
function overlay(under: JsonObject, over: JsonObject): JsonObject {
  const merged = new Map(Object.entries(under))
  for (const [key, value] of Object.entries(over)) {
    const below = merged.get(key)
    if (value === null) merged.delete(key)
    else merged.set(key, isObject(value) && isObject(below) ? overlay(below, value) : value)
  }
  return Object.fromEntries(merged)
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** @throws AssayError `system-failed` if the model, by estimate, would not see it all. */
function checkLength({ contextTokens, maxOutputTokens }: Service, question: Question): void {
  const tokens = estimateTokens(sentText(question))
  if (contextTokens === null || tokens + maxOutputTokens <= contextTokens) return
  throw unusable(
    `the request has about ${tokens} tokens; with ${maxOutputTokens} for the reply that is more than ${contextTokens}`,
    'Raise `contextTokens` to what the model can take, or lower `maxOutputTokens`.',
  )
}

/** @throws AssayError `system-failed` */
function wholeText(service: Service, { text, end }: Reply): string {
  if (end === 'complete') return text
  throw end === 'cut'
    ? unusable(
        `${nameOf(service)} was cut at ${service.maxOutputTokens} tokens: ${beginning(text)}`,
        'Raise `maxOutputTokens`.',
      )
    : unusable(`${nameOf(service)} refused to answer: ${beginning(text)}`)
}

function sentText({ system, messages, reply }: Question): string {
  return [system, ...messages.map(({ text }) => text), JSON.stringify(reply.schema)].join('\n')
}
