import type { JsonObject } from '@assay/schema'
import type { TokenCounts } from '../money.ts'

interface Message {
  readonly role: 'user' | 'assistant'
  readonly text: string
}

/** One question to a model, in no service's words. */
export interface Completion {
  readonly model: string
  /** What is to be done: a prompt file. */
  readonly system: string
  readonly messages: readonly Message[]
  /** The name and JSON schema of the reply. */
  readonly reply: { readonly name: string; readonly schema: JsonObject }
  readonly format: 'schema' | 'json' | 'text'
  readonly temperature: number
  readonly maxOutputTokens: number
  readonly contextTokens: number | null
  /** Services that take no seed are not sent one. */
  readonly seed: number
}

/** What came back, in no service's words. */
export interface Reply {
  /** What the model wrote: JSON, it is hoped. */
  readonly text: string
  /** `cut`: it reached the limit of output; `refused`: the model or a filter of the service would not answer. */
  readonly end: 'complete' | 'cut' | 'refused'
  readonly counts: TokenCounts
}

/**
 * How a kind of service is spoken to. Knows its words, nothing of HTTP. These are three small contracts in JSON; the
 * makers' own libraries would bring retries, limits and redirects that are not ours to set.
 */
export interface Protocol {
  /** The maker's own address. */
  readonly baseUrl: string
  /** Where the key for that address stands; null: it needs none. */
  readonly keyVariable: string | null
  /** Default of the option; null: the service refuses by itself what is too long. */
  readonly contextTokens: number | null
  /** Of the endpoint, below the base URL. */
  readonly path: string
  headers(key: string | null): Readonly<Record<string, string>>
  body(completion: Completion, baseUrl: string): JsonObject
  /** Null: it is no reply of this protocol. */
  read(reply: unknown): Reply | null
}
