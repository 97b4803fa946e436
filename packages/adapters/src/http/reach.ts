import type { Diagnosis } from '@assay/schema'

/** Milliseconds a server may take to say anything. */
const patienceMs = 5000

/** Whether anything answers at an address, whatever it says. Neither key nor text is sent. */
export async function diagnoseAddress(url: string, cure: string): Promise<Diagnosis[]> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs) })
    await response.body?.cancel()
    return []
  } catch (error) {
    const { cause, name } = error as { readonly cause?: { readonly code?: unknown }; readonly name: string }
    const because =
      name === 'TimeoutError' ? `no answer within ${patienceMs} ms` : String(cause?.code ?? error)
    return [{ what: `${url} cannot be reached (${because})`, why: 'Every article is sent there.', cure }]
  }
}
