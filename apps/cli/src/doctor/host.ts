// The process in which one system is examined: started by `assay doctor`, told by its argument which system it is.
import { guardProcess, messageOf } from '@assay/runner'
import { AssayError, type Diagnosis, type System } from '@assay/schema'
import { loadConfig } from '../config/load.ts'
import { createSystem, type SystemSpec } from '../systems.ts'

/** The one argument of the process, as JSON. */
export interface HostArgument {
  readonly config: string | null
  readonly spec: SystemSpec
  readonly allowNetwork: boolean
}

/** The one message of the process. */
export interface Report {
  readonly findings: readonly Diagnosis[]
  readonly detail: string
}

const { config: file, spec, allowNetwork }: HostArgument = JSON.parse(process.argv[2] ?? '')
const fallback = 'Read the message: it comes from the adapter. `assay check-adapter` shows more.'
guardProcess()
process.send?.(await examineSystem())

async function examineSystem(): Promise<Report> {
  try {
    const { config } = file === null ? { config: {} } : await loadConfig(file)
    const system = await createSystem(config, spec)
    const findings = (await system.diagnose?.({ allowNetwork })) ?? []
    if (findings.length > 0) return { findings, detail: '' }
    if (system.network === true && !allowNetwork) {
      return { findings, detail: 'asks a service outside this machine; tried only with --allow-network' }
    }
    return { findings, detail: await start(system) }
  } catch (error) {
    const cure = AssayError.is(error) ? error.hint : undefined
    return { findings: [{ what: messageOf(error), cure: cure ?? fallback }], detail: '' }
  }
}

/** Whatever is missing shows at the latest here. */
async function start(system: System): Promise<string> {
  const startedAt = performance.now()
  await system.prepare?.({ allowNetwork })
  const milliseconds = Math.round(performance.now() - startedAt)
  await system.close?.()
  return `${system.adapter} ${system.version}, ready in ${milliseconds} ms`
}
