import { AssayError, type Json, type JsonObject } from '@assay/schema'
import { addressFault, variableFault } from '../service/address.ts'
import { defaultLimits, type ServiceLimits } from '../service/limits.ts'
import { isLoopback } from '../service/loopback.ts'
import { type ProtocolId, protocols } from './protocols/index.ts'
import type { Prices } from './money.ts'

/** Which language model is asked, where, and how. Shared by `llmExtractor`, `llmSummarizer` and `llmJudge`. */
export interface LlmOptions {
  /**
   * `openai`: chat completions, as OpenAI, vLLM, the llama.cpp server and many others speak them; `anthropic`:
   * messages; `ollama`: its own chat endpoint.
   */
  readonly protocol: ProtocolId
  /** As the service names it. Name a dated snapshot where there is one: an alias changes what a result means. */
  readonly model: string
  /**
   * Where the service stands, without the path of the endpoint: `http://127.0.0.1:8000/v1` for `openai`,
   * `https://api.anthropic.com`, `http://127.0.0.1:11434`. Default: the maker's own; of `ollama`, this machine.
   */
  readonly baseUrl?: string
  /**
   * The name of the environment variable that holds the key, never the key. Default: `OPENAI_API_KEY` or
   * `ANTHROPIC_API_KEY` for the maker's own address, none for any other: a key is sent only where it was meant to go.
   */
  readonly keyVariable?: string
  /** Default 0. */
  readonly temperature?: number
  /** The most that one reply may be long, reasoning included. What is cut there is a failure. Default 4096. */
  readonly maxOutputTokens?: number
  /**
   * How many tokens the model reads and writes together. An article that does not fit, by estimate, fails instead of
   * being cut in silence. Default: 16384 for `ollama`, where it sets `num_ctx`; unchecked for others.
   */
  readonly contextTokens?: number
  /**
   * How the shape of a reply is asked for: `schema` (default) by JSON schema, `json` as any JSON, `text` by words
   * alone, for services and models that know neither.
   */
  readonly format?: 'schema' | 'json' | 'text'
  /**
   * Further fields of the request body, laid over ours; null takes a field away:
   * `{ temperature: null, reasoning_effort: 'low' }`. Never a key: they are recorded.
   */
  readonly parameters?: JsonObject
  /** What tokens cost. Without it, tokens are counted and money is not, and `--max-cost` refuses to start. */
  readonly prices?: Prices
  /**
   * A folder of recorded replies; a relative path counts from the working directory. A request found
   * there is answered from it, without network and key; any other is asked, where it may be (this machine, or
   * `--allow-network`), and recorded.
   */
  readonly recordings?: string
  readonly limits?: Partial<ServiceLimits>
}

/** Options with every default filled in. */
export interface Service {
  readonly protocol: ProtocolId
  readonly model: string
  /** Without a slash at its end. */
  readonly baseUrl: string
  readonly keyVariable: string | null
  readonly temperature: number
  readonly maxOutputTokens: number
  readonly contextTokens: number | null
  readonly format: 'schema' | 'json' | 'text'
  readonly parameters: JsonObject
  readonly prices: Prices | null
  readonly recordings: string | null
  readonly limits: ServiceLimits
  /** The service runs on this machine. */
  readonly isLocal: boolean
}

/** @throws AssayError `config-invalid` */
export function resolveService(options: LlmOptions): Service {
  const protocol =
    protocols[options.protocol] ?? fault('protocol', `is one of ${Object.keys(protocols).join(', ')}`)
  const { model, temperature = 0, maxOutputTokens = 4096, prices = null } = options
  if (typeof model !== 'string' || model === '') fault('model', 'is the name of a model')
  if (!(temperature >= 0 && temperature <= 2)) fault('temperature', 'is a number from 0 to 2')
  if (!isCount(maxOutputTokens)) fault('maxOutputTokens', 'is a whole number above 0')
  const contextTokens = options.contextTokens ?? protocol.contextTokens
  if (contextTokens !== null && !isCount(contextTokens)) fault('contextTokens', 'is a whole number above 0')
  if (
    prices !== null &&
    !(prices.input >= 0 && prices.output >= 0 && Number.isFinite(prices.input + prices.output))
  ) {
    fault('prices', 'are US dollars per million tokens: { input, output }')
  }
  const baseUrl = checkedUrl(options.baseUrl ?? protocol.baseUrl)
  const isDefault = baseUrl === protocol.baseUrl
  return {
    protocol: options.protocol,
    model,
    baseUrl,
    keyVariable: checkedVariable(options.keyVariable ?? (isDefault ? protocol.keyVariable : null)),
    temperature,
    maxOutputTokens,
    contextTokens,
    format: options.format ?? 'schema',
    parameters: options.parameters ?? {},
    prices,
    recordings: options.recordings ?? null,
    limits: { ...defaultLimits, replyBytes: 4 * 1024 * 1024, ...options.limits },
    isLocal: isLoopback(baseUrl),
  }
}

/** What decides an answer, as a run records it. Prices, limits, keys and where recordings lie do not. */
export function recordedOptions(service: Service): Readonly<Record<string, Json>> {
  const { protocol, model, baseUrl, temperature, maxOutputTokens, contextTokens, format, parameters } =
    service
  return { protocol, model, baseUrl, temperature, maxOutputTokens, contextTokens, format, parameters }
}

function checkedUrl(text: string): string {
  const rule = addressFault(text)
  return rule === null ? new URL(text).href.replace(/\/+$/, '') : fault('baseUrl', rule)
}

function checkedVariable(name: string | null): string | null {
  const rule = name === null ? null : variableFault(name)
  return rule === null ? name : fault('keyVariable', rule)
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value > 0
}

function fault(option: keyof LlmOptions, rule: string): never {
  throw new AssayError('config-invalid', `language model: \`${option}\` ${rule}`)
}
