import type { Diagnosis, PrepareContext } from '@assay/schema'

export interface ServiceToDiagnose {
  readonly url: string
  readonly keyVariable: string | null
  /** The service runs on this machine. */
  readonly isLocal: boolean
  /** What starts it. */
  readonly start?: string
}

/** A key that is not there, and a service that does not listen; one outside is left alone on a closed network. */
export async function diagnoseService(
  { url, keyVariable, isLocal, start = 'Start the service' }: ServiceToDiagnose,
  { allowNetwork }: PrepareContext,
): Promise<Diagnosis[]> {
  const found: Diagnosis[] = []
  if (keyVariable !== null && !process.env[keyVariable]) {
    const what = `the environment variable ${keyVariable} is not set`
    found.push({ what, why: `It holds the key for ${url}.`, cure: `export ${keyVariable}=…` })
  }
  const because = isLocal || allowNetwork ? await unreachable(url) : null
  if (because !== null) {
    const cure = `${start}, or correct its address in the config.`
    found.push({ what: `${url} cannot be reached (${because})`, why: 'Every article is sent there.', cure })
  }
  return found
}

/** Milliseconds a server may take to say anything. */
const patienceMs = 5000

/** Why nothing answers at an address; whatever it says is an answer. Neither key nor text is sent. */
async function unreachable(url: string): Promise<string | null> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs) })
    await response.body?.cancel()
    return null
  } catch (error) {
    const { name, message, cause } = error as Error & { readonly cause?: NodeJS.ErrnoException }
    return name === 'TimeoutError'
      ? `no answer within ${patienceMs} ms`
      : (cause?.code ?? cause?.message ?? message)
  }
}
