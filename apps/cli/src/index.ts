// What `import … from 'assay'` gives a config file.
import type { AssayConfig } from '@assay/schema'

/** Only helps the type checker: returns the config as it is. */
export function defineConfig(config: AssayConfig): AssayConfig {
  return config
}

export * from '@assay/adapters'
export { createQuestion } from '@assay/schema'
export type * from '@assay/schema'
