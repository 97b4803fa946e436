import { AssayError, type System } from '@assay/schema'
import { addressFault, variableFault } from '../service/address.ts'
import { diagnoseService } from '../service/diagnose.ts'
import { defaultLimits, type ServiceLimits } from '../service/limits.ts'
import { isLoopback } from '../service/loopback.ts'
import { failed, rejected } from '../wire/failure.ts'
import { parseAnswer } from '../wire/read-answer.ts'
import { type WireOptions, wireSystem } from '../wire/system.ts'
import { type HttpService, requestAnswer } from './request.ts'

export interface HttpOptions extends WireOptions {
  /** The address that questions are posted to. It is recorded and shown: no user, password, query or fragment. */
  readonly url: string
  /** The name of the environment variable that holds the key, never the key. Default: no key is sent. */
  readonly keyVariable?: string
  /** The header that holds the key. Default: `authorization`, behind `Bearer`. */
  readonly keyHeader?: string
  /** Of the service: part of a run's identity, since nothing else says that it changed. */
  readonly version?: string
  readonly limits?: Partial<ServiceLimits>
}

/**
 * A service as a system: one article is posted, one answer comes back, as clients/openapi.json says. Redirects are not
 * followed, time and bytes are limited, 429 and passing errors are tried again. Outside this machine it needs the
 * network.
 *
 * @throws AssayError `config-invalid`
 */
export function http(options: HttpOptions): System {
  const { kind, version } = options
  const service = resolveService(options)
  const isLocal = isLoopback(service.url)
  let isOpen = isLocal
  const parts = wireSystem(options, {
    unit: () => undefined,
    async ask(question, { signal }) {
      if (!isOpen) throw failed('threw', `the network is closed, and ${new URL(service.url).host} is outside`)
      const answer = parseAnswer(await requestAnswer(service, JSON.stringify(question), signal))
      if (answer.id !== question.id)
        throw rejected(`it answered for ${JSON.stringify(answer.id.slice(0, 200))}`)
      return answer
    },
  })
  const { tasks, entityTypes, labels } = parts
  return {
    adapter: 'http',
    version: '1',
    tasks,
    ...(entityTypes && { entityTypes }),
    options: { url: service.url, labels, ...(version !== undefined && { serviceVersion: version }) },
    ...(!isLocal && { network: true }),
    diagnose: (context) => diagnoseService({ ...service, isLocal }, context),
    prepare: async ({ allowNetwork }) => {
      isOpen = isLocal || allowNetwork
    },
    ...(kind === 'extractor'
      ? { kind, extract: (article, context) => parts.answer(article, context) }
      : { kind, summarize: (article, request, context) => parts.summary(article, request, context) }),
  }
}

function resolveService({
  url: text,
  keyVariable,
  keyHeader = 'authorization',
  limits,
}: HttpOptions): HttpService {
  const addressRule = addressFault(text)
  if (addressRule !== null) fault('url', addressRule)
  const variableRule = keyVariable === undefined ? null : variableFault(keyVariable)
  if (variableRule !== null) fault('keyVariable', variableRule)
  if (!/^[A-Za-z][A-Za-z0-9-]{0,63}$/.test(keyHeader)) fault('keyHeader', 'is the name of a header')
  return {
    url: new URL(text).href,
    keyVariable: keyVariable ?? null,
    keyHeader: keyHeader.toLowerCase(),
    limits: { ...defaultLimits, replyBytes: 16 * 1024 * 1024, ...limits },
  }
}

function fault(option: keyof HttpOptions, rule: string): never {
  throw new AssayError('config-invalid', `http: \`${option}\` ${rule}`)
}
