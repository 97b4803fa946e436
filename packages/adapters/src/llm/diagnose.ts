import type { Diagnosis, PrepareContext } from '@assay/schema'
import { diagnoseAddress } from '../http/reach.ts'
import type { Service } from './options.ts'

/** A key that is not there, and a service that does not listen. */
export async function diagnoseService(
  { protocol, baseUrl, keyVariable, isLocal }: Service,
  { allowNetwork }: PrepareContext,
): Promise<Diagnosis[]> {
  const found: Diagnosis[] = []
  if (keyVariable !== null && !process.env[keyVariable]) {
    found.push({
      what: `the environment variable ${keyVariable} is not set`,
      why: `It holds the key for ${baseUrl}.`,
      cure: `export ${keyVariable}=…`,
    })
  }
  if (isLocal || allowNetwork) {
    const start =
      protocol === 'ollama' ? 'ollama serve' : 'Start the service, or correct `baseUrl` in the config.'
    found.push(...(await diagnoseAddress(baseUrl, start)))
  }
  return found
}
