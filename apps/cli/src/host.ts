// The process of one system: started by the runner, told by its argument which system it is.
import { serveSystem } from '@assay/runner'
import { loadConfig } from './config/load.ts'
import { createSystem, type SystemSpec } from './systems.ts'

/** The one argument of a host process, as JSON. */
export interface HostArgument {
  readonly config: string | null
  readonly spec: SystemSpec
  /** The user gave `--allow-network`. */
  readonly allowNetwork: boolean
}

const { config: file, spec, allowNetwork }: HostArgument = JSON.parse(process.argv[2] ?? '')
await serveSystem({
  name: spec.name,
  allowNetwork,
  load: async () => {
    const { config, hash } = file === null ? { config: {}, hash: null } : await loadConfig(file)
    return { system: await createSystem(config, spec), configHash: hash }
  },
})
